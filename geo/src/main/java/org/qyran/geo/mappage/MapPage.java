package org.qyran.geo.mappage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qyran.model.GeoPoint;

/**
 * Writes the map page: a template with the Leaflet library, the layers and the pictures put in.
 *
 * <p>File names and everything else that came from outside are put in as JSON in which every {@code
 * <} is escaped, and the page's script writes them as text, never as markup; so no name can end the
 * script or become part of it. A content policy in the page forbids it to load anything.
 */
public final class MapPage {

  private static final String LEAFLET = "/META-INF/resources/webjars/leaflet/1.9.4/dist/";
  private static final Pattern SLOT = Pattern.compile("/\\*\\{\\{([a-z.]+)}}\\*/");

  private MapPage() {}

  /** The page as UTF-8; the same content gives the same bytes. */
  public static byte[] render(MapContent content) {
    Map<String, String> slots =
        Map.of(
            "leaflet.css", withoutImages(resource(LEAFLET + "leaflet.css")),
            "leaflet.js", withoutSourceMap(resource(LEAFLET + "leaflet.js")),
            "page.css", resource("page.css"),
            "page.js", resource("page.js"),
            "data", data(content));
    Matcher slot = SLOT.matcher(resource("page.html"));
    String page =
        slot.replaceAll(found -> Matcher.quoteReplacement(filling(slots, found.group(1))));
    return page.getBytes(StandardCharsets.UTF_8);
  }

  private static String filling(Map<String, String> slots, String name) {
    String filling = slots.get(name);
    if (filling == null) {
      throw new IllegalStateException("the template asks for " + name + ", which nobody fills");
    }
    return filling;
  }

  private static String data(MapContent content) {
    String json =
        """
        {"targets":%s,"coverage":%s,"footprints":%s,"summary":%s,"chips":{%s},"quicklooks":[%s]}"""
            .formatted(
                content.targets().strip(),
                content.coverage().strip(),
                content.footprints().strip(),
                content.summary().strip(),
                content.chips().entrySet().stream()
                    .map(chip -> text(chip.getKey()) + ":" + picture(chip.getValue()))
                    .collect(Collectors.joining(",")),
                content.quicklooks().stream()
                    .map(MapPage::quicklook)
                    .collect(Collectors.joining(",")));
    return json.replace("<", "\\u003c");
  }

  private static String quicklook(Quicklook look) {
    return "{\"file\":%s,\"corners\":[%s],\"picture\":%s}"
        .formatted(
            text(look.file()),
            look.corners().stream().map(MapPage::corner).collect(Collectors.joining(",")),
            picture(look.jpeg()));
  }

  private static String corner(GeoPoint point) {
    return String.format(
        Locale.ROOT, "[%.7f,%.7f]", point.latitudeDegrees(), point.longitudeDegrees());
  }

  private static String picture(byte[] jpeg) {
    return "\"data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg) + "\"";
  }

  /** A JSON string. */
  private static String text(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\' || c < 0x20 || c > 0x7E) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** The page has no marker or layer icons, and may load none. */
  private static String withoutImages(String css) {
    return css.replaceAll("background-image:\\s*url\\([^)]*\\);", "");
  }

  private static String withoutSourceMap(String script) {
    return script.replaceAll("//# sourceMappingURL=\\S*", "");
  }

  private static String resource(String name) {
    try (InputStream in = MapPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + name, e);
    }
  }
}

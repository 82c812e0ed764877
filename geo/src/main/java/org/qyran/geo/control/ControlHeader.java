package org.qyran.geo.control;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qyran.geo.crs.MapSystem;

/**
 * The first line of the file: what the coordinates are, written as OpenDroneMap takes it: {@code
 * EPSG:32616}, {@code WGS84 UTM 16N}, or a PROJ string.
 */
final class ControlHeader {

  private static final Pattern UTM =
      Pattern.compile("WGS84 +UTM +(\\d{1,2}) ?([NS])", Pattern.CASE_INSENSITIVE);
  private static final Pattern DEGREES =
      Pattern.compile(
          "EPSG:4326|\\+proj=longlat .*\\+(datum|ellps)=WGS84\\b.*", Pattern.CASE_INSENSITIVE);

  private ControlHeader() {}

  /**
   * The system that a line names.
   *
   * @throws IllegalArgumentException with one sentence for a person
   */
  static ControlSystem system(String line) {
    String words = line.strip().replaceAll("^'|'$", "").strip();
    Matcher utm = UTM.matcher(words);
    if (utm.matches()) {
      boolean south = utm.group(2).equalsIgnoreCase("S");
      int zone = Integer.parseInt(utm.group(1));
      return onMap(String.format(Locale.ROOT, "EPSG:%d%02d", south ? 327 : 326, zone));
    }
    if (DEGREES.matcher(words).matches()) {
      return new ControlSystem.LongitudeLatitude();
    }
    if (words.toUpperCase(Locale.ROOT).startsWith("EPSG:")) {
      return onMap(words);
    }
    if (words.startsWith("+proj=")) {
      return new ControlSystem.OnMap(MapSystem.ofParameters(words));
    }
    throw new IllegalArgumentException(
        "'%s' names no coordinates; write EPSG:32643, WGS84 UTM 43N, EPSG:4326 or a PROJ string"
            .formatted(words));
  }

  private static ControlSystem onMap(String code) {
    return new ControlSystem.OnMap(MapSystem.of(code));
  }
}

package org.qyran.geo.mappage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.qyran.geo.geojson.GeoJsonWriter;
import org.qyran.geo.geojson.JsonValue;
import org.qyran.geo.layer.SurveyLayers;
import org.qyran.geo.survey.Expedition;
import org.qyran.geo.survey.Site;
import org.qyran.geo.survey.SurveyResult;
import org.qyran.model.Footprint;
import org.qyran.model.GeoPoint;

class MapPageTest {

  private static final String SUMMARY =
      """
      {"counts":{"read":1,"processed":1,"unlocated":0,"refused":{}},
       "warnings":[{"code":"ODD_NAME","message":"a </script> b <!-- c","files":[%s]}]}"""
          .formatted(JsonValue.text(Expedition.HOSTILE_FILE));

  private static final Pattern SCRIPT =
      Pattern.compile("<script[^>]*>(.*?)</script>", Pattern.DOTALL);
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, 0, 1, 2};

  private final String page = render();

  @Test
  void allSlotsAreFilled() {
    assertThat(page).startsWith("<!doctype html>").doesNotContain("{{", "}}*/");
    assertThat(page).contains("L.map(", ".leaflet-container", "--paper");
  }

  @Test
  void aPolicyForbidsToLoadAnything() {
    assertThat(page)
        .contains(
            "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:;");
    assertThat(page.indexOf("Content-Security-Policy")).isLessThan(page.indexOf("<style"));
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    // In markup and styles; addresses in the library's texts load nothing.
    String markup = SCRIPT.matcher(page).replaceAll("<script></script>");

    assertThat(markup)
        .doesNotContainPattern(
            "(?i)\\b(src|href|srcset|action|data|poster)\\s*=\\s*[\"']?(?!data:)[^\"'>\\s]")
        .doesNotContainPattern("(?i)url\\((?!\\s*['\"]?(data:|#))")
        .doesNotContainPattern("(?i)@import|<link|<iframe|<object|<embed|<base");
    assertThat(page).doesNotContain("sourceMappingURL");
    for (String code :
        List.of("fetch(", "XMLHttpRequest", "sendBeacon", "new WebSocket", "importScripts")) {
      assertThat(page).doesNotContain(code);
    }
  }

  @Test
  void aHostileFileNameStaysText() throws IOException {
    Matcher scripts = SCRIPT.matcher(page);
    List<String> bodies = new ArrayList<>();
    while (scripts.find()) {
      bodies.add(scripts.group(1));
    }

    // Data, library and page: a name that ended a script would start a fourth, or cut one short.
    assertThat(bodies).hasSize(3);
    assertThat(page.split("</script", -1)).hasSize(4);
    assertThat(bodies.get(0)).doesNotContain("<");
    JsonNode data = new ObjectMapper().readTree(bodies.get(0));
    assertThat(data.at("/footprints/features/0/properties/frame").asText())
        .isEqualTo(Expedition.HOSTILE_FILE);
    assertThat(data.at("/quicklooks/0/file").asText()).isEqualTo(Expedition.HOSTILE_FILE);
    assertThat(data.at("/summary/warnings/0/files/0").asText()).isEqualTo(Expedition.HOSTILE_FILE);
    assertThat(data.at("/summary/warnings/0/message").asText()).isEqualTo("a </script> b <!-- c");
    assertThat(data.at("/chips").fieldNames().next()).isEqualTo(Expedition.HOSTILE_FILE);
  }

  @Test
  void aNameThatLooksLikeASlotIsNotFilled() {
    MapContent content = content(Expedition.inTheSteppe(), "/*{{leaflet.js}}*/$1\\");

    String text = new String(MapPage.render(content), StandardCharsets.UTF_8);

    assertThat(text).contains("\"file\":\"/*{{leaflet.js}}*/$1\\u005c\"");
    assertThat(text.length()).isLessThan(page.length() + 1_000);
  }

  @Test
  void theScriptWritesTextAndNeverMarkup() {
    String script = page.substring(page.lastIndexOf("<script>"));

    assertThat(script)
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
    // Leaflet takes a string as markup: popups and labels must be given nodes.
    assertThat(script)
        .contains("bindPopup(box)")
        .doesNotContainPattern("bind(Popup|Tooltip)\\([^b]");
  }

  @Test
  void theScriptAsksOnlyForPropertiesThatTheLayersHave() throws IOException {
    SurveyResult survey = Expedition.inTheSteppe();
    List<String> known = new ArrayList<>();
    SurveyLayers.targets(survey.targets(), survey.chips())
        .properties()
        .forEach(p -> known.add(p.name()));
    SurveyLayers.coverage(survey.patches()).properties().forEach(p -> known.add(p.name()));
    SurveyLayers.footprints(survey.footprints()).properties().forEach(p -> known.add(p.name()));

    Matcher asked =
        Pattern.compile("(?:\\bp|properties)\\.([a-z_0-9]+)\\b")
            .matcher(page.substring(page.lastIndexOf("<script>")));

    List<String> names = new ArrayList<>();
    while (asked.find()) {
      names.add(asked.group(1));
    }
    names.removeAll(List.of("append", "lat", "lng")); // a paragraph and a place are called p too
    assertThat(names).contains("frame", "score", "state");
    assertThat(known).containsAll(names);
  }

  @Test
  void theSameContentGivesTheSameBytes() {
    assertThat(render()).isEqualTo(page);
  }

  @Test
  void anEmptySurveyIsAPageToo() {
    MapContent nothing =
        new MapContent(
            GeoJsonWriter.text(SurveyLayers.targets(List.of(), new TreeMap<>())),
            GeoJsonWriter.text(SurveyLayers.coverage(List.of())),
            GeoJsonWriter.text(SurveyLayers.footprints(List.of())),
            SUMMARY,
            new TreeMap<>(),
            List.of());

    assertThat(new String(MapPage.render(nothing), StandardCharsets.UTF_8))
        .contains("Nothing was flagged");
  }

  private static String render() {
    return new String(
        MapPage.render(content(Expedition.inTheSteppe(), Expedition.HOSTILE_FILE)),
        StandardCharsets.UTF_8);
  }

  private static MapContent content(SurveyResult survey, String file) {
    Footprint first = survey.footprints().get(0);
    Footprint odd =
        new Footprint(
            "1",
            "flight-1",
            file,
            Site.NOON,
            first.ring(),
            List.of(),
            first.center(),
            first.camera(),
            320,
            200,
            0.05,
            1.5,
            3,
            true,
            true,
            true);
    TreeMap<String, byte[]> chips = new TreeMap<>();
    chips.put(file, JPEG);
    GeoPoint corner = first.center();
    return new MapContent(
        GeoJsonWriter.text(SurveyLayers.targets(survey.targets(), survey.chips())),
        GeoJsonWriter.text(SurveyLayers.coverage(survey.patches())),
        GeoJsonWriter.text(SurveyLayers.footprints(List.of(odd))),
        SUMMARY,
        chips,
        List.of(new Quicklook(file, List.of(corner, corner, corner, corner), JPEG)));
  }
}

package org.qyran.geo.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.qyran.geo.layer.SurveyLayers;
import org.qyran.geo.survey.Expedition;
import org.qyran.geo.survey.Site;
import org.qyran.geo.survey.SurveyResult;
import org.qyran.model.CoveragePatch;
import org.qyran.model.GeoPoint;
import org.qyran.sampledata.RealData;

/** The names are those of the output contract; the rules those of RFC 7946. */
class GeoJsonWriterTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final SurveyResult survey = Expedition.inTheSteppe();

  @TempDir private Path folder;

  @Test
  void everyTargetHasEveryPropertyOfTheContract() throws IOException {
    JsonNode targets = targets(survey);

    assertThat(targets.get("features")).hasSize(2);
    for (JsonNode target : targets.get("features")) {
      assertThat(names(target.get("properties")))
          .contains(
              "id,type,subtype,status,queue,probability,prior,model,looks,looks_effective,evidence,alternatives,area_m2,area_lo,area_hi,plants_est,ce90_m,le90_m,height_m,first_seen,last_seen,frames,chips"
                  .split(","));
      assertThat(names(target.at("/properties/frames/0")))
          .containsExactly("sha256", "time", "gsd_m", "off_nadir_deg");
      assertThat(names(target.at("/properties/evidence/0")))
          .containsExactly("feature", "value", "log_lr");
      assertThat(target.at("/properties/chips/0").asText()).matches("chips/t-[0-9a-f]{16}-1\\.jpg");
    }
  }

  @Test
  void theHighestScoreComesFirst() throws IOException {
    JsonNode targets = targets(survey).get("features");

    // 0.81; and 1 - 0.5^1.25 of two looks.
    assertThat(targets.at("/0/properties/score").asDouble()).isEqualTo(0.81);
    assertThat(targets.at("/0/properties/type").asText()).isEqualTo("structure_of_interest");
    assertThat(targets.at("/1/properties/score").asDouble()).isEqualTo(0.58);
    assertThat(targets.at("/1/properties/looks").asInt()).isEqualTo(2);
    assertThat(targets.at("/1/properties/probability").isNull()).isTrue();
  }

  @Test
  void detectionsSayWhereTheyWereSeenAndWhatBecameOfThem() throws IOException {
    Path file = folder.resolve("detections.geojson");
    GeoJsonWriter.detections(file, survey);

    JsonNode detections = JSON.readTree(file.toFile()).get("features");

    assertThat(detections).hasSize(4);
    for (JsonNode detection : detections) {
      assertThat(names(detection.get("properties")))
          .contains("frame", "probability", "type", "ce90_m", "sha256", "time", "target", "reason");
    }
    assertThat(detections.at("/0/properties/frame").asText()).isEqualTo("1.JPG");
    assertThat(detections.at("/0/properties/target").asText())
        .isEqualTo(detections.at("/1/properties/target").asText())
        .startsWith("t-");
    assertThat(detections.at("/2/properties/ce90_m").asDouble()).isEqualTo(2.25);
  }

  @Test
  void aDetectionWithoutAPlaceHasANullGeometryAndAReason() throws IOException {
    // RFC 7946, section 3.2: the geometry of an unlocated feature is null.
    Path file = folder.resolve("detections.geojson");
    GeoJsonWriter.detections(file, survey);

    JsonNode lost = JSON.readTree(file.toFile()).at("/features/3");

    assertThat(lost.has("geometry")).isTrue();
    assertThat(lost.get("geometry").isNull()).isTrue();
    assertThat(lost.at("/properties/reason").asText()).isEqualTo("NO_ATTITUDE");
    assertThat(lost.at("/properties/ce90_m").isNull()).isTrue();
    assertThat(lost.at("/properties/frame").asText()).isEqualTo(Expedition.HOSTILE_FILE);
  }

  @Test
  void coverageSaysWhenHowOftenAndHowWell() throws IOException {
    Path file = folder.resolve("coverage.geojson");
    GeoJsonWriter.coverage(file, survey);

    JsonNode patches = JSON.readTree(file.toFile()).get("features");

    JsonNode seen = patches.at("/0/properties");
    assertThat(names(seen)).contains("first_seen", "last_seen", "gsd_m", "looks", "pod", "gap");
    assertThat(seen.get("looks").asInt()).isEqualTo(1);
    assertThat(seen.at("/pod/25").asDouble()).isCloseTo(0.81, within(0.01));
    assertThat(seen.get("state").asText()).isEqualTo("surveyed");
    assertThat(seen.get("best_gsd_m").asDouble()).isCloseTo(0.05, within(0.001));
    assertThat(seen.get("median_gsd_m").asDouble()).isCloseTo(0.05, within(0.001));
    assertThat(seen.get("pod_ceiling").asDouble()).isBetween(0.85, 0.9);
    assertThat(seen.get("occluded_fraction").asDouble()).isZero();
    assertThat(seen.get("estimated").asBoolean()).isFalse();
    assertThat(seen.get("first_seen").asText()).matches("2026-07-01T12:00:\\d\\d(\\.\\d+)?Z");
    JsonNode gap = patches.get(patches.size() - 1).get("properties");
    assertThat(gap.get("gap").asBoolean()).isTrue();
    assertThat(gap.get("looks").asInt()).isZero();
    assertThat(gap.get("pod").isNull()).isTrue();
    assertThat(gap.get("state").asText()).isEqualTo("not_surveyed");
    assertThat(gap.get("pod_ceiling").isNull()).isTrue();
    assertThat(gap.get("best_gsd_m").isNull()).isTrue();
  }

  @Test
  void filesKeepToRfc7946() throws IOException {
    for (GeoPoint origin :
        List.of(new GeoPoint(43.3, 68.2), new GeoPoint(-16.8, 179.9998), new GeoPoint(52, -180))) {
      SurveyResult there = Expedition.at(origin);
      GeoJsonWriter.targets(folder.resolve("targets"), there);
      GeoJsonWriter.detections(folder.resolve("detections"), there);
      GeoJsonWriter.coverage(folder.resolve("coverage"), there);
      GeoJsonWriter.footprints(folder.resolve("footprints"), there);
      GeoJsonWriter.issues(folder.resolve("issues"), there);

      for (String name : List.of("targets", "detections", "coverage", "footprints", "issues")) {
        JsonNode collection = JSON.readTree(folder.resolve(name).toFile());

        assertThat(collection.get("type").asText()).isEqualTo("FeatureCollection");
        assertThat(collection.has("crs")).as("section 4").isFalse();
        assertThat(collection.get("features")).as("%s at %s", name, origin).isNotEmpty();
        for (JsonNode feature : collection.get("features")) {
          assertThat(feature.get("type").asText()).isEqualTo("Feature");
          for (Polygon polygon : polygons(feature.get("geometry"))) {
            assertKeepsToTheRules(polygon, name + " at " + origin);
          }
        }
      }
    }
  }

  @Test
  void whatIsWrittenIsValidAfterRounding() throws IOException {
    Random random = new Random(20260704);
    for (int trial = 0; trial < 1_000; trial++) {
      Site site = Site.at(new GeoPoint(random.nextDouble(-85, 85), random.nextDouble(-180, 180)));
      double size = Math.pow(10, random.nextDouble(-2.5, 2.5));
      double[] places = random.doubles(6 + 2 * random.nextInt(6), -size, size).toArray();
      List<GeoPoint> ring = site.ring(places);
      CoveragePatch patch =
          new CoveragePatch(
              "f",
              ring,
              List.of(),
              true,
              0,
              null,
              null,
              null,
              1,
              List.of(),
              CoveragePatch.State.NOT_SURVEYED,
              null,
              false);

      String text = GeoJsonWriter.text(SurveyLayers.coverage(List.of(patch)));

      List<Polygon> written = polygons(JSON.readTree(text).at("/features/0/geometry"));
      assertThat(written).as("trial %d: %s", trial, ring).isNotEmpty();
      for (Polygon polygon : written) {
        assertKeepsToTheRules(polygon, "trial %d: %s".formatted(trial, ring));
      }
    }
  }

  @Test
  void degreesHaveSevenDecimalsAndNoExponent() {
    String text = GeoJsonWriter.text(SurveyLayers.footprints(survey.footprints()));

    assertThat(text).containsPattern("\\[68\\.\\d{1,7},43\\.\\d{1,7}]");
    assertThat(text).doesNotContainPattern("\\d{1,3}\\.\\d{8,}").doesNotContainPattern("\\dE-?\\d");
  }

  @Test
  void anEmptySurveyIsAnEmptyCollection() throws IOException {
    GeoJsonWriter.targets(folder.resolve("targets.geojson"), Expedition.empty());

    JsonNode collection = JSON.readTree(folder.resolve("targets.geojson").toFile());

    assertThat(collection.get("features")).isEmpty();
    assertThat(collection.get("features").isArray()).isTrue();
  }

  @Test
  void oneFeatureStandsOnOneLineAndTheSameSurveyGivesTheSameBytes() throws IOException {
    Path file = folder.resolve("targets.geojson");
    GeoJsonWriter.targets(file, survey);
    String first = Files.readString(file);
    GeoJsonWriter.targets(file, Expedition.inTheSteppe());

    assertThat(Files.readString(file)).isEqualTo(first);
    assertThat(first.lines().filter(line -> line.startsWith("{\"type\":\"Feature\","))).hasSize(2);
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    assertThat(folder.toFile().list()).as("no half-written file is left").hasSize(1);
  }

  /**
   * The whole of a small {@code targets.geojson}, read by eye. Compared by meaning: numbers and
   * degrees to a millionth. Written anew by {@code -Dgolden.update=true}.
   */
  @Test
  void targetsLookAsTheyDidWhenTheyWereReviewed() throws IOException {
    Path golden =
        RealData.root().resolve("geo/src/test/resources/org/qyran/geo/geojson/targets.geojson");
    String text = GeoJsonWriter.text(SurveyLayers.targets(survey.targets(), survey.chips()));
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, text);
    }
    JsonNode expected = JSON.readTree(Files.readString(golden, StandardCharsets.UTF_8));

    assertThat(JSON.readTree(text).equals((a, b) -> compared(a, b), expected))
        .as("written:%n%s", text)
        .isTrue();
  }

  /** 0 when two values mean the same. */
  private static int compared(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return Math.abs(one.asDouble() - other.asDouble()) <= 1e-6 ? 0 : 1;
    }
    return one.equals(other) ? 0 : 1;
  }

  private static void assertKeepsToTheRules(Polygon polygon, String what) {
    assertThat(polygon.isValid()).as(what).isTrue();
    assertThat(polygon.getArea()).as(what).isPositive();
    assertThat(polygon.getEnvelopeInternal().getWidth()).as("3.1.9: " + what).isLessThan(1);
    assertThat(twiceTheArea(polygon.getExteriorRing())).as("3.1.6: " + what).isPositive();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      assertThat(twiceTheArea(polygon.getInteriorRingN(i))).as("3.1.6: " + what).isNegative();
    }
  }

  /** Positive when counter-clockwise: the shoelace formula, from the first corner. */
  private static double twiceTheArea(LinearRing ring) {
    Coordinate[] corners = ring.getCoordinates();
    double sum = 0;
    for (int i = 0; i < corners.length - 1; i++) {
      Coordinate here = corners[i];
      Coordinate next = corners[i + 1];
      double right = (here.x - corners[0].x) * (next.y - corners[0].y);
      double left = (next.x - corners[0].x) * (here.y - corners[0].y);
      sum += right - left;
    }
    return sum;
  }

  private static List<Polygon> polygons(JsonNode geometry) {
    List<Polygon> polygons = new ArrayList<>();
    JsonNode coordinates = geometry.path("coordinates");
    switch (geometry.path("type").asText()) {
      case "Polygon" -> polygons.add(polygon(coordinates));
      case "MultiPolygon" -> coordinates.forEach(one -> polygons.add(polygon(one)));
      default ->
          assertThat(geometry.isNull() || geometry.get("type").asText().equals("Point")).isTrue();
    }
    return polygons;
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> read = new ArrayList<>();
    for (JsonNode ring : rings) {
      List<Coordinate> corners = new ArrayList<>();
      ring.forEach(
          place -> corners.add(new Coordinate(place.get(0).asDouble(), place.get(1).asDouble())));
      // Section 3.1.6: closed, four or more positions. JTS refuses a ring that is not closed.
      assertThat(corners).hasSizeGreaterThanOrEqualTo(4);
      read.add(FACTORY.createLinearRing(corners.toArray(Coordinate[]::new)));
    }
    return FACTORY.createPolygon(
        read.get(0), read.subList(1, read.size()).toArray(LinearRing[]::new));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private JsonNode targets(SurveyResult result) throws IOException {
    Path file = folder.resolve("targets.geojson");
    GeoJsonWriter.targets(file, result);
    return JSON.readTree(file.toFile());
  }
}

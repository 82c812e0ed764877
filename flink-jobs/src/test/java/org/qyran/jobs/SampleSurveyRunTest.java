package org.qyran.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample survey (simulated) against the truth that was written beside it. */
@Tag("slow")
class SampleSurveyRunTest {

  private static final double METERS_PER_DEGREE_NORTH = 111_100; // WGS 84 at 43.3 degrees
  private static final double METERS_PER_DEGREE_EAST = 81_150;

  @TempDir private static Path out;

  private static ResultFolder result;

  @BeforeAll
  static void run() throws IOException {
    SampleFlight.run(SampleFlight.flight(), out);
    result = new ResultFolder(out);
  }

  @ParameterizedTest
  @CsvSource({
    "plot-1, cannabis_plantation, 0.35",
    "plot-2, cannabis_plantation, 0.35",
    "tent-1, structure_of_interest, 0.5",
  })
  void tendedPlotsAndTheTentAreFoundOnceWithinTheirStatedError(
      String name, String type, double areaTolerance) throws IOException {
    JsonNode truth = truth(name);

    List<JsonNode> found =
        result.features("targets").stream()
            .filter(target -> target.get("properties").get("type").asText().equals(type))
            .filter(target -> metersBetween(target, truth) <= 15)
            .filter(target -> area(target) > area(truth) / 3)
            .toList();

    assertThat(found).hasSize(1);
    double ce90 = found.get(0).get("properties").get("ce90_m").asDouble();
    assertThat(metersBetween(found.get(0), truth)).isLessThan(ce90);
    assertThat(area(found.get(0))).isCloseTo(area(truth), within(areaTolerance * area(truth)));
  }

  @Test
  void theGroundBetweenTheMissingPicturesIsAGap() throws IOException {
    // 18.3 m north and 8.1 m east of the origin of the sample: see SampleSurveyTest.
    double north = 43.3001559 + 18.3 / METERS_PER_DEGREE_NORTH;
    double east = 70.8998566 + 8.1 / METERS_PER_DEGREE_EAST;

    assertThat(result.features("coverage"))
        .filteredOn(patch -> patch.get("properties").get("gap").asBoolean())
        .anyMatch(gap -> Box.of(gap).contains(east, north));
  }

  @Test
  void theReportSaysWhatTheGroundWasKnownFrom() throws IOException {
    assertThat(result.report().get("terrain"))
        .singleElement()
        .satisfies(
            source -> {
              assertThat(source.get("file").asText()).isEqualTo("dem.tif");
              assertThat(source.get("kind").asText()).isEqualTo("unknown");
              assertThat(source.get("datum").asText()).isEqualTo("mean_sea_level");
              assertThat(source.get("spacing_m").asDouble()).isPositive();
              assertThat(source.get("error_m").asDouble()).isPositive();
              assertThat(source.get("tiles").asInt()).isEqualTo(1);
            });
  }

  @Test
  void everyTargetHasAPictureOfEachOfItsBestLooks() throws IOException {
    for (JsonNode target : result.features("targets")) {
      JsonNode properties = target.get("properties");
      assertThat(properties.get("chips"))
          .hasSize(Math.min(3, properties.get("looks").asInt()))
          .allSatisfy(chip -> assertThat(out.resolve(chip.asText())).isNotEmptyFile());
    }
  }

  @Test
  void thePageHoldsTheSurveyAndLoadsNothing() throws IOException {
    String page = Files.readString(out.resolve("index.html"));

    for (JsonNode target : result.features("targets")) {
      assertThat(page).contains(target.get("properties").get("id").asText());
    }
    assertThat(page).contains("default-src 'none'"); // the browser itself forbids it to load
  }

  private static JsonNode truth(String name) {
    try {
      Path file = SampleFlight.folder().resolve("truth/targets.geojson");
      for (JsonNode feature : new ObjectMapper().readTree(file.toFile()).get("features")) {
        if (feature.get("id").asText().equals(name)) {
          return feature;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException("the truth has no " + name);
  }

  private static double area(JsonNode feature) {
    return feature.get("properties").get("area_m2").asDouble();
  }

  private static double metersBetween(JsonNode one, JsonNode other) {
    Box here = Box.of(one);
    Box there = Box.of(other);
    return Math.hypot(
        (here.middleEast() - there.middleEast()) * METERS_PER_DEGREE_EAST,
        (here.middleNorth() - there.middleNorth()) * METERS_PER_DEGREE_NORTH);
  }
}

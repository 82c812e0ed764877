package org.qyran.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.jobs.report.Progress;
import org.qyran.jobs.settings.Settings;
import org.qyran.jobs.settings.SettingsException;

/**
 * An orthophoto of 1000 x 700 pixels of 8 cm, looked at in one window, and in 2 x 2 that meet at
 * column 500 and row 350 and share 100 pixels: how it is cut must not be seen in what is found.
 * Roofs are placed on the map with a pencil and from there on the earth by gdaltransform 3.6.2.
 */
@Tag("slow")
class OrthophotoRunTest {

  private static final String WHOLE = "whole";
  private static final String IN_FOUR = "in four";

  /** A roof in pixels, and where gdaltransform puts its edges. */
  private record Roof(Rectangle pixels, Box edges) {}

  private static final Roof ON_A_SEAM =
      new Roof(
          new Rectangle(462, 100, 76, 26),
          new Box(69.0004560682124, 43.35276462555, 69.0005310925839, 43.3527833546555));

  private static final Roof WHERE_FOUR_WINDOWS_MEET =
      new Roof(
          new Rectangle(470, 325, 60, 50),
          new Box(69.0004639641311, 43.3525852552119, 69.000523193904, 43.3526212730905));

  /** Longer than what windows share: those above show it to row 400, those below from row 300. */
  private static final Roof WHOLE_IN_NO_WINDOW =
      new Roof(
          new Rectangle(785, 280, 30, 140),
          new Box(69.0007749184022, 43.3525528372067, 69.0008045344504, 43.3526536877782));

  private static final Rectangle CUT_OUT = new Rectangle(850, 600, 150, 100);

  /** One and a half pixels. */
  private static final double CLOSE_METERS = 0.12;

  private static final double METERS_PER_DEGREE_NORTH = 111_100; // WGS 84 at 43.35 degrees
  private static final double METERS_PER_DEGREE_EAST = 81_080;

  @TempDir private static Path folder;

  @BeforeAll
  static void run() throws IOException {
    Path file =
        new Orthophoto(1_000, 700)
            .roof(ON_A_SEAM.pixels())
            .roof(WHERE_FOUR_WINDOWS_MEET.pixels())
            .roof(WHOLE_IN_NO_WINDOW.pixels())
            .without(CUT_OUT)
            .write(folder.resolve("survey/ortho.tif"));
    run(file, "4000px", "2", WHOLE);
    run(file, "640px", "2", IN_FOUR);
  }

  @Test
  void fourWorkersLeaveTheSameBytesAsOne() throws IOException {
    // A village of six sheds, in 4 x 3 windows: enough for workers to overtake each other.
    Orthophoto village = new Orthophoto(600, 450).without(new Rectangle(500, 400, 100, 50));
    for (int shed = 0; shed < 6; shed++) {
      village.roof(new Rectangle(60 + 200 * (shed % 3), 80 + 200 * (shed / 3), 40, 30));
    }
    Path file = village.write(folder.resolve("village/ortho.tif"));
    run(file, "256px", "1", "one worker");
    run(file, "256px", "4", "four workers");

    assertThat(result("one worker").features("targets")).hasSize(6);
    assertThat(SampleFlight.results(folder.resolve("four workers")))
        .isEqualTo(SampleFlight.results(folder.resolve("one worker")))
        .containsKeys("targets.geojson", "detections.geojson", "frames.csv", "coverage.geojson");
  }

  @ParameterizedTest
  @ValueSource(strings = {WHOLE, IN_FOUR})
  void aRoofOnTheSeamOfTwoWindowsIsOneTargetWithTheWholeOfItsOutline(String windows)
      throws IOException {
    assertFoundOnce(windows, ON_A_SEAM);
  }

  @ParameterizedTest
  @ValueSource(strings = {WHOLE, IN_FOUR})
  void aRoofWhereFourWindowsMeetIsOneTargetWithTheWholeOfItsOutline(String windows)
      throws IOException {
    assertFoundOnce(windows, WHERE_FOUR_WINDOWS_MEET);
  }

  @ParameterizedTest
  @ValueSource(strings = {WHOLE, IN_FOUR})
  void aRoofThatNoWindowShowsWholeIsPutTogetherFromItsPieces(String windows) throws IOException {
    assertFoundOnce(windows, WHOLE_IN_NO_WINDOW);
  }

  @Test
  void whatSeveralWindowsShowIsToldByOneOfThem() throws IOException {
    assertThat(roofs(IN_FOUR, "detections", ON_A_SEAM)).hasSize(1);
    assertThat(roofs(IN_FOUR, "detections", WHERE_FOUR_WINDOWS_MEET)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {WHOLE, IN_FOUR})
  void allOfItWasSeenOnceButForWhatWasCutOut(String windows) throws IOException {
    List<JsonNode> patches = result(windows).features("coverage");

    // 1000 x 700 less 150 x 100 pixels of 8 cm, and a metre of the map is 1 / 0.9996 here. Where
    // something is cut out of a window its outline runs half a pixel further in.
    double area = 685_000 * 0.0064 / (0.9996 * 0.9996);
    assertThat(patches).hasSize(1);
    JsonNode properties = patches.get(0).get("properties");
    assertThat(properties.get("looks").asInt()).isEqualTo(1);
    assertThat(properties.get("gap").asBoolean()).isFalse();
    assertThat(properties.get("area_m2").asDouble()).isCloseTo(area, within(0.005 * area));
  }

  @ParameterizedTest
  @ValueSource(strings = {WHOLE, IN_FOUR})
  void theFileHasOneRowHoweverManyWindowsItWasCutInto(String windows) throws IOException {
    Map<String, CSVRecord> rows = result(windows).frames();

    assertThat(rows).containsOnlyKeys("ortho.tif");
    assertThat(result(windows).frame("ortho.tif").get("status")).isEqualTo("processed");
  }

  @ParameterizedTest
  @ValueSource(strings = {WHOLE, IN_FOUR})
  void theOnlyWarningIsThatNobodyKnowsTheHeights(String windows) throws IOException {
    assertThat(result(windows).warnings()).containsExactly("HEIGHT_UNKNOWN");
  }

  private static void assertFoundOnce(String windows, Roof roof) throws IOException {
    List<JsonNode> found = roofs(windows, "targets", roof);

    assertThat(found).hasSize(1);
    Box box = Box.of(found.get(0));
    assertMeters(box.west(), roof.edges().west(), METERS_PER_DEGREE_EAST);
    assertMeters(box.east(), roof.edges().east(), METERS_PER_DEGREE_EAST);
    assertMeters(box.south(), roof.edges().south(), METERS_PER_DEGREE_NORTH);
    assertMeters(box.north(), roof.edges().north(), METERS_PER_DEGREE_NORTH);
    double area = roof.pixels().width * roof.pixels().height * 0.0064;
    assertThat(found.get(0).get("properties").get("area_m2").asDouble())
        .isCloseTo(area, within(0.1 * area));
  }

  private static void assertMeters(double degrees, double truth, double metersPerDegree) {
    assertThat((degrees - truth) * metersPerDegree).isCloseTo(0, within(CLOSE_METERS));
  }

  /** What a layer has on the ground of a roof. */
  private static List<JsonNode> roofs(String windows, String layer, Roof roof) throws IOException {
    return result(windows).features(layer).stream()
        .filter(
            feature ->
                feature.get("properties").get("type").asText().equals("structure_of_interest"))
        .filter(feature -> Box.of(feature).meets(roof.edges()))
        .toList();
  }

  private static ResultFolder result(String windows) {
    return new ResultFolder(folder.resolve(windows));
  }

  private static void run(Path file, String window, String parallelism, String name)
      throws IOException {
    try {
      Settings settings =
          Settings.of(
              Map.of(
                  "raster.window",
                  window,
                  "raster.overlap",
                  "8m",
                  "raster.date",
                  "2026-07-14",
                  "run.parallelism",
                  parallelism));
      new SurveyRun(new SurveyInput.Folders(List.of(file)), List.of(), settings)
          .into(folder.resolve(name), Progress.unwatched());
    } catch (SettingsException e) {
      throw new IOException(e);
    }
  }
}

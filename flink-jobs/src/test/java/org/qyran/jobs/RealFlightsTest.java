package org.qyran.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.jobs.report.Progress;
import org.qyran.jobs.settings.Settings;
import org.qyran.sampledata.RealData;

/** Recordings that others made, end to end, with no setting changed. */
@Tag("real")
@Tag("slow")
class RealFlightsTest {

  @TempDir private Path out;

  @Test
  void brightonWithItsSurfaceModel() throws IOException {
    Path flight = flight("brighton_dji");

    ResultFolder result = run(flight, List.of(flight.resolve("dsm_from_laz_025m.tif")));

    assertEveryFileHasARow(result, flight);
    assertThat(withStatus(result, "processed")).hasSize(7).allMatch(file -> file.endsWith("JPG"));
    assertThat(withStatus(result, "refused"))
        .containsExactly("LICENSE", "dsm_from_laz_025m.tif", "model.laz");
    assertThat(result.frame("DJI_0018.JPG").get("time"))
        .isEqualTo("2016-06-23T16:31:59Z"); // exiftool: 2016:06:23 16:31:59, no zone
    assertNoPlantationIsWorthAVisit(result);
    assertEveryPromisedFileIsThere();
    // The pixels of the second strip hang upside down, and the strips contradict by some 20 m.
    assertThat(result.warnings()).containsOnlyOnce("FRAMES_TURNED");
    JsonNode adjusted = result.report().get("flights").get(0);
    assertThat(adjusted.get("turned").toString())
        .isEqualTo("[\"DJI_0024.JPG\",\"DJI_0025.JPG\",\"DJI_0026.JPG\"]");
    assertThat(adjusted.get("raw_median_m").asDouble()).isGreaterThan(15);
    assertThat(adjusted.get("corrected_median_m").asDouble()).isLessThan(2.5);
    assertThat(adjusted.get("corrected_covered_share").asDouble()).isGreaterThan(0.9);
    // The surface model has heights for three eighths of its area (gdalinfo -stats).
    assertThat(result.warnings()).containsOnlyOnce("LEVEL_GROUND");
  }

  @Test
  void senecaWithoutAnyTerrainIsPlacedOnLevelGroundAndSaysSoOnce() throws IOException {
    Path flight = flight("seneca_sensefly_nir");

    ResultFolder result = run(flight, List.of());

    assertEveryFileHasARow(result, flight);
    assertThat(withStatus(result, "processed")).hasSize(7);
    assertThat(result.warnings()).containsOnlyOnce("LEVEL_GROUND");
    // From metadata alone two frames disagree by 14 m in the median and more; their pictures bring
    // them together, but the place of them all stays as wrong as its receiver, 4 m per axis.
    JsonNode adjusted = result.report().get("flights").get(0);
    assertThat(adjusted.get("raw_median_m").asDouble()).isGreaterThan(10);
    assertThat(adjusted.get("corrected_median_m").asDouble())
        .isLessThan(adjusted.get("raw_median_m").asDouble() / 2);
    assertThat(adjusted.get("stated_covered_share").asDouble()).isGreaterThan(0.8);
    assertThat(adjusted.get("corrected_covered_share").asDouble()).isGreaterThan(0.9);
    assertThat(result.frames().values())
        .filteredOn(row -> row.get("status").equals("processed"))
        .allSatisfy(row -> assertThat(number(row, "ce90_m")).isBetween(8.0, 20.0));
    assertNoPlantationIsWorthAVisit(result);
    assertThat(result.features("coverage")).isNotEmpty();
  }

  @Test
  void theFourBandsOfASequoiaCaptureBecomeOneFrame() throws IOException {
    Path flight = flight("garfield_sequoia");

    ResultFolder result = run(flight, List.of());

    assertEveryFileHasARow(result, flight);
    assertThat(room(result, "pair").get("in").asInt()).isEqualTo(8);
    assertThat(room(result, "pair").get("out").asInt()).isEqualTo(2);
    // Nothing says how high above the ground they were taken, and no elevation model is given.
    assertThat(withStatus(result, "unlocated")).hasSize(8);
    assertThat(result.features("detections")).allMatch(one -> one.get("geometry").isNull());
  }

  @Test
  void theFiveBandsOfARedEdgeCaptureBecomeOneFrameAndThePanelIsNotSearched() throws IOException {
    Path flight = flight("micasense_rededge");

    ResultFolder result = run(flight, List.of());

    assertEveryFileHasARow(result, flight);
    assertThat(room(result, "pair").get("out").asInt()).isEqualTo(2);
    assertThat(withStatus(result, "processed")).hasSize(10);
    assertThat(result.frame("IMG_0000_1.tif").get("detail")).contains("calibration panel");
    assertThat(result.features("detections"))
        .allMatch(one -> one.get("properties").get("frame").asText().startsWith("IMG_0001"));
    assertNoPlantationIsWorthAVisit(result);
  }

  @Test
  void thermalPicturesAreNotSearchedForPlantsAndTheReportSaysSo() throws IOException {
    ResultFolder result = run(flight("thermal_flir"), List.of());

    assertThat(result.report().get("warnings"))
        .filteredOn(warning -> warning.get("code").asText().equals("NOT_SEARCHED"))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.get("message").asText()).contains("plantation 1");
              assertThat(warning.get("files").toString()).contains("DJI_XTR.jpg");
            });
    assertThat(result.features("coverage"))
        .map(patch -> patch.get("properties"))
        .filteredOn(patch -> patch.get("state").asText().equals("surveyed"))
        .allSatisfy(
            patch -> {
              assertThat(patch.get("plants_searched_fraction").asDouble()).isZero();
              assertThat(patch.get("structures_searched_fraction").asDouble()).isEqualTo(1);
              assertThat(patch.get("pod").get("100").asDouble()).isZero();
            });
  }

  @Test
  void otherProgramsReadWhatWasWritten() throws Exception {
    Path flight = flight("brighton_dji");
    assumeTrue(isThere("ogrinfo", "--version"), "skipped: ogrinfo is not installed");

    run(flight, List.of(flight.resolve("dsm_from_laz_025m.tif")));

    String targets = output("ogrinfo", "-so", "-al", out.resolve("targets.geojson").toString());
    assertThat(targets).contains("WGS 84").contains("ce90_m");
    String survey = output("ogrinfo", "-so", out.resolve("survey.gpkg").toString());
    assertThat(survey).contains("targets", "detections", "coverage", "footprints");
  }

  private Path flight(String name) {
    Path folder = RealData.find(name).orElse(null);
    assumeTrue(folder != null, RealData.absent(name));
    return Objects.requireNonNull(folder);
  }

  private ResultFolder run(Path flight, List<Path> terrain) throws IOException {
    new SurveyRun(new SurveyInput.Folders(List.of(flight)), terrain, Settings.defaults())
        .into(out, Progress.unwatched());
    return new ResultFolder(out);
  }

  private static void assertEveryFileHasARow(ResultFolder result, Path flight) throws IOException {
    try (Stream<Path> files = Files.walk(flight)) {
      Set<String> names =
          files
              .filter(Files::isRegularFile)
              .map(file -> flight.relativize(file).toString())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(result.frames().keySet()).isEqualTo(names);
    }
  }

  /** None of these places grows cannabis; what is flagged there is a false alarm of its kind. */
  private static void assertNoPlantationIsWorthAVisit(ResultFolder result) throws IOException {
    assertThat(result.features("targets"))
        .filteredOn(
            target -> target.get("properties").get("type").asText().equals("cannabis_plantation"))
        .allSatisfy(
            target ->
                assertThat(target.get("properties").get("queue").asText()).isEqualTo("review"));
  }

  private void assertEveryPromisedFileIsThere() {
    assertThat(
            List.of(
                "targets.geojson",
                "detections.geojson",
                "coverage.geojson",
                "frames.csv",
                "survey.gpkg",
                "report.json",
                "index.html",
                "chips"))
        .allSatisfy(name -> assertThat(out.resolve(name)).exists());
  }

  private static List<String> withStatus(ResultFolder result, String status) throws IOException {
    return result.frames().values().stream()
        .filter(row -> row.get("status").equals(status))
        .map(row -> row.get("file"))
        .toList();
  }

  private static JsonNode room(ResultFolder result, String name) throws IOException {
    for (JsonNode room : result.report().get("rooms")) {
      if (room.get("room").asText().equals(name)) {
        return room;
      }
    }
    throw new IOException("the report has no room " + name);
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static boolean isThere(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text;
  }
}

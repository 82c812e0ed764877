package org.qyran.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.sampledata.RealData;

/** What a person at a terminal gets to see, and the exit codes that a script gets. */
class QyranTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @AfterEach
  void neverAStackTraceThatNobodyAskedFor() {
    assertThat(err.toString()).doesNotContain("\tat ");
  }

  @Test
  void everyCommandIsListedWithWhatItDoes() {
    assertThat(qyran("--help")).isZero();

    assertThat(out.toString())
        .contains(
            "demo",
            "run",
            "locate",
            "simulate",
            "evaluate",
            "inspect",
            "send",
            "bench",
            "qyran test");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"demo", "run", "locate", "simulate", "evaluate", "inspect", "send", "bench"})
  void everyCommandExplainsItself(String command) {
    assertThat(qyran(command, "--help")).isZero();

    assertThat(out.toString()).contains("Usage: qyran " + command);
  }

  @Test
  void aMistypedCommandIsBadUsageAndSaysWhereHelpIs() {
    assertThat(qyran("rum")).isEqualTo(2);

    assertThat(err.toString()).contains("rum").contains("Try 'qyran --help'");
  }

  @Test
  void aRunWithoutAFlightSaysWhatToName() {
    assertThat(qyran("run", "--out", folder.toString())).isEqualTo(2);

    assertThat(err.toString()).contains("no flight was named; name a folder of pictures");
  }

  @Test
  void aFlightThatIsNotThereIsNamed() {
    Path missing = folder.resolve("missing");

    assertThat(qyran("run", missing.toString(), "--out", folder.resolve("out").toString()))
        .isEqualTo(2);

    assertThat(err.toString()).contains("flight " + missing + " does not exist");
  }

  @Test
  void aFlightThatHoldsNothingIsNamed() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(qyran("run", empty.toString(), "--out", folder.resolve("out").toString()))
        .isEqualTo(2);

    assertThat(err.toString()).contains("the flight " + empty + " holds no file");
  }

  @Test
  void theResultMayNotLieInsideAFlightWhereTheNextRunWouldReadIt() throws IOException {
    Path flight = Files.createDirectory(folder.resolve("flight"));
    Files.writeString(flight.resolve("notes.txt"), "windy");

    assertThat(qyran("run", flight.toString(), "--out", flight.resolve("result").toString()))
        .isEqualTo(2);

    assertThat(err.toString()).contains("lies inside the flight").contains("name another folder");
  }

  @Test
  @Tag("slow")
  void aTerrainThatIsNoRasterIsNamed() throws IOException {
    Path flight = Files.createDirectory(folder.resolve("flight"));
    Files.writeString(flight.resolve("notes.txt"), "windy");
    Path terrain = Files.writeString(folder.resolve("dem.tif"), "no raster");

    assertThat(
            qyran(
                "run",
                flight.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--terrain",
                terrain.toString()))
        .isEqualTo(2);

    assertThat(err.toString())
        .contains("the elevation raster " + terrain + " cannot be read as a GeoTIFF");
  }

  @ParameterizedTest
  @CsvSource({
    "--world, atlantis, there is no world 'atlantis'; there are steppe-river",
    "--camera, pinhole, there is no camera 'pinhole'; there are colour",
    "--month, 12, 'month is 12, must lie in [4, 10]'",
    "--height, 500, 'height of a drone in m is 500.0, must lie in [30.0, 150.0]'",
    "--corridor, -10, 'pitch of the camera in degrees is -10.0, must lie in [-90.0, -45.0]'",
  })
  void aSurveyThatCannotBeFlownIsToldWhy(String option, String value, String sentence) {
    assertThat(qyran("simulate", "--out", folder.toString(), option + "=" + value)).isEqualTo(2);

    assertThat(err.toString()).contains(sentence);
  }

  @Test
  void anEvaluationWithoutATruthSaysWhatToName() {
    assertThat(qyran("evaluate", folder.toString())).isEqualTo(2);

    assertThat(err.toString()).contains("name --truth DIR, the survey's truth folder");
  }

  @Test
  void aRunIsScoredAgainstItsTruth() throws IOException {
    Path truth = Files.createDirectory(folder.resolve("truth"));
    Path run = Files.createDirectory(folder.resolve("result"));
    String square = "[[[10,0],[10.0001,0],[10.0001,0.0001],[10,0.0001],[10,0]]]";
    String feature =
        "{'type':'FeatureCollection','features':[{'type':'Feature','properties':{%s},'geometry':"
            + "{'type':'Polygon','coordinates':"
            + square
            + "}}]}";
    Files.writeString(
        truth.resolve("targets.geojson"),
        feature
            .formatted("'id':'p','type':'cannabis_plantation','area_m2':123")
            .replace('\'', '"'));
    Files.writeString(
        run.resolve("targets.geojson"),
        feature.formatted("'id':'t','type':'vegetation_stand','score':0.5").replace('\'', '"'));
    Files.writeString(
        run.resolve("coverage.geojson"), feature.formatted("'gap':false").replace('\'', '"'));
    Files.writeString(run.resolve("frames.csv"), "file,sha256\na.jpg,a1\n");

    assertThat(qyran("evaluate", "--truth", truth.toString(), run.toString())).isZero();

    assertThat(out.toString()).contains("All figures are simulated.").contains("1 of 1");
    assertThat(run.resolve("evaluation.html")).exists();
    assertThat(run.resolve("evaluation.json")).exists();
  }

  @Test
  void aTableOfPointsThatIsNotThereIsNamed() {
    Path missing = folder.resolve("points.csv");

    assertThat(qyran("locate", "--points", missing.toString())).isEqualTo(2);

    assertThat(err.toString()).contains("the table of points " + missing + " does not exist");
  }

  @Test
  void pointsAreAnsweredOnTheTerminalOrInAFile() throws IOException {
    Path points = Files.writeString(folder.resolve("points.csv"), "file,x,y\na.jpg,1,2\n");
    Path answer = folder.resolve("answer.csv");
    String rows =
        """
        file,x,y,lat,lon,height_m,ce90_m,reason,le90_m,detail
        a.jpg,1,2,,,,,UNREADABLE,,There is no such file.
        """;

    assertThat(qyran("locate", "--points", points.toString())).isZero();
    assertThat(
            qyran("locate", "--strict", "--points", points.toString(), "--out", answer.toString()))
        .isEqualTo(1);

    assertThat(out).hasToString(rows);
    assertThat(answer).hasContent(rows);
    assertThat(err.toString()).contains("1 points in 1 pictures: 0 located, 1 not.");
  }

  /** A folder is looked through for tiles, by {@code locate} as by {@code run}. */
  @Test
  void aFolderIsAnElevationToEveryCommandThatWantsOne() throws IOException {
    Path points = Files.writeString(folder.resolve("points.csv"), "file,x,y\n");
    Path tiles = Files.createDirectory(folder.resolve("tiles"));

    for (String[] command :
        List.of(
            new String[] {"locate", "--points", points.toString()},
            new String[] {"run", points.toString(), "--out", folder.resolve("out").toString()})) {
      List<String> words = new ArrayList<>(List.of(command));
      words.addAll(List.of("--terrain", tiles.toString()));
      assertThat(qyran(words.toArray(String[]::new))).as(command[0]).isEqualTo(2);
    }

    assertThat(err.toString())
        .containsPattern("(?s)holds no elevation.*holds no elevation")
        .doesNotContain("does not exist");
  }

  @Test
  void aMapThatIsNotKnownIsToldWhatIs() throws IOException {
    Path points = Files.writeString(folder.resolve("points.csv"), "file,x,y\n");

    assertThat(qyran("locate", "--points", points.toString(), "--crs", "EPSG:3857")).isEqualTo(2);

    assertThat(err.toString())
        .contains("'EPSG:3857' is no map system that is known here; supported are EPSG:32601");
  }

  @Test
  void allMistakesOfASettingsFileAreToldTogether() throws IOException {
    Path flight = Files.createDirectory(folder.resolve("flight"));
    Files.writeString(flight.resolve("notes.txt"), "windy");
    Path settings = folder.resolve("qyran.properties");
    Files.writeString(settings, "detect.tiles=512px\nlocate.range=far\n");

    assertThat(
            qyran(
                "run",
                flight.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--config",
                settings.toString()))
        .isEqualTo(2);

    assertThat(err.toString())
        .contains("detect.tiles is no setting; did you mean detect.tile?")
        .contains("locate.range is 'far', must be a number with the unit m");
  }

  @Test
  void aModelFromOutsideThatCannotBeRunIsToldBeforeTheRun() throws IOException {
    Path flight = Files.createDirectory(folder.resolve("flight"));
    Path manifest = folder.resolve("model.json");
    Files.copy(
        RealData.root()
            .resolve("detection/src/test/resources/org/qyran/detection/onnx/tiny-leaves.json"),
        manifest);
    Path settings = folder.resolve("qyran.properties");
    Files.writeString(settings, "detect.model=" + manifest + "\n");
    String[] run = {
      "run",
      flight.toString(),
      "--out",
      folder.resolve("out").toString(),
      "--config",
      settings.toString()
    };

    assertThat(qyran(run)).isEqualTo(2);
    assertThat(err.toString())
        .contains("'tiny-leaves.onnx', but there is no such file beside the manifest");

    Files.writeString(folder.resolve("tiny-leaves.onnx"), "Dear analyst, the model is too large.");
    assertThat(qyran(run)).isEqualTo(2);
    assertThat(err.toString()).contains("tiny-leaves.onnx cannot be run by ONNX Runtime");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aTextFileIsInspectedAndTheReasonTold() throws IOException {
    Path text = Files.writeString(folder.resolve("a.jpg"), "Dear analyst, the card was full.");

    assertThat(qyran("inspect", text.toString())).isZero();

    assertThat(out.toString()).contains("refused: ").contains("(UNSUPPORTED_FORMAT)");
  }

  @Test
  void strictTurnsARefusalIntoAnExitCode() throws IOException {
    Path text = Files.writeString(folder.resolve("a.jpg"), "Dear analyst, the card was full.");

    assertThat(qyran("inspect", "--strict", text.toString())).isEqualTo(1);
  }

  @Test
  @Tag("real")
  void theMetadataOfAVideoIsInspected() {
    Optional<Path> videos = RealData.find("klv");
    assumeTrue(videos.isPresent(), RealData.absent("klv"));

    assertThat(qyran("inspect", videos.orElseThrow().resolve("aphill_klv_10s.ts").toString()))
        .isZero();

    assertThat(out.toString())
        .contains("aircraft: ABCD")
        .contains("from 2008-09-17T15:23:32.027Z to 2008-09-17T15:23:4")
        .contains("begins at: 38.1599300, -77.3562140")
        .contains("heights: above mean sea level")
        .containsPattern("camera angles: in ([0-9]+) of \\1 reports");
  }

  @Test
  void aTableOfPositionsIsInspected() throws IOException {
    Path log =
        Files.writeString(
            folder.resolve("log.csv"),
            """
            time,latitude,longitude,height_msl_m,yaw_deg,pitch_deg,roll_deg
            2026-07-24T04:30:00Z,43.3,70.9,740.0,22,0,0
            2026-07-24T04:30:01Z,43.30007,70.90004,740.5,22,1,0
            """);

    assertThat(qyran("inspect", log.toString())).isZero();

    assertThat(out.toString())
        .contains("reports: 2, from 2026-07-24T04:30:00Z to 2026-07-24T04:30:01Z (UTC)")
        .contains("heights: above mean sea level")
        .contains("airframe angles: in 2 of 2 reports")
        .contains("camera angles: missing");
  }

  @Test
  @Tag("real")
  void aRealPictureIsInspected() {
    Path brighton = RealData.find("brighton_dji").orElse(null);
    assumeTrue(brighton != null, RealData.absent("brighton_dji"));

    assertThat(
            qyran("inspect", Objects.requireNonNull(brighton).resolve("DJI_0018.JPG").toString()))
        .isZero();

    // exiftool: Model FC300S, 46.84260708 -91.99455989, gimbal yaw 45, pitch -89.9, 4000 x 2250.
    assertThat(out.toString())
        .contains("sensor: DJI FC300S")
        .contains("position: 46.8426071, -91.9945599")
        .contains("yaw 45.00, pitch -89.90, roll 0.00")
        .contains("picture: 4000 x 2250 (pixels)");
  }

  @Test
  @Tag("slow")
  void aBrokerThatIsNotThereIsNamed() throws IOException {
    Path flight = Files.createDirectory(folder.resolve("flight"));
    Files.writeString(flight.resolve("notes.txt"), "windy");

    // The discard port: nothing listens there.
    assertThat(qyran("send", flight.toString(), "--kafka", "127.0.0.1:9")).isEqualTo(2);

    assertThat(err.toString()).contains("Kafka at 127.0.0.1:9 does not answer");
  }

  private int qyran(String... args) {
    return Qyran.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}

package org.qyran.ingest.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.model.Attitude;
import org.qyran.model.FrameIssue;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.Outcome;
import org.qyran.model.RunWarning;
import org.qyran.model.Telemetry;
import org.qyran.sampledata.sensor.LoggedPose;
import org.qyran.sampledata.sensor.TelemetryTable;

/** Every expected number stands in the table beside it. */
class CsvTelemetryTest {

  private static final String HEADER = "time,latitude,longitude\n";

  @TempDir private Path folder;

  @Test
  void readsEveryColumnOfThePage() {
    String table =
        """
        # exported by hand
        time,latitude,longitude,height_ellipsoid_m,height_msl_m,height_takeoff_m,height_ground_m,\
        yaw_deg,pitch_deg,roll_deg,camera_yaw_deg,camera_pitch_deg,camera_roll_deg,platform
        2026-05-14T09:30:00.25Z,-12.5,-70.25,480.5,450,60,58,350,-3,2.5,10,-90,0,"mule, old"
        """;

    TelemetryLog log = read(table);

    assertThat(log.warnings()).isEmpty();
    assertThat(log.reports())
        .containsExactly(
            new Telemetry(
                "flight",
                "mule, old",
                Instant.parse("2026-05-14T09:30:00.250Z"),
                new GeoPoint(-12.5, -70.25),
                List.of(
                    new Height(480.5, Height.Datum.ELLIPSOID),
                    new Height(450, Height.Datum.MEAN_SEA_LEVEL),
                    new Height(60, Height.Datum.TAKEOFF),
                    new Height(58, Height.Datum.GROUND)),
                new Attitude(350, -3, 2.5),
                new Attitude(10, -90, 0)));
  }

  @Test
  void readsTheSimulatorsTableAsItWasMade() {
    LoggedPose pose =
        new LoggedPose(
            Instant.parse("2026-05-14T09:30:00Z"),
            new GeoPoint(-12.5, -70.25),
            450.125,
            new Attitude(-10, -3, 2.5),
            new Attitude(10, -90, 0));
    TelemetryTable table =
        new TelemetryTable(
            "PA-18", TelemetryTable.FIVE_HERTZ, Duration.ofSeconds(-2), TelemetryTable.Angles.BOTH);

    TelemetryLog log = read(new String(table.toBytes(List.of(pose)), StandardCharsets.UTF_8));

    assertThat(log.warnings()).isEmpty();
    assertThat(log.reports())
        .containsExactly(
            new Telemetry(
                "flight",
                "PA-18",
                Instant.parse("2026-05-14T09:29:58Z"),
                pose.position(),
                List.of(new Height(450.125, Height.Datum.MEAN_SEA_LEVEL)),
                pose.airframe(),
                pose.camera()));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "2026-05-14T09:30:00Z",
        "2026-05-14 09:30:00Z",
        "2026-05-14T09:30Z",
        "2026-05-14T11:30:00+02:00",
        "2026-05-14T11:30:00+0200",
        "2026-05-14T04:30:00.000000-05",
      })
  void oneInstantMayBeWrittenInManyWays(String time) {
    TelemetryLog log = read(HEADER + time + ",1,2\n");

    assertThat(log.reports())
        .extracting(Telemetry::time)
        .containsExactly(Instant.parse("2026-05-14T09:30:00Z"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "time_unix_s,  1000000000.25",
    "time_unix_ms, 1000000000250",
  })
  void timeMayBeCountedFrom1970(String column, String time) {
    TelemetryLog log = read(column + ",latitude,longitude\n" + time + ",1,2\n");

    // The billionth second of Unix time is well known: 9 September 2001, 01:46:40 UTC.
    assertThat(log.reports())
        .extracting(Telemetry::time)
        .containsExactly(Instant.parse("2001-09-09T01:46:40.250Z"));
  }

  @Test
  void toleratesAByteOrderMarkWindowsLineEndsCapitalsAndComments() {
    TelemetryLog log =
        read("\uFEFF# note\r\n\r\nTime,Latitude,Longitude\r\n2026-05-14T09:30:00Z,1,2\r\n# end");

    assertThat(log.reports()).hasSize(1);
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void aRowThatIsNoRowIsLeftOutAndTheFirstIsTold() {
    TelemetryLog log =
        read(
            """
            time,latitude,longitude
            2026-05-14T09:30:00Z,1,2
            2026-05-14T09:30:01Z,91,2
            2026-05-14T09:30:02,1,2
            2026-05-14T09:30:03Z,1,2
            """);

    assertThat(log.reports()).hasSize(2);
    assertThat(log.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("LOG_ROWS_SKIPPED");
              assertThat(warning.message())
                  .contains("2 of 4 rows", "line 3", "latitude is '91', must be a number");
              assertThat(warning.files()).containsExactly("log.csv");
            });
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "2026-05-14T09:30:02Z,47,1234,8,5678", // decimal commas
        "2026-05-14T09:30:02Z,1",
        "2026-05-14T09:30:02Z,,2",
        "2026-05-14T09:30:02Z,NaN,2",
        "2026-05-14T09:30:02Z,1d,2",
        "2026-05-14T09:30:02Z,1,180.1",
        "1970-01-01T00:00:00Z,1,2", // a clock that was never set
        "yesterday,1,2",
        "\"2026-05-14T09:30:02Z,1,2",
      })
  void costsNoMoreThanItself(String row) {
    TelemetryLog log =
        read(HEADER + "2026-05-14T09:30:00Z,1,2\n" + row + "\n2026-05-14T09:30:03Z,1,2\n");

    assertThat(log.reports()).hasSize(2);
    assertThat(log.warnings()).extracting(RunWarning::code).containsExactly("LOG_ROWS_SKIPPED");
  }

  @Test
  void anAttitudeNeedsAllThreeAngles() {
    TelemetryLog log =
        read(
            """
            time,latitude,longitude,yaw_deg,pitch_deg,roll_deg
            2026-05-14T09:30:00Z,1,2,10,,0
            """);

    assertThat(log.reports()).singleElement().extracting(Telemetry::bodyAttitude).isNull();
  }

  @Test
  void tellsOfColumnsThatItDoesNotRead() {
    TelemetryLog log =
        read("time,latitude,longitude,height_msl,yaw_deg\n2026-05-14T09:30:00Z,1,2,450,10\n");

    assertThat(log.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("LOG_COLUMNS_IGNORED");
              assertThat(warning.message()).contains("height_msl, yaw_deg");
            });
  }

  @Test
  void rowsOutOfOrderAreSortedAndThinnedToTwentyInASecond() {
    StringBuilder table = new StringBuilder(HEADER);
    Random random = new Random(7);
    List<Integer> milliseconds =
        random.ints(2_000, 0, 10_000).boxed().toList(); // 200 rows in a second, in no order
    for (int millisecond : milliseconds) {
      table.append(
          "2026-05-14T09:30:%06.3fZ,1,2%n".formatted(millisecond / 1000.0).replace("\r", ""));
    }

    List<Telemetry> reports = read(table.toString()).reports();

    // In each of the 200 twentieths of a second there is a row but with a chance of 0.00004.
    assertThat(reports).hasSize(200).extracting(Telemetry::time).isSorted();
    for (int second = 0; second < 10; second++) {
      Instant from = Instant.parse("2026-05-14T09:30:00Z").plusSeconds(second);
      assertThat(reports)
          .filteredOn(r -> !r.time().isBefore(from) && r.time().isBefore(from.plusSeconds(1)))
          .hasSize(20);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "NO_TIME           | stamp,latitude,longitude;2026-05-14T09:30:00Z,1,2",
        "NO_TIME           | time,latitude,longitude;2026-05-14T09:30:00,1,2",
        "NO_POSITION       | time,lat,lon;2026-05-14T09:30:00Z,1,2",
        "NO_POSITION       | time,latitude,longitude;2026-05-14T09:30:00Z,,",
        "UNREADABLE        | time,latitude,longitude",
        "UNREADABLE        | # nothing but a comment",
        "UNREADABLE        | ''",
        "UNSUPPORTED_FORMAT| time,latitude,longitude,latitude;2026-05-14T09:30:00Z,1,2,1",
      })
  void refusesATableThatSaysNothing(IssueCode code, String table) {
    FrameIssue issue = outcome(table.replace(';', '\n')).findIssue().orElseThrow();

    assertThat(issue.code()).isEqualTo(code);
    assertThat(issue.flight()).isEqualTo("flight");
    assertThat(issue.file()).isEqualTo("log.csv");
  }

  @Test
  void aLineWithoutEndNeedsNoRoom() {
    String table = HEADER + "2026-05-14T09:30:00Z,1,2\n" + "x".repeat(3_000_000);

    TelemetryLog log = read(table);

    assertThat(log.reports()).hasSize(1);
    assertThat(log.warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.message()).hasSizeLessThan(300));
  }

  @Test
  void aFileThatIsGoneIsUnreadable() {
    ImageRef gone =
        new ImageRef(folder.resolve("gone.csv").toUri().toString(), "0".repeat(64), "gone.csv", 1);

    FrameIssue issue =
        new TelemetryReader().read(gone, LogFormat.CSV, "flight").findIssue().orElseThrow();

    assertThat(issue.code()).isEqualTo(IssueCode.UNREADABLE);
  }

  private TelemetryLog read(String table) {
    return outcome(table).find().orElseThrow();
  }

  private Outcome<TelemetryLog> outcome(String table) {
    try {
      Path file = Files.writeString(folder.resolve("log.csv"), table, StandardCharsets.UTF_8);
      return new TelemetryReader().read(LogFiles.of(file), LogFormat.CSV, "flight");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

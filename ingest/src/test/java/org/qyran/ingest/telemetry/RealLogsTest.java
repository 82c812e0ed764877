package org.qyran.ingest.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.Telemetry;
import org.qyran.sampledata.RealData;

/**
 * Logs that aircraft wrote. What DroneKit-LA says of the ArduPilot log lies beside it as JSON;
 * single numbers of both were read off the bytes with Python's {@code struct}.
 */
@Tag("real")
class RealLogsTest {

  private static final double RIGHT_TO_A_NANODEGREE = 1e-9;

  @Test
  void anArduPilotLogBeginsWithItsFirstFixOfThreeDimensions() {
    List<Telemetry> reports = read("log171.bin", LogFormat.ARDUPILOT).reports();

    // GPS week 1871 began on 15 November 2015; 603,882.4 s are six days and 23:44:42.4; GPS was 17
    // s ahead. Of the 1038 fixes two state the same time.
    assertThat(reports).hasSize(1037);
    assertThat(reports.get(0).time()).isEqualTo(Instant.parse("2015-11-21T23:44:25.400Z"));
    assertThat(reports.get(1036).time()).isEqualTo(Instant.parse("2015-11-21T23:47:54.400Z"));
    assertPlace(reports.get(0), -35.3623714, 149.1658533);
    assertThat(reports.get(0).heights())
        .containsExactly(new Height(590.08, Height.Datum.MEAN_SEA_LEVEL));
    assertThat(reports.get(0).platform()).isEqualTo("APM:Copter V3.3-dev (ae3192b8)");
  }

  @Test
  void anArduPilotLogGoesAsFarFromItsOriginAsAnotherProgramSays() throws IOException {
    List<Telemetry> reports = read("log171.bin", LogFormat.ARDUPILOT).reports();
    SurfacePoint origin = SurfacePoint.of(reports.get(0).position());

    double farthest =
        reports.stream()
            .mapToDouble(report -> origin.metersTo(SurfacePoint.of(report.position())))
            .max()
            .orElseThrow();

    // The other program reckons on a sphere, which is off by up to 0.4 % of the ellipsoid.
    double expected = expected().path("maximum-distance-from-origin").asDouble();
    assertThat(farthest).isCloseTo(expected, within(0.004 * expected));
  }

  @Test
  void anArduPilotLogLeansAtTheInstantAnotherProgramSaysItLeaned() throws IOException {
    Track track = Track.of(read("log171.bin", LogFormat.ARDUPILOT).reports());
    JsonNode lean = expected().path("tests").path("Attitude Control").path("results").path(0);

    // The fix of 603,882.4 s was logged 45.080 s after boot, by the median of all fixes.
    Duration sinceFirstFix =
        Duration.ofNanos(lean.path("timestamp_start").asLong() * 1000).minusMillis(45_080);
    Telemetry report = track.at(track.reports().get(0).time().plus(sinceFirstFix)).orElseThrow();

    // The report lies between two fixes 0.2 s apart, and the aircraft was pitching 17 degrees in
    // 0.3 s; so two degrees.
    Attitude attitude = body(report);
    assertThat(attitude.rollDegrees()).isCloseTo(evidence(lean, "Roll-at-Max-Delta="), within(2.0));
    assertThat(attitude.pitchDegrees())
        .isCloseTo(evidence(lean, "Pitch-at-Max-Delta="), within(2.0));
  }

  @Test
  void aPx4LogSaysWhereItWasAndWhichWayItPointed() {
    List<Telemetry> reports = read("sample_log_small.ulg", LogFormat.ULOG).reports();

    assertThat(reports).hasSize(32);
    Telemetry report = reports.get(15);
    assertThat(report.time()).isEqualTo(Instant.parse("2021-04-21T06:31:01.600343Z"));
    assertPlace(report, 63.4170509, 10.4082195);
    assertThat(report.heights())
        .containsExactlyInAnyOrder(
            new Height(63.984, Height.Datum.MEAN_SEA_LEVEL),
            new Height(103.936, Height.Datum.ELLIPSOID));
    // The quaternion 1.3 ms away, by the textbook's three arc tangents.
    Attitude attitude = body(report);
    assertThat(attitude.yawDegrees()).isCloseTo(5.134, within(0.1));
    assertThat(attitude.pitchDegrees()).isCloseTo(-0.090, within(0.1));
    assertThat(attitude.rollDegrees()).isCloseTo(1.084, within(0.1));
    assertThat(report.platform()).isEqualTo("PX4 CUBEPILOT_CUBEORANGE");
  }

  @Test
  void soundLogsComeWithoutWarnings() {
    assertThat(read("log171.bin", LogFormat.ARDUPILOT).warnings()).isEmpty();
    assertThat(read("sample_log_small.ulg", LogFormat.ULOG).warnings()).isEmpty();
  }

  private static double evidence(JsonNode result, String name) {
    for (JsonNode line : result.path("evidence")) {
      if (line.asText().startsWith(name)) {
        return Double.parseDouble(line.asText().substring(name.length()).replace(" degrees", ""));
      }
    }
    throw new IllegalStateException("no evidence " + name + " in " + result);
  }

  private static Attitude body(Telemetry report) {
    return Optional.ofNullable(report.bodyAttitude()).orElseThrow();
  }

  private static void assertPlace(Telemetry report, double latitude, double longitude) {
    GeoPoint position = report.position();
    assertThat(position.latitudeDegrees()).isCloseTo(latitude, within(RIGHT_TO_A_NANODEGREE));
    assertThat(position.longitudeDegrees()).isCloseTo(longitude, within(RIGHT_TO_A_NANODEGREE));
  }

  private static JsonNode expected() throws IOException {
    return new ObjectMapper().readTree(file("log171.bin-expected-json").toFile());
  }

  private static TelemetryLog read(String name, LogFormat format) {
    return new TelemetryReader()
        .read(LogFiles.of(file(name)), format, "flight")
        .find()
        .orElseThrow();
  }

  private static Path file(String name) {
    Optional<Path> logs = RealData.find("logs");
    assumeTrue(logs.isPresent(), RealData.absent("logs"));
    return logs.orElseThrow().resolve(name);
  }
}

package org.qyran.ingest.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.ingest.telemetry.klv.KlvAccount;
import org.qyran.ingest.telemetry.klv.KlvFile;
import org.qyran.ingest.telemetry.klv.MisbReport;
import org.qyran.ingest.telemetry.klv.Quantity;
import org.qyran.model.Attitude;
import org.qyran.model.Height;
import org.qyran.model.IssueCode;
import org.qyran.model.Outcome;
import org.qyran.model.Telemetry;
import org.qyran.sampledata.RealData;

/**
 * Metadata of video: ten seconds that an aircraft recorded over Fort A. P. Hill (EG 0104), and
 * streams of ST 0601 that another program wrote, with what it says is in them.
 */
@Tag("real")
class RealVideoMetadataTest {

  private static final Map<Integer, Quantity> TAGS =
      Map.of(
          2, Quantity.TIME_MICROSECONDS,
          5, Quantity.HEADING_DEGREES,
          13, Quantity.LATITUDE_DEGREES,
          14, Quantity.LONGITUDE_DEGREES,
          15, Quantity.SEA_LEVEL_METERS,
          18, Quantity.RELATIVE_AZIMUTH_DEGREES,
          19, Quantity.RELATIVE_ELEVATION_DEGREES,
          20, Quantity.RELATIVE_ROLL_DEGREES,
          104, Quantity.ELLIPSOID_METERS,
          136, Quantity.LEAP_SECONDS);

  @ParameterizedTest
  @ValueSource(strings = {"h264_klv.ts", "mpeg2_klv.ts"})
  void aVideosSetsSayWhatAnotherProgramSaysTheySay(String name) throws IOException {
    List<MisbReport> reports = new ArrayList<>();
    KlvAccount account;
    try (InputStream in = Files.newInputStream(file(name))) {
      account = KlvFile.readVideo(in, reports::add);
    }
    JsonNode expected = decoded();

    assertThat(account.damagedSets()).isZero();
    assertThat(account.badItems()).isZero();
    assertThat(reports).hasSize(expected.size());
    for (int set = 0; set < expected.size(); set++) {
      for (JsonNode item : expected.get(set).path("value")) {
        int tag = item.path("key").path("integer").asInt();
        Quantity quantity = TAGS.get(tag);
        if (quantity != null) {
          JsonNode value = item.path("value");
          double number = value.has("value") ? value.path("value").asDouble() : value.asDouble();
          assertThat(Objects.requireNonNull(reports.get(set).numbers().get(quantity)))
              .as("set %d, item %d", set, tag)
              .isCloseTo(number, within(1e-9));
        }
      }
    }
    // Items 90 and 91 are finer than 6 and 7.
    assertThat(Objects.requireNonNull(reports.get(0).numbers().get(Quantity.PITCH_DEGREES)))
        .isCloseTo(-0.4315251020861441, within(1e-12));
    assertThat(reports.get(0).platform()).isEqualTo("MQ1-B");
  }

  @Test
  void aBareSetIsReadAndItsTwoRotationsMultiplied() {
    Telemetry report = read("DynamicOnlyMISMMSPacketData.bin", LogFormat.KLV).get(0);

    // Read off the bytes with Python.
    assertThat(report.time()).isEqualTo(Instant.parse("2009-01-12T22:08:22Z"));
    assertThat(report.position().latitudeDegrees()).isCloseTo(60.176822967, within(1e-9));
    assertThat(report.position().longitudeDegrees()).isCloseTo(128.426759042, within(1e-9));
    assertThat(report.heights()).hasSize(1);
    assertThat(report.heights().get(0).meters()).isCloseTo(14_190.7195, within(1e-3));
    assertThat(report.heights().get(0).datum()).isEqualTo(Height.Datum.MEAN_SEA_LEVEL);
    Attitude body = Objects.requireNonNull(report.bodyAttitude());
    assertThat(body.yawDegrees()).isCloseTo(159.97436484, within(1e-8));
    assertThat(body.pitchDegrees()).isCloseTo(-0.43153172, within(1e-8));
    assertThat(body.rollDegrees()).isCloseTo(3.40586566, within(1e-8));
    // SciPy 1.17.1: Rotation.from_euler("ZYX", body) * from_euler("ZYX", [160.719, -168.792, 0]).
    Attitude camera = Objects.requireNonNull(report.cameraAttitude());
    assertThat(camera.yawDegrees()).isCloseTo(140.064133, within(1e-5));
    assertThat(camera.pitchDegrees()).isCloseTo(-10.471627, within(1e-5));
    assertThat(camera.rollDegrees()).isCloseTo(-176.585808, within(1e-5));
  }

  @Test
  void aSetWithAWrongChecksumIsRefusedAndTheCauseTold() {
    // This file's bytes add up to 3e1e, and it states aa43.
    Outcome<TelemetryLog> outcome =
        new TelemetryReader()
            .read(
                LogFiles.of(file("DynamicConstantMISMMSPacketData.bin")), LogFormat.KLV, "flight");

    assertThat(outcome.findIssue().orElseThrow().code()).isEqualTo(IssueCode.UNREADABLE);
    assertThat(outcome.findIssue().orElseThrow().detail()).contains("1 with a wrong checksum");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aphill_klv_10s.klv", "aphill_klv_10s.ts"})
  void anAircraftsTenSecondsAreATrack(String name) {
    List<Telemetry> reports =
        read(name, name.endsWith(".ts") ? LogFormat.TRANSPORT_STREAM : LogFormat.KLV);

    // 300 sets at 30 a second; 20 a second are kept.
    assertThat(reports).hasSizeBetween(195, 202);
    assertThat(reports.get(0).time()).isEqualTo(Instant.parse("2008-09-17T15:23:32.027Z"));
    assertThat(reports.get(0).position().latitudeDegrees()).isCloseTo(38.15993, within(1e-6));
    assertThat(reports.get(0).platform()).isEqualTo("ABCD");
    assertThat(reports).allSatisfy(report -> assertThat(report.cameraAttitude()).isNotNull());
    // 122.4 m to the east and 16 m to the south in its first two seconds.
    assertThat(Track.of(reports).speedMetersPerSecond(reports.get(100).time()).orElseThrow())
        .isCloseTo(61.4, within(1.0));
  }

  @Test
  void theAngleToNorthLeadsToWhereTheSetsThemselvesSayTheCameraLooked() {
    Telemetry first = read("aphill_klv_10s.klv", LogFormat.KLV).get(0);
    Attitude camera = Objects.requireNonNull(first.cameraAttitude());
    Attitude body = Objects.requireNonNull(first.bodyAttitude());

    // Its frame centre, 38.1850929, -77.3581350, lies 2787 m to the north and 168 m to the west: at
    // -3.42 degrees. That is the stated angle counted from the grid north of UTM zone 18, whose
    // convergence here is -1.46. The heading, 97.96, is not to be added.
    assertThat(camera.yawDegrees()).isCloseTo(-3.42, within(1.5));
    assertThat(body.yawDegrees()).isCloseTo(97.96, within(0.01));
    // 1984.6 m up and 2797.7 m away over ground at height 0.
    assertThat(camera.pitchDegrees())
        .isCloseTo(-Math.toDegrees(Math.atan2(1_984.6, 2_797.7)), within(0.01));
  }

  @Test
  void aVideoWithoutMetadataIsRefusedWithTheReason() {
    Outcome<TelemetryLog> outcome =
        new TelemetryReader()
            .read(LogFiles.of(file("h264_no_klv.ts")), LogFormat.TRANSPORT_STREAM, "flight");

    assertThat(outcome.findIssue().orElseThrow().code()).isEqualTo(IssueCode.UNSUPPORTED_FORMAT);
    assertThat(outcome.findIssue().orElseThrow().detail()).contains("carries no metadata");
  }

  @Test
  void aSetOfAnotherStandardSaysNothingOfTheCamera() {
    Outcome<TelemetryLog> outcome =
        new TelemetryReader().read(LogFiles.of(file("0903.bin")), LogFormat.KLV, "flight");

    assertThat(outcome.findIssue().orElseThrow().code()).isEqualTo(IssueCode.UNREADABLE);
  }

  private static List<Telemetry> read(String name, LogFormat format) {
    Outcome<TelemetryLog> outcome =
        new TelemetryReader().read(LogFiles.of(file(name)), format, "flight");
    assertThat(outcome.findIssue()).isEmpty();
    TelemetryLog log = outcome.find().orElseThrow();
    assertThat(log.warnings()).isEmpty();
    return log.reports();
  }

  private static JsonNode decoded() throws IOException {
    try (InputStream in =
        new InflaterInputStream(Files.newInputStream(file("video_stream_klv.json.zz")))) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static Path file(String name) {
    Optional<Path> folder = RealData.find("klv");
    assumeTrue(folder.isPresent(), RealData.absent("klv"));
    return folder.orElseThrow().resolve(name);
  }
}

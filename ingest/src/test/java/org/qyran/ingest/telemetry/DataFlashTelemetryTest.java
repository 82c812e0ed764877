package org.qyran.ingest.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.ingest.telemetry.log.LogBytes;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.IssueCode;
import org.qyran.model.Outcome;
import org.qyran.model.RunWarning;
import org.qyran.model.Telemetry;

/** Small ArduPilot logs put together by hand: what goes in is what must come out. */
class DataFlashTelemetryTest {

  private static final int GPS = 130;
  private static final int ATT = 131;
  private static final int POS = 132;
  private static final int MNT = 133;
  private static final int PARM = 134;
  private static final int MSG = 135;

  /** 14 May 2026 is a Thursday, in week 2418, which began on 10 May; 9:30 of it. */
  private static final Instant START = Instant.parse("2026-05-14T09:30:00Z");

  private static final short WEEK = 2418;
  private static final int START_MILLISECONDS = (4 * 86_400 + 9 * 3600 + 30 * 60 + 18) * 1000;

  @TempDir private Path folder;

  @Test
  void readsPlaceTimeAnglesHeightAndName() {
    LogBytes log =
        log()
            .message(MSG, 1L, LogBytes.padded("ArduCopter V4.5.7 (2a3dc4b7)", 64))
            .message(MSG, 2L, LogBytes.padded("Frame: QUAD", 64))
            .message(ATT, 1_000_000L, (short) -150, (short) 220, (short) 35_900)
            .message(POS, 1_000_000L, 60f, 61f)
            .message(MNT, 1_000_000L, (byte) 0, 1f, -89f, 5f, 4f)
            .message(GPS, fix(0, 1_050_000))
            .message(ATT, 1_100_000L, (short) -150, (short) 220, (short) 100)
            .message(POS, 1_100_000L, 62f, 63f)
            .message(MNT, 1_100_000L, (byte) 0, 1f, -89f, 7f, 6f);

    TelemetryLog read = read(log);

    assertThat(read.warnings()).isEmpty();
    Telemetry report = read.reports().get(0);
    assertThat(report.time()).isEqualTo(START);
    assertThat(report.platform()).isEqualTo("ArduCopter V4.5.7 (2a3dc4b7)");
    assertThat(report.position()).isEqualTo(new GeoPoint(-35.3623714, 149.1658533));
    assertThat(report.heights())
        .containsExactly(
            new Height(590.08, Height.Datum.MEAN_SEA_LEVEL), new Height(61, Height.Datum.TAKEOFF));
    // Half way between -1 and 1 degrees of yaw, and between 4 and 6 of the camera's.
    assertAngles(Optional.ofNullable(report.bodyAttitude()), 0, 2.2, -1.5);
    assertAngles(Optional.ofNullable(report.cameraAttitude()), 5, -89, 1);
  }

  @Test
  void anglesMoreThanASecondAwayAreNotTaken() {
    LogBytes log =
        log()
            .message(ATT, 1_000_000L, (short) 0, (short) 0, (short) 0)
            .message(GPS, fix(0, 1_050_000))
            .message(ATT, 2_000_001L, (short) 0, (short) 0, (short) 0);

    assertThat(read(log).reports()).singleElement().extracting(Telemetry::bodyAttitude).isNull();
  }

  @Test
  void aMountThatDoesNotKnowIsNoCamera() {
    LogBytes log = log().message(GPS, fix(0, 1_050_000));
    for (long micros : new long[] {1_000_000, 1_100_000}) {
      log.message(MNT, micros, (byte) 0, 0f, -90f, Float.NaN, Float.NaN);
    }

    TelemetryLog read = read(log);

    assertThat(read.reports()).singleElement().extracting(Telemetry::cameraAttitude).isNull();
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void heightsAboveAnUncertainDatumAreLeftOutEvenWhenItIsToldLate() {
    LogBytes log =
        log()
            .message(GPS, fix(0, 1_050_000))
            .message(PARM, 1_060_000L, LogBytes.padded("GPS_DRV_OPTIONS", 16), 16f);

    TelemetryLog read = read(log);

    assertThat(read.reports().get(0).heights()).isEmpty();
    assertThat(read.warnings())
        .extracting(RunWarning::code)
        .containsExactly("LOG_HEIGHTS_LEFT_OUT");
  }

  @Test
  void oneReceiverIsTakenForTheWholeLog() {
    LogBytes log = log();
    for (int fifth = 0; fifth < 20; fifth++) {
      log.message(GPS, fix(fifth, 1_000_000 + fifth * 200_000L));
      Object[] second = fix(fifth, 1_000_000 + fifth * 200_000L);
      second[1] = (byte) 1;
      second[5] = -350_000_000;
      if (fifth < 19) {
        log.message(GPS, second);
      }
    }

    assertThat(read(log).reports())
        .hasSize(20)
        .allSatisfy(report -> assertThat(report.position().latitudeDegrees()).isLessThan(-35.3));
  }

  @Test
  void aReceiverThatWasOutForLongIsNotTheOne() {
    LogBytes log = log().message(GPS, fix(0, 1_000_000));
    for (int fifth = 0; fifth < 20; fifth++) {
      Object[] second = fix(fifth, 1_000_000 + fifth * 200_000L);
      second[1] = (byte) 1;
      second[5] = -350_000_000;
      log.message(GPS, second);
    }

    assertThat(read(log).reports())
        .hasSize(20)
        .allSatisfy(report -> assertThat(report.position().latitudeDegrees()).isEqualTo(-35.0));
  }

  @Test
  void fixesBeforeTheWeekIsKnownAreNotDated() {
    Object[] fix = fix(0, 1_050_000);
    fix[4] = (short) 0;

    assertThat(refusal(log().message(GPS, fix))).isEqualTo(IssueCode.NO_TIME);
  }

  @Test
  void aFixOfTwoDimensionsIsNone() {
    Object[] fix = fix(0, 1_050_000);
    fix[2] = (byte) 2;

    assertThat(refusal(log().message(GPS, fix))).isEqualTo(IssueCode.NO_POSITION);
  }

  @Test
  void refusesWhatIsEmptyOrNoLog() {
    assertThat(refusal(new LogBytes())).isEqualTo(IssueCode.UNREADABLE);
    assertThat(refusal(new LogBytes().raw(new byte[9000]))).isEqualTo(IssueCode.UNREADABLE);
  }

  @Test
  void damageIsToldWithWhatCouldStillBeRead() {
    LogBytes log =
        log().message(GPS, fix(0, 1_050_000)).raw(1, 2, 3, 4, 5).message(GPS, fix(1, 1_250_000));

    TelemetryLog read = read(log);

    assertThat(read.reports()).hasSize(2);
    assertThat(read.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("LOG_DAMAGED");
              assertThat(warning.message()).contains("5 of its " + log.size());
            });
  }

  private static LogBytes log() {
    return LogBytes.dataFlash()
        .fmt(GPS, 3 + 28, "GPS", "QBBIHLLe", "TimeUS,I,Status,GMS,GWk,Lat,Lng,Alt")
        .fmt(ATT, 3 + 14, "ATT", "QccC", "TimeUS,Roll,Pitch,Yaw")
        .fmt(POS, 3 + 16, "POS", "Qff", "TimeUS,RelHomeAlt,RelOriginAlt")
        .fmt(MNT, 3 + 25, "MNT", "QBffff", "TimeUS,I,Roll,Pitch,YawB,YawE")
        .fmt(PARM, 3 + 28, "PARM", "QNf", "TimeUS,Name,Value")
        .fmt(MSG, 3 + 72, "MSG", "QZ", "TimeUS,Message");
  }

  private static Object[] fix(int fifth, long bootMicros) {
    return new Object[] {
      bootMicros,
      (byte) 0,
      (byte) 3,
      START_MILLISECONDS + fifth * 200,
      WEEK,
      -353_623_714,
      1_491_658_533,
      59_008
    };
  }

  private static void assertAngles(
      Optional<Attitude> attitude, double yaw, double pitch, double roll) {
    assertThat(attitude.orElseThrow().yawDegrees()).isCloseTo(yaw, within(0.01));
    assertThat(attitude.orElseThrow().pitchDegrees()).isCloseTo(pitch, within(0.01));
    assertThat(attitude.orElseThrow().rollDegrees()).isCloseTo(roll, within(0.01));
  }

  private TelemetryLog read(LogBytes log) {
    return outcome(log).find().orElseThrow();
  }

  private IssueCode refusal(LogBytes log) {
    return outcome(log).findIssue().orElseThrow().code();
  }

  private Outcome<TelemetryLog> outcome(LogBytes log) {
    try {
      Path file = Files.write(folder.resolve("log"), log.bytes());
      return new TelemetryReader().read(LogFiles.of(file), LogFormat.ARDUPILOT, "flight");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.qyran.ingest.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.ingest.telemetry.log.LogBytes;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.IssueCode;
import org.qyran.model.Outcome;
import org.qyran.model.RunWarning;
import org.qyran.model.Telemetry;

/** Small PX4 logs put together by hand: what goes in is what must come out. */
class ULogTelemetryTest {

  private static final Instant START = Instant.parse("2026-05-14T09:30:00Z");
  private static final long START_MICROS = START.getEpochSecond() * 1_000_000;
  private static final float SQRT_HALF = (float) Math.sqrt(0.5);

  private static final int GPS = 1;
  private static final int ATTITUDE = 2;
  private static final int GIMBAL = 3;
  private static final int HOME = 4;
  private static final int GLOBAL = 5;
  private static final int SECOND_GIMBAL = 6;

  private static final String OLD_GPS =
      "uint64_t timestamp;uint64_t time_utc_usec;int32_t lat;int32_t lon;int32_t alt;"
          + "int32_t alt_ellipsoid;int32_t timestamp_time_relative;uint8_t fix_type;";
  private static final String NEW_GPS =
      "uint64_t timestamp;uint64_t time_utc_usec;double latitude_deg;double longitude_deg;"
          + "double altitude_msl_m;double altitude_ellipsoid_m;uint8_t fix_type;";

  @TempDir private Path folder;

  @Test
  void readsDegreesAndMetresOfNewerLogs() {
    LogBytes log =
        LogBytes.ulog()
            .format("sensor_gps:" + NEW_GPS)
            .subscribe(GPS, 0, "sensor_gps")
            .data(GPS, 1_000_000L, START_MICROS, -33.5, -70.25, 450.5, 480.25, (byte) 3);

    assertThat(read(log).reports())
        .containsExactly(
            new Telemetry(
                "flight",
                "",
                START,
                new GeoPoint(-33.5, -70.25),
                List.of(
                    new Height(450.5, Height.Datum.MEAN_SEA_LEVEL),
                    new Height(480.25, Height.Datum.ELLIPSOID)),
                null,
                null));
  }

  @ParameterizedTest(name = "ellipsoid height {0} mm beside 450000 mm")
  @CsvSource({"0", "450000"})
  void aDriverThatDoesNotKnowTheEllipsoidIsNotBelieved(int ellipsoidMillimeters) {
    LogBytes log = logs().data(GPS, fix(0, 450_000, ellipsoidMillimeters));

    assertThat(read(log).reports())
        .singleElement()
        .satisfies(
            report ->
                assertThat(report.heights())
                    .containsExactly(new Height(450, Height.Datum.MEAN_SEA_LEVEL)));
  }

  @Test
  void theAttitudeIsThatOfTheFixAndNotOfItsArrival() {
    // Fixes arrive 100 ms after they state, but for one that arrives 900 ms late; the nose turns by
    // 10 degrees in a second.
    LogBytes log = logs();
    for (int tenth = 0; tenth <= 60; tenth++) {
      log.data(ATTITUDE, attitude(tenth * 100_000L, tenth));
    }
    for (int fifth = 0; fifth < 25; fifth++) {
      long late = fifth == 12 ? 900_000 : 100_000;
      log.data(GPS, fix(fifth, 450_000, 480_000, fifth * 200_000L + late));
    }

    List<Telemetry> reports = read(log).reports();

    assertThat(reports).hasSize(25);
    for (int fifth = 0; fifth < 25; fifth++) {
      // At the arrival of an ordinary fix, 2 degrees for each fifth and one for the delay.
      assertThat(body(reports.get(fifth)).yawDegrees())
          .as("fix %d", fifth)
          .isCloseTo(2 * fifth + 1, within(1e-4));
    }
  }

  @Test
  void aFixMayHaveArrivedAfterItsTimeDid() {
    Object[] fix = fix(0, 450_000, 480_000, 1_000_000L);
    fix[6] = -300_000; // timestamp_time_relative
    LogBytes log =
        logs()
            .data(ATTITUDE, attitude(600_000L, 6))
            .data(ATTITUDE, attitude(800_000L, 8))
            .data(ATTITUDE, attitude(1_100_000L, 11))
            .data(GPS, fix);

    assertThat(body(read(log).reports().get(0)).yawDegrees()).isCloseTo(7, within(1e-4));
  }

  @Test
  void theAngleOfAQuaternionIsTheAirframes() {
    // A quarter turn about the nose's axis: right wing straight down.
    LogBytes log =
        logs()
            .data(ATTITUDE, 0L, SQRT_HALF, SQRT_HALF, 0f, 0f)
            .data(ATTITUDE, 900_000L, SQRT_HALF, SQRT_HALF, 0f, 0f)
            .data(GPS, fix(1, 450_000, 480_000));

    Attitude body = body(read(log).reports().get(0));

    assertThat(body.rollDegrees()).isCloseTo(90, within(1e-4));
    assertThat(body.pitchDegrees()).isCloseTo(0, within(1e-4));
    assertThat(body.yawDegrees()).isCloseTo(0, within(1e-4));
  }

  @ParameterizedTest(name = "flags {0}: from north is {1}")
  @CsvSource({
    "64, true", // GIMBAL_DEVICE_FLAGS_YAW_IN_EARTH_FRAME
    "16, true", // YAW_LOCK alone, of older devices
    "80, true",
    "32, false", // YAW_IN_VEHICLE_FRAME
    "48, false",
    "0, false",
  })
  void aGimbalCountsOnlyWhenItsYawIsFromNorth(int flags, boolean fromNorth) {
    LogBytes log = logs().data(GPS, fix(1, 450_000, 480_000));
    for (long micros : new long[] {0, 900_000}) {
      // Nose down by a quarter turn: straight down.
      log.data(GIMBAL, micros, SQRT_HALF, 0f, -SQRT_HALF, 0f, (short) flags);
    }

    Optional<Attitude> camera = Optional.ofNullable(read(log).reports().get(0).cameraAttitude());

    assertThat(camera.isPresent()).isEqualTo(fromNorth);
    camera.ifPresent(attitude -> assertThat(attitude.pitchDegrees()).isCloseTo(-90, within(1e-3)));
  }

  @Test
  void ofTwoGimbalsNeitherIsTaken() {
    LogBytes log = logs().data(GPS, fix(1, 450_000, 480_000));
    for (long micros : new long[] {0, 900_000}) {
      log.data(GIMBAL, micros, SQRT_HALF, 0f, -SQRT_HALF, 0f, (short) 64);
      log.data(SECOND_GIMBAL, micros, 1f, 0f, 0f, 0f, (short) 64);
    }

    TelemetryLog read = read(log);

    assertThat(read.reports()).singleElement().extracting(Telemetry::cameraAttitude).isNull();
    assertThat(read.warnings()).extracting(RunWarning::code).containsExactly("LOG_CAMERA_LEFT_OUT");
  }

  @Test
  void theHeightAboveTakeoffIsThatAboveHome() {
    LogBytes log =
        logs()
            .data(HOME, 0L, 440f, (byte) 1, (byte) 0)
            .data(GLOBAL, 100_000L, 460f)
            .data(GLOBAL, 300_000L, 470f)
            .data(GPS, fix(1, 450_000, 480_000));

    assertThat(read(log).reports().get(0).heights())
        .contains(new Height(25, Height.Datum.TAKEOFF)); // 465 m half way, home at 440 m
  }

  @Test
  void aHomeThatSomebodyMovedIsNoTakeoff() {
    LogBytes log =
        logs()
            .data(HOME, 0L, 440f, (byte) 1, (byte) 1)
            .data(GLOBAL, 100_000L, 460f)
            .data(GLOBAL, 300_000L, 470f)
            .data(GPS, fix(1, 450_000, 480_000));

    assertThat(read(log).reports().get(0).heights())
        .extracting(Height::datum)
        .doesNotContain(Height.Datum.TAKEOFF);
  }

  @Test
  void aFixThatContradictsAllOthersIsLeftOut() {
    LogBytes log = logs();
    for (int fifth = 0; fifth < 10; fifth++) {
      log.data(GPS, fix(fifth, 450_000, 480_000));
    }
    // An hour ahead, as a receiver is that does not know yet.
    log.data(GPS, fix(5 * 3600, 450_000, 480_000, 3_000_000L));

    TelemetryLog read = read(log);

    assertThat(read.reports()).hasSize(10);
    assertThat(read.warnings()).extracting(RunWarning::code).containsExactly("LOG_CLOCK_JUMPED");
  }

  @Test
  void fixesWithoutTimeAreNotDated() {
    Object[] fix = fix(0, 450_000, 480_000);
    fix[1] = 0L;

    assertThat(refusal(logs().data(GPS, fix))).isEqualTo(IssueCode.NO_TIME);
  }

  @Test
  void aLogWithoutAFixHasNoPosition() {
    Object[] fix = fix(0, 450_000, 480_000);
    fix[7] = (byte) 2;

    assertThat(refusal(logs().data(GPS, fix))).isEqualTo(IssueCode.NO_POSITION);
    assertThat(refusal(logs())).isEqualTo(IssueCode.NO_POSITION);
  }

  @Test
  void refusesWhatIsEmptyDamagedOrNewer() {
    byte[] flags = new byte[40];
    flags[9] = 1;

    assertThat(refusal(new LogBytes())).isEqualTo(IssueCode.UNREADABLE);
    assertThat(refusal(new LogBytes().raw(new byte[1000]))).isEqualTo(IssueCode.UNREADABLE);
    assertThat(refusal(LogBytes.ulog().ulogMessage('B', flags)))
        .isEqualTo(IssueCode.UNSUPPORTED_FORMAT);
  }

  @Test
  void aLogThatBreaksOffIsReadToThereAndTold() {
    byte[] log = logs().data(GPS, fix(0, 450_000, 480_000)).data(GPS, fix(1, 0, 0)).bytes();

    TelemetryLog read = read(new LogBytes().raw(Arrays.copyOf(log, log.length - 1)));

    assertThat(read.reports()).hasSize(1);
    assertThat(read.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("LOG_DAMAGED");
              assertThat(warning.files()).containsExactly("log");
            });
  }

  @Test
  void noDamageMakesItThrowOrBreakTheOrderOfTime() {
    LogBytes log = logs().property("ver_hw", "X");
    for (int fifth = 0; fifth < 10; fifth++) {
      log.data(ATTITUDE, attitude(fifth * 200_000L, fifth)).data(GPS, fix(fifth, 450_000, 0));
    }
    byte[] whole = log.sync().bytes();
    Random random = new Random(20261124);
    for (int trial = 0; trial < 1_000; trial++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 20; i++) {
        damaged[16 + random.nextInt(damaged.length - 16)] = (byte) random.nextInt();
      }

      assertThatCode(
              () ->
                  outcome(new LogBytes().raw(damaged))
                      .find()
                      .ifPresent(
                          read ->
                              assertThat(read.reports()).extracting(Telemetry::time).isSorted()))
          .as("trial %d: %s", trial, Arrays.toString(damaged))
          .doesNotThrowAnyException();
    }
  }

  /** The kinds of message of a log, without one of them. */
  private static LogBytes logs() {
    String gimbal = "gimbal_device_attitude_status";
    return LogBytes.ulog()
        .format("vehicle_gps_position:" + OLD_GPS)
        .format("vehicle_attitude:uint64_t timestamp;float[4] q;")
        .format(gimbal + ":uint64_t timestamp;float[4] q;uint16_t device_flags;")
        .format("home_position:uint64_t timestamp;float alt;bool valid_alt;bool manual_home;")
        .format("vehicle_global_position:uint64_t timestamp;float alt;")
        .subscribe(GPS, 0, "vehicle_gps_position")
        .subscribe(ATTITUDE, 0, "vehicle_attitude")
        .subscribe(GIMBAL, 0, gimbal)
        .subscribe(SECOND_GIMBAL, 1, gimbal)
        .subscribe(HOME, 0, "home_position")
        .subscribe(GLOBAL, 0, "vehicle_global_position");
  }

  private static Object[] attitude(long bootMicros, double yawDegrees) {
    double half = Math.toRadians(yawDegrees) / 2;
    return new Object[] {bootMicros, (float) Math.cos(half), 0f, 0f, (float) Math.sin(half)};
  }

  private static Object[] fix(int fifth, int seaLevelMillimeters, int ellipsoidMillimeters) {
    return fix(fifth, seaLevelMillimeters, ellipsoidMillimeters, fifth * 200_000L);
  }

  private static Object[] fix(
      int fifth, int seaLevelMillimeters, int ellipsoidMillimeters, long bootMicros) {
    return new Object[] {
      bootMicros,
      START_MICROS + fifth * 200_000L,
      -335_000_000 + fifth,
      184_000_000,
      seaLevelMillimeters,
      ellipsoidMillimeters,
      0,
      (byte) 3
    };
  }

  private static Attitude body(Telemetry report) {
    return Optional.ofNullable(report.bodyAttitude()).orElseThrow();
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
      return new TelemetryReader().read(LogFiles.of(file), LogFormat.ULOG, "flight");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

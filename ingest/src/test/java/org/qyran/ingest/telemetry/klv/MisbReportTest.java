package org.qyran.ingest.telemetry.klv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qyran.model.Attitude;
import org.qyran.model.Height;
import org.qyran.model.Height.Datum;

/** Angles of an aircraft and its camera, with a pencil. */
class MisbReportTest {

  private static final double DEGREES = 1e-9;

  @Test
  void aLevelAircraftAddsItsHeadingToTheSensorsAzimuth() {
    Attitude camera = camera(30, 0, 0, 100, -40, 5);

    assertAngles(camera, 130, -40, 5);
  }

  @Test
  void aSensorThatLooksOverTheNoseIsPitchedWithIt() {
    assertAngles(camera(30, 4, 0, 0, -40, 0), 30, -36, 0);
  }

  @Test
  void aSensorThatLooksOverTheTailIsPitchedAgainstIt() {
    assertAngles(camera(30, 4, 0, 180, -40, 0), -150, -44, 0);
  }

  @Test
  void aSensorThatLooksToTheRightGoesDownWithTheRightWing() {
    assertAngles(camera(0, 0, 10, 90, -40, 0), 90, -50, 0);
  }

  @Test
  void aSensorsRollOfThreeHundredAndFiftyIsTenToTheOtherSide() {
    assertAngles(camera(0, 0, 0, 0, -40, 350), 0, -40, -10);
  }

  @Test
  void anAbsoluteAngleToNorthIsNotAddedToTheHeading() {
    MisbReport report =
        new MisbReport(
            Map.of(
                Quantity.HEADING_DEGREES, 97.96,
                Quantity.PITCH_DEGREES, 1.0,
                Quantity.ROLL_DEGREES, -5.0,
                Quantity.ANGLE_TO_NORTH_DEGREES, -1.96,
                Quantity.OBLIQUITY_DEGREES, -35.35),
            "");

    assertThat(report.cameraAttitude()).contains(new Attitude(-1.96, -35.35, 0));
    assertThat(report.bodyAttitude()).contains(new Attitude(97.96, 1, -5));
  }

  @Test
  void anAirframeOfTwoAnglesLeavesTheCamerasUnknown() {
    MisbReport report =
        new MisbReport(
            Map.of(
                Quantity.HEADING_DEGREES, 10.0,
                Quantity.RELATIVE_AZIMUTH_DEGREES, 0.0,
                Quantity.RELATIVE_ELEVATION_DEGREES, -40.0),
            "");

    assertThat(report.cameraAttitude()).isEmpty();
    assertThat(report.bodyAttitude()).isEmpty();
  }

  @Test
  void leapSecondsThatAreStatedAreTakenOffTheTime() {
    // MISB ST 0603: the standard's own scale knows no leap seconds.
    double micros = 1_500_000_000e6 + 250_000;

    assertThat(of(Quantity.TIME_MICROSECONDS, micros).time())
        .contains(Instant.ofEpochSecond(1_500_000_000, 250_000_000));
    assertThat(
            new MisbReport(
                    Map.of(Quantity.TIME_MICROSECONDS, micros, Quantity.LEAP_SECONDS, 29.0), "")
                .time())
        .contains(Instant.ofEpochSecond(1_499_999_971, 250_000_000));
  }

  @Test
  void aClockThatWasNeverSetIsNoTime() {
    assertThat(of(Quantity.TIME_MICROSECONDS, 4_321).time()).isEmpty();
    assertThat(of(Quantity.TIME_MICROSECONDS, 5e15).time()).isEmpty();
  }

  @Test
  void heightsKeepTheirDatums() {
    MisbReport report =
        new MisbReport(
            Map.of(Quantity.SEA_LEVEL_METERS, 1_984.6, Quantity.ELLIPSOID_METERS, 1_950.0), "");

    assertThat(report.heights())
        .containsExactly(
            new Height(1_984.6, Datum.MEAN_SEA_LEVEL), new Height(1_950, Datum.ELLIPSOID));
  }

  @Test
  void whatCannotBeIsLeftOut() {
    assertThat(
            new MisbReport(
                    Map.of(Quantity.LATITUDE_DEGREES, 91.0, Quantity.LONGITUDE_DEGREES, 5.0), "")
                .position())
        .isEmpty();
    assertThat(of(Quantity.SEA_LEVEL_METERS, 1e9).heights()).isEmpty();
  }

  private static MisbReport of(Quantity quantity, double number) {
    return new MisbReport(Map.of(quantity, number), "");
  }

  private static Attitude camera(
      double heading, double pitch, double roll, double azimuth, double elevation, double turn) {
    Map<Quantity, Double> numbers = new EnumMap<>(Quantity.class);
    numbers.put(Quantity.HEADING_DEGREES, heading);
    numbers.put(Quantity.PITCH_DEGREES, pitch);
    numbers.put(Quantity.ROLL_DEGREES, roll);
    numbers.put(Quantity.RELATIVE_AZIMUTH_DEGREES, azimuth);
    numbers.put(Quantity.RELATIVE_ELEVATION_DEGREES, elevation);
    numbers.put(Quantity.RELATIVE_ROLL_DEGREES, turn);
    return new MisbReport(numbers, "").cameraAttitude().orElseThrow();
  }

  private static void assertAngles(Attitude camera, double yaw, double pitch, double roll) {
    assertThat(Math.IEEEremainder(camera.yawDegrees() - yaw, 360)).isCloseTo(0, within(DEGREES));
    assertThat(camera.pitchDegrees()).isCloseTo(pitch, within(DEGREES));
    assertThat(camera.rollDegrees()).isCloseTo(roll, within(DEGREES));
  }
}

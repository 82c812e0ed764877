package org.qyran.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.model.Attitude;

/**
 * A camera under an airframe, with a pencil: it looks along the airframe's third axis, the right of
 * its picture is the right wing, and the bottom of its picture is the tail.
 */
class NadirMountTest {

  private static final double DEGREES = 1e-9;

  @ParameterizedTest(name = "nose to {0}")
  @CsvSource({"0", "30", "-120", "180"})
  void inLevelFlightItLooksStraightDownWithItsTopTowardsTheNose(double yaw) {
    Attitude camera = NadirMount.camera(new Attitude(yaw, 0, 0));

    assertThat(camera.pitchDegrees()).isCloseTo(-90, within(DEGREES));
    assertThat(camera.rollDegrees()).isEqualTo(0);
    assertThat(Math.abs(camera.yawDegrees() - yaw) % 360).isCloseTo(0, within(DEGREES));
  }

  @Test
  void noseUpItLooksAhead() {
    Attitude camera = NadirMount.camera(new Attitude(30, 5, 0));

    assertAngles(camera, 30, -85, 0);
  }

  @Test
  void noseDownItLooksBackAndItsPictureStandsOnItsHead() {
    // It looks 5° behind straight down: towards 210, and the top, at the nose, points further down.
    Attitude camera = NadirMount.camera(new Attitude(30, -5, 0));

    assertAngles(camera, -150, -85, 180);
  }

  @Test
  void rightWingDownItLooksToTheLeftAndItsRightSideIsLow() {
    // Nose north, the belly swings west; the picture's top is north, to the right of the view.
    Attitude camera = NadirMount.camera(new Attitude(0, 0, 10));

    assertAngles(camera, -90, -80, 90);
  }

  @Test
  void whateverTheAirframeDoesThePictureIsScrewedToIt() {
    Random random = new Random(20261124);
    for (int trial = 0; trial < 1_000; trial++) {
      Attitude body =
          new Attitude(
              random.nextDouble() * 720 - 360,
              random.nextDouble() * 120 - 60,
              random.nextDouble() * 120 - 60);

      Attitude camera = NadirMount.camera(body);

      // The camera's sight is the airframe's belly, its right the right wing, its bottom the tail.
      assertAxis(axis(camera, 1, 0, 0), axis(body, 0, 0, 1), trial, body);
      assertAxis(axis(camera, 0, 1, 0), axis(body, 0, 1, 0), trial, body);
      assertAxis(axis(camera, 0, 0, 1), axis(body, -1, 0, 0), trial, body);
    }
  }

  private static void assertAxis(double[] axis, double[] expected, int trial, Attitude body) {
    assertThat(axis).as("trial %d: %s", trial, body).containsExactly(expected, within(1e-9));
  }

  /** North, east and down of a ray, by the formulas of docs/CONVENTIONS.md. */
  private static double[] axis(Attitude attitude, double forward, double right, double below) {
    double yaw = Math.toRadians(attitude.yawDegrees());
    double pitch = Math.toRadians(attitude.pitchDegrees());
    double roll = Math.toRadians(attitude.rollDegrees());
    double rolledRight = right * Math.cos(roll) - below * Math.sin(roll);
    double rolledBelow = right * Math.sin(roll) + below * Math.cos(roll);
    double level = forward * Math.cos(pitch) + rolledBelow * Math.sin(pitch);
    double down = rolledBelow * Math.cos(pitch) - forward * Math.sin(pitch);
    return new double[] {
      level * Math.cos(yaw) - rolledRight * Math.sin(yaw),
      level * Math.sin(yaw) + rolledRight * Math.cos(yaw),
      down
    };
  }

  private static void assertAngles(Attitude camera, double yaw, double pitch, double roll) {
    assertThat(camera.yawDegrees()).isCloseTo(yaw, within(DEGREES));
    assertThat(camera.pitchDegrees()).isCloseTo(pitch, within(DEGREES));
    assertThat(Math.abs(camera.rollDegrees() - roll) % 360).isCloseTo(0, within(DEGREES));
  }
}

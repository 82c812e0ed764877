package org.qyran.geo.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.model.Attitude;

/** Every expected number is a pencil's; the axes are those of docs/CONVENTIONS.md. */
class CameraPoseTest {

  private static final CameraRay TOP = new CameraRay(0, -1, 0);
  private static final CameraRay RIGHT = new CameraRay(1, 0, 0);
  private static final double HALF = Math.sqrt(0.5);

  @Test
  void atRestLooksNorthAtTheHorizonWithItsPictureUpright() {
    CameraPose pose = CameraPose.of(new Attitude(0, 0, 0));

    assertLevel(pose.toLevel(CameraRay.FORWARD), 1, 0, 0);
    assertLevel(pose.toLevel(RIGHT), 0, 1, 0);
    assertLevel(pose.toLevel(TOP), 0, 0, -1);
  }

  @Test
  void straightDownTheTopOfThePictureIsTheYawDirection() {
    CameraPose north = CameraPose.of(new Attitude(0, -90, 0));
    CameraPose east = CameraPose.of(new Attitude(90, -90, 0));

    assertLevel(north.toLevel(CameraRay.FORWARD), 0, 0, 1);
    assertLevel(north.toLevel(TOP), 1, 0, 0);
    assertLevel(north.toLevel(RIGHT), 0, 1, 0);
    assertLevel(east.toLevel(TOP), 0, 1, 0);
    assertLevel(east.toLevel(RIGHT), -1, 0, 0);
  }

  @Test
  void halfWayDownFacingEastLooksEastAndDown() {
    CameraPose pose = CameraPose.of(new Attitude(90, -45, 0));

    assertLevel(pose.toLevel(CameraRay.FORWARD), 0, HALF, HALF);
    assertLevel(pose.toLevel(TOP), 0, HALF, -HALF);
    assertLevel(pose.toLevel(RIGHT), -1, 0, 0);
  }

  @Test
  void aPositiveRollPutsTheRightSideOfThePictureDown() {
    CameraPose pose = CameraPose.of(new Attitude(0, 0, 90));

    assertLevel(pose.toLevel(RIGHT), 0, 0, 1);
    assertLevel(pose.toLevel(TOP), 0, 1, 0);
    assertLevel(pose.toLevel(CameraRay.FORWARD), 1, 0, 0);
  }

  @Test
  void rollComesBeforePitchAndPitchBeforeYaw() {
    // Upright north; rolled by 90 the top points east; pitched straight down (about the camera's
    // old right axis) the forward axis is down and the top stays east; yawed by 90 it is south.
    CameraPose pose = CameraPose.of(new Attitude(90, -90, 90));

    assertLevel(pose.toLevel(CameraRay.FORWARD), 0, 0, 1);
    assertLevel(pose.toLevel(TOP), -1, 0, 0);
  }

  @Test
  void dipIsCountedFromTheHorizonDownwards() {
    assertThat(Math.toDegrees(new LevelRay(0, HALF, HALF).dipRadians()))
        .isCloseTo(45, within(1e-12));
    assertThat(Math.toDegrees(new LevelRay(0.6, 0, -0.8).dipRadians()))
        .isCloseTo(-53.13010235, within(1e-7));
  }

  @Test
  void thereAndBackIsTheSameDirectionOfTheSameLength() {
    Random random = new Random(20261124);
    for (int trial = 0; trial < 1_000; trial++) {
      Attitude attitude =
          new Attitude(
              random.nextDouble(-180, 360),
              random.nextDouble(-180, 180),
              random.nextDouble(-180, 180));
      CameraPose pose = CameraPose.of(attitude);
      CameraRay ray =
          CameraRay.towards(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());

      LevelRay level = pose.toLevel(ray);
      CameraRay back = pose.toCamera(level);

      assertThat(Math.hypot(Math.hypot(level.north(), level.east()), level.down()))
          .as("trial %d: %s, %s", trial, attitude, ray)
          .isCloseTo(1, within(1e-12));
      assertThat(back.right()).as("trial %d", trial).isCloseTo(ray.right(), within(1e-12));
      assertThat(back.below()).as("trial %d", trial).isCloseTo(ray.below(), within(1e-12));
      assertThat(back.forward()).as("trial %d", trial).isCloseTo(ray.forward(), within(1e-12));
    }
  }

  private static void assertLevel(LevelRay ray, double north, double east, double down) {
    assertThat(ray.north()).isCloseTo(north, within(1e-12));
    assertThat(ray.east()).isCloseTo(east, within(1e-12));
    assertThat(ray.down()).isCloseTo(down, within(1e-12));
  }
}

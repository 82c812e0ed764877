package org.qyran.sampledata.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.model.Attitude;
import org.qyran.model.CameraModel;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.world.Landmark;
import org.qyran.sampledata.world.SteppeValley;
import org.qyran.sampledata.world.World;

/**
 * The blue tent is looked for where docs/CONVENTIONS.md puts it. The projection below goes from the
 * ground to the picture, by turning back yaw, pitch and roll one after the other; the photographer
 * goes the other way, with one product of the three.
 */
class PhotographerTest {

  private static final CameraModel CAMERA =
      new CameraModel(
          "400 x 300",
          400,
          300,
          500,
          200,
          150,
          CameraModel.Distortion.NONE,
          CameraModel.Source.METADATA,
          0);

  private static final World WORLD = SteppeValley.grow(1);
  private static final Landmark TENT = WORLD.landmarks().get(3);

  @ParameterizedTest(name = "yaw {0}, pitch {1}, roll {2}, from {3} m east, {4} m north, {5} m up")
  @CsvSource({
    "  0, -90,   0,   5,   3, 60", // north at the top: the tent is left of and below the middle
    " 37, -90,   0,   5,   3, 60",
    "118, -60,   0, -30,  12, 60", // looks east-south-east and down at it
    "250, -65,   9,  26,   6, 60",
    "330, -70, -14,  10, -24, 60",
    "200, -90,  11,   4,  -9, 60",
    " 75, -50,   5, -50, -16, 60",
  })
  void theTentIsWhereThePencilPutsIt(
      double yaw, double pitch, double roll, double east, double north, double up) {
    PlanePoint middle = TENT.middle();
    double ground = WORLD.groundMeters(middle.eastMeters(), middle.northMeters());
    Pose pose =
        new Pose(
            new PlanePoint(middle.eastMeters() + east, middle.northMeters() + north),
            ground + up,
            new Attitude(yaw, pitch, roll));

    double[] blue = middleOfBlue(new Photographer(WORLD, CAMERA).photograph(pose, 1));

    // The cloth rises from the ground to 2 m; its middle is seen about 1 m up. A pixel is 0.12 m
    // at 60 m, and the tent 40 of them: four pixels tell every wrong sign apart.
    double[] pencil = project(pose.attitude(), -north, -east, up - 1);
    assertThat(pencil[0]).isBetween(30.0, 370.0);
    assertThat(pencil[1]).isBetween(30.0, 270.0);
    assertThat(blue[0]).isCloseTo(pencil[0], within(4.0));
    assertThat(blue[1]).isCloseTo(pencil[1], within(4.0));
  }

  @Test
  void samePoseAndNoiseGiveTheSamePictureAndOtherNoiseAnother() {
    Pose pose = new Pose(new PlanePoint(10, 20), 720, new Attitude(12, -80, 1));
    Photographer photographer = new Photographer(WORLD, CAMERA);

    int[] first = pixels(photographer.photograph(pose, 5));

    assertThat(pixels(photographer.photograph(pose, 5))).isEqualTo(first);
    assertThat(pixels(photographer.photograph(pose, 6))).isNotEqualTo(first);
  }

  @Test
  void refusesALensThatItCannotDraw() {
    CameraModel bent =
        new CameraModel(
            "bent",
            400,
            300,
            500,
            200,
            150,
            new CameraModel.Distortion(-0.1, 0, 0, 0, 0),
            CameraModel.Source.METADATA,
            0);

    assertThatThrownBy(() -> new Photographer(WORLD, bent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-0.1");
  }

  @Test
  void refusesToLookBeyondTheEndOfTheWorld() {
    Pose level = new Pose(new PlanePoint(0, 0), 720, new Attitude(0, 0, 0));

    assertThatThrownBy(() -> new Photographer(WORLD, CAMERA).photograph(level, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10°");
  }

  /** Undoes yaw, then pitch, then roll; what is left are the camera's own axes. */
  private static double[] project(Attitude attitude, double north, double east, double down) {
    double yaw = Math.toRadians(attitude.yawDegrees());
    double pitch = Math.toRadians(attitude.pitchDegrees());
    double roll = Math.toRadians(attitude.rollDegrees());
    double ahead = north * Math.cos(yaw) + east * Math.sin(yaw);
    double right = east * Math.cos(yaw) - north * Math.sin(yaw);
    double forward = ahead * Math.cos(pitch) - down * Math.sin(pitch);
    double below = ahead * Math.sin(pitch) + down * Math.cos(pitch);
    double rolledRight = right * Math.cos(roll) + below * Math.sin(roll);
    double rolledBelow = below * Math.cos(roll) - right * Math.sin(roll);
    return new double[] {200 + 500 * rolledRight / forward, 150 + 500 * rolledBelow / forward};
  }

  private static double[] middleOfBlue(BufferedImage picture) {
    double x = 0;
    double y = 0;
    int count = 0;
    for (int row = 0; row < picture.getHeight(); row++) {
      for (int column = 0; column < picture.getWidth(); column++) {
        int rgb = picture.getRGB(column, row);
        if ((rgb & 255) > (rgb >> 16 & 255) + 35) {
          x += column + 0.5;
          y += row + 0.5;
          count++;
        }
      }
    }
    assertThat(count).as("blue pixels").isGreaterThan(200);
    return new double[] {x / count, y / count};
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(
        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }
}

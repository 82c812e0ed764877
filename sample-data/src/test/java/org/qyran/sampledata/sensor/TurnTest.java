package org.qyran.sampledata.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.model.Attitude;

/** Turns against the page of conventions and against the maker's matrices, written out anew. */
class TurnTest {

  @Test
  void aCameraThatLooksDownHasNorthAtTheTopAndEastAtTheRight() {
    Turn down = Turn.of(new Attitude(0, -90, 0));

    // The page's own check: ahead is down, the bottom is south, the right is east.
    assertThat(down.of(1, 0, 0)).containsExactly(new double[] {0, 0, 1}, within(1e-12));
    assertThat(down.of(0, 0, 1)).containsExactly(new double[] {-1, 0, 0}, within(1e-12));
    assertThat(down.of(0, 1, 0)).containsExactly(new double[] {0, 1, 0}, within(1e-12));
  }

  @Test
  void aCameraUnderAnAirframeIsTippedWithIt() {
    // Nose up by 10 degrees while flying east: the camera looks 80 degrees down, ahead.
    Attitude climbing = Turn.nadirCamera(new Attitude(90, 10, 0));
    assertThat(climbing.yawDegrees()).isCloseTo(90, within(1e-9));
    assertThat(climbing.pitchDegrees()).isCloseTo(-80, within(1e-9));
    assertThat(climbing.rollDegrees()).isCloseTo(0, within(1e-9));
    // Right wing down by 10 degrees while flying north: it looks 80 degrees down, to the west.
    Attitude banking = Turn.nadirCamera(new Attitude(0, 0, 10));
    assertThat(banking.yawDegrees()).isCloseTo(-90, within(1e-9));
    assertThat(banking.pitchDegrees()).isCloseTo(-80, within(1e-9));
    // Level, only the compass is left.
    assertThat(Turn.nadirCamera(new Attitude(-123, 0, 0)).yawDegrees())
        .isCloseTo(-123, within(1e-9));
  }

  @Test
  void anAttitudeComesBackOutOfItsTurn() {
    Random random = new Random(41);
    for (int trial = 0; trial < 1_000; trial++) {
      Attitude attitude =
          new Attitude(
              random.nextDouble(-180, 180),
              random.nextDouble(-89.9, 89.9),
              random.nextDouble(-180, 180));

      Attitude back = Turn.of(attitude).attitude();

      assertThat(back.yawDegrees())
          .as("%s", attitude)
          .isCloseTo(attitude.yawDegrees(), within(1e-6));
      assertThat(back.pitchDegrees())
          .as("%s", attitude)
          .isCloseTo(attitude.pitchDegrees(), within(1e-6));
      assertThat(back.rollDegrees())
          .as("%s", attitude)
          .isCloseTo(attitude.rollDegrees(), within(1e-6));
    }
  }

  @Test
  void aTurnAboutPictureAxesIsTheMakersProductOfThree() {
    Random random = new Random(42);
    for (int trial = 0; trial < 1_000; trial++) {
      double[] degrees = random.doubles(3, -40, 40).toArray();
      double[] v = random.doubles(3, -1, 1).toArray(); // right, below, ahead

      double[] turned =
          Turn.aboutPictureAxes(degrees[0], degrees[1], degrees[2]).of(v[2], v[0], v[1]);

      // Rx · (Ry · (Rz · v)), image.py's matrices.
      double x = Math.toRadians(degrees[0]);
      double y = Math.toRadians(degrees[1]);
      double z = Math.toRadians(degrees[2]);
      double[] a = {
        Math.cos(z) * v[0] - Math.sin(z) * v[1], Math.sin(z) * v[0] + Math.cos(z) * v[1], v[2]
      };
      double[] b = {
        Math.cos(y) * a[0] + Math.sin(y) * a[2], a[1], -Math.sin(y) * a[0] + Math.cos(y) * a[2]
      };
      double[] c = {
        b[0], Math.cos(x) * b[1] - Math.sin(x) * b[2], Math.sin(x) * b[1] + Math.cos(x) * b[2]
      };
      assertThat(turned)
          .as("trial %d", trial)
          .containsExactly(new double[] {c[2], c[0], c[1]}, within(1e-12));
    }
  }
}

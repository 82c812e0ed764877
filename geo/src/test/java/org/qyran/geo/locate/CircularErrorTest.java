package org.qyran.geo.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.model.ErrorEllipse;
import org.qyran.model.GroundError;

class CircularErrorTest {

  @Test
  void isTheTextbookFactorForACircleAndForALine() {
    // √(2 ln 10) = 2.1460; the two-sided 90 % point of the normal distribution is 1.6449.
    assertThat(CircularError.ce90Meters(error(9, 9, 0))).isCloseTo(3 * 2.1460, within(1e-3));
    assertThat(CircularError.ce90Meters(error(9, 0, 0))).isCloseTo(3 * 1.6449, within(1e-3));
    assertThat(CircularError.ce90Meters(error(4.5, 4.5, 4.5))).isCloseTo(3 * 1.6449, within(1e-3));
    assertThat(CircularError.ce90Meters(error(0, 0, 0))).isZero();
  }

  @Test
  void holdsNineInTenOfManyDraws() {
    Random random = new Random(90);
    double[] distances = new double[100_000];
    for (double ratio : new double[] {0.05, 0.15, 0.25, 0.35, 0.5, 0.65, 0.75, 0.85, 0.95}) {
      double turn = random.nextDouble(Math.PI);
      double larger = 10;
      double smaller = ratio * larger;
      for (int at = 0; at < distances.length; at++) {
        distances[at] = Math.hypot(larger * random.nextGaussian(), smaller * random.nextGaussian());
      }
      Arrays.sort(distances);
      double cos = Math.cos(turn);
      double sin = Math.sin(turn);

      double ce90 =
          CircularError.ce90Meters(
              error(
                  square(larger * cos) + square(smaller * sin),
                  square(larger * sin) + square(smaller * cos),
                  (square(larger) - square(smaller)) * sin * cos));

      assertThat(ce90)
          .as("ratio %s turned by %s", ratio, turn)
          .isCloseTo(distances[90_000], within(0.01 * distances[90_000]));
    }
  }

  @Test
  void theEllipseLiesAlongTheLargerErrorAndHoldsNineInTen() {
    // 3 m along north-east, 1 m across: variances turned by 45 degrees.
    ErrorEllipse ellipse = CircularError.ellipse(error(5, 5, 4));

    assertThat(ellipse.bearingDegrees()).isCloseTo(45, within(1e-9));
    assertThat(ellipse.semiMajorMeters()).isCloseTo(3 * 2.1460, within(1e-3));
    assertThat(ellipse.semiMinorMeters()).isCloseTo(2.1460, within(1e-3));
    assertThat(CircularError.ellipse(error(5, 5, -4)).bearingDegrees())
        .isCloseTo(135, within(1e-9));
    assertThat(CircularError.ellipse(error(9, 1, 0)).bearingDegrees()).isCloseTo(90, within(1e-9));
    assertThat(CircularError.ellipse(error(1, 9, 0)).bearingDegrees()).isZero();
  }

  private static GroundError error(double east, double north, double together) {
    return new GroundError(east, north, together, 0);
  }

  private static double square(double value) {
    return value * value;
  }
}

package org.qyran.ingest.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.model.Attitude;

/**
 * Quaternions against the product of three rotation matrices, Rz(yaw) · Ry(pitch) · Rx(roll), which
 * is how {@code docs/CONVENTIONS.md} says an attitude is put together.
 */
class RotationTest {

  private static final double ROUNDING = 1e-9;

  @Test
  void turnsEveryAxisAsTheThreeMatricesDo() {
    Random random = new Random(20261124);
    for (int trial = 0; trial < 1_000; trial++) {
      Attitude attitude = anyAttitude(random);

      double[][] matrix = matrix(Rotation.of(attitude));

      assertSame(matrix, matrix(attitude), "trial %d: %s".formatted(trial, attitude));
    }
  }

  @Test
  void comesBackToTheAnglesItWasMadeOf() {
    Random random = new Random(20261125);
    for (int trial = 0; trial < 1_000; trial++) {
      Attitude attitude =
          new Attitude(
              random.nextDouble(-180, 180),
              random.nextDouble(-89, 89),
              random.nextDouble(-180, 180));

      Attitude back = Rotation.of(attitude).attitude(0);

      String text = "trial %d: %s".formatted(trial, attitude);
      assertThat(back.yawDegrees()).as(text).isCloseTo(attitude.yawDegrees(), within(1e-6));
      assertThat(back.pitchDegrees()).as(text).isCloseTo(attitude.pitchDegrees(), within(1e-6));
      assertThat(back.rollDegrees()).as(text).isCloseTo(attitude.rollDegrees(), within(1e-6));
    }
  }

  @Test
  void straightDownKeepsTheRollItIsTold() {
    Random random = new Random(20261126);
    for (int trial = 0; trial < 1_000; trial++) {
      Attitude nadir =
          new Attitude(random.nextDouble(-180, 180), -90, random.nextDouble(-180, 180));

      Attitude back = Rotation.of(nadir).attitude(nadir.rollDegrees());

      String text = "trial %d: %s".formatted(trial, nadir);
      assertThat(back.pitchDegrees()).as(text).isCloseTo(-90, within(1e-5));
      assertThat(Rotation.halfTurns(back.yawDegrees() - nadir.yawDegrees()))
          .as(text)
          .isCloseTo(0, within(1e-6));
    }
  }

  @Test
  void isPartOfTheWayAfterPartOfTheTime() {
    Random random = new Random(20261127);
    for (int trial = 0; trial < 1_000; trial++) {
      Rotation from = Rotation.of(anyAttitude(random));
      Rotation to = Rotation.of(anyAttitude(random));
      double fraction = random.nextDouble();

      Rotation between = from.toward(to, fraction);

      // The angle of a rotation is the arc cosine of half its matrix's trace less a half.
      double whole = angle(matrix(from), matrix(to));
      double part = angle(matrix(from), matrix(between));
      assertThat(part)
          .as("trial %d: %s of the way from %s to %s", trial, fraction, from, to)
          .isCloseTo(fraction * whole, within(1e-6));
    }
  }

  @ParameterizedTest(name = "half way from {0} to {1} is {2}")
  @CsvSource({"350, 10, 0", "170, -170, 180", "10, 50, 30", "-100, 100, 180"})
  void goesTheShortWayRound(double from, double to, double middle) {
    Rotation half =
        Rotation.of(new Attitude(from, 0, 0)).toward(Rotation.of(new Attitude(to, 0, 0)), 0.5);

    assertThat(Rotation.halfTurns(half.attitude(0).yawDegrees() - middle))
        .isCloseTo(0, within(1e-9));
  }

  @Test
  void fourZerosAreNoRotation() {
    assertThatIllegalArgumentException().isThrownBy(() -> Rotation.normalised(0, 0, 0, 0));
  }

  private static Attitude anyAttitude(Random random) {
    return new Attitude(
        random.nextDouble(-360, 360), random.nextDouble(-180, 180), random.nextDouble(-180, 180));
  }

  private static void assertSame(double[][] actual, double[][] expected, String text) {
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        assertThat(actual[row][column])
            .as("%s, row %d, column %d", text, row, column)
            .isCloseTo(expected[row][column], within(ROUNDING));
      }
    }
  }

  private static double angle(double[][] from, double[][] to) {
    double trace = 0;
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        trace += from[row][column] * to[row][column];
      }
    }
    return Math.acos(Math.max(-1, Math.min(1, (trace - 1) / 2)));
  }

  /** q · v · q*, for each axis v, by Hamilton's product. */
  private static double[][] matrix(Rotation q) {
    double[][] matrix = new double[3][3];
    double[] wxyz = {q.w(), q.x(), q.y(), q.z()};
    double[] back = {q.w(), -q.x(), -q.y(), -q.z()};
    for (int axis = 0; axis < 3; axis++) {
      double[] v = new double[4];
      v[axis + 1] = 1;
      double[] turned = product(product(wxyz, v), back);
      for (int row = 0; row < 3; row++) {
        matrix[row][axis] = turned[row + 1];
      }
    }
    return matrix;
  }

  private static double[] product(double[] a, double[] b) {
    return new double[] {
      a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3],
      a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2],
      a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1],
      a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0]
    };
  }

  private static double[][] matrix(Attitude attitude) {
    double yaw = Math.toRadians(attitude.yawDegrees());
    double pitch = Math.toRadians(attitude.pitchDegrees());
    double roll = Math.toRadians(attitude.rollDegrees());
    double[][] aboutDown = {
      {Math.cos(yaw), -Math.sin(yaw), 0}, {Math.sin(yaw), Math.cos(yaw), 0}, {0, 0, 1}
    };
    double[][] aboutRight = {
      {Math.cos(pitch), 0, Math.sin(pitch)}, {0, 1, 0}, {-Math.sin(pitch), 0, Math.cos(pitch)}
    };
    double[][] aboutForward = {
      {1, 0, 0}, {0, Math.cos(roll), -Math.sin(roll)}, {0, Math.sin(roll), Math.cos(roll)}
    };
    return times(times(aboutDown, aboutRight), aboutForward);
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int i = 0; i < 3; i++) {
          product[row][column] += a[row][i] * b[i][column];
        }
      }
    }
    return product;
  }
}

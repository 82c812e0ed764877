package org.qyran.model;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the six errors of a pose vary together, around the true pose: the camera's place east, north
 * and up in metres, then a small turn about the axes north, east and down in degrees. Level axes
 * say the same for every attitude: a wrong compass is a turn about down, a wrong level one about
 * north and east.
 *
 * @param upper the upper triangle of the 6 x 6 matrix, row by row, 21 values
 */
public record PoseCovariance(List<Double> upper) {

  /** Rows and columns, in this order. */
  public static final int SIZE = 6;

  /** Rows of the place. */
  public static final int EAST = 0;

  public static final int NORTH = 1;
  public static final int UP = 2;

  /** Rows of the turn. */
  public static final int ABOUT_NORTH = 3;

  public static final int ABOUT_EAST = 4;
  public static final int ABOUT_DOWN = 5;

  private static final int VALUES = SIZE * (SIZE + 1) / 2;

  /** No error at all. */
  public static final PoseCovariance NONE = new PoseCovariance(Collections.nCopies(VALUES, 0.0));

  public PoseCovariance {
    upper = List.copyOf(upper);
    if (upper.size() != VALUES) {
      throw new IllegalArgumentException(
          "a pose covariance has %d values, not %d".formatted(VALUES, upper.size()));
    }
    for (double value : upper) {
      Require.finite("upper", value);
    }
    for (int axis = 0; axis < SIZE; axis++) {
      Require.notNegative("variance", upper.get(place(axis, axis)));
    }
  }

  /**
   * Independent errors, one standard deviation each.
   *
   * @param horizontalMeters east and north, each
   * @param verticalMeters up
   * @param yawDegrees about down, on top of the tilt
   * @param tiltDegrees about every axis
   */
  public static PoseCovariance of(
      double horizontalMeters, double verticalMeters, double yawDegrees, double tiltDegrees) {
    double[] deviations = {
      horizontalMeters,
      horizontalMeters,
      verticalMeters,
      tiltDegrees,
      tiltDegrees,
      Math.hypot(yawDegrees, tiltDegrees)
    };
    Double[] upper = Collections.nCopies(VALUES, 0.0).toArray(Double[]::new);
    for (int axis = 0; axis < SIZE; axis++) {
      upper[place(axis, axis)] = deviations[axis] * deviations[axis];
    }
    return new PoseCovariance(List.of(upper));
  }

  /** One value of the matrix. */
  public double at(int row, int column) {
    return upper.get(row <= column ? place(row, column) : place(column, row));
  }

  /** Two independent errors together. */
  public PoseCovariance plus(PoseCovariance other) {
    return new PoseCovariance(
        IntStream.range(0, VALUES).mapToObj(at -> upper.get(at) + other.upper.get(at)).toList());
  }

  /** One standard deviation of each part, what they have in common left out. */
  public PoseError deviations() {
    return new PoseError(horizontalMeters(), verticalMeters(), yawDegrees(), tiltDegrees());
  }

  /** One standard deviation of the place, in the mean of the level axes. */
  public double horizontalMeters() {
    return Math.sqrt((at(EAST, EAST) + at(NORTH, NORTH)) / 2);
  }

  /** One standard deviation of the height. */
  public double verticalMeters() {
    return Math.sqrt(at(UP, UP));
  }

  /** One standard deviation of the tilt, in the mean of the level axes. */
  public double tiltDegrees() {
    return Math.sqrt(tiltSquareDegrees());
  }

  /** One standard deviation of the yaw, on top of the tilt. */
  public double yawDegrees() {
    return Math.sqrt(Math.max(0, at(ABOUT_DOWN, ABOUT_DOWN) - tiltSquareDegrees()));
  }

  private double tiltSquareDegrees() {
    return (at(ABOUT_NORTH, ABOUT_NORTH) + at(ABOUT_EAST, ABOUT_EAST)) / 2;
  }

  private static int place(int row, int column) {
    return row * SIZE - row * (row - 1) / 2 + column - row;
  }
}

package org.qyran.evaluation.area;

import java.util.function.DoubleBinaryOperator;

/**
 * Heights of a rectangle of ground, worked out once, for lines of sight that are walked by the
 * million. Between its points the ground is that of the nearest; where a height is not known,
 * nothing stands in the way.
 */
final class HeightGrid {

  private final double westMeters;
  private final double southMeters;
  private final double stepMeters;
  private final int columns;
  private final int rows;
  private final float[] up;
  private float highest = Float.NEGATIVE_INFINITY;

  private HeightGrid(
      double westMeters, double southMeters, double stepMeters, int columns, int rows) {
    this.westMeters = westMeters;
    this.southMeters = southMeters;
    this.stepMeters = stepMeters;
    this.columns = columns;
    this.rows = rows;
    up = new float[columns * rows];
  }

  /** The grid whose first point lies half a step inside the lower left corner. */
  static HeightGrid of(
      double westMeters,
      double southMeters,
      double eastMeters,
      double northMeters,
      double stepMeters,
      DoubleBinaryOperator heightMeters) {
    HeightGrid grid =
        new HeightGrid(
            westMeters,
            southMeters,
            stepMeters,
            (int) Math.ceil((eastMeters - westMeters) / stepMeters),
            (int) Math.ceil((northMeters - southMeters) / stepMeters));
    for (int row = 0; row < grid.rows; row++) {
      for (int column = 0; column < grid.columns; column++) {
        float height =
            (float)
                heightMeters.applyAsDouble(
                    westMeters + (column + 0.5) * stepMeters,
                    southMeters + (row + 0.5) * stepMeters);
        grid.up[row * grid.columns + column] = height;
        grid.highest = height > grid.highest ? height : grid.highest;
      }
    }
    return grid;
  }

  /** Above the ellipsoid; NaN where it is not known, and outside. */
  double upMeters(double eastMeters, double northMeters) {
    int column = (int) Math.floor((eastMeters - westMeters) / stepMeters);
    int row = (int) Math.floor((northMeters - southMeters) / stepMeters);
    return column < 0 || row < 0 || column >= columns || row >= rows
        ? Double.NaN
        : up[row * columns + column];
  }

  /** Whether no ground stands between two places; the first is at the ground or above it. */
  boolean isOpen(
      double eastMeters,
      double northMeters,
      double upMeters,
      double toEastMeters,
      double toNorthMeters,
      double toUpMeters) {
    double east = toEastMeters - eastMeters;
    double north = toNorthMeters - northMeters;
    double rise = toUpMeters - upMeters;
    int steps = (int) (Math.hypot(east, north) / stepMeters);
    for (int step = 1; step < steps; step++) {
      double share = (double) step / steps;
      double line = upMeters + rise * share;
      if (line > highest) {
        return true;
      }
      if (upMeters(eastMeters + east * share, northMeters + north * share) > line) {
        return false;
      }
    }
    return true;
  }
}

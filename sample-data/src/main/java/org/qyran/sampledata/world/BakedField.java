package org.qyran.sampledata.world;

import java.util.function.DoubleBinaryOperator;

/**
 * Numbers over the world, worked out once for every whole metre and bilinear between. Beyond its
 * square a field goes on as at its edge. Immutable.
 */
final class BakedField {

  /** Half the side of the square. */
  static final double HALF_SIDE_METERS = 340;

  private static final int NODES = (int) (2 * HALF_SIDE_METERS) + 1;

  private final float[] values = new float[NODES * NODES];

  /** Asks a function of metres east and north for every node. */
  BakedField(DoubleBinaryOperator function) {
    for (int row = 0; row < NODES; row++) {
      for (int column = 0; column < NODES; column++) {
        values[row * NODES + column] =
            (float) function.applyAsDouble(column - HALF_SIDE_METERS, row - HALF_SIDE_METERS);
      }
    }
  }

  double at(double eastMeters, double northMeters) {
    double x = Math.min(NODES - 1.001, Math.max(0, eastMeters + HALF_SIDE_METERS));
    double y = Math.min(NODES - 1.001, Math.max(0, northMeters + HALF_SIDE_METERS));
    int column = (int) x;
    int row = (int) y;
    double right = x - column;
    double up = y - row;
    int at = row * NODES + column;
    double lower = values[at] + (values[at + 1] - values[at]) * right;
    double upper = values[at + NODES] + (values[at + NODES + 1] - values[at + NODES]) * right;
    return lower + (upper - lower) * up;
  }
}

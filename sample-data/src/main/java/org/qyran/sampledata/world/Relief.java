package org.qyran.sampledata.world;

import org.qyran.sampledata.shape.ValueNoise;

/**
 * The bare ground of the valley: gentle slopes down to the stream, low swells, a shallow bed.
 *
 * <p>The heights are worked out once on a grid of one metre and are bilinear between; beyond the
 * grid the ground goes on as at its edge. Immutable.
 */
final class Relief {

  /** Half the side of the square that has relief. */
  static final double HALF_SIDE_METERS = 340;

  static final double STREAM_HEIGHT_METERS = 640;

  private static final int NODES = (int) (2 * HALF_SIDE_METERS) + 1;

  private final double[] heights = new double[NODES * NODES];

  Relief(ValleyLines lines, ValueNoise noise) {
    for (int row = 0; row < NODES; row++) {
      for (int column = 0; column < NODES; column++) {
        heights[row * NODES + column] =
            shape(lines, noise, column - HALF_SIDE_METERS, row - HALF_SIDE_METERS);
      }
    }
  }

  private static double shape(
      ValleyLines lines, ValueNoise noise, double eastMeters, double northMeters) {
    double along = lines.along(eastMeters, northMeters);
    double across = lines.across(eastMeters, northMeters);
    double fromAxis = across - ValleyLines.STREAM_ACROSS_METERS;
    double slopes = 9 * (1 - Math.exp(-fromAxis * fromAxis / (75 * 75)));
    double fall = -0.006 * along;
    double swells = 2.4 * noise.fractal(eastMeters / 70, northMeters / 70, 3);
    double fromStream = across - lines.streamAcross(along);
    double bed = -0.7 * Math.exp(-fromStream * fromStream / (4 * 4));
    return STREAM_HEIGHT_METERS + slopes + fall + swells + bed;
  }

  /** Above mean sea level. */
  double heightMeters(double eastMeters, double northMeters) {
    double x = Math.min(NODES - 1.001, Math.max(0, eastMeters + HALF_SIDE_METERS));
    double y = Math.min(NODES - 1.001, Math.max(0, northMeters + HALF_SIDE_METERS));
    int column = (int) x;
    int row = (int) y;
    double right = x - column;
    double up = y - row;
    int at = row * NODES + column;
    double lower = heights[at] + (heights[at + 1] - heights[at]) * right;
    double upper = heights[at + NODES] + (heights[at + NODES + 1] - heights[at + NODES]) * right;
    return lower + (upper - lower) * up;
  }
}

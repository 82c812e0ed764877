package org.qyran.training.label;

import java.util.function.DoubleUnaryOperator;

/**
 * A camera's curve from light to one of 256 counts, as the light at which each count begins.
 *
 * <p>A curve is a power or two, and a picture has a million pixels: to look up what was worked out
 * once is some fifty times as fast. The counts are those of the curve, rounded; where the curve's
 * own last digit wavers, at the border of two counts, the border lies at one of its crossings.
 */
final class Tone {

  private static final int STEPS = 255;

  /** Pieces of [0, 1] of which it is known with which count they begin. */
  private static final int PIECES = 4_096;

  /** The least light that is counted as so much; infinite where none is. */
  private final double[] begins = new double[STEPS + 2];

  private final short[] first = new short[PIECES + 1];
  private final float[] counts = new float[STEPS + 1];

  /**
   * A curve.
   *
   * @param curve of light in [0, 1] to a share of full scale in [0, 1], nowhere falling
   */
  Tone(DoubleUnaryOperator curve) {
    for (int step = 0; step <= STEPS; step++) {
      counts[step] = (float) (step / (double) STEPS);
      begins[step] = begin(curve, step);
    }
    begins[STEPS + 1] = Double.POSITIVE_INFINITY;
    int step = 0;
    for (int piece = 0; piece <= PIECES; piece++) {
      while (begins[step + 1] <= piece / (double) PIECES) {
        step++;
      }
      first[piece] = (short) step;
    }
  }

  /** Halves the numbers between 0 and 1 until two neighbours are left. */
  private static double begin(DoubleUnaryOperator curve, int step) {
    if (isReached(curve, 0, step)) {
      return 0;
    }
    if (!isReached(curve, 1, step)) {
      return Double.POSITIVE_INFINITY;
    }
    long below = Double.doubleToLongBits(0);
    long reached = Double.doubleToLongBits(1);
    while (reached - below > 1) {
      long middle = (below + reached) >>> 1;
      if (isReached(curve, Double.longBitsToDouble(middle), step)) {
        reached = middle;
      } else {
        below = middle;
      }
    }
    return Double.longBitsToDouble(reached);
  }

  private static boolean isReached(DoubleUnaryOperator curve, double light, int step) {
    return Math.round(STEPS * curve.applyAsDouble(light)) >= step;
  }

  /**
   * What is counted.
   *
   * @param light in [0, 1]; what lies outside is taken for the nearer end
   * @return a multiple of 1/255
   */
  float of(double light) {
    double bounded = Math.min(1, Math.max(0, light));
    int step = first[(int) (bounded * PIECES)];
    while (begins[step + 1] <= bounded) {
      step++;
    }
    return counts[step];
  }
}

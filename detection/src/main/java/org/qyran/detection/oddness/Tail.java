package org.qyran.detection.oddness;

/**
 * How rare a squared distance is within its frame, as -log10 of the share of ordinary ground that
 * would lie further off: 3 is one pixel in a thousand.
 *
 * <p>The logarithm of the distance is taken to be normal, with the median of the frame and the
 * deviation between that and the quantile of one deviation (0.8413), so up to a sixth of the frame
 * may be odd without moving it. Real ground has fatter tails: the number orders pixels and joins
 * maps, and is no probability. Distances are kept as one byte, in steps of 8 %.
 */
final class Tail {

  private static final double LOWEST = -8;
  private static final double STEP = 0.08;
  private static final int STEPS = 254;
  private static final double ONE_DEVIATION = 0.8413;

  /** A frame of one colour has distances of rounding: they must not become rare. */
  private static final double LEAST_DEVIATION = 0.3;

  private final long[] counts = new long[STEPS + 2];

  /** The byte that stands for a distance, 1 to 255; 0 is left for what was not seen. */
  byte step(float squaredDistance) {
    double at = (Math.log(squaredDistance + 1e-9) - LOWEST) / STEP;
    return (byte) (1 + (int) Math.max(0, Math.min(STEPS, at)));
  }

  /** Counts a pixel of the frame. */
  void count(byte step) {
    counts[step & 0xff]++;
  }

  /** The rarity of each of the 256 bytes. */
  float[] decades() {
    double median = quantile(0.5);
    double deviation = Math.max(LEAST_DEVIATION / STEP, quantile(ONE_DEVIATION) - median);
    float[] decades = new float[STEPS + 2];
    for (int step = 1; step < decades.length; step++) {
      decades[step] = (float) upperTailDecades((step + 0.5 - median) / deviation);
    }
    return decades;
  }

  /** In steps, evenly spread within one. */
  private double quantile(double share) {
    long all = 0;
    for (long count : counts) {
      all += count;
    }
    double wanted = share * all;
    double below = 0;
    for (int step = 1; step < counts.length; step++) {
      if (counts[step] > 0 && below + counts[step] >= wanted) {
        return step + (wanted - below) / counts[step];
      }
      below += counts[step];
    }
    return 1;
  }

  /**
   * -log10 of the upper tail of the standard normal, by the Chebyshev fit of the complementary
   * error function in Press et al., Numerical Recipes, 2nd edition, section 6.2 (relative error
   * below 1.2e-7).
   */
  static double upperTailDecades(double deviations) {
    double z = Math.abs(deviations) / Math.sqrt(2);
    double t = 1 / (1 + 0.5 * z);
    double[] fit = {
      -1.26551223,
      1.00002368,
      0.37409196,
      0.09678418,
      -0.18628806,
      0.27886807,
      -1.13520398,
      1.48851587,
      -0.82215223,
      0.17087277
    };
    double sum = 0;
    for (int i = fit.length - 1; i >= 0; i--) {
      sum = sum * t + fit[i];
    }
    double logUpper = StrictMath.log(t / 2) - z * z + sum;
    double natural = deviations >= 0 ? logUpper : StrictMath.log1p(-StrictMath.exp(logUpper));
    return -natural / StrictMath.log(10);
  }
}

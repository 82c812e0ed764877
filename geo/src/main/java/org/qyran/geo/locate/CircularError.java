package org.qyran.geo.locate;

/**
 * The radius of the circle around the stated point that holds the true one in 90 of 100 cases, for
 * an error that is normal in both directions (H. L. Harter, Circular Error Probabilities, Journal
 * of the American Statistical Association 55, 1960).
 */
final class CircularError {

  /**
   * The radius over the larger standard deviation, by the ratio of the smaller to the larger in
   * steps of a tenth: the R with √(2/π) ∫₀ᴿ exp(-x²/2) erf(√(R² - x²) / (ρ√2)) dx = 0.9, solved by
   * SciPy 1.17's quad and brentq. Linear between them it is good to 0.13 %.
   */
  private static final double[] FACTORS = {
    1.6449, 1.6479, 1.6573, 1.6738, 1.6992, 1.7371, 1.7915, 1.8625, 1.9472, 2.0424, 2.1460
  };

  private CircularError() {}

  /**
   * CE90 of a covariance.
   *
   * @param xx variance along one axis, square metres
   * @param yy variance along the other
   * @param xy covariance
   */
  static double ce90Meters(double xx, double yy, double xy) {
    double mean = (xx + yy) / 2;
    double spread = Math.hypot((xx - yy) / 2, xy);
    double larger = Math.sqrt(mean + spread);
    double smaller = Math.sqrt(Math.max(0, mean - spread));
    if (larger == 0) {
      return 0;
    }
    double steps = smaller / larger * (FACTORS.length - 1);
    int step = Math.min((int) steps, FACTORS.length - 2);
    double share = steps - step;
    return larger * (FACTORS[step] + (FACTORS[step + 1] - FACTORS[step]) * share);
  }
}

package org.qyran.evaluation.stat;

import java.util.Optional;

/**
 * The logistic curve p = 1 / (1 + e^-(a + b x)) of yes and no against x, by maximum likelihood
 * (Newton's method, which for this curve is iteratively reweighted least squares: McCullagh and
 * Nelder, Generalized Linear Models, section 2.5).
 *
 * @param intercept a
 * @param slope b
 */
public record LogisticFit(double intercept, double slope) {

  private static final int MOST_ROUNDS = 50;
  private static final double DONE = 1e-9;

  /** Beyond this the likelihood is climbing for ever: yes and no are parted by a gap. */
  private static final double STEEPEST = 60;

  /**
   * Fits.
   *
   * @return none when all answers are the same, all x are, or a threshold parts yes from no: then
   *     no curve is the likeliest
   */
  public static Optional<LogisticFit> of(double[] x, boolean[] yes) {
    double mean = 0;
    for (double value : x) {
      mean += value / x.length;
    }
    double a = 0;
    double b = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double gradientA = 0;
      double gradientB = 0;
      double aa = 0;
      double ab = 0;
      double bb = 0;
      for (int i = 0; i < x.length; i++) {
        double z = x[i] - mean;
        double p = 1 / (1 + Math.exp(-(a + b * z)));
        double weight = p * (1 - p);
        double off = (yes[i] ? 1 : 0) - p;
        gradientA += off;
        gradientB += off * z;
        aa += weight;
        ab += weight * z;
        bb += weight * z * z;
      }
      double determinant = aa * bb - ab * ab;
      if (!(determinant > 1e-12)) {
        return Optional.empty();
      }
      double stepA = (bb * gradientA - ab * gradientB) / determinant;
      double stepB = (aa * gradientB - ab * gradientA) / determinant;
      double held = Math.min(1, 4 / Math.max(Math.abs(stepA), Math.abs(stepB)));
      a += held * stepA;
      b += held * stepB;
      if (Math.abs(a) > STEEPEST || Math.abs(b) > STEEPEST) {
        return Optional.empty();
      }
      if (Math.abs(stepA) < DONE && Math.abs(stepB) < DONE) {
        return Optional.of(new LogisticFit(a - b * mean, b));
      }
    }
    return Optional.empty();
  }

  /** The curve. */
  public double at(double x) {
    return 1 / (1 + Math.exp(-(intercept + slope * x)));
  }

  /** Where the curve reaches a probability in (0, 1); infinite where it is level. */
  public double reaching(double probability) {
    return (Math.log(probability / (1 - probability)) - intercept) / slope;
  }
}

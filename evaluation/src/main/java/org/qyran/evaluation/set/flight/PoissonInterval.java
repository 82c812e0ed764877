package org.qyran.evaluation.set.flight;

import java.util.function.DoublePredicate;

/**
 * The exact interval of 95 % for the mean of a Poisson distribution of which one count is known
 * (Garwood, Biometrika 28, 1936): the lower end is the mean at which so many or more come up in one
 * of forty, the upper end that at which so many or fewer do.
 *
 * @param lower end, 0 for a count of 0
 * @param upper end
 */
record PoissonInterval(double lower, double upper) {

  private static final double TAIL = 0.025;
  private static final int HALVINGS = 200;

  /**
   * Of a count.
   *
   * @param count in [0, 1000000]
   */
  static PoissonInterval of(long count) {
    if (count < 0 || count > 1_000_000) {
      throw new IllegalArgumentException("count is %d, must lie in [0, 1000000]".formatted(count));
    }
    double most = count + 10 * Math.sqrt(count + 1.0) + 20;
    double lower = count == 0 ? 0 : turn(mean -> 1 - atMost(count - 1, mean) < TAIL, most);
    return new PoissonInterval(lower, turn(mean -> atMost(count, mean) > TAIL, most));
  }

  /** Where a condition that holds for small means ceases to hold. */
  private static double turn(DoublePredicate holds, double most) {
    double low = 0;
    double high = most;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (holds.test(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The chance of so many or fewer; terms by their logarithm, so that large means do not fail. */
  private static double atMost(long count, double mean) {
    if (mean == 0) {
      return 1;
    }
    double sum = 0;
    double logTerm = -mean;
    for (long k = 0; k <= count; k++) {
      sum += Math.exp(logTerm);
      logTerm += Math.log(mean) - Math.log(k + 1.0);
    }
    return Math.min(1, sum);
  }
}

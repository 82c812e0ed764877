package org.qyran.evaluation.stat;

import java.util.OptionalDouble;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * So many of so many, with the 95 % interval of Wilson (Journal of the American Statistical
 * Association 22, 1927).
 *
 * @param count in [0, total]
 * @param total may be 0: then nothing can be said
 */
public record Share(int count, int total) {

  private static final double ERROR = 0.05;

  public Share {
    if (count < 0 || count > total) {
      throw new IllegalArgumentException(
          "count is %d, must lie in [0, %d]".formatted(count, total));
    }
  }

  /** The share itself; absent of nothing. */
  public OptionalDouble findValue() {
    return total == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / total);
  }

  /** Lower end of the interval, 0 of nothing. */
  public double low() {
    return total == 0 ? 0 : interval().getLowerBound();
  }

  /** Upper end of the interval, 1 of nothing. */
  public double high() {
    return total == 0 ? 1 : interval().getUpperBound();
  }

  private Interval interval() {
    return BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(total, count, ERROR);
  }
}

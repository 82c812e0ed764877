package org.qyran.evaluation.stat;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Events per square kilometre, with the exact 95 % interval of a Poisson count (Garwood, Biometrika
 * 28, 1936): half the chi-square quantiles of 2 k and 2 k + 2 degrees over the area. Of no event
 * the upper end is that of one side, 3 / area (the "rule of three", -ln 0.05 = 2.996).
 *
 * @param events counted
 * @param squareKilometers they were counted on
 */
public record Rate(int events, double squareKilometers) {

  public Rate {
    if (events < 0 || !(squareKilometers >= 0)) {
      throw new IllegalArgumentException(
          "%d events on %s km², must both be 0 or more".formatted(events, squareKilometers));
    }
  }

  /** Whether there is any ground to speak of. */
  public boolean known() {
    return squareKilometers > 0;
  }

  /** NaN without ground. */
  public double perSquareKilometer() {
    return known() ? events / squareKilometers : Double.NaN;
  }

  /** Lower end, NaN without ground. */
  public double low() {
    if (!known()) {
      return Double.NaN;
    }
    return events == 0
        ? 0
        : ChiSquaredDistribution.of(2.0 * events).inverseCumulativeProbability(0.025)
            / (2 * squareKilometers);
  }

  /** Upper end, NaN without ground. */
  public double high() {
    if (!known()) {
      return Double.NaN;
    }
    return events == 0
        ? -Math.log(0.05) / squareKilometers
        : ChiSquaredDistribution.of(2.0 * events + 2).inverseCumulativeProbability(0.975)
            / (2 * squareKilometers);
  }
}

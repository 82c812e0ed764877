package org.qyran.detection.learn;

/**
 * Turns what a forest says into a probability that may be believed: p = 1 / (1 + exp(-(a s + b)))
 * with s the log-odds of the forest (J. Platt, 1999), fitted on worlds that the forest has not
 * seen.
 *
 * @param slope a; below 1 where the forest is too sure of itself
 * @param offset b
 * @param prior share of cannabis among the stands that were calibrated on: the probability assumes
 *     it
 */
public record PlattScaling(double slope, double offset, double prior) {

  public PlattScaling {
    if (!(slope > 0 && Double.isFinite(offset) && prior > 0 && prior < 1)) {
      throw new IllegalArgumentException(
          "slope %s must be above 0, offset %s finite, prior %s in (0, 1)"
              .formatted(slope, offset, prior));
    }
  }

  /** Calibrated log-odds. */
  double logOdds(double forestLogOdds) {
    return slope * forestLogOdds + offset;
  }

  /** By how many log-odds the evidence alone moves the belief. */
  public double logLikelihoodRatio(double forestLogOdds) {
    return logOdds(forestLogOdds) - StrictMath.log(prior / (1 - prior));
  }
}

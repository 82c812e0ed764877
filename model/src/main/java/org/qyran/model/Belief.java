package org.qyran.model;

/**
 * How likely something is to be what it was flagged as, as a calibrated model says.
 *
 * @param probability in (0, 1), on the assumption of the prior
 * @param prior share of such things among what is flagged at all, before anything is measured
 */
public record Belief(double probability, double prior) {

  /** Nothing is certain: what is nearer to 0 or 1 is moved to this distance. */
  private static final double LEAST = 1e-6;

  public Belief {
    Require.inRange("probability", probability, 0, 1);
    Require.inRange("prior", prior, LEAST, 1 - LEAST);
    probability = Math.max(LEAST, Math.min(1 - LEAST, probability));
  }

  /** The belief whose odds are so many times those of the prior; their natural logarithm. */
  public static Belief of(double logLikelihoodRatio, double prior) {
    return new Belief(1 / (1 + StrictMath.exp(-logOdds(prior) - logLikelihoodRatio)), prior);
  }

  /** By how much the evidence moved the log-odds away from the prior. */
  public double logLikelihoodRatio() {
    return logOdds(probability) - logOdds(prior);
  }

  private static double logOdds(double probability) {
    return StrictMath.log(probability / (1 - probability));
  }
}

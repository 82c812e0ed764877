package org.qyran.geo.cover;

import java.util.List;

/**
 * The chance that a thing would have been flagged, had it been there: assumed, not measured.
 *
 * <p>One look flags a thing of area A at a ground sampling distance g with q = 1 / (1 + (a / A)^b),
 * a logistic in ln A, where a = half size · (g / 5 cm)²: what counts is how many pixels a thing
 * fills. b is such that the two sizes of the settings hold at 5 cm: with 4 m² for one half and 25
 * m² for nine tenths, b = ln 9 / ln (25 / 4) = 1.199. These are the bars set for the detectors.
 *
 * <p>Looks are alike: what was missed once is likelier missed again. With a correlation ρ the
 * chance to flag differs from thing to thing by a beta distribution of mean q, and n looks all miss
 * with the chance ∏ ((1 - q) s + i) / (s + i), i from 0 to n - 1, s = (1 - ρ) / ρ: the
 * beta-binomial (J. G. Skellam, J. R. Statist. Soc. B 10(2), 1948).
 *
 * <p>Some things are never to be seen from above. A look straight down finds the visible share v; a
 * slanted one goes through 1 / cos θ as much of what covers them, and finds v^(1 / cos θ) (the gap
 * fraction of a canopy: T. Nilson, Agric. Meteorol. 8, 1971). That is the ceiling, and p = ceiling
 * · (1 - chance that all miss).
 */
final class AssumedDetectionCurve {

  /** Sizes that are reported, square metres: a few plants, a small plot, a field. */
  static final List<Double> SIZES = List.of(4.0, 25.0, 100.0);

  private static final double REFERENCE_GSD_METERS = 0.05;

  /** A look along the ground goes through what it goes through at 84°. */
  private static final double LEAST_COSINE = 0.1;

  private final CoverSettings settings;
  private final double steepness;

  AssumedDetectionCurve(CoverSettings settings) {
    this.settings = settings;
    this.steepness =
        StrictMath.log(9)
            / StrictMath.log(settings.mostSizeSquareMeters() / settings.halfSizeSquareMeters());
  }

  /** Seen so often, the steepest of the looks so far from straight down. */
  double probability(
      double sizeSquareMeters,
      double groundSamplingDistanceMeters,
      int looks,
      double offNadirDegrees) {
    double once = once(sizeSquareMeters, groundSamplingDistanceMeters);
    return ceiling(offNadirDegrees) * amongLooks(once, looks);
  }

  /** The chance of one look to flag what can be seen. */
  double once(double sizeSquareMeters, double groundSamplingDistanceMeters) {
    double coarser = groundSamplingDistanceMeters / REFERENCE_GSD_METERS;
    double half = settings.halfSizeSquareMeters() * coarser * coarser;
    return 1 / (1 + StrictMath.pow(half / sizeSquareMeters, steepness));
  }

  /** The chance that at least one of some looks flags, when one does with the chance {@code q}. */
  double amongLooks(double q, int looks) {
    double correlation = settings.lookCorrelation();
    if (correlation == 0) {
      return 1 - StrictMath.pow(1 - q, looks);
    }
    double spread = (1 - correlation) / correlation;
    double allMiss = 1 - q;
    for (int more = 1; more < looks; more++) {
      allMiss *= ((1 - q) * spread + more) / (spread + more);
    }
    return 1 - allMiss;
  }

  /** What looks from this direction can never exceed. */
  double ceiling(double offNadirDegrees) {
    double cosine = Math.max(LEAST_COSINE, StrictMath.cos(Math.toRadians(offNadirDegrees)));
    return StrictMath.pow(settings.visibleFraction(), 1 / cosine);
  }
}

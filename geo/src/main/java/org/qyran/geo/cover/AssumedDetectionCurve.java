package org.qyran.geo.cover;

import java.util.List;
import org.qyran.model.CoveragePatch.SizedProbability;

/**
 * The chance that a thing would have been flagged, had it been there: assumed, not measured.
 *
 * <p>One look flags a thing of area A at a ground sampling distance g with q = 1 / (1 + (a / A)^b),
 * a logistic in ln A, where a = half size · (g / 5 cm)²: what counts is how many pixels a thing
 * fills. b is such that the two sizes of the settings hold at 5 cm: with 4 m² for one half and 25
 * m² for nine tenths, b = ln 9 / ln (25 / 4) = 1.199. These are the bars set for the detectors.
 *
 * <p>n looks of correlation ρ count as n' = n / (1 + (n - 1) ρ), and some things are never to be
 * seen from above: p = visible share · (1 - (1 - q)^n').
 */
final class AssumedDetectionCurve {

  /** Sizes that are reported, square metres: a few plants, a small plot, a field. */
  static final List<Double> SIZES = List.of(4.0, 25.0, 100.0);

  private static final double REFERENCE_GSD_METERS = 0.05;

  private final CoverSettings settings;
  private final double steepness;

  AssumedDetectionCurve(CoverSettings settings) {
    this.settings = settings;
    this.steepness =
        StrictMath.log(9)
            / StrictMath.log(settings.mostSizeSquareMeters() / settings.halfSizeSquareMeters());
  }

  List<SizedProbability> bySize(double groundSamplingDistanceMeters, int looks) {
    return SIZES.stream()
        .map(
            size ->
                new SizedProbability(size, probability(size, groundSamplingDistanceMeters, looks)))
        .toList();
  }

  double probability(double sizeSquareMeters, double groundSamplingDistanceMeters, int looks) {
    double coarser = groundSamplingDistanceMeters / REFERENCE_GSD_METERS;
    double half = settings.halfSizeSquareMeters() * coarser * coarser;
    double missed = 1 - 1 / (1 + StrictMath.pow(half / sizeSquareMeters, steepness));
    double effective = looks / (1 + (looks - 1) * settings.lookCorrelation());
    return settings.visibleFraction() * (1 - StrictMath.pow(missed, effective));
  }
}

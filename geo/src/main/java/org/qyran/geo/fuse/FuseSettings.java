package org.qyran.geo.fuse;

/**
 * When sightings are taken for looks at one thing.
 *
 * @param growthFraction outlines may lie this share of their joint error apart; the joint error of
 *     two sightings is the root of the sum of their squared CE90s; setting {@code
 *     fuse.growth-fraction}
 * @param growthMeters but never further apart than this; setting {@code fuse.growth}
 * @param radiusMeters centres may lie their joint error apart, but never further than this; setting
 *     {@code fuse.radius}
 * @param extentMeters a target that is put together from pieces, each cut off by the edge of its
 *     frame, does not grow longer than this; setting {@code fuse.extent}
 * @param lookCorrelation between looks of one survey, 0 when each tells something new, 1 when the
 *     second tells nothing; 0.5 to 0.8 within a flight; setting {@code fuse.look-correlation}
 * @param outlineErrorPixels how far a detector's outline may run beside the true edge, in 90 of 100
 *     cases; setting {@code fuse.outline-error}
 */
public record FuseSettings(
    double growthFraction,
    double growthMeters,
    double radiusMeters,
    double extentMeters,
    double lookCorrelation,
    double outlineErrorPixels) {

  public FuseSettings {
    requireInRange("growthFraction", growthFraction, 0, 10);
    requireInRange("growthMeters", growthMeters, 0, 1_000);
    requireInRange("radiusMeters", radiusMeters, 0, 1_000);
    requireInRange("extentMeters", extentMeters, 0, 10_000);
    requireInRange("lookCorrelation", lookCorrelation, 0, 1);
    requireInRange("outlineErrorPixels", outlineErrorPixels, 0, 100);
  }

  public static FuseSettings defaults() {
    return new FuseSettings(0.25, 5, 30, 150, 0.6, 2);
  }

  /** What so many looks of a flight are worth together: n / (1 + (n - 1) ρ). */
  double looksEffective(int looks) {
    return looks / (1 + (looks - 1) * lookCorrelation);
  }

  private static void requireInRange(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s is %s, must lie in [%s, %s]".formatted(name, value, least, most));
    }
  }
}

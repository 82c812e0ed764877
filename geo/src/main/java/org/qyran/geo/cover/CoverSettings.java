package org.qyran.geo.cover;

/**
 * How closely ground is looked at, what counts as a gap, and the assumed chance to flag a thing.
 *
 * @param cellMeters side of the cells in which looks are counted and terrain may hide; wider where
 *     a footprint would have more than some hundred cells; setting {@code cover.cell}
 * @param gapFraction unseen ground between frames is a gap where it is narrower than this many
 *     footprints' widths; setting {@code cover.gap-fraction}
 * @param lookCorrelation between looks, as in fusion; setting {@code cover.look-correlation}
 * @param visibleFraction share of all things that can be seen from straight above at all, however
 *     often one looks; assumed; setting {@code cover.visible-fraction}
 * @param halfSizeSquareMeters of what is flagged in half of all cases at 5 cm per pixel, if it can
 *     be seen at all; assumed; setting {@code cover.half-size}
 * @param mostSizeSquareMeters the same for nine of ten cases, larger than the above; assumed;
 *     setting {@code cover.most-size}
 */
public record CoverSettings(
    double cellMeters,
    double gapFraction,
    double lookCorrelation,
    double visibleFraction,
    double halfSizeSquareMeters,
    double mostSizeSquareMeters) {

  public CoverSettings {
    requireInRange("cellMeters", cellMeters, 0.1, 10_000);
    requireInRange("gapFraction", gapFraction, 0, 10);
    requireInRange("lookCorrelation", lookCorrelation, 0, 1);
    requireInRange("visibleFraction", visibleFraction, 0, 0.99);
    requireInRange("halfSizeSquareMeters", halfSizeSquareMeters, 0.001, 1e6);
    requireInRange("mostSizeSquareMeters", mostSizeSquareMeters, 1.01 * halfSizeSquareMeters, 1e8);
  }

  public static CoverSettings defaults() {
    return new CoverSettings(2, 1, 0.6, 0.9, 4, 25);
  }

  private static void requireInRange(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s is %s, must lie in [%s, %s]".formatted(name, value, least, most));
    }
  }
}

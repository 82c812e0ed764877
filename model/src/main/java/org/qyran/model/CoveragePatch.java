package org.qyran.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A piece of ground, and how well it was looked at; or a gap that nobody looked at; or ground that
 * lay in the view of frames and was hidden from all of them.
 *
 * @param flight the flights that saw it, joined by {@code +}; for a gap the flights around it, for
 *     hidden ground the flights that had it in view
 * @param ring outer ring, counter-clockwise seen from above, first corner not repeated
 * @param holes left out of the ring
 * @param gap true when no frame had it in view though frames all around it did
 * @param looks how many frames saw it, 5 for 5 or more; 0 for a gap and for hidden ground
 * @param groundSamplingDistanceMeters the best of them, at the middle of its picture; null unless
 *     surveyed
 * @param firstSeen null unless surveyed
 * @param lastSeen null unless surveyed
 * @param areaSquareMeters of the patch
 * @param detectionProbabilities by size of a plot, smallest first, of the looks in which plants
 *     were looked for; empty for a gap, zero for hidden ground
 * @param state what can be said of the patch
 * @param viewing how it was seen; null unless surveyed
 * @param estimated true when a frame that had it in view has a camera of which only plain EXIF is
 *     known, so that the outline may be some percent off
 */
public record CoveragePatch(
    String flight,
    List<GeoPoint> ring,
    List<Hole> holes,
    boolean gap,
    int looks,
    @Nullable Double groundSamplingDistanceMeters,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    double areaSquareMeters,
    List<SizedProbability> detectionProbabilities,
    State state,
    @Nullable Viewing viewing,
    boolean estimated) {

  /** What can be said of a patch. Three things that must never be taken for one another. */
  public enum State {
    /**
     * Seen; if nothing was flagged there, that means as much as the probability of detection. It is
     * 0 where a camera saw the ground and nobody looked for plants in its pictures.
     */
    SURVEYED,
    /** In no frame's view. */
    NOT_SURVEYED,
    /** In the view of a frame, but terrain stood between: nothing can be said of it. */
    COULD_NOT_BE_SEEN;

    /** As written in files. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A part of the patch's ring that is no part of the patch.
   *
   * @param ring clockwise, first corner not repeated
   */
  public record Hole(List<GeoPoint> ring) {

    public Hole {
      ring = List.copyOf(ring);
    }
  }

  /**
   * The chance that a plot of a given size would have been flagged, had it been there.
   *
   * @param sizeSquareMeters of the thing
   * @param probability in [0, 1]
   */
  public record SizedProbability(double sizeSquareMeters, double probability) {

    public SizedProbability {
      Require.positive("sizeSquareMeters", sizeSquareMeters);
      Require.inRange("probability", probability, 0, 1);
    }
  }

  /**
   * How a patch was seen, over all of its ground and looks.
   *
   * @param bestSamplingMeters the finest ground size of a pixel anywhere on it
   * @param medianSamplingMeters half of its ground was seen as finely in half of its looks
   * @param offNadirDegrees of the lines of sight, the median
   * @param sunElevationDegrees above the horizon when it was seen, the median
   * @param occludedFraction share of the looks that terrain took away
   * @param plantsSearchedFraction share of the ground that lies in a frame in which plants were
   *     looked for
   * @param structuresSearchedFraction the same of structures
   * @param detectionCeiling the most that a probability of detection may become there by looking
   *     more often: the rest is never visible from above
   */
  public record Viewing(
      double bestSamplingMeters,
      double medianSamplingMeters,
      double offNadirDegrees,
      double sunElevationDegrees,
      double occludedFraction,
      double plantsSearchedFraction,
      double structuresSearchedFraction,
      double detectionCeiling) {

    public Viewing {
      Require.positive("bestSamplingMeters", bestSamplingMeters);
      Require.positive("medianSamplingMeters", medianSamplingMeters);
      Require.inRange("offNadirDegrees", offNadirDegrees, 0, 90);
      Require.inRange("sunElevationDegrees", sunElevationDegrees, -90, 90);
      Require.inRange("occludedFraction", occludedFraction, 0, 1);
      Require.inRange("plantsSearchedFraction", plantsSearchedFraction, 0, 1);
      Require.inRange("structuresSearchedFraction", structuresSearchedFraction, 0, 1);
      Require.inRange("detectionCeiling", detectionCeiling, 0, 1);
    }
  }

  public CoveragePatch {
    ring = List.copyOf(ring);
    holes = List.copyOf(holes);
    detectionProbabilities = List.copyOf(detectionProbabilities);
    Require.notNegative("areaSquareMeters", areaSquareMeters);
    if (gap != (state == State.NOT_SURVEYED)
        || (looks > 0) != (state == State.SURVEYED)
        || (viewing != null) != (state == State.SURVEYED)) {
      throw new IllegalArgumentException(
          "a patch %s cannot be gap: %s with %d looks and viewing %s"
              .formatted(state, gap, looks, viewing));
    }
  }
}

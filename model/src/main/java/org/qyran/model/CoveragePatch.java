package org.qyran.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of ground, and how well it was looked at; or a gap that nobody looked at.
 *
 * @param flight the flights that saw it, joined by {@code +}; for a gap the flights around it
 * @param ring outer ring, counter-clockwise seen from above, first corner not repeated
 * @param holes left out of the ring
 * @param gap true when no frame saw it though frames all around it did
 * @param looks how many frames saw it, 5 for 5 or more; 0 for a gap
 * @param groundSamplingDistanceMeters the best of them; null for a gap
 * @param firstSeen null for a gap
 * @param lastSeen null for a gap
 * @param areaSquareMeters of the patch
 * @param detectionProbabilities by size of what is looked for, smallest first; empty for a gap
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
    List<SizedProbability> detectionProbabilities) {

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
   * The chance that a thing of a given size would have been flagged, had it been there.
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

  public CoveragePatch {
    ring = List.copyOf(ring);
    holes = List.copyOf(holes);
    detectionProbabilities = List.copyOf(detectionProbabilities);
    Require.notNegative("areaSquareMeters", areaSquareMeters);
  }
}

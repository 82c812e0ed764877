package org.qyran.geo.look;

import java.time.Instant;
import java.util.List;

/**
 * How one cell was looked at by all frames that have it inside their outline. Medians are over the
 * looks that saw it, of an even number the upper one. Where all looks were hidden, everything that
 * is said of those that saw it is 0, infinite, or the end of time.
 *
 * @param looks that saw it
 * @param hidden looks that terrain took away
 * @param forPlants the looks in which plants were looked for
 * @param forStructures looks that saw it, in which structures were looked for
 * @param bestSamplingMeters ground size of a pixel there
 * @param medianSamplingMeters the same
 * @param leastOffNadirDegrees of the lines of sight
 * @param medianOffNadirDegrees the same
 * @param medianSunDegrees above the horizon, when it was seen
 * @param finestStatedMeters the least ground size of a pixel that frames that saw it state for
 *     their middle
 * @param firstSeen the first of the looks that saw it
 * @param lastSeen the last
 * @param flights that had it inside an outline, sorted
 * @param estimated whether of the camera of one of the frames only plain EXIF is known
 */
public record LooksAtCell(
    int looks,
    int hidden,
    ForPlants forPlants,
    int forStructures,
    float bestSamplingMeters,
    float medianSamplingMeters,
    float leastOffNadirDegrees,
    float medianOffNadirDegrees,
    float medianSunDegrees,
    double finestStatedMeters,
    Instant firstSeen,
    Instant lastSeen,
    List<String> flights,
    boolean estimated) {

  /**
   * The looks at a cell in which plants were looked for; all 0 where there are none.
   *
   * @param looks that saw it
   * @param medianSamplingMeters ground size of a pixel there
   * @param leastOffNadirDegrees of the lines of sight
   */
  public record ForPlants(int looks, float medianSamplingMeters, float leastOffNadirDegrees) {}

  public LooksAtCell {
    flights = List.copyOf(flights);
  }
}

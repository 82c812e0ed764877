package org.qyran.evaluation.set.kampala;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.qyran.evaluation.set.outline.OutlineMatching;

/**
 * A roof that a person outlined, in pixels of a mosaic and cut at its border.
 *
 * @param area what can be seen of it
 * @param counts false where less than half of it can be seen: nobody could be asked to find it, nor
 *     be blamed for reporting it
 */
record RoofTruth(Geometry area, boolean counts) {

  private static final double LEAST_SEEN = 0.5;

  /**
   * What a mosaic shows of a roof.
   *
   * @param whole the roof, in pixels of the mosaic
   * @param seen the ground that the tiles of the mosaic cover
   */
  static List<RoofTruth> of(Geometry whole, Geometry seen) {
    double share = OutlineMatching.shareWithin(whole, seen);
    return share <= 0
        ? List.of()
        : List.of(new RoofTruth(whole.intersection(seen), share >= LEAST_SEEN));
  }
}

package org.qyran.evaluation.truth;

import java.util.List;
import org.qyran.evaluation.geojson.GroundArea;

/**
 * Something that a survey should find.
 *
 * @param id within its survey
 * @param kind what it is
 * @param subtype a finer word, {@code unknown} where the file has none
 * @param areaSquareMeters of its outline
 * @param areas its outline
 * @param groundHeightMeters above the WGS 84 ellipsoid
 */
public record TrueTarget(
    String id,
    TargetKind kind,
    String subtype,
    double areaSquareMeters,
    List<GroundArea> areas,
    double groundHeightMeters) {

  public TrueTarget {
    areas = List.copyOf(areas);
    if (areas.isEmpty()) {
      throw new IllegalArgumentException("target " + id + " has no area");
    }
    if (!(areaSquareMeters > 0)) {
      throw new IllegalArgumentException(
          "target %s is %s m², must be above 0".formatted(id, areaSquareMeters));
    }
  }
}

package org.qyran.evaluation.geojson;

import java.util.List;

/**
 * A feature of a map.
 *
 * @param fields its properties
 * @param areas its ground; none where the geometry is no area
 */
public record MapFeature(Fields fields, List<GroundArea> areas) {

  public MapFeature {
    areas = List.copyOf(areas);
  }
}

package org.qyran.evaluation.geojson;

import java.util.List;
import org.qyran.model.GeoPoint;

/**
 * One piece of ground.
 *
 * @param ring around it, at least three corners, the first not repeated
 * @param holes in it, likewise
 */
public record GroundArea(List<GeoPoint> ring, List<List<GeoPoint>> holes) {

  public GroundArea {
    ring = List.copyOf(ring);
    holes = holes.stream().map(List::copyOf).toList();
    if (ring.size() < 3) {
      throw new IllegalArgumentException("a ring needs 3 corners, has " + ring.size());
    }
  }
}

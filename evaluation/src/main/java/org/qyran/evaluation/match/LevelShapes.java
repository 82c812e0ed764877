package org.qyran.evaluation.match;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.qyran.evaluation.geojson.GroundArea;
import org.qyran.geo.ring.LevelRings;
import org.qyran.model.GeoPoint;

/** Turns ground of one survey into level shapes in metres. */
final class LevelShapes {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final LevelRings rings;

  private LevelShapes(LevelRings rings) {
    this.rings = rings;
  }

  /** Axes in the middle of some ground, at least one area of it. */
  static LevelShapes around(List<GroundArea> ground) {
    List<GeoPoint> corners = new ArrayList<>();
    ground.forEach(area -> corners.addAll(area.ring()));
    return new LevelShapes(LevelRings.around(corners));
  }

  Geometry of(List<GroundArea> areas) {
    return union(areas.stream().map(this::of).toList());
  }

  Coordinate of(GeoPoint place) {
    return rings.toLevel(place);
  }

  private Geometry of(GroundArea area) {
    Geometry shape = rings.polygon(area.ring());
    for (List<GeoPoint> hole : area.holes()) {
      shape = LevelRings.difference(shape, rings.polygon(hole));
    }
    return shape;
  }

  static Geometry union(List<Geometry> shapes) {
    if (shapes.size() == 1) {
      return shapes.get(0);
    }
    return shapes.isEmpty() ? FACTORY.createPolygon() : OverlayNGRobust.union(shapes);
  }
}

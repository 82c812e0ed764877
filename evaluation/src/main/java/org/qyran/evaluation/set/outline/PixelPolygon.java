package org.qyran.evaluation.set.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;

/** Outlines in pixels as plane geometry, and back. */
public final class PixelPolygon {

  private static final GeometryFactory PLANE = new GeometryFactory();

  private PixelPolygon() {}

  /**
   * The area an outline runs around. One that crosses itself becomes the parts that it encloses, as
   * the buffer of no width gives them.
   */
  public static Geometry of(PixelOutline outline) {
    return ring(
        outline.ring().stream()
            .map(point -> new Coordinate(point.xPixels(), point.yPixels()))
            .toList());
  }

  /** The area inside corners, the first not repeated. */
  public static Geometry ring(List<Coordinate> corners) {
    List<Coordinate> closed = new ArrayList<>(corners);
    closed.add(corners.get(0).copy());
    Geometry area = PLANE.createPolygon(closed.toArray(Coordinate[]::new));
    return area.isValid() ? area : area.buffer(0);
  }

  /** An upright rectangle. */
  public static Geometry box(double left, double top, double right, double bottom) {
    return ring(
        List.of(
            new Coordinate(left, top),
            new Coordinate(right, top),
            new Coordinate(right, bottom),
            new Coordinate(left, bottom)));
  }

  /** All of them as one. */
  public static Geometry union(List<? extends Geometry> areas) {
    return PLANE.buildGeometry(List.copyOf(areas)).union();
  }

  /** The outlines of the parts of an area, holes left out. */
  public static List<PixelOutline> outlines(Geometry area) {
    List<PixelOutline> outlines = new ArrayList<>();
    for (int part = 0; part < area.getNumGeometries(); part++) {
      if (area.getGeometryN(part) instanceof Polygon polygon && !polygon.isEmpty()) {
        Coordinate[] corners = polygon.getExteriorRing().getCoordinates();
        outlines.add(
            new PixelOutline(
                Arrays.stream(corners, 0, corners.length - 1)
                    .map(corner -> new PixelPoint(corner.getX(), corner.getY()))
                    .toList()));
      }
    }
    return outlines;
  }
}

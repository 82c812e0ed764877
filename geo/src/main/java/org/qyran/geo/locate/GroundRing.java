package org.qyran.geo.locate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.axes.Place;
import org.qyran.model.GeoPoint;

/**
 * An outline on the ground: a simple polygon, counter-clockwise, open.
 *
 * @param points first corner not repeated
 * @param areaSquareMeters in the level plane
 */
public record GroundRing(List<GeoPoint> points, double areaSquareMeters) {

  public GroundRing {
    points = List.copyOf(points);
  }

  /** Less than this is a line, but for rounding. */
  private static final double LEAST_AREA_PIXELS = 0.01;

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /**
   * Makes a ring of ground points in the order of an outline.
   *
   * <p>Points are laid on the level plane at a centre. A ring that crosses itself, as a step in the
   * terrain can make it, becomes the largest of its parts, without holes. An outline without an
   * area becomes as wide as a pixel.
   *
   * @param places at least three
   * @param center near the middle of them
   * @param pixelMeters the ground size of a pixel
   */
  public static GroundRing of(List<Place> places, Place center, double pixelMeters) {
    LocalAxes axes = LocalAxes.at(center.point(), center.heightMeters());
    Coordinate[] corners = new Coordinate[places.size() + 1];
    for (int at = 0; at < places.size(); at++) {
      Enu local = axes.toLocal(places.get(at));
      corners[at] = new Coordinate(local.eastMeters(), local.northMeters());
    }
    corners[places.size()] = corners[0].copy();
    Polygon polygon = GEOMETRY.createPolygon(corners);
    double leastArea = LEAST_AREA_PIXELS * pixelMeters * pixelMeters;
    if (polygon.isValid() && polygon.getArea() >= leastArea) {
      List<GeoPoint> points = new ArrayList<>(places.stream().map(Place::point).toList());
      if (!Orientation.isCCW(corners)) {
        Collections.reverse(points);
      }
      return new GroundRing(List.copyOf(points), polygon.getArea());
    }
    Polygon largest = largestPart(GeometryFixer.fix(polygon));
    return of(
        largest.getArea() >= leastArea
            ? largest
            : largestPart(polygon.getExteriorRing().buffer(pixelMeters / 2)),
        axes);
  }

  /** The part with the largest area, its holes filled; the first of several. */
  private static Polygon largestPart(Geometry geometry) {
    Polygon largest = GEOMETRY.createPolygon();
    for (int at = 0; at < geometry.getNumGeometries(); at++) {
      if (geometry.getGeometryN(at) instanceof Polygon part && !part.isEmpty()) {
        Polygon filled = GEOMETRY.createPolygon(part.getExteriorRing().getCoordinates());
        largest = filled.getArea() > largest.getArea() ? filled : largest;
      }
    }
    return largest;
  }

  private static GroundRing of(Polygon polygon, LocalAxes axes) {
    Coordinate[] corners = polygon.getExteriorRing().getCoordinates();
    List<GeoPoint> points = new ArrayList<>();
    for (int at = 0; at < corners.length - 1; at++) {
      points.add(axes.toGeo(new Enu(corners[at].x, corners[at].y, 0)).point());
    }
    if (!Orientation.isCCW(corners)) {
      Collections.reverse(points);
    }
    return new GroundRing(List.copyOf(points), polygon.getArea());
  }
}

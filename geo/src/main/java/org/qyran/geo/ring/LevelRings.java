package org.qyran.geo.ring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.model.GeoPoint;

/**
 * Turns rings of a neighbourhood into level polygons in metres, and back.
 *
 * <p>Places are taken on the ellipsoid and seen from straight above the origin (an orthographic
 * view): x is metres east, y is metres north. Lengths away from the origin come out short by d² /
 * 2R²: a millionth at 10 km, a hundredth of a percent at 100 km. The way back is exact.
 *
 * <p>Immutable; threads may share it.
 */
public final class LevelRings {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final PrecisionModel MILLIMETERS = new PrecisionModel(1_000);

  /** Half the width that a ring without any area is given. */
  private static final double THINNEST_HALF_METERS = 0.05;

  /** Below this a polygon is a line that was written down as one. */
  private static final double LEAST_AREA_SQUARE_METERS = 1e-4;

  private final LocalAxes axes;

  private LevelRings(LocalAxes axes) {
    this.axes = axes;
  }

  /** Axes in the middle of some points, whichever their order; they must not be none. */
  public static LevelRings around(Collection<GeoPoint> points) {
    return new LevelRings(LocalAxes.at(Neighbourhoods.middle(points), 0));
  }

  /** A place in metres east and north of the origin. */
  public Coordinate toLevel(GeoPoint point) {
    Enu local = axes.toLocal(point, 0);
    return new Coordinate(local.eastMeters(), local.northMeters());
  }

  /** The place of a coordinate that lies within some hundred kilometres of the origin. */
  public GeoPoint toPlace(Coordinate level) {
    Enu flat = new Enu(level.getX(), level.getY(), 0);
    // The ellipsoid falls away below the level plane; two rounds find it to a micrometre.
    Enu fallen = new Enu(flat.eastMeters(), flat.northMeters(), -axes.toGeo(flat).heightMeters());
    double left = axes.toGeo(fallen).heightMeters();
    return axes.toGeo(fallen.minus(new Enu(0, 0, left))).point();
  }

  /**
   * The polygon of a ring: valid, without holes, with an area, and its corners on whole
   * millimetres, half a millimetre or more from every edge they are not part of; so it stays valid
   * when it is turned back into places. Of a ring that crosses itself the largest part is kept; a
   * ring without area becomes a strip 10 cm wide.
   */
  public Polygon polygon(List<GeoPoint> ring) {
    List<Coordinate> corners = new ArrayList<>();
    ring.forEach(point -> corners.add(toLevel(point)));
    corners.add(corners.get(0).copy());
    Polygon polygon = FACTORY.createPolygon(corners.toArray(Coordinate[]::new));
    Geometry sound = polygon.isValid() ? polygon : GeometryFixer.fix(polygon);
    Polygon largest = largest(onGrid(sound));
    if (largest.getArea() > LEAST_AREA_SQUARE_METERS) {
      return withoutHoles(largest);
    }
    return withoutHoles(largest(onGrid(polygon.convexHull().buffer(THINNEST_HALF_METERS, 2))));
  }

  /** Two areas as one, on the same grid of millimetres. */
  public static Geometry union(Geometry one, Geometry other) {
    return OverlayNG.overlay(one, other, OverlayNG.UNION, MILLIMETERS);
  }

  /** One area without another, on the same grid of millimetres. */
  public static Geometry difference(Geometry one, Geometry other) {
    return OverlayNG.overlay(one, other, OverlayNG.DIFFERENCE, MILLIMETERS);
  }

  private static Geometry onGrid(Geometry area) {
    return OverlayNG.overlay(area, null, OverlayNG.UNION, MILLIMETERS);
  }

  /** The outer ring of a polygon, counter-clockwise, the first corner not repeated. */
  public List<GeoPoint> outerRing(Polygon polygon) {
    return open(polygon.getExteriorRing(), true);
  }

  /** The holes of a polygon, clockwise, their first corners not repeated. */
  public List<List<GeoPoint>> holes(Polygon polygon) {
    List<List<GeoPoint>> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      holes.add(open(polygon.getInteriorRingN(i), false));
    }
    return holes;
  }

  /** The parts of a geometry that have an area. */
  public static List<Polygon> parts(Geometry geometry) {
    List<Polygon> parts = new ArrayList<>();
    for (Object part : PolygonExtracter.getPolygons(geometry)) {
      if (part instanceof Polygon polygon && !polygon.isEmpty()) {
        parts.add(polygon);
      }
    }
    return parts;
  }

  /** The largest part of a geometry; of equal ones the first. */
  public static Polygon largest(Geometry geometry) {
    Polygon largest = FACTORY.createPolygon();
    for (Polygon part : parts(geometry)) {
      if (part.getArea() > largest.getArea()) {
        largest = part;
      }
    }
    return largest;
  }

  /** The same outer ring with nothing cut out. */
  public static Polygon withoutHoles(Polygon polygon) {
    return polygon.getNumInteriorRing() == 0
        ? polygon
        : FACTORY.createPolygon(polygon.getExteriorRing().getCoordinates());
  }

  private List<GeoPoint> open(LinearRing ring, boolean counterClockwise) {
    Coordinate[] corners = ring.getCoordinates();
    boolean turn = Orientation.isCCW(corners) != counterClockwise;
    List<GeoPoint> open = new ArrayList<>();
    for (int i = 0; i < corners.length - 1; i++) {
      open.add(toPlace(corners[turn ? corners.length - 1 - i : i]));
    }
    return open;
  }
}

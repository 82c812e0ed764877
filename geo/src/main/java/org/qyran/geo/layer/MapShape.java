package org.qyran.geo.layer;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.qyran.model.GeoPoint;

/**
 * Turns rings of places into shapes for files: x is longitude, y is latitude, in degrees.
 *
 * <p>As RFC 7946 wants it: outer rings counter-clockwise and holes clockwise (3.1.6), and what
 * crosses the antimeridian cut in two (3.1.9). Degrees are rounded to {@value #DECIMALS} decimals,
 * 1.1 cm on the equator; a shape that rounding would make invalid is mended, and one that it would
 * wipe out keeps all its digits. What comes out is always valid: a ring that crosses itself, as the
 * outline of a thing seen on steep ground may, becomes the parts it encloses, and one without area
 * a strip of 2 cm. An edge goes the shorter way round the earth. A ring around a pole is closed
 * along the antimeridian and the pole.
 */
public final class MapShape {

  /** Of a degree. */
  public static final int DECIMALS = 7;

  private static final double SCALE = 1e7;
  private static final Envelope ONE_WORLD = new Envelope(-180, 180, -90, 90);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private MapShape() {}

  /** A point. */
  public static Geometry point(GeoPoint point) {
    return FACTORY.createPoint(
        new Coordinate(rounded(point.longitudeDegrees()), rounded(point.latitudeDegrees())));
  }

  /** An area: a Polygon, or a MultiPolygon where it crosses the antimeridian. */
  public static Geometry area(List<GeoPoint> ring, List<List<GeoPoint>> holes) {
    Coordinate[] outer = unwrapped(ring, ring.get(0).longitudeDegrees());
    double middle =
        new Envelope(FACTORY.createLinearRing(outer).getEnvelopeInternal()).centre().getX();
    List<LinearRing> inner = new ArrayList<>();
    for (List<GeoPoint> hole : holes) {
      inner.add(FACTORY.createLinearRing(unwrapped(hole, middle)));
    }
    Polygon whole =
        FACTORY.createPolygon(FACTORY.createLinearRing(outer), inner.toArray(LinearRing[]::new));
    Geometry sound = sound(whole);
    Envelope extent = sound.getEnvelopeInternal();
    return oriented(onGrid(ONE_WORLD.covers(extent) ? sound : cut(sound, extent)));
  }

  private static Geometry sound(Polygon whole) {
    if (whole.isValid() && whole.getArea() > 0) {
      return whole;
    }
    Geometry fixed = GeometryFixer.fix(whole);
    return fixed.getArea() > 0 ? fixed : whole.convexHull().buffer(1 / SCALE, 1);
  }

  /** Longitudes that run on across the antimeridian; closed. */
  private static Coordinate[] unwrapped(List<GeoPoint> ring, double nearLongitude) {
    List<Coordinate> corners = new ArrayList<>();
    double longitude = nearLongitude;
    for (GeoPoint point : ring) {
      longitude = nearest(point.longitudeDegrees(), longitude);
      corners.add(new Coordinate(longitude, point.latitudeDegrees()));
    }
    Coordinate first = corners.get(0);
    double end = nearest(first.getX(), longitude);
    if (Math.abs(end - first.getX()) > 180) {
      double pole = first.getY() > 0 ? 90 : -90;
      corners.add(new Coordinate(end, first.getY()));
      corners.add(new Coordinate(end, pole));
      corners.add(new Coordinate(first.getX(), pole));
    }
    corners.add(first.copy());
    return corners.toArray(Coordinate[]::new);
  }

  private static double nearest(double longitude, double to) {
    return longitude - 360 * Math.rint((longitude - to) / 360);
  }

  private static Geometry cut(Geometry whole, Envelope extent) {
    List<Polygon> pieces = new ArrayList<>();
    int first = (int) Math.floor((extent.getMinX() + 180) / 360);
    int last = (int) Math.ceil((extent.getMaxX() + 180) / 360) - 1;
    for (int turn = first; turn <= last; turn++) {
      double west = -180 + 360.0 * turn;
      Geometry world = FACTORY.toGeometry(new Envelope(west, west + 360, -90, 90));
      Geometry piece = OverlayNGRobust.overlay(whole, world, OverlayNG.INTERSECTION);
      Geometry home = AffineTransformation.translationInstance(-360.0 * turn, 0).transform(piece);
      for (Object part : PolygonExtracter.getPolygons(home)) {
        if (part instanceof Polygon polygon && !polygon.isEmpty()) {
          pieces.add(polygon);
        }
      }
    }
    // Near a pole a ring may go round more than once and come back over itself.
    return OverlayNGRobust.union(FACTORY.buildGeometry(pieces));
  }

  private static Geometry onGrid(Geometry shape) {
    Geometry rounded = shape.copy();
    rounded.apply(
        (Coordinate corner) -> {
          corner.setX(rounded(corner.getX()));
          corner.setY(rounded(corner.getY()));
        });
    rounded.geometryChanged();
    if (rounded.isValid() && rounded.getArea() > 0) {
      return rounded;
    }
    Geometry mended = GeometryPrecisionReducer.reduce(shape, new PrecisionModel(SCALE));
    return mended.getArea() > 0 ? mended : shape;
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * SCALE) / SCALE;
  }

  private static Geometry oriented(Geometry shape) {
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon) {
        parts.add(oriented(polygon));
      }
    }
    return parts.size() == 1
        ? parts.get(0)
        : FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
  }

  private static Polygon oriented(Polygon polygon) {
    LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = turned(polygon.getInteriorRingN(i), false);
    }
    return FACTORY.createPolygon(turned(polygon.getExteriorRing(), true), holes);
  }

  private static LinearRing turned(LinearRing ring, boolean counterClockwise) {
    return Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise
        ? ring
        : ring.reverse();
  }
}

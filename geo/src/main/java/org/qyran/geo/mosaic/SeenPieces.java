package org.qyran.geo.mosaic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.qyran.model.MosaicWindow;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;
import org.qyran.model.SeenArea;

/**
 * The core of a window without what nobody saw, as outlines without holes: an outline with a hole
 * is cut in two through the middle of its largest hole, until none is left. Holes smaller than a
 * few square metres are passed over.
 */
final class SeenPieces {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** As wide as the cells in which looks are counted. */
  private static final double LEAST_HOLE_SQUARE_METERS = 4;

  private static final double LEAST_PIECE_SQUARE_METERS = 1;

  private static final int MOST_CUTS = 12;

  private final double leastHolePixels;
  private final double leastPiecePixels;
  private final List<Polygon> pieces = new ArrayList<>();

  private SeenPieces(double gsdMeters) {
    leastHolePixels = LEAST_HOLE_SQUARE_METERS / (gsdMeters * gsdMeters);
    leastPiecePixels = LEAST_PIECE_SQUARE_METERS / (gsdMeters * gsdMeters);
  }

  /** In pixels of the window, from the top and then from the left. */
  static List<PixelOutline> of(MosaicWindow window, List<SeenArea> seen) {
    SeenPieces cut = new SeenPieces(window.mosaic().groundSamplingDistanceMeters());
    Geometry core = GEOMETRY.toGeometry(core(window));
    for (SeenArea area : seen) {
      cut.add(OverlayNGRobust.overlay(polygon(area), core, OverlayNG.INTERSECTION), MOST_CUTS);
    }
    cut.pieces.sort(
        Comparator.<Polygon>comparingDouble(piece -> piece.getEnvelopeInternal().getMinY())
            .thenComparingDouble(piece -> piece.getEnvelopeInternal().getMinX())
            .thenComparingDouble(Geometry::getArea));
    return cut.pieces.stream().map(SeenPieces::outline).toList();
  }

  private static Envelope core(MosaicWindow window) {
    double left = window.coreLeftPixels() - window.leftPixels();
    double top = window.coreTopPixels() - window.topPixels();
    return new Envelope(
        left, left + window.coreWidthPixels(), top, top + window.coreHeightPixels());
  }

  private void add(Geometry part, int cuts) {
    for (int at = 0; at < part.getNumGeometries(); at++) {
      if (part.getGeometryN(at) instanceof Polygon polygon
          && polygon.getArea() >= leastPiecePixels) {
        add(polygon, cuts);
      }
    }
  }

  private void add(Polygon polygon, int cuts) {
    LinearRing largest = null;
    double most = leastHolePixels;
    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
      LinearRing ring = polygon.getInteriorRingN(hole);
      double area = GEOMETRY.createPolygon(ring).getArea();
      if (area >= most) {
        largest = ring;
        most = area;
      }
    }
    if (largest == null || cuts == 0) {
      pieces.add(GEOMETRY.createPolygon(polygon.getExteriorRing()));
      return;
    }
    Envelope all = polygon.getEnvelopeInternal();
    double middle = largest.getEnvelopeInternal().centre().getX();
    for (Envelope half :
        List.of(
            new Envelope(all.getMinX(), middle, all.getMinY(), all.getMaxY()),
            new Envelope(middle, all.getMaxX(), all.getMinY(), all.getMaxY()))) {
      add(
          OverlayNGRobust.overlay(polygon, GEOMETRY.toGeometry(half), OverlayNG.INTERSECTION),
          cuts - 1);
    }
  }

  private static Geometry polygon(SeenArea area) {
    Geometry seen = polygon(area.outline());
    for (PixelOutline hole : area.holes()) {
      seen = OverlayNGRobust.overlay(seen, polygon(hole), OverlayNG.DIFFERENCE);
    }
    return seen;
  }

  private static Geometry polygon(PixelOutline outline) {
    Polygon polygon = GEOMETRY.createPolygon(ring(outline));
    return polygon.isValid() ? polygon : GeometryFixer.fix(polygon);
  }

  private static LinearRing ring(PixelOutline outline) {
    List<Coordinate> corners = new ArrayList<>();
    outline.ring().forEach(at -> corners.add(new Coordinate(at.xPixels(), at.yPixels())));
    corners.add(corners.get(0).copy());
    return GEOMETRY.createLinearRing(corners.toArray(Coordinate[]::new));
  }

  private static PixelOutline outline(Polygon piece) {
    Coordinate[] corners = piece.getExteriorRing().getCoordinates();
    List<PixelPoint> ring = new ArrayList<>();
    for (int at = 0; at < corners.length - 1; at++) {
      ring.add(new PixelPoint(corners[at].getX(), corners[at].getY()));
    }
    return new PixelOutline(ring);
  }
}

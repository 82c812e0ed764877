package org.qyran.geo.cover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.OrientedCoordinateArray;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Which ground exactly one, two, … {@value #MOST} of some outlines cover.
 *
 * <p>All edges are cut at each other's crossings, once, with every corner on a whole millimetre,
 * which makes the rest safe (J. D. Hobby, Practical segment intersection with finite precision
 * output, 1999). They bound faces, each of which lies in the same outlines everywhere; a point
 * inside tells in how many, and faces of one count grow together. More than {@value #MOST} are not
 * told apart, so the shapes stay simple where frames lie thick.
 *
 * <p>The cost grows with the number of crossings, so this is for the few outlines of one tile. A
 * face thinner than a millimetre may be given to its neighbour.
 */
final class LookLevels {

  /** More looks than this are counted as this many. */
  static final int MOST = 5;

  private static final PrecisionModel MILLIMETERS = new PrecisionModel(1_000);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Faces by the number of outlines they lie in, from none. */
  private final List<List<Polygon>> faces = new ArrayList<>();

  private LookLevels() {
    for (int looks = 0; looks <= MOST; looks++) {
      faces.add(new ArrayList<>());
    }
  }

  /** The order of the outlines changes nothing but where a ring begins. */
  static LookLevels of(List<Polygon> outlines) {
    LookLevels levels = new LookLevels();
    for (Polygon face : faces(outlines)) {
      levels.faces.get(Math.min(MOST, count(face, outlines))).add(face);
    }
    return levels;
  }

  /** The ground that any of them covers. */
  Geometry any() {
    List<Polygon> all = new ArrayList<>();
    faces.subList(1, faces.size()).forEach(all::addAll);
    return grown(all);
  }

  /** The ground that exactly so many cover, at least one; for {@value #MOST}, that many or more. */
  Geometry exactly(int looks) {
    return grown(faces.get(looks));
  }

  /** In one order whatever the order of the faces, which the polygonizer does not promise. */
  private static Geometry grown(List<Polygon> parts) {
    return parts.isEmpty()
        ? FACTORY.createPolygon()
        : CoverageUnion.union(FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new))).norm();
  }

  private static List<Polygon> faces(List<Polygon> outlines) {
    List<NodedSegmentString> edges = new ArrayList<>();
    for (Polygon outline : outlines) {
      edges.add(new NodedSegmentString(outline.getExteriorRing().getCoordinates(), outline));
      for (int hole = 0; hole < outline.getNumInteriorRing(); hole++) {
        edges.add(new NodedSegmentString(outline.getInteriorRingN(hole).getCoordinates(), outline));
      }
    }
    SnapRoundingNoder noder = new SnapRoundingNoder(MILLIMETERS);
    noder.computeNodes(edges);
    Polygonizer polygonizer = new Polygonizer();
    Set<OrientedCoordinateArray> once = new TreeSet<>();
    for (Object piece : noder.getNodedSubstrings()) {
      if (piece instanceof SegmentString edge
          && edge.size() > 1
          && once.add(new OrientedCoordinateArray(edge.getCoordinates()))) {
        polygonizer.add(FACTORY.createLineString(edge.getCoordinates()));
      }
    }
    List<Polygon> faces = new ArrayList<>();
    Collection<?> found = polygonizer.getPolygons();
    for (Object face : found) {
      if (face instanceof Polygon polygon) {
        faces.add(polygon);
      }
    }
    return faces;
  }

  private static int count(Polygon face, List<Polygon> outlines) {
    Coordinate inside = face.getInteriorPoint().getCoordinate();
    int count = 0;
    for (Polygon outline : outlines) {
      if (outline.getEnvelopeInternal().contains(inside)
          && SimplePointInAreaLocator.isContained(inside, outline)) {
        count++;
        if (count == MOST) {
          return count;
        }
      }
    }
    return count;
  }
}

package org.qyran.geo.cover;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.qyran.geo.ring.LevelRings;

/**
 * Finds the ground that was missed between frames.
 *
 * <p>The seen ground is swollen by half the reach and shrunk again (a morphological closing), and
 * its holes are filled whatever their size; what that adds is unseen ground between frames. The
 * round fillets that a closing leaves in every inner corner of the outer edge are no gaps: a gap
 * has seen ground along at least {@value #LEAST_ENCLOSED} of its edge.
 */
final class Gaps {

  /**
   * A right-angled corner's fillet has 2 / (2 + π/2) = 0.56; a slit thrice as long as wide 0.75.
   */
  private static final double LEAST_ENCLOSED = 0.65;

  /** Smaller gaps are no place to miss anything. */
  private static final double LEAST_AREA_SQUARE_METERS = 1;

  private static final double TOUCH_METERS = 0.01;
  private static final int SEGMENTS_OF_A_QUARTER = 8;
  private static final BufferParameters MITRED =
      new BufferParameters(
          SEGMENTS_OF_A_QUARTER, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 10);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Gaps() {}

  /**
   * The gaps in some seen ground, each without what lies seen inside it.
   *
   * @param reachMeters slits at most this wide are gaps
   */
  static List<Polygon> between(Geometry seen, double reachMeters) {
    double swell = reachMeters / 2;
    Geometry closed =
        seen.buffer(swell, SEGMENTS_OF_A_QUARTER).buffer(-swell, SEGMENTS_OF_A_QUARTER);
    Geometry filled = OverlayNGRobust.overlay(filled(closed), filled(seen), OverlayNG.UNION);
    Geometry unseen = wideParts(OverlayNGRobust.overlay(filled, seen, OverlayNG.DIFFERENCE), seen);
    Geometry edge = seen.getBoundary().buffer(TOUCH_METERS, 1);
    return LevelRings.parts(unseen).stream()
        .filter(gap -> gap.getArea() >= LEAST_AREA_SQUARE_METERS)
        .filter(gap -> enclosed(gap, edge) >= LEAST_ENCLOSED)
        .toList();
  }

  /**
   * Shrinks and swells what is unseen by a centimetre. A closing leaves slivers of a micrometre
   * along straight edges; they have no area, but their length would count as enclosed.
   */
  private static Geometry wideParts(Geometry unseen, Geometry seen) {
    Geometry core = BufferOp.bufferOp(unseen, -TOUCH_METERS, MITRED);
    Geometry swollen = BufferOp.bufferOp(core, TOUCH_METERS, MITRED);
    return LevelRings.difference(swollen, seen);
  }

  private static Geometry filled(Geometry geometry) {
    List<Geometry> filled = new ArrayList<>();
    LevelRings.parts(geometry).forEach(part -> filled.add(LevelRings.withoutHoles(part)));
    return OverlayNGRobust.union(FACTORY.buildGeometry(filled));
  }

  private static double enclosed(Polygon gap, Geometry edge) {
    Geometry outer = gap.getExteriorRing();
    return OverlayNGRobust.overlay(outer, edge, OverlayNG.INTERSECTION).getLength()
        / outer.getLength();
  }
}

package org.qyran.detection.plane;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Point;
import org.qyran.model.PixelPoint;

/** Closed lines of corners: moving them outwards, and telling whether they cross themselves. */
final class Rings {

  /** A sharp corner would run far out; it is cut at this many times the distance. */
  private static final double LONGEST_MITER = 2;

  private Rings() {}

  /**
   * The ring of pixel centres moved outwards, in corner coordinates (centre + 0.5).
   *
   * @return no corners when there are fewer than three
   */
  static List<PixelPoint> movedOut(Point[] ring, double pixels) {
    List<PixelPoint> moved = new ArrayList<>();
    if (ring.length < 3) {
      return moved;
    }
    double outward = Math.signum(twiceArea(ring));
    for (int i = 0; i < ring.length; i++) {
      Point before = ring[(i + ring.length - 1) % ring.length];
      Point at = ring[i];
      Point after = ring[(i + 1) % ring.length];
      double in = Math.hypot(at.x - before.x, at.y - before.y);
      double on = Math.hypot(after.x - at.x, after.y - at.y);
      // The normals of the two edges that meet here, to the outside.
      double nx = (at.y - before.y) / in + (after.y - at.y) / on;
      double ny = -(at.x - before.x) / in - (after.x - at.x) / on;
      double squared = nx * nx + ny * ny;
      double miter = squared < 1e-9 ? 0 : Math.min(2 / squared, LONGEST_MITER / Math.sqrt(squared));
      moved.add(
          new PixelPoint(
              at.x + 0.5 + outward * pixels * miter * nx,
              at.y + 0.5 + outward * pixels * miter * ny));
    }
    return moved;
  }

  /** Positive when x turns towards y along the ring. */
  private static double twiceArea(Point[] ring) {
    double twice = 0;
    for (int i = 0; i < ring.length; i++) {
      Point next = ring[(i + 1) % ring.length];
      twice += ring[i].x * next.y - next.x * ring[i].y;
    }
    return twice;
  }

  /** Whether no two edges meet other than neighbours in their corner. */
  static boolean isSimple(List<PixelPoint> ring) {
    int size = ring.size();
    for (int i = 0; i < size; i++) {
      for (int j = i + 2; j < size; j++) {
        if (i == 0 && j == size - 1) {
          continue;
        }
        if (meet(ring.get(i), ring.get(i + 1), ring.get(j), ring.get((j + 1) % size))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean meet(PixelPoint a, PixelPoint b, PixelPoint c, PixelPoint d) {
    return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
  }

  private static double side(PixelPoint a, PixelPoint b, PixelPoint c) {
    return Math.signum(
        (b.xPixels() - a.xPixels()) * (c.yPixels() - a.yPixels())
            - (b.yPixels() - a.yPixels()) * (c.xPixels() - a.xPixels()));
  }
}

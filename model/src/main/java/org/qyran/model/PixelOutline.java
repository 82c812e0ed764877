package org.qyran.model;

import java.util.List;

/**
 * A polygon in a picture.
 *
 * @param ring its corners in order, at least three, the first not repeated at the end
 */
public record PixelOutline(List<PixelPoint> ring) {

  /** A rectangle along the rows and columns, from its top left corner to the right and round. */
  public static PixelOutline rectangle(double left, double top, double right, double bottom) {
    return new PixelOutline(
        List.of(
            new PixelPoint(left, top),
            new PixelPoint(right, top),
            new PixelPoint(right, bottom),
            new PixelPoint(left, bottom)));
  }

  public PixelOutline {
    ring = List.copyOf(ring);
    if (ring.size() < 3) {
      throw new IllegalArgumentException("an outline needs 3 corners, has " + ring.size());
    }
  }
}

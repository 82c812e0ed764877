package org.qyran.model;

import java.util.List;

/**
 * A polygon in a picture.
 *
 * @param ring its corners in order, at least three, the first not repeated at the end
 */
public record PixelOutline(List<PixelPoint> ring) {

  public PixelOutline {
    ring = List.copyOf(ring);
    if (ring.size() < 3) {
      throw new IllegalArgumentException("an outline needs 3 corners, has " + ring.size());
    }
  }
}

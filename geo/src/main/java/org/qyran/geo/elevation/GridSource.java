package org.qyran.geo.elevation;

import java.io.IOException;
import java.util.Optional;

/**
 * Where the heights of a grid come from. Nothing is held open between two calls, and threads may
 * call it at the same time.
 */
public interface GridSource {

  /** Land lies above the shore of the Dead Sea: a lower value is a code and no height. */
  double LOWEST_HEIGHT_METERS = -600;

  /** Land lies below Everest. */
  double HIGHEST_HEIGHT_METERS = 9_100;

  /**
   * Reads a window, which must lie within the grid.
   *
   * @param column of its first cell, from the western edge
   * @param row of its first cell, from the northern edge
   * @return metres, row by row, NaN where unknown
   * @throws IOException with one sentence that names the file
   */
  float[] read(int column, int row, int columns, int rows) throws IOException;

  /** The part of the grid that should hold a cell and is not there, as a sentence about it. */
  default Optional<String> findMissing(int column, int row) {
    return Optional.empty();
  }

  /** The value as a height, NaN when land cannot lie there. */
  static float heightOrUnknown(double meters) {
    return meters > LOWEST_HEIGHT_METERS && meters < HIGHEST_HEIGHT_METERS
        ? (float) meters
        : Float.NaN;
  }
}

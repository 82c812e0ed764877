package org.qyran.detection.structure;

import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Window;
import org.qyran.detection.tile.Tile;

/**
 * How odd each pixel of a frame is, in one byte: how many of the limits it is above, and whether it
 * is no darker than the frame at large. The masks of all limits would take eight times as much.
 */
final class Oddness {

  private static final int LIT = 0x40;
  private static final int GRADE = 0x3f;

  private final int width;
  private final int height;
  private final byte[] grades;

  Oddness(int width, int height) {
    this.width = width;
    this.height = height;
    this.grades = new byte[width * height];
  }

  /**
   * Takes over the core of a tile.
   *
   * @param distances of all pixels of the tile's outer window
   * @param limits smallest first
   * @param candidates the pixels of that window that are above the first limit
   * @param lit whether each candidate is lit
   */
  void put(Tile tile, float[] distances, double[] limits, int[] candidates, boolean[] lit) {
    Window outer = tile.outer();
    for (int c = 0; c < candidates.length; c++) {
      int at = candidates[c];
      int x = outer.x() + at % outer.width();
      int y = outer.y() + at / outer.width();
      if (tile.core().contains(x, y)) {
        grades[y * width + x] = (byte) (grade(distances[at], limits) | (lit[c] ? LIT : 0));
      }
    }
  }

  private static int grade(float distance, double[] limits) {
    int grade = 0;
    while (grade < limits.length && distance > limits[grade]) {
      grade++;
    }
    return grade;
  }

  /** The pixels above a limit, counted from 0. */
  Mask above(int limit, boolean litOnly) {
    byte[] marks = new byte[grades.length];
    for (int at = 0; at < marks.length; at++) {
      boolean odd = (grades[at] & GRADE) > limit && (!litOnly || (grades[at] & LIT) != 0);
      marks[at] = (byte) (odd ? 1 : 0);
    }
    return new Mask(width, height, marks);
  }
}

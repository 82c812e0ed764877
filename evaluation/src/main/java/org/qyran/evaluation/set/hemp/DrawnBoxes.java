package org.qyran.evaluation.set.hemp;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.qyran.detection.plane.Mask;
import org.qyran.evaluation.set.picture.Pictures;

/**
 * Where somebody drew boxes on a picture, recovered from the picture with and without them.
 *
 * <p>Assumes lines of one or a few pure colours around clear rectangles, so that each rectangle
 * inside a box hangs together and hangs together with nothing else. The box is its inside and half
 * a line around it: good to about two pixels. A box that is filled by its own lines, at the border
 * of the picture, is lost.
 */
final class DrawnBoxes {

  /** Lines are drawn, not photographed: they differ from the ground by far more than this. */
  private static final int LEAST_DIFFERENCE = 30;

  private static final double LEAST_FILLED = 0.95;
  private static final int LEAST_PIXELS = 4;

  /** What is left of the ground around the boxes is no box, however straight. */
  private static final double LARGEST_SHARE = 0.2;

  private DrawnBoxes() {}

  /**
   * The boxes, top to bottom and left to right.
   *
   * @param lineWidthPixels of the lines
   * @throws IOException when the two pictures are not of one size
   */
  static List<Envelope> recover(Path clean, Path drawn, double lineWidthPixels) throws IOException {
    BufferedImage before = Pictures.read(clean);
    BufferedImage after = Pictures.read(drawn);
    if (before.getWidth() != after.getWidth() || before.getHeight() != after.getHeight()) {
      throw new IOException("%s and %s are not of one size".formatted(clean, drawn));
    }
    return recover(before, after, lineWidthPixels);
  }

  static List<Envelope> recover(BufferedImage before, BufferedImage after, double lineWidthPixels) {
    int width = before.getWidth();
    int height = before.getHeight();
    byte[] marks = new byte[width * height];
    for (int at = 0; at < marks.length; at++) {
      int was = before.getRGB(at % width, at / width);
      int is = after.getRGB(at % width, at / width);
      marks[at] = (byte) (difference(was, is) > LEAST_DIFFERENCE ? 0 : 1);
    }
    List<Envelope> boxes = new ArrayList<>();
    for (Envelope inside : rectangles(new Mask(width, height, marks))) {
      boxes.add(grown(inside, lineWidthPixels / 2, width, height));
    }
    return boxes;
  }

  /** Rectangles of ones that hang together by their sides and fill their bounds. */
  private static List<Envelope> rectangles(Mask clear) {
    int width = clear.width();
    int height = clear.height();
    boolean[] visited = new boolean[width * height];
    int[] stack = new int[width * height];
    List<Envelope> found = new ArrayList<>();
    for (int start = 0; start < visited.length; start++) {
      if (visited[start] || clear.marks()[start] == 0) {
        continue;
      }
      Envelope bounds = new Envelope();
      int count = 0;
      int top = 0;
      stack[top++] = start;
      visited[start] = true;
      while (top > 0) {
        int at = stack[--top];
        int x = at % width;
        int y = at / width;
        count++;
        bounds.expandToInclude(x, y);
        bounds.expandToInclude(x + 1.0, y + 1.0);
        for (int[] step : new int[][] {{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
          int column = x + step[0];
          int row = y + step[1];
          int next = row * width + column;
          if (column >= 0
              && column < width
              && row >= 0
              && row < height
              && !visited[next]
              && clear.marks()[next] != 0) {
            visited[next] = true;
            stack[top++] = next;
          }
        }
      }
      boolean isBox =
          count >= LEAST_PIXELS
              && count >= LEAST_FILLED * bounds.getArea()
              && bounds.getArea() <= LARGEST_SHARE * width * height;
      if (isBox) {
        found.add(bounds);
      }
    }
    return found;
  }

  private static Envelope grown(Envelope inside, double by, int width, int height) {
    return new Envelope(
        Math.max(0, inside.getMinX() - by),
        Math.min(width, inside.getMaxX() + by),
        Math.max(0, inside.getMinY() - by),
        Math.min(height, inside.getMaxY() + by));
  }

  private static int difference(int one, int other) {
    int largest = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      largest = Math.max(largest, Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)));
    }
    return largest;
  }
}

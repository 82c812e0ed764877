package org.qyran.detection.plane;

/**
 * A rectangle of whole pixels.
 *
 * @param x of its left-most column
 * @param y of its top row
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record Window(int x, int y, int width, int height) {

  public Window {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a window of %d x %d is empty".formatted(width, height));
    }
  }

  /** First column to the right of it. */
  public int right() {
    return x + width;
  }

  /** First row below it. */
  public int bottom() {
    return y + height;
  }

  public boolean contains(int column, int row) {
    return column >= x && column < right() && row >= y && row < bottom();
  }

  /** This window grown by so many pixels on each side, and cut where it leaves the limits. */
  public Window grownWithin(int pixels, Window limits) {
    int left = Math.max(x - pixels, limits.x);
    int top = Math.max(y - pixels, limits.y);
    int right = Math.min(right() + pixels, limits.right());
    int bottom = Math.min(bottom() + pixels, limits.bottom());
    return new Window(left, top, right - left, bottom - top);
  }
}

package org.qyran.detection;

import org.qyran.model.MosaicWindow;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;

/**
 * Which of the things in a window of a mosaic are this window's to tell: those whose middle lies in
 * its core. A neighbour sees them too, but not its own core's.
 *
 * <p>What is longer than the overlap may be cut off by the border of every window that shows it.
 * Such pieces are told by each window whose core they reach, and put together when targets are
 * made.
 */
final class WindowShare {

  /** A detector may stop this short of the border, in pixels of the mosaic's working grid. */
  private static final double BORDER_PIXELS = 3;

  private final MosaicWindow window;
  private final double borderPixels;

  /**
   * Of one window.
   *
   * @param windowPixelsPerPixel of the working grid
   */
  WindowShare(MosaicWindow window, double windowPixelsPerPixel) {
    this.window = window;
    this.borderPixels = BORDER_PIXELS * windowPixelsPerPixel;
  }

  /** Whether an outline, in pixels of the window, is to be told. */
  boolean holds(PixelOutline outline) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (PixelPoint corner : outline.ring()) {
      left = Math.min(left, corner.xPixels());
      right = Math.max(right, corner.xPixels());
      top = Math.min(top, corner.yPixels());
      bottom = Math.max(bottom, corner.yPixels());
    }
    double coreLeft = window.coreLeftPixels() - window.leftPixels();
    double coreTop = window.coreTopPixels() - window.topPixels();
    double coreRight = coreLeft + window.coreWidthPixels();
    double coreBottom = coreTop + window.coreHeightPixels();
    double x = (left + right) / 2;
    double y = (top + bottom) / 2;
    if (x >= coreLeft && x < coreRight && y >= coreTop && y < coreBottom) {
      return true;
    }
    boolean reachesCore =
        left < coreRight && right > coreLeft && top < coreBottom && bottom > coreTop;
    return reachesCore && isCut(left, top, right, bottom) && isLong(left, top, right, bottom);
  }

  /** Whether the window ends where the mosaic goes on, and the outline with it. */
  private boolean isCut(double left, double top, double right, double bottom) {
    return (window.leftPixels() > 0 && left <= borderPixels)
        || (window.topPixels() > 0 && top <= borderPixels)
        || (!isMosaicsRight() && right >= window.widthPixels() - borderPixels)
        || (!isMosaicsBottom() && bottom >= window.heightPixels() - borderPixels);
  }

  private boolean isMosaicsRight() {
    return window.leftPixels() + window.widthPixels() == window.mosaic().widthPixels();
  }

  private boolean isMosaicsBottom() {
    return window.topPixels() + window.heightPixels() == window.mosaic().heightPixels();
  }

  private boolean isLong(double left, double top, double right, double bottom) {
    return Math.max(right - left, bottom - top)
        > window.mosaic().overlapPixels() - 2 * borderPixels;
  }
}

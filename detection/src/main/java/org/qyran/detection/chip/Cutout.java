package org.qyran.detection.chip;

import org.opencv.core.Point;
import org.qyran.model.MosaicWindow;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;

/**
 * A square of a frame around an outline.
 *
 * @param outline to draw
 * @param leftPixels of the square, in frame pixels; may lie outside the frame
 * @param topPixels of the square
 * @param sidePixels of the square
 */
record Cutout(PixelOutline outline, double leftPixels, double topPixels, double sidePixels) {

  /** Side of a chip. */
  static final int CHIP_PIXELS = 320;

  /** The square is this much wider than the outline, so that the surroundings can be judged. */
  private static final double MARGIN = 2.2;

  /** Nothing is shown larger than this many chip pixels per frame pixel. */
  private static final double LARGEST_ZOOM = 4;

  static Cutout around(PixelOutline outline) {
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
    double side =
        Math.max(Math.max(right - left, bottom - top) * MARGIN, CHIP_PIXELS / LARGEST_ZOOM);
    return new Cutout(outline, (left + right) / 2 - side / 2, (top + bottom) / 2 - side / 2, side);
  }

  /** The part of a window that the square shows, a pixel wider. */
  MosaicWindow within(MosaicWindow window) {
    int left = clamped(Math.floor(leftPixels) - 1, window.widthPixels() - 1);
    int top = clamped(Math.floor(topPixels) - 1, window.heightPixels() - 1);
    int right = clamped(Math.ceil(leftPixels + sidePixels) + 1, window.widthPixels());
    int bottom = clamped(Math.ceil(topPixels + sidePixels) + 1, window.heightPixels());
    int width = Math.max(1, right - left);
    int height = Math.max(1, bottom - top);
    int inMosaicX = window.leftPixels() + left;
    int inMosaicY = window.topPixels() + top;
    return new MosaicWindow(
        window.mosaic(), inMosaicX, inMosaicY, width, height, inMosaicX, inMosaicY, width, height);
  }

  private static int clamped(double pixels, int most) {
    return (int) Math.max(0, Math.min(most, pixels));
  }

  /** The same square and outline in a picture that begins elsewhere. */
  Cutout moved(double rightPixels, double downPixels) {
    return new Cutout(
        new PixelOutline(
            outline.ring().stream()
                .map(
                    corner ->
                        new PixelPoint(
                            corner.xPixels() + rightPixels, corner.yPixels() + downPixels))
                .toList()),
        leftPixels + rightPixels,
        topPixels + downPixels,
        sidePixels);
  }

  /** Frame pixels per pixel of the chip. */
  double reduction() {
    return Math.max(1, sidePixels / CHIP_PIXELS);
  }

  /** Chip pixels per frame pixel. */
  double zoom() {
    return CHIP_PIXELS / sidePixels;
  }

  /** The corners of the outline in the chip, as OpenCV counts: from the middle of a pixel. */
  Point[] corners() {
    return outline.ring().stream()
        .map(
            corner ->
                new Point(
                    (corner.xPixels() - leftPixels) * zoom() - 0.5,
                    (corner.yPixels() - topPixels) * zoom() - 0.5))
        .toArray(Point[]::new);
  }
}

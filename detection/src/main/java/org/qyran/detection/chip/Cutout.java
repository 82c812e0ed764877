package org.qyran.detection.chip;

import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import org.qyran.detection.image.ColourPicture;
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

  private static final int CHIP_PIXELS = 320;

  /** The square is this much wider than the outline, so that the surroundings can be judged. */
  private static final double MARGIN = 2.2;

  /** Nothing is shown larger than this many chip pixels per frame pixel. */
  private static final double LARGEST_ZOOM = 4;

  private static final int JPEG_QUALITY = 85;

  /** OpenCV draws at fractions of a pixel, in units of 1 / 16. */
  private static final int FRACTION_BITS = 4;

  private static final double[] BARS_METERS = {
    0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000
  };

  private static final Scalar YELLOW = new Scalar(0, 235, 255);
  private static final Scalar WHITE = new Scalar(255, 255, 255);
  private static final Scalar BLACK = new Scalar(0, 0, 0);

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

  /** Frame pixels per pixel of the chip. */
  double reduction() {
    return Math.max(1, sidePixels / CHIP_PIXELS);
  }

  /** The chip as JPEG; black where the square leaves the frame. */
  byte[] drawn(ColourPicture picture, double gsdMeters) {
    Mat whole = toMat(picture);
    double zoom = CHIP_PIXELS / sidePixels;
    Mat map = new Mat(2, 3, CvType.CV_64F);
    // Corner coordinates scale about the corner; OpenCV's centres lie half a pixel further in.
    double perColumn = picture.framePixelsPerColumn() * zoom;
    double perRow = picture.framePixelsPerRow() * zoom;
    map.put(
        0,
        0,
        perColumn,
        0,
        0.5 * perColumn - leftPixels * zoom - 0.5,
        0,
        perRow,
        0.5 * perRow - topPixels * zoom - 0.5);
    Mat chip = new Mat();
    Imgproc.warpAffine(whole, chip, map, new Size(CHIP_PIXELS, CHIP_PIXELS), Imgproc.INTER_LINEAR);
    map.release();
    whole.release();
    drawOutline(chip, zoom);
    if (gsdMeters > 0) {
      drawBar(chip, zoom / gsdMeters);
    }
    if (!picture.bands().equals("red green blue")) {
      write(chip, picture.bands(), new Point(6, 14));
    }
    return encoded(chip);
  }

  private void drawOutline(Mat chip, double zoom) {
    Point[] corners =
        outline.ring().stream()
            .map(
                corner ->
                    new Point(
                        drawn((corner.xPixels() - leftPixels) * zoom),
                        drawn((corner.yPixels() - topPixels) * zoom)))
            .toArray(Point[]::new);
    MatOfPoint line = new MatOfPoint(corners);
    Imgproc.polylines(chip, List.of(line), true, BLACK, 3, Imgproc.LINE_AA, FRACTION_BITS);
    Imgproc.polylines(chip, List.of(line), true, YELLOW, 1, Imgproc.LINE_AA, FRACTION_BITS);
    line.release();
  }

  private static double drawn(double corner) {
    return Math.rint((corner - 0.5) * (1 << FRACTION_BITS));
  }

  /** The longest round number of metres that takes less than half of the chip. */
  private static void drawBar(Mat chip, double pixelsPerMeter) {
    double bar = BARS_METERS[0];
    for (double meters : BARS_METERS) {
      if (meters * pixelsPerMeter <= CHIP_PIXELS * 0.45) {
        bar = meters;
      }
    }
    Point from = new Point(8, CHIP_PIXELS - 10);
    Point to = new Point(8 + bar * pixelsPerMeter, CHIP_PIXELS - 10);
    Imgproc.line(chip, from, to, BLACK, 5);
    Imgproc.line(chip, from, to, WHITE, 3);
    String text = bar < 1 ? "%.1f m".formatted(bar) : "%.0f m".formatted(bar);
    write(chip, text, new Point(8, CHIP_PIXELS - 18));
  }

  private static void write(Mat chip, String text, Point at) {
    int font = Imgproc.FONT_HERSHEY_SIMPLEX;
    Imgproc.putText(chip, text, at, font, 0.45, BLACK, 3, Imgproc.LINE_AA);
    Imgproc.putText(chip, text, at, font, 0.45, WHITE, 1, Imgproc.LINE_AA);
  }

  /** A whole picture as JPEG, its longer side so long at the most. */
  static byte[] shrunk(ColourPicture picture, int longSidePixels) {
    Mat mat = toMat(picture);
    double shrink = (double) longSidePixels / Math.max(mat.cols(), mat.rows());
    if (shrink < 1) {
      Size size =
          new Size(
              Math.max(1, Math.round(mat.cols() * shrink)),
              Math.max(1, Math.round(mat.rows() * shrink)));
      Imgproc.resize(mat, mat, size, 0, 0, Imgproc.INTER_AREA);
    }
    return encoded(mat);
  }

  private static Mat toMat(ColourPicture picture) {
    Mat mat = new Mat(picture.height(), picture.width(), CvType.CV_8UC3);
    mat.put(0, 0, picture.bgr());
    return mat;
  }

  /** Takes the matrix over. */
  private static byte[] encoded(Mat mat) {
    MatOfByte bytes = new MatOfByte();
    MatOfInt options = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, JPEG_QUALITY);
    Imgcodecs.imencode(".jpg", mat, bytes, options);
    byte[] jpeg = bytes.toArray();
    bytes.release();
    options.release();
    mat.release();
    return jpeg;
  }
}

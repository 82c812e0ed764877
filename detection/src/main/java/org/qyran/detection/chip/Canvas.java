package org.qyran.detection.chip;

import java.util.List;
import java.util.stream.Stream;
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

/** A picture that chips are cut out of. Holds native memory until it is released. */
final class Canvas {

  private static final int JPEG_QUALITY = 85;

  /** OpenCV draws at fractions of a pixel, in units of 1 / 16. */
  private static final int FRACTION_BITS = 4;

  private static final double[] BARS_METERS = {
    0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000
  };

  /** A bar may be no longer than this share of the chip. */
  private static final double LONGEST_BAR = 0.45;

  private static final Scalar YELLOW = new Scalar(0, 235, 255);
  private static final Scalar WHITE = new Scalar(255, 255, 255);
  private static final Scalar BLACK = new Scalar(0, 0, 0);

  private final ColourPicture picture;
  private final Mat pixels;

  Canvas(ColourPicture picture) {
    this.picture = picture;
    this.pixels = new Mat(picture.height(), picture.width(), CvType.CV_8UC3);
    pixels.put(0, 0, picture.bgr());
  }

  void release() {
    pixels.release();
  }

  /** A chip as JPEG; black where its square leaves the frame. */
  byte[] chip(Cutout cutout, double gsdMeters) {
    Mat chip = cut(cutout);
    drawOutline(chip, cutout);
    drawBar(chip, cutout.zoom() / gsdMeters);
    if (!picture.bands().equals("red green blue")) {
      write(chip, picture.bands(), new Point(6, 14));
    }
    return encoded(chip);
  }

  /**
   * The whole picture as JPEG, its longer side so long at the most; reduced by a whole number,
   * which is quick.
   */
  byte[] whole(int longSidePixels) {
    int longSide = Math.max(pixels.cols(), pixels.rows());
    int factor = Math.max(1, (longSide + longSidePixels - 1) / longSidePixels);
    int columns = Math.max(1, pixels.cols() / factor);
    int rows = Math.max(1, pixels.rows() / factor);
    Mat evenly =
        pixels.submat(
            0,
            Math.min(pixels.rows(), rows * factor),
            0,
            Math.min(pixels.cols(), columns * factor));
    Mat small = new Mat();
    Imgproc.resize(evenly, small, new Size(columns, rows), 0, 0, Imgproc.INTER_AREA);
    evenly.release();
    return encoded(small);
  }

  private Mat cut(Cutout cutout) {
    double zoom = cutout.zoom();
    Mat map = new Mat(2, 3, CvType.CV_64F);
    // Corner coordinates scale about the corner; OpenCV's centres lie half a pixel further in.
    double perColumn = picture.framePixelsPerColumn() * zoom;
    double perRow = picture.framePixelsPerRow() * zoom;
    map.put(
        0,
        0,
        perColumn,
        0,
        0.5 * perColumn - cutout.leftPixels() * zoom - 0.5,
        0,
        perRow,
        0.5 * perRow - cutout.topPixels() * zoom - 0.5);
    Mat chip = new Mat();
    Size size = new Size(Cutout.CHIP_PIXELS, Cutout.CHIP_PIXELS);
    Imgproc.warpAffine(pixels, chip, map, size, Imgproc.INTER_LINEAR);
    map.release();
    return chip;
  }

  private static void drawOutline(Mat chip, Cutout cutout) {
    MatOfPoint line =
        new MatOfPoint(
            Stream.of(cutout.corners())
                .map(corner -> new Point(sixteenths(corner.x), sixteenths(corner.y)))
                .toArray(Point[]::new));
    Imgproc.polylines(chip, List.of(line), true, BLACK, 3, Imgproc.LINE_AA, FRACTION_BITS);
    Imgproc.polylines(chip, List.of(line), true, YELLOW, 1, Imgproc.LINE_AA, FRACTION_BITS);
    line.release();
  }

  private static double sixteenths(double pixels) {
    return Math.rint(pixels * (1 << FRACTION_BITS));
  }

  /** The longest round number of metres that takes less than half of the chip. */
  private static void drawBar(Mat chip, double pixelsPerMeter) {
    double bar = BARS_METERS[0];
    for (double meters : BARS_METERS) {
      if (meters * pixelsPerMeter <= Cutout.CHIP_PIXELS * LONGEST_BAR) {
        bar = meters;
      }
    }
    Point from = new Point(8, Cutout.CHIP_PIXELS - 10);
    Point to = new Point(8 + bar * pixelsPerMeter, Cutout.CHIP_PIXELS - 10);
    Imgproc.line(chip, from, to, BLACK, 5);
    Imgproc.line(chip, from, to, WHITE, 3);
    String text = bar < 1 ? "%.1f m".formatted(bar) : "%.0f m".formatted(bar);
    write(chip, text, new Point(8, Cutout.CHIP_PIXELS - 18));
  }

  private static void write(Mat chip, String text, Point at) {
    int font = Imgproc.FONT_HERSHEY_SIMPLEX;
    Imgproc.putText(chip, text, at, font, 0.45, BLACK, 3, Imgproc.LINE_AA);
    Imgproc.putText(chip, text, at, font, 0.45, WHITE, 1, Imgproc.LINE_AA);
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

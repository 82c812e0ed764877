package org.qyran.detection.radiometry;

import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.qyran.model.PixelPoint;

/**
 * The counts within a quadrilateral of a picture.
 *
 * @param mean of the counts
 * @param deviation of the counts, one standard deviation
 * @param saturated share of them that is as bright as the sensor goes
 * @param converted mean of what the counts are converted to
 */
record PanelRegion(double mean, double deviation, double saturated, double converted) {

  private static final int SATURATED = 65_000;
  private static final int FEWEST_PIXELS = 100;

  /** Nothing where the place is not in the picture, or too small to be measured. */
  static Optional<PanelRegion> of(Mat counts, PanelPlace place, CountConversion conversion) {
    boolean inside =
        place.corners().stream().allMatch(corner -> isInside(corner, counts.cols(), counts.rows()));
    if (!inside) {
      return Optional.empty();
    }
    MatOfPoint ring =
        new MatOfPoint(
            place.corners().stream()
                .map(corner -> new Point(Math.rint(corner.xPixels()), Math.rint(corner.yPixels())))
                .toArray(Point[]::new));
    Rect box = Imgproc.boundingRect(ring);
    Rect bounds = new Rect(0, 0, counts.cols(), counts.rows());
    box = intersection(box, bounds);
    Mat mask = Mat.zeros(counts.size(), CvType.CV_8U);
    Imgproc.fillConvexPoly(mask, ring, new Scalar(1));
    ring.release();
    byte[] marks = new byte[box.width * box.height];
    short[] values = new short[marks.length];
    copy(mask, box, marks, values, counts);
    mask.release();
    return statistics(box, marks, values, conversion);
  }

  private static boolean isInside(PixelPoint corner, int columns, int rows) {
    return corner.xPixels() >= 0
        && corner.yPixels() >= 0
        && corner.xPixels() < columns
        && corner.yPixels() < rows;
  }

  private static Rect intersection(Rect one, Rect other) {
    int left = Math.max(one.x, other.x);
    int top = Math.max(one.y, other.y);
    int right = Math.min(one.x + one.width, other.x + other.width);
    int bottom = Math.min(one.y + one.height, other.y + other.height);
    return new Rect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }

  private static void copy(Mat mask, Rect box, byte[] marks, short[] values, Mat counts) {
    Mat marked = mask.submat(box).clone();
    marked.get(0, 0, marks);
    marked.release();
    Mat part = counts.submat(box).clone();
    part.get(0, 0, values);
    part.release();
  }

  private static Optional<PanelRegion> statistics(
      Rect box, byte[] marks, short[] values, CountConversion conversion) {
    int count = 0;
    int saturated = 0;
    double sum = 0;
    double squares = 0;
    double converted = 0;
    for (int at = 0; at < marks.length; at++) {
      if (marks[at] != 0) {
        int value = values[at] & 0xFFFF;
        count++;
        saturated += value >= SATURATED ? 1 : 0;
        sum += value;
        squares += (double) value * value;
        converted += conversion.valueAt(box.x + at % box.width, box.y + at / box.width, value);
      }
    }
    if (count < FEWEST_PIXELS) {
      return Optional.empty();
    }
    double mean = sum / count;
    return Optional.of(
        new PanelRegion(
            mean,
            Math.sqrt(Math.max(0, squares / count - mean * mean)),
            (double) saturated / count,
            converted / count));
  }

  /** How uneven it is. */
  double unevenness() {
    return mean > 0 ? deviation / mean : Double.POSITIVE_INFINITY;
  }

  /** A picture of counts in 8 bits, its darkest and brightest hundredth cut off. */
  static Mat stretched(Mat counts) {
    short[] values = new short[Math.toIntExact(counts.total())];
    counts.get(0, 0, values);
    CountHistogram histogram = new CountHistogram(values);
    double low = histogram.atRank(0.01 * values.length);
    double high = histogram.atRank(0.99 * values.length);
    Mat bytes = new Mat();
    double gain = high > low ? 255 / (high - low) : 0;
    counts.convertTo(bytes, CvType.CV_8U, gain, -low * gain);
    return bytes;
  }
}

package org.qyran.detection.image;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.core.TermCriteria;
import org.opencv.imgproc.Imgproc;
import org.opencv.video.Video;

/**
 * Lays the picture of one lens on the picture of another of the same rig.
 *
 * <p>Bands look different (plants are dark in red and bright in near infrared) but change in the
 * same places, so it is the steepness of the pictures that is compared. First guess: the difference
 * of the principal points. Then the phase of the spectra gives the shift (Kuglin and Hines, 1975),
 * and the enhanced correlation coefficient (Evangelidis and Psarakis, IEEE PAMI 30(10), 2008) a
 * small affine map, which takes up what the lenses differ in. Ground that is not level leaves a
 * parallax that no such map removes; {@link #squaredResiduals} measures what is left.
 */
final class BandAlignment {

  /** A shift found this far from the first guess, as a share of the width, is no shift but luck. */
  private static final double FARTHEST_SHIFT = 0.06;

  /** Lenses of a rig are turned and scaled against each other by at most this. */
  private static final double LARGEST_TURN = 0.02;

  /** Below this peak the phases say nothing (noise alone gives 0.01 to 0.02). */
  private static final double LEAST_PEAK = 0.03;

  private static final long ENOUGH_PIXELS = 400_000;

  private final Mat steepness;

  /** Compares with this single-channel picture; the matrix stays the caller's. */
  BandAlignment(Mat reference) {
    this.steepness = steepness(reference);
  }

  void release() {
    steepness.release();
  }

  /**
   * A 2 x 3 map from positions of the reference to positions of the other picture.
   *
   * @param other single channel, the size of the reference
   * @param guess where the principal points put the other picture
   */
  Mat mapTo(Mat other, Point guess) {
    Mat steep = steepness(other);
    Mat window = new Mat();
    Imgproc.createHanningWindow(window, steepness.size(), CvType.CV_32F);
    double[] peak = new double[1];
    Point shift = Imgproc.phaseCorrelate(steepness, steep, window, peak);
    window.release();
    double farthest = FARTHEST_SHIFT * steepness.cols();
    if (peak[0] < LEAST_PEAK || Math.hypot(shift.x - guess.x, shift.y - guess.y) > farthest) {
      shift = guess;
    }
    return best(
        other,
        List.of(
            shifted(shift),
            refined(steep, shift, Video.MOTION_EUCLIDEAN),
            refined(steep, shift, Video.MOTION_AFFINE)));
  }

  /** Of several maps the one that leaves least; the first where nothing can be told. */
  private Mat best(Mat other, List<Mat> maps) {
    Mat best = maps.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (Mat map : maps) {
      Mat laid = new Mat();
      Imgproc.warpAffine(
          other,
          laid,
          map,
          other.size(),
          Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP,
          Core.BORDER_REPLICATE);
      double left =
          squaredResiduals(laid).stream().mapToDouble(Double::doubleValue).average().orElse(1e9);
      laid.release();
      if (left < least) {
        least = left;
        best = map;
      }
    }
    for (Mat map : maps) {
      if (map != best) {
        map.release();
      }
    }
    return best;
  }

  private static Mat shifted(Point shift) {
    Mat map = Mat.eye(2, 3, CvType.CV_32F);
    map.put(0, 2, shift.x);
    map.put(1, 2, shift.y);
    return map;
  }

  /**
   * Works on pictures halved so often that the search is quick; the map comes out for the whole.
   */
  private Mat refined(Mat steep, Point shift, int motion) {
    int halvings = 0;
    while ((long) (steep.cols() >> halvings) * (steep.rows() >> halvings) > ENOUGH_PIXELS) {
      halvings++;
    }
    double factor = 1 << halvings;
    Mat here = halved(steepness, halvings);
    Mat there = halved(steep, halvings);
    Mat map = shifted(new Point(shift.x / factor, shift.y / factor));
    Mat start = map.clone();
    Mat all = new Mat();
    try {
      TermCriteria enough = new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, 40, 1e-5);
      Video.findTransformECC(here, there, map, motion, enough, all, 5);
    } catch (CvException e) {
      // It did not converge: the pictures have too little in common. The shift has to do.
      start.copyTo(map);
    }
    if (strays(map, start, here)) {
      start.copyTo(map);
    }
    // Pixel centres of a picture halved n times lie at (x + 0.5) / 2^n - 0.5 of the whole.
    double centre = (factor - 1) / 2;
    for (int row = 0; row < 2; row++) {
      double moved = map.get(row, 2)[0] * factor + centre;
      map.put(row, 2, moved - (map.get(row, 0)[0] + map.get(row, 1)[0]) * centre);
    }
    all.release();
    start.release();
    here.release();
    there.release();
    return map;
  }

  private static Mat halved(Mat picture, int halvings) {
    Mat halved = new Mat();
    Size size = new Size(picture.cols() >> halvings, picture.rows() >> halvings);
    Imgproc.resize(picture, halved, size, 0, 0, Imgproc.INTER_AREA);
    return halved;
  }

  private static boolean strays(Mat map, Mat start, Mat picture) {
    double turn =
        Math.max(
            Math.max(Math.abs(map.get(0, 0)[0] - 1), Math.abs(map.get(1, 1)[0] - 1)),
            Math.max(Math.abs(map.get(0, 1)[0]), Math.abs(map.get(1, 0)[0])));
    double x = picture.cols() / 2.0;
    double y = picture.rows() / 2.0;
    double moved =
        Math.hypot(
            map.get(0, 0)[0] * x + map.get(0, 1)[0] * y + map.get(0, 2)[0] - x - start.get(0, 2)[0],
            map.get(1, 0)[0] * x
                + map.get(1, 1)[0] * y
                + map.get(1, 2)[0]
                - y
                - start.get(1, 2)[0]);
    return !(turn <= LARGEST_TURN && moved <= FARTHEST_SHIFT * picture.cols());
  }

  /** Squared shifts left in the quarters of a picture that was laid on the reference. */
  List<Double> squaredResiduals(Mat laid) {
    Mat steep = steepness(laid);
    List<Double> squared = new ArrayList<>();
    int width = steep.cols() / 2;
    int height = steep.rows() / 2;
    if (width >= 32 && height >= 32) {
      Mat window = new Mat();
      Imgproc.createHanningWindow(window, new Size(width, height), CvType.CV_32F);
      for (int quarter = 0; quarter < 4; quarter++) {
        Rect part = new Rect(quarter % 2 * width, quarter / 2 * height, width, height);
        Mat here = steepness.submat(part).clone();
        Mat there = steep.submat(part).clone();
        double[] peak = new double[1];
        Point left = Imgproc.phaseCorrelate(here, there, window, peak);
        if (peak[0] >= LEAST_PEAK) {
          squared.add(left.x * left.x + left.y * left.y);
        }
        here.release();
        there.release();
      }
      window.release();
    }
    steep.release();
    return squared;
  }

  private static Mat steepness(Mat picture) {
    Mat values = new Mat();
    picture.convertTo(values, CvType.CV_32F);
    Core.normalize(values, values, 0, 1, Core.NORM_MINMAX);
    Core.max(values, new Scalar(0), values);
    // The root evens out bright and dark ground; raw 16-bit bands use a small part of their range.
    Core.sqrt(values, values);
    Imgproc.GaussianBlur(values, values, new Size(0, 0), 1);
    Mat across = new Mat();
    Mat down = new Mat();
    Imgproc.Sobel(values, across, CvType.CV_32F, 1, 0);
    Imgproc.Sobel(values, down, CvType.CV_32F, 0, 1);
    Core.magnitude(across, down, values);
    across.release();
    down.release();
    Core.min(values, new Scalar(4 * Core.mean(values).val[0]), values);
    return values;
  }
}

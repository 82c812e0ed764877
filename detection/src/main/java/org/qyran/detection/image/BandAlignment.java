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
  private static final double LARGEST_TURN = 0.06;

  /** Below this peak the phases say nothing (noise alone gives 0.01 to 0.02). */
  private static final double LEAST_PEAK = 0.03;

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
    Mat map = refined(steep, shift);
    steep.release();
    return map;
  }

  private Mat refined(Mat steep, Point shift) {
    Mat map = Mat.eye(2, 3, CvType.CV_32F);
    map.put(0, 2, shift.x);
    map.put(1, 2, shift.y);
    Mat start = map.clone();
    Mat all = new Mat();
    try {
      Video.findTransformECC(
          steepness,
          steep,
          map,
          Video.MOTION_AFFINE,
          new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, 40, 1e-5),
          all,
          5);
    } catch (CvException e) {
      // It did not converge: the pictures have too little in common. The shift has to do.
      start.copyTo(map);
    }
    if (strays(map, start)) {
      start.copyTo(map);
    }
    all.release();
    start.release();
    return map;
  }

  private boolean strays(Mat map, Mat start) {
    double turn =
        Math.max(
            Math.max(Math.abs(map.get(0, 0)[0] - 1), Math.abs(map.get(1, 1)[0] - 1)),
            Math.max(Math.abs(map.get(0, 1)[0]), Math.abs(map.get(1, 0)[0])));
    double x = steepness.cols() / 2.0;
    double y = steepness.rows() / 2.0;
    double moved =
        Math.hypot(
            map.get(0, 0)[0] * x + map.get(0, 1)[0] * y + map.get(0, 2)[0] - x - start.get(0, 2)[0],
            map.get(1, 0)[0] * x
                + map.get(1, 1)[0] * y
                + map.get(1, 2)[0]
                - y
                - start.get(1, 2)[0]);
    return !(turn <= LARGEST_TURN && moved <= FARTHEST_SHIFT * steepness.cols());
  }

  /** Sums of squared shifts left in the quarters of a picture that was laid on the reference. */
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

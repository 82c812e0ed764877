package org.qyran.detection.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
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
import org.qyran.detection.plane.Mask;
import org.qyran.model.BandImage;

/**
 * Lays the picture of one lens on the picture of another of the same rig.
 *
 * <p>The maker's word goes first: what {@link LensMap} says of lenses and rig. Bands look different
 * (plants are dark in red and bright in near infrared) but change in the same places, so what is
 * left is found where the pictures are steep: the phase of the spectra gives a shift (Kuglin and
 * Hines, 1975), the enhanced correlation coefficient (Evangelidis and Psarakis, IEEE PAMI 30(10),
 * 2008) a small affine map. Of the maker's word alone, the shift and the map that one is taken that
 * leaves least, so a search that went astray changes nothing. The picture is resampled once.
 *
 * <p>Ground that is not level leaves a parallax that no such map removes; {@link
 * Laid#squaredResiduals} measures what is left.
 */
final class BandAlignment {

  /** A shift found this far from the maker's word, as a share of the width, is luck. */
  private static final double FARTHEST_SHIFT = 0.06;

  /** Lenses of a rig are turned and scaled by at most this more than the maker says. */
  private static final double LARGEST_TURN = 0.02;

  /** Below this peak the phases say nothing (noise alone gives 0.01 to 0.02). */
  private static final double LEAST_PEAK = 0.03;

  private static final long ENOUGH_PIXELS = 400_000;

  /** Where the tags of a rig leave more than this, they are tried without. */
  private static final double TAGS_FAIL_PIXELS = 1;

  /** Half of what is asked for, so that nothing need be searched that is already there. */
  private static final double CLOSE_PIXELS = 0.25;

  private static final double[] UNMOVED = {1, 0, 0, 0, 1, 0};

  private final BandImage reference;
  private final Mat steepness;

  /** Compares with this picture of the reference band; the matrix stays the caller's. */
  BandAlignment(BandImage reference, Mat picture) {
    this.reference = reference;
    this.steepness = steepness(picture);
  }

  void release() {
    steepness.release();
  }

  /**
   * A picture on the reference's grid.
   *
   * @param picture laid; whoever holds it releases it
   * @param outside pixels that its lens did not see
   * @param squaredResiduals squared shifts left in the quarters where they can be told
   */
  record Laid(Mat picture, Mask outside, List<Double> squaredResiduals) {

    OptionalDouble meanSquare() {
      return squaredResiduals.stream().mapToDouble(Double::doubleValue).average();
    }
  }

  /** Lays another band's picture, whole and of any size; the matrix stays the caller's. */
  Laid lay(BandImage band, Mat other) {
    Laid laid = lay(lenses(band, other, true), other);
    boolean tagged = LensMap.isTurnKnown(reference, band);
    double left = laid.meanSquare().orElse(0);
    if (!tagged || left <= TAGS_FAIL_PIXELS * TAGS_FAIL_PIXELS) {
      return laid;
    }
    Laid untagged = lay(lenses(band, other, false), other);
    boolean better = untagged.meanSquare().orElse(Double.POSITIVE_INFINITY) < left;
    (better ? laid : untagged).picture().release();
    return better ? untagged : laid;
  }

  private LensMap lenses(BandImage band, Mat other, boolean turned) {
    return new LensMap(reference, band, steepness.size(), other.size(), turned);
  }

  private Laid lay(LensMap lenses, Mat other) {
    // The searches take most of the time; those that can no longer win much are left out.
    Laid best = laid(lenses, other, UNMOVED);
    if (isClose(best)) {
      return best;
    }
    Mat steep = steepness(best.picture());
    double[] shift = shift(steep);
    best = better(best, lenses, other, shift);
    for (int motion : new int[] {Video.MOTION_AFFINE, Video.MOTION_EUCLIDEAN}) {
      if (!isClose(best)) {
        best = better(best, lenses, other, refined(steep, shift, motion));
      }
    }
    steep.release();
    return best;
  }

  private static boolean isClose(Laid laid) {
    return laid.meanSquare().orElse(Double.POSITIVE_INFINITY) <= CLOSE_PIXELS * CLOSE_PIXELS;
  }

  /** Of two ways to lay a picture the one that leaves less; the first where nothing can be told. */
  private Laid better(Laid best, LensMap lenses, Mat other, double[] moved) {
    if (Arrays.equals(moved, UNMOVED)) {
      return best;
    }
    Laid tried = laid(lenses, other, moved);
    boolean wins =
        tried.meanSquare().orElse(Double.POSITIVE_INFINITY)
            < best.meanSquare().orElse(Double.POSITIVE_INFINITY);
    (wins ? best : tried).picture().release();
    return wins ? tried : best;
  }

  private Laid laid(LensMap lenses, Mat other, double[] moved) {
    LensMap.Positions positions = lenses.positions(moved);
    Mat laid = lenses.lay(other, positions);
    return new Laid(laid, lenses.outside(positions), squaredResiduals(laid));
  }

  private double[] shift(Mat steep) {
    Mat window = new Mat();
    Imgproc.createHanningWindow(window, steepness.size(), CvType.CV_32F);
    double[] peak = new double[1];
    Point shift = Imgproc.phaseCorrelate(steepness, steep, window, peak);
    window.release();
    double farthest = FARTHEST_SHIFT * steepness.cols();
    return peak[0] < LEAST_PEAK || Math.hypot(shift.x, shift.y) > farthest
        ? UNMOVED.clone()
        : new double[] {1, 0, shift.x, 0, 1, shift.y};
  }

  /**
   * Works on pictures halved so often that the search is quick; the map comes out for the whole.
   */
  private double[] refined(Mat steep, double[] start, int motion) {
    int halvings = 0;
    while ((long) (steep.cols() >> halvings) * (steep.rows() >> halvings) > ENOUGH_PIXELS) {
      halvings++;
    }
    double factor = 1 << halvings;
    Mat here = halved(steepness, halvings);
    Mat there = halved(steep, halvings);
    Mat map = Mat.eye(2, 3, CvType.CV_32F);
    map.put(0, 2, start[2] / factor);
    map.put(1, 2, start[5] / factor);
    Mat all = new Mat();
    double[] moved = start.clone();
    try {
      TermCriteria enough = new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, 40, 1e-5);
      Video.findTransformECC(here, there, map, motion, enough, all, 5);
      moved = whole(map, factor);
    } catch (CvException e) {
      // It did not converge: the pictures have too little in common. The start has to do.
      moved = start.clone();
    }
    all.release();
    map.release();
    here.release();
    there.release();
    return strays(moved, start) ? start.clone() : moved;
  }

  /** Pixel centres of a picture halved n times lie at (x + 0.5) / 2^n - 0.5 of the whole. */
  private static double[] whole(Mat map, double factor) {
    double centre = (factor - 1) / 2;
    double[] moved = new double[6];
    for (int row = 0; row < 2; row++) {
      double across = map.get(row, 0)[0];
      double down = map.get(row, 1)[0];
      moved[3 * row] = across;
      moved[3 * row + 1] = down;
      moved[3 * row + 2] = map.get(row, 2)[0] * factor + centre - (across + down) * centre;
    }
    return moved;
  }

  private static Mat halved(Mat picture, int halvings) {
    Mat halved = new Mat();
    Size size = new Size(picture.cols() >> halvings, picture.rows() >> halvings);
    Imgproc.resize(picture, halved, size, 0, 0, Imgproc.INTER_AREA);
    return halved;
  }

  private boolean strays(double[] moved, double[] start) {
    double turn =
        Math.max(
            Math.max(Math.abs(moved[0] - 1), Math.abs(moved[4] - 1)),
            Math.max(Math.abs(moved[1]), Math.abs(moved[3])));
    double x = steepness.cols() / 2.0;
    double y = steepness.rows() / 2.0;
    double far =
        Math.hypot(
            moved[0] * x + moved[1] * y + moved[2] - x - start[2],
            moved[3] * x + moved[4] * y + moved[5] - y - start[5]);
    return !(turn <= LARGEST_TURN && far <= FARTHEST_SHIFT * steepness.cols());
  }

  /** Squared shifts left in the quarters of a picture that was laid on the reference. */
  private List<Double> squaredResiduals(Mat laid) {
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

  /** How steep a picture is; of one of several channels the second, which is green in colours. */
  private static Mat steepness(Mat picture) {
    Mat values = new Mat();
    Core.extractChannel(picture, values, picture.channels() > 1 ? 1 : 0);
    values.convertTo(values, CvType.CV_32F);
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

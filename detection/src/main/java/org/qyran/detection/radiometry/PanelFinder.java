package org.qyran.detection.radiometry;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.objdetect.QRCodeDetector;
import org.qyran.model.PanelMark;
import org.qyran.model.PixelPoint;

/**
 * Finds the grey square of a reflectance panel in the picture of one band.
 *
 * <p>Three ways, the surest first. The camera's own corners, where it wrote them. The QR code that
 * MicaSense prints beside the square: it is looked for and read by OpenCV, and the square lies
 * where the maker's program says (micasense/imageprocessing, panel.py: two generations of panels,
 * and four rotations, of which the most even one is right). And, in a picture that somebody said
 * shows a panel, the largest even bright quadrilateral.
 *
 * <p>What is found is believed only if it is even to a tenth and not saturated. A panel in half
 * shadow is not even; one in full shadow is, and nothing here can tell. Stateless.
 */
final class PanelFinder {

  /** Corners that a camera wrote are whole pixels, and the rim of the square is often dirty. */
  private static final double INNER_SHARE = 0.8;

  private static final double LARGEST_UNEVENNESS = 0.1;
  private static final double LARGEST_SATURATED_SHARE = 0.01;

  /** A bare quadrilateral must be more even than one beside a code. */
  private static final double LARGEST_SHAPE_UNEVENNESS = 0.04;

  private static final double SMALLEST_SHAPE = 0.005;
  private static final double LARGEST_SHAPE = 0.4;
  private static final double LONGEST_SIDE_RATIO = 1.4;

  /** Codes are found more surely, and faster, in pictures of about this width. */
  private static final double CODE_WIDTH_PIXELS = 1_280;

  /** Shares of that width that are tried in turn. */
  private static final double[] CODE_SIZES = {1, 1.5, 0.75, 2};

  /** Corners of the code and of the square in the maker's reference picture. */
  private record Layout(List<PixelPoint> code, List<PixelPoint> square) {}

  /** Of the first two generations of panels. */
  private static final Layout OLD =
      new Layout(
          corners(898, 748, 880, 567, 701, 584, 718, 762),
          corners(894, 469, 868, 232, 630, 258, 656, 496));

  private static final Layout FROM_THIRD =
      new Layout(
          corners(821, 324, 819, 506, 996, 509, 999, 330),
          corners(557, 350, 550, 480, 695, 480, 700, 350));

  private final CountConversion conversion;

  PanelFinder(CountConversion conversion) {
    this.conversion = conversion;
  }

  /** A panel in a picture: its place, and the counts there. */
  record Found(PanelPlace place, PanelRegion region) {}

  /**
   * The panel, where there is one that can be used.
   *
   * @param counts 16 bit, single channel, the whole picture; the matrix stays the caller's
   */
  Optional<Found> find(Mat counts, PanelMark mark) {
    if (!mark.corners().isEmpty()) {
      Optional<Found> stated =
          usable(counts, new PanelPlace(mark.corners(), "").shrunk(INNER_SHARE));
      if (stated.isPresent()) {
        return stated;
      }
    }
    Mat bytes = PanelRegion.stretched(counts);
    try {
      Optional<Found> beside = besideCode(counts, bytes);
      return beside.isPresent() || mark.source() == PanelMark.Source.NONE
          ? beside
          : shape(counts, bytes);
    } finally {
      bytes.release();
    }
  }

  private Optional<Found> usable(Mat counts, PanelPlace place) {
    return PanelRegion.of(counts, place, conversion)
        .filter(region -> region.saturated() <= LARGEST_SATURATED_SHARE)
        .filter(region -> region.unevenness() <= LARGEST_UNEVENNESS)
        .map(region -> new Found(place, region));
  }

  /** A code: what it says, where it can be read, and its corners going round. */
  private record Code(String text, List<Point> corners) {}

  private Optional<Found> besideCode(Mat counts, Mat bytes) {
    Optional<Code> read = code(bytes);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    String text = read.get().text();
    List<Point> code = read.get().corners();
    List<Found> found = new ArrayList<>();
    for (Layout layout : layouts(text)) {
      for (int turn = 0; turn < 4; turn++) {
        usable(counts, square(layout, code, turn, text)).ifPresent(found::add);
      }
    }
    return found.stream().min(Comparator.comparingDouble(panel -> panel.region().unevenness()));
  }

  /** The first that can be read at one of several sizes; else the first that is seen at all. */
  private static Optional<Code> code(Mat bytes) {
    Optional<Code> seen = Optional.empty();
    for (double size : CODE_SIZES) {
      Optional<Code> code = code(bytes, size * Math.min(1, CODE_WIDTH_PIXELS / bytes.cols()));
      if (code.isPresent() && PanelCode.generation(code.get().text()).isPresent()) {
        return code;
      }
      seen = seen.isPresent() ? seen : code;
    }
    return seen;
  }

  private static Optional<Code> code(Mat bytes, double scale) {
    Mat resized = new Mat();
    int how = scale > 1 ? Imgproc.INTER_CUBIC : Imgproc.INTER_AREA;
    Imgproc.resize(bytes, resized, new Size(), scale, scale, how);
    Mat corners = new Mat();
    QRCodeDetector detector = new QRCodeDetector();
    try {
      String text = detector.detectAndDecode(resized, corners);
      List<Point> points = points(corners, scale);
      return points.size() == 4 ? Optional.of(new Code(text, points)) : Optional.empty();
    } catch (CvException e) {
      // A code whose corners it finds and whose modules it cannot lay out; there is none then.
      return Optional.empty();
    } finally {
      resized.release();
      corners.release();
      // Its finalizer frees native memory, and may run while the call above is still at work.
      Reference.reachabilityFence(detector);
    }
  }

  private static List<Point> points(Mat corners, double scale) {
    List<Point> points = new ArrayList<>();
    float[] xy = new float[2];
    for (int at = 0; at < corners.total() && corners.channels() == 2; at++) {
      corners.get(0, at, xy);
      points.add(new Point(xy[0] / scale, xy[1] / scale));
    }
    return points;
  }

  private static List<Layout> layouts(String text) {
    return PanelCode.generation(text)
        .map(number -> List.of(number < 3 ? OLD : FROM_THIRD))
        .orElse(List.of(OLD, FROM_THIRD));
  }

  private static List<PixelPoint> corners(int... xy) {
    List<PixelPoint> corners = new ArrayList<>();
    for (int at = 0; at < xy.length; at += 2) {
      corners.add(new PixelPoint(xy[at], xy[at + 1]));
    }
    return corners;
  }

  /** The square beside a code of which it is not known which corner is which. */
  private static PanelPlace square(Layout layout, List<Point> code, int turn, String text) {
    MatOfPoint2f from = new MatOfPoint2f();
    MatOfPoint2f to = new MatOfPoint2f();
    Point[] reference = new Point[3];
    for (int at = 0; at < 3; at++) {
      PixelPoint corner = layout.code().get((at + turn) % 4);
      reference[at] = new Point(corner.xPixels(), corner.yPixels());
    }
    from.fromArray(reference);
    to.fromList(code.subList(0, 3));
    Mat map = Imgproc.getAffineTransform(from, to);
    List<PixelPoint> corners = new ArrayList<>();
    for (PixelPoint corner : layout.square()) {
      double x = corner.xPixels();
      double y = corner.yPixels();
      corners.add(
          new PixelPoint(
              map.get(0, 0)[0] * x + map.get(0, 1)[0] * y + map.get(0, 2)[0],
              map.get(1, 0)[0] * x + map.get(1, 1)[0] * y + map.get(1, 2)[0]));
    }
    map.release();
    from.release();
    to.release();
    return new PanelPlace(corners, text);
  }

  /** The largest even quadrilateral that is brighter than what is around it. */
  private Optional<Found> shape(Mat counts, Mat bytes) {
    List<Found> found = new ArrayList<>();
    Mat smooth = new Mat();
    Imgproc.GaussianBlur(bytes, smooth, new Size(0, 0), 2);
    for (int threshold = 40; threshold < 250; threshold += 15) {
      Mat bright = new Mat();
      Imgproc.threshold(smooth, bright, threshold, 255, Imgproc.THRESH_BINARY);
      List<MatOfPoint> contours = new ArrayList<>();
      Mat hierarchy = new Mat();
      Imgproc.findContours(
          bright, contours, hierarchy, Imgproc.RETR_LIST, Imgproc.CHAIN_APPROX_SIMPLE);
      for (MatOfPoint contour : contours) {
        quadrilateral(contour, (double) bytes.total())
            .flatMap(place -> usable(counts, place.shrunk(INNER_SHARE)))
            .filter(panel -> panel.region().unevenness() <= LARGEST_SHAPE_UNEVENNESS)
            .ifPresent(found::add);
        contour.release();
      }
      bright.release();
      hierarchy.release();
    }
    smooth.release();
    return found.stream().max(Comparator.comparingDouble(panel -> area(panel.place())));
  }

  private static Optional<PanelPlace> quadrilateral(MatOfPoint contour, double picturePixels) {
    double area = Imgproc.contourArea(contour);
    if (area < SMALLEST_SHAPE * picturePixels || area > LARGEST_SHAPE * picturePixels) {
      return Optional.empty();
    }
    MatOfPoint2f curve = new MatOfPoint2f(contour.toArray());
    MatOfPoint2f simple = new MatOfPoint2f();
    Imgproc.approxPolyDP(curve, simple, 0.03 * Imgproc.arcLength(curve, true), true);
    List<Point> corners = simple.toList();
    curve.release();
    simple.release();
    if (corners.size() != 4 || !isSquarish(corners)) {
      return Optional.empty();
    }
    return Optional.of(
        new PanelPlace(
            corners.stream().map(corner -> new PixelPoint(corner.x, corner.y)).toList(), ""));
  }

  private static boolean isSquarish(List<Point> corners) {
    double shortest = Double.POSITIVE_INFINITY;
    double longest = 0;
    for (int at = 0; at < 4; at++) {
      Point one = corners.get(at);
      Point next = corners.get((at + 1) % 4);
      double side = Math.hypot(next.x - one.x, next.y - one.y);
      shortest = Math.min(shortest, side);
      longest = Math.max(longest, side);
    }
    double diagonals =
        Math.hypot(corners.get(2).x - corners.get(0).x, corners.get(2).y - corners.get(0).y)
            / Math.hypot(corners.get(3).x - corners.get(1).x, corners.get(3).y - corners.get(1).y);
    return longest <= LONGEST_SIDE_RATIO * shortest
        && diagonals <= LONGEST_SIDE_RATIO
        && diagonals >= 1 / LONGEST_SIDE_RATIO;
  }

  private static double area(PanelPlace place) {
    double twice = 0;
    for (int at = 0; at < 4; at++) {
      PixelPoint one = place.corners().get(at);
      PixelPoint next = place.corners().get((at + 1) % 4);
      twice += one.xPixels() * next.yPixels() - next.xPixels() * one.yPixels();
    }
    return Math.abs(twice) / 2;
  }
}

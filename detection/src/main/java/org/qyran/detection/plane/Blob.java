package org.qyran.detection.plane;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.RotatedRect;
import org.opencv.imgproc.Imgproc;
import org.qyran.model.PixelPoint;

/**
 * A connected thing in a mask, holes filled, known by the pixels along its rim.
 *
 * <p>Inside, positions are the integers of OpenCV, which name pixel centres; {@link #outline} hands
 * out corner coordinates. A rim through pixel centres runs half a pixel inside the thing's edge:
 * areas are counted in whole pixels (Pick's theorem) and outlines are moved out by half a pixel.
 */
public final class Blob {

  private final int[] rim;
  private final Window bounds;

  /** Wraps the rim, x and y in turn. */
  Blob(int[] rim) {
    this.rim = rim;
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = Integer.MIN_VALUE;
    int bottom = Integer.MIN_VALUE;
    for (int i = 0; i < rim.length; i += 2) {
      left = Math.min(left, rim[i]);
      right = Math.max(right, rim[i]);
      top = Math.min(top, rim[i + 1]);
      bottom = Math.max(bottom, rim[i + 1]);
    }
    this.bounds = new Window(left, top, right - left + 1, bottom - top + 1);
  }

  /** The smallest window that holds it. */
  public Window bounds() {
    return bounds;
  }

  /** The same, so many pixels further right and down. */
  public Blob moved(int rightPixels, int downPixels) {
    int[] moved = rim.clone();
    for (int i = 0; i < moved.length; i += 2) {
      moved[i] += rightPixels;
      moved[i + 1] += downPixels;
    }
    return new Blob(moved);
  }

  /** Pixels inside it, rim and holes included: Pick's theorem, A + B/2 + 1. */
  public double areaPixels() {
    double twice = 0;
    double onRim = 0;
    for (int i = 0; i < rim.length; i += 2) {
      int next = (i + 2) % rim.length;
      int dx = rim[next] - rim[i];
      int dy = rim[next + 1] - rim[i + 1];
      twice += (double) rim[i] * rim[next + 1] - (double) rim[next] * rim[i + 1];
      onRim += Math.max(Math.abs(dx), Math.abs(dy));
    }
    return Math.abs(twice) / 2 + onRim / 2 + 1;
  }

  /** Length of its edge; stairs are counted as slopes. */
  public double perimeterPixels() {
    double length = 4;
    for (int i = 0; i < rim.length; i += 2) {
      int next = (i + 2) % rim.length;
      length += Math.hypot(rim[next] - rim[i], rim[next + 1] - rim[i + 1]);
    }
    return length;
  }

  /** 1 for a disc, less for anything with a longer edge: 4πA / P². */
  public double compactness() {
    double perimeter = perimeterPixels();
    return Math.min(1, 4 * Math.PI * areaPixels() / (perimeter * perimeter));
  }

  /** Share of the rim that lies on the border of a picture that fills this window. */
  public double borderShare(Window picture) {
    double total = 0;
    double border = 0;
    for (int i = 0; i < rim.length; i += 2) {
      int next = (i + 2) % rim.length;
      double length = 1 + Math.hypot(rim[next] - rim[i], rim[next + 1] - rim[i + 1]);
      total += length;
      boolean alongX =
          rim[i] == rim[next] && (rim[i] == picture.x() || rim[i] == picture.right() - 1);
      boolean alongY =
          rim[i + 1] == rim[next + 1]
              && (rim[i + 1] == picture.y() || rim[i + 1] == picture.bottom() - 1);
      if (alongX || alongY) {
        border += length;
      }
    }
    return border / total;
  }

  /** The smallest upright or turned rectangle around it. */
  public Box box() {
    OpenCv.load();
    MatOfPoint2f points = points();
    RotatedRect around = Imgproc.minAreaRect(points);
    points.release();
    double one = around.size.width + 1;
    double other = around.size.height + 1;
    return new Box(
        Math.max(one, other), Math.min(one, other), Math.min(1, areaPixels() / (one * other)));
  }

  /**
   * The smallest rectangle around a blob.
   *
   * @param longPixels its longer side
   * @param shortPixels its shorter side
   * @param filled share of it that the blob covers, 1 for a rectangle
   */
  public record Box(double longPixels, double shortPixels, double filled) {

    /** Longer side over shorter side. */
    public double elongation() {
      return longPixels / shortPixels;
    }
  }

  /** Its pixels within a window. */
  public Mask fill(Window window) {
    return Mask.filled(rim, window);
  }

  /**
   * Its outline in corner coordinates of the mask's grid, at least three corners, never crossing
   * itself: where thin necks would make it, it is drawn more coarsely, at last as the convex hull.
   *
   * @param tolerancePixels how far a corner that is left out may lie from the outline
   */
  public List<PixelPoint> outline(double tolerancePixels) {
    OpenCv.load();
    MatOfPoint2f points = points();
    MatOfPoint2f simple = new MatOfPoint2f();
    List<PixelPoint> outline = List.of();
    for (int coarser = 1; coarser <= 8 && outline.isEmpty(); coarser *= 2) {
      Imgproc.approxPolyDP(points, simple, tolerancePixels * coarser, true);
      List<PixelPoint> tried = Rings.movedOut(simple.toArray(), 0.5);
      if (tried.size() >= 3 && Rings.isSimple(tried)) {
        outline = tried;
      }
    }
    simple.release();
    points.release();
    return outline.isEmpty() ? hull() : outline;
  }

  /**
   * The line through the middles of its outermost pixels, in corner coordinates of the mask's grid;
   * where it is a pixel wide the line runs there and back and touches itself.
   *
   * @param tolerancePixels how far a corner that is left out may lie from the line
   * @return no corners where fewer than three are left
   */
  public List<PixelPoint> rim(double tolerancePixels) {
    OpenCv.load();
    MatOfPoint2f points = points();
    MatOfPoint2f simple = new MatOfPoint2f();
    Imgproc.approxPolyDP(points, simple, tolerancePixels, true);
    List<PixelPoint> line = new ArrayList<>();
    for (Point middle : simple.toArray()) {
      line.add(new PixelPoint(middle.x + 0.5, middle.y + 0.5));
    }
    simple.release();
    points.release();
    return line.size() < 3 ? List.of() : line;
  }

  /** Around the corners of the rim pixels, so that it has a width even where the rim has none. */
  private List<PixelPoint> hull() {
    int[] corners = new int[4 * rim.length];
    for (int i = 0; i < rim.length; i += 2) {
      for (int corner = 0; corner < 4; corner++) {
        corners[4 * i + 2 * corner] = rim[i] + corner % 2;
        corners[4 * i + 2 * corner + 1] = rim[i + 1] + corner / 2;
      }
    }
    MatOfPoint points = new MatOfPoint();
    points.create(corners.length / 2, 1, CvType.CV_32SC2);
    points.put(0, 0, corners);
    MatOfInt order = new MatOfInt();
    Imgproc.convexHull(points, order);
    List<PixelPoint> hull = new ArrayList<>();
    for (int i : order.toArray()) {
      hull.add(new PixelPoint(corners[2 * i], corners[2 * i + 1]));
    }
    order.release();
    points.release();
    return hull;
  }

  private MatOfPoint2f points() {
    float[] corners = new float[rim.length];
    for (int i = 0; i < rim.length; i++) {
      corners[i] = rim[i];
    }
    MatOfPoint2f points = new MatOfPoint2f();
    points.create(rim.length / 2, 1, CvType.CV_32FC2);
    points.put(0, 0, corners);
    return points;
  }
}

package org.qyran.detection.plane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Which pixels of a rectangle are marked: one byte each, 0 or 1, row by row. Its array is shared
 * like a {@link Plane}'s.
 */
public final class Mask {

  private static final Comparator<Blob> TOP_LEFT_FIRST =
      Comparator.comparingInt((Blob blob) -> blob.bounds().y())
          .thenComparingInt(blob -> blob.bounds().x())
          .thenComparingInt(blob -> blob.bounds().width())
          .thenComparingInt(blob -> blob.bounds().height());

  private final int width;
  private final int height;
  private final byte[] marks;

  /** Wraps the marks; they are not copied. */
  public Mask(int width, int height, byte[] marks) {
    if (width < 1 || height < 1 || marks.length != width * height) {
      throw new IllegalArgumentException(
          "%d marks do not make a mask of %d x %d".formatted(marks.length, width, height));
    }
    this.width = width;
    this.height = height;
    this.marks = marks;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The marks themselves, not a copy. */
  public byte[] marks() {
    return marks;
  }

  public boolean at(int x, int y) {
    return marks[y * width + x] != 0;
  }

  /** How many pixels are marked. */
  public int count() {
    int count = 0;
    for (byte mark : marks) {
      count += mark;
    }
    return count;
  }

  /** Without what is narrower than twice the radius and one pixel. */
  public Mask opened(int radiusPixels) {
    return morphed(radiusPixels, false, true);
  }

  /** With gaps closed that are narrower than twice the radius and one pixel. */
  public Mask closed(int radiusPixels) {
    return morphed(radiusPixels, true, false);
  }

  /** Grown by the radius on each side. */
  public Mask grown(int radiusPixels) {
    return morphed(radiusPixels, true);
  }

  /** Shrunk by the radius on each side; the border of the mask does not shrink it. */
  public Mask shrunk(int radiusPixels) {
    return morphed(radiusPixels, false);
  }

  /** Without the pixels that another mask of the same size marks. */
  public Mask without(Mask other) {
    byte[] left = marks.clone();
    for (int i = 0; i < left.length; i++) {
      left[i] -= (byte) (left[i] & other.marks[i]);
    }
    return new Mask(width, height, left);
  }

  private Mask morphed(int radiusPixels, boolean... growing) {
    if (radiusPixels < 1) {
      return this;
    }
    OpenCv.load();
    Mat mat = toMat();
    for (boolean grow : growing) {
      octagon(mat, radiusPixels, grow ? Imgproc.MORPH_DILATE : Imgproc.MORPH_ERODE);
    }
    byte[] morphed = new byte[marks.length];
    mat.get(0, 0, morphed);
    mat.release();
    return new Mask(width, height, morphed);
  }

  /**
   * By an octagon, made of a square of 0.41 r and a diamond of the rest: nearly as round as a disc,
   * so that it matters little which way the aircraft was heading, and ten times as fast.
   */
  private static void octagon(Mat mat, int radius, int operation) {
    int square = (int) Math.round((Math.sqrt(2) - 1) * radius);
    Point middle = new Point(-1, -1);
    if (square > 0) {
      double side = 2.0 * square + 1;
      Mat kernel = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(side, side));
      Imgproc.morphologyEx(mat, mat, operation, kernel);
      kernel.release();
    }
    Mat cross = Imgproc.getStructuringElement(Imgproc.MORPH_CROSS, new Size(3, 3));
    Imgproc.morphologyEx(mat, mat, operation, cross, middle, radius - square);
    cross.release();
  }

  /** The connected things that are marked, holes filled, top to bottom and left to right. */
  public List<Blob> blobs() {
    OpenCv.load();
    Mat mat = toMat();
    List<MatOfPoint> contours = new ArrayList<>();
    Mat hierarchy = new Mat();
    Imgproc.findContours(
        mat, contours, hierarchy, Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_SIMPLE);
    hierarchy.release();
    mat.release();
    List<Blob> blobs = new ArrayList<>(contours.size());
    for (MatOfPoint contour : contours) {
      int[] corners = new int[2 * contour.rows()];
      contour.get(0, 0, corners);
      contour.release();
      blobs.add(new Blob(corners));
    }
    blobs.sort(TOP_LEFT_FIRST);
    return blobs;
  }

  /**
   * A connected thing with what is not marked inside it.
   *
   * @param outer the thing, its holes filled
   * @param holes each a pixel wider than it is, for its rim is the thing's
   */
  public record Area(Blob outer, List<Blob> holes) {

    public Area {
      holes = List.copyOf(holes);
    }
  }

  /** The connected things that are marked, with their holes, top to bottom and left to right. */
  public List<Area> areas() {
    OpenCv.load();
    Mat mat = toMat();
    List<MatOfPoint> contours = new ArrayList<>();
    Mat hierarchy = new Mat();
    Imgproc.findContours(mat, contours, hierarchy, Imgproc.RETR_CCOMP, Imgproc.CHAIN_APPROX_SIMPLE);
    mat.release();
    // Four numbers each: next, previous, first hole, and the outer contour that a hole lies in.
    int[] order = new int[4 * contours.size()];
    if (order.length > 0) {
      hierarchy.get(0, 0, order);
    }
    hierarchy.release();
    List<Blob> blobs = new ArrayList<>(contours.size());
    for (MatOfPoint contour : contours) {
      int[] corners = new int[2 * contour.rows()];
      contour.get(0, 0, corners);
      contour.release();
      blobs.add(new Blob(corners));
    }
    List<Area> areas = new ArrayList<>();
    for (int at = 0; at < blobs.size(); at++) {
      if (order[4 * at + 3] < 0) {
        List<Blob> holes = new ArrayList<>();
        for (int hole = order[4 * at + 2]; hole >= 0; hole = order[4 * hole]) {
          holes.add(blobs.get(hole));
        }
        areas.add(new Area(blobs.get(at), holes));
      }
    }
    areas.sort(Comparator.comparing(Area::outer, TOP_LEFT_FIRST));
    return areas;
  }

  /** A blob's pixels within a window. */
  static Mask filled(int[] corners, Window window) {
    OpenCv.load();
    Mat mat = new Mat(window.height(), window.width(), CvType.CV_8U, new Scalar(0));
    int[] moved = corners.clone();
    for (int i = 0; i < moved.length; i += 2) {
      moved[i] -= window.x();
      moved[i + 1] -= window.y();
    }
    MatOfPoint contour = new MatOfPoint();
    contour.create(moved.length / 2, 1, CvType.CV_32SC2);
    contour.put(0, 0, moved);
    Imgproc.drawContours(mat, List.of(contour), 0, new Scalar(1), Core.FILLED);
    contour.release();
    byte[] marks = new byte[window.width() * window.height()];
    mat.get(0, 0, marks);
    mat.release();
    return new Mask(window.width(), window.height(), marks);
  }

  private Mat toMat() {
    Mat mat = new Mat(height, width, CvType.CV_8U);
    mat.put(0, 0, marks);
    return mat;
  }
}

package org.qyran.detection.plane;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A rectangle of numbers, row by row from the top left. Its array is shared with whoever made it,
 * so that pixels are not copied at each door; nobody writes into it after it was handed on.
 */
public final class Plane {

  private final int width;
  private final int height;
  private final float[] values;

  /** Wraps the values; they are not copied. */
  public Plane(int width, int height, float[] values) {
    if (width < 1 || height < 1 || values.length != width * height) {
      throw new IllegalArgumentException(
          "%d values do not make a plane of %d x %d".formatted(values.length, width, height));
    }
    this.width = width;
    this.height = height;
    this.values = values;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The values themselves, not a copy: read only. */
  public float[] values() {
    return values;
  }

  /** The value at a column and a row. */
  public float at(int x, int y) {
    return values[y * width + x];
  }

  /** Every value replaced by the mean of the square that reaches so many pixels to each side. */
  public Plane boxMean(int radiusPixels) {
    if (radiusPixels < 1) {
      return this;
    }
    OpenCv.load();
    Mat mat = toMat();
    int side = 2 * radiusPixels + 1;
    Imgproc.blur(mat, mat, new Size(side, side));
    return takeFrom(mat);
  }

  /**
   * How steeply values change: the length of the gradient per pixel, by Sobel's 3 x 3 (its sum of
   * weights, 8, divided out).
   */
  public Plane gradient() {
    OpenCv.load();
    Mat mat = toMat();
    Mat across = new Mat();
    Mat down = new Mat();
    Imgproc.Sobel(mat, across, CvType.CV_32F, 1, 0, 3, 1 / 8.0, 0);
    Imgproc.Sobel(mat, down, CvType.CV_32F, 0, 1, 3, 1 / 8.0, 0);
    Core.magnitude(across, down, mat);
    across.release();
    down.release();
    return takeFrom(mat);
  }

  /** A part of this plane. */
  public Plane cut(Window window) {
    float[] part = new float[window.width() * window.height()];
    for (int y = 0; y < window.height(); y++) {
      System.arraycopy(
          values, (window.y() + y) * width + window.x(), part, y * window.width(), window.width());
    }
    return new Plane(window.width(), window.height(), part);
  }

  private Mat toMat() {
    Mat mat = new Mat(height, width, CvType.CV_32F);
    mat.put(0, 0, values);
    return mat;
  }

  private Plane takeFrom(Mat mat) {
    float[] taken = new float[width * height];
    mat.get(0, 0, taken);
    mat.release();
    return new Plane(width, height, taken);
  }
}

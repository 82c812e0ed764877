package org.qyran.detection.image;

import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A decoded file, and what its pixels cover. Whoever holds it releases the matrix.
 *
 * @param mat as OpenCV decodes it: blue, green, red for colour
 * @param framePixelsPerColumn pixels of the file that one column covers
 * @param framePixelsPerRow pixels of the file that one row covers
 * @param step what one count is worth; 0 where a full count is 1
 */
record Decoded(Mat mat, double framePixelsPerColumn, double framePixelsPerRow, double step) {

  /** Counts as they come. */
  Decoded(Mat mat, double framePixelsPerColumn, double framePixelsPerRow) {
    this(mat, framePixelsPerColumn, framePixelsPerRow, 0);
  }

  /** The same, each count worth so much. */
  Decoded counting(double worth) {
    return new Decoded(mat, framePixelsPerColumn, framePixelsPerRow, worth);
  }

  void release() {
    mat.release();
  }

  /** Averaged down to so many pixels of the file in one; takes this one over. */
  Decoded averaged(double reduction) {
    int width = (int) Math.max(1, Math.round(mat.cols() * framePixelsPerColumn / reduction));
    int height = (int) Math.max(1, Math.round(mat.rows() * framePixelsPerRow / reduction));
    if (width >= mat.cols() && height >= mat.rows()) {
      return this;
    }
    Mat averaged = new Mat();
    // Below 3 / 2 two neighbours hold nearly all of what a pixel covers, and four times as fast.
    boolean little = 2 * mat.cols() < 3 * width;
    int how = little ? Imgproc.INTER_LINEAR : Imgproc.INTER_AREA;
    Imgproc.resize(mat, averaged, new Size(width, height), 0, 0, how);
    Decoded smaller =
        new Decoded(
            averaged,
            framePixelsPerColumn * mat.cols() / width,
            framePixelsPerRow * mat.rows() / height,
            step);
    mat.release();
    return smaller;
  }

  /** Another picture in this one's place, on its grid; takes this one over. */
  Decoded replacedBy(Mat other) {
    mat.release();
    return new Decoded(other, framePixelsPerColumn, framePixelsPerRow, step);
  }
}

package org.qyran.detection.image;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.qyran.detection.plane.Mask;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.LensTurn;

/**
 * Which position of one lens's picture shows what a pixel of the reference lens's picture shows, by
 * what the rig's maker says: both lenses freed of their distortion, turned against each other as
 * the rig's tags say, and bent again. Where the maker says no turn the lenses look the same way;
 * where a lens is not known its picture is the reference's, scaled.
 *
 * <p>Far ground is assumed: lenses that sit 3 cm apart see ground 100 m away shifted by half a
 * pixel of a RedEdge. The exact way is walked at every eighth pixel and straight lines lie between,
 * which is off by a thousandth of a pixel. Immutable; threads may share it.
 */
final class LensMap {

  private static final int STEP = 8;

  private final Lens reference;
  private final Lens other;
  private final double[] turn;
  private final int columns;
  private final int rows;
  private final int otherColumns;
  private final int otherRows;

  /**
   * Between two decoded pictures.
   *
   * @param referencePicture pixels of the reference, whole, perhaps averaged down
   * @param otherPicture the same of the other
   * @param turned whether to believe the rig's tags
   */
  LensMap(
      BandImage reference,
      BandImage other,
      Size referencePicture,
      Size otherPicture,
      boolean turned) {
    boolean known = isKnown(reference) && isKnown(other);
    this.reference = new Lens(known ? reference.camera() : pinhole(reference.camera()));
    this.other = new Lens(known ? other.camera() : pinhole(other.camera()));
    this.turn =
        turned && isTurnKnown(reference, other)
            ? product(inverse(array(other.turn())), array(reference.turn()))
            : new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
    this.columns = (int) referencePicture.width;
    this.rows = (int) referencePicture.height;
    this.otherColumns = (int) otherPicture.width;
    this.otherRows = (int) otherPicture.height;
  }

  /** Whether the rig's tags make a difference: they turn lenses that are known. */
  static boolean isTurnKnown(BandImage reference, BandImage other) {
    return isKnown(reference)
        && isKnown(other)
        && reference.turn().isKnown()
        && other.turn().isKnown()
        && Math.abs(determinant(array(other.turn()))) > 1e-9;
  }

  private static boolean isKnown(BandImage band) {
    return band.camera().source() != CameraModel.Source.UNKNOWN;
  }

  private static CameraModel pinhole(CameraModel camera) {
    return CameraModel.unknown(camera.name(), camera.widthPixels(), camera.heightPixels());
  }

  /** Positions in the other picture, row by row of the reference. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; a list would box each pixel
  record Positions(float[] x, float[] y) {}

  /** The other picture, laid on the pixels of the reference. */
  Mat lay(Mat picture, Positions positions) {
    Mat x = mat(positions.x());
    Mat y = mat(positions.y());
    Mat laid = new Mat();
    Imgproc.remap(picture, laid, x, y, Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE);
    x.release();
    y.release();
    return laid;
  }

  private Mat mat(float[] values) {
    Mat mat = new Mat(rows, columns, CvType.CV_32F);
    mat.put(0, 0, values);
    return mat;
  }

  /**
   * Where pixels of the reference are in the other picture.
   *
   * @param moved six numbers, row by row: an affine map that is applied to positions of the
   *     reference first; what the rig's tags did not know
   */
  Positions positions(double[] moved) {
    int across = (columns - 1 + STEP - 1) / STEP + 1;
    int down = (rows - 1 + STEP - 1) / STEP + 1;
    float[] knotX = new float[across * down];
    float[] knotY = new float[across * down];
    for (int row = 0; row < down; row++) {
      for (int column = 0; column < across; column++) {
        double x = (double) column * STEP;
        double y = (double) row * STEP;
        double[] there =
            position(
                moved[0] * x + moved[1] * y + moved[2], moved[3] * x + moved[4] * y + moved[5]);
        knotX[row * across + column] = (float) there[0];
        knotY[row * across + column] = (float) there[1];
      }
    }
    return new Positions(between(knotX, across), between(knotY, across));
  }

  /** Positions are of centres of pixels, as OpenCV counts them. */
  private double[] position(double column, double row) {
    double scaleX = (double) reference.camera().widthPixels() / columns;
    double scaleY = (double) reference.camera().heightPixels() / rows;
    double[] d = reference.direction((column + 0.5) * scaleX, (row + 0.5) * scaleY);
    double[] pixel =
        other.pixel(
            turn[0] * d[0] + turn[1] * d[1] + turn[2] * d[2],
            turn[3] * d[0] + turn[4] * d[1] + turn[5] * d[2],
            turn[6] * d[0] + turn[7] * d[1] + turn[8] * d[2]);
    return new double[] {
      pixel[0] * otherColumns / other.camera().widthPixels() - 0.5,
      pixel[1] * otherRows / other.camera().heightPixels() - 0.5
    };
  }

  private float[] between(float[] knots, int across) {
    float[] line = new float[across];
    float[] positions = new float[columns * rows];
    for (int row = 0; row < rows; row++) {
      int above = row / STEP;
      int below = Math.min(above + 1, knots.length / across - 1);
      float share = row % STEP / (float) STEP;
      for (int column = 0; column < across; column++) {
        float upper = knots[above * across + column];
        line[column] = upper + (knots[below * across + column] - upper) * share;
      }
      for (int column = 0; column < columns; column++) {
        int left = column / STEP;
        float from = line[left];
        float to = line[Math.min(left + 1, across - 1)];
        positions[row * columns + column] = from + (to - from) * (column % STEP / (float) STEP);
      }
    }
    return positions;
  }

  /** The pixels of the reference that the other lens did not see. */
  Mask outside(Positions positions) {
    byte[] marks = new byte[columns * rows];
    float[] x = positions.x();
    float[] y = positions.y();
    for (int i = 0; i < marks.length; i++) {
      boolean seen =
          x[i] >= -0.5 && y[i] >= -0.5 && x[i] <= otherColumns - 0.5f && y[i] <= otherRows - 0.5f;
      marks[i] = (byte) (seen ? 0 : 1);
    }
    return new Mask(columns, rows, marks);
  }

  private static double[] array(LensTurn turn) {
    List<Double> numbers = turn.toRig();
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double determinant(double[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }

  private static double[] inverse(double[] m) {
    double d = determinant(m);
    return new double[] {
      (m[4] * m[8] - m[5] * m[7]) / d,
      (m[2] * m[7] - m[1] * m[8]) / d,
      (m[1] * m[5] - m[2] * m[4]) / d,
      (m[5] * m[6] - m[3] * m[8]) / d,
      (m[0] * m[8] - m[2] * m[6]) / d,
      (m[2] * m[3] - m[0] * m[5]) / d,
      (m[3] * m[7] - m[4] * m[6]) / d,
      (m[1] * m[6] - m[0] * m[7]) / d,
      (m[0] * m[4] - m[1] * m[3]) / d
    };
  }

  private static double[] product(double[] a, double[] b) {
    double[] c = new double[9];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int inner = 0; inner < 3; inner++) {
          c[3 * row + column] += a[3 * row + inner] * b[3 * inner + column];
        }
      }
    }
    return c;
  }
}

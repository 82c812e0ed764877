package org.qyran.detection.oddness;

import java.util.Arrays;

/**
 * A mean and the inverse W of the Cholesky factor of a covariance, by which a squared Mahalanobis
 * distance is |W (x - m)|², the anomaly measure of Reed and Xiaoli Yu (IEEE ASSP 38(10), 1990).
 *
 * <p>Values are taken in units of the standard deviations they have at large, so that a ratio of
 * bands weighs as much as a band, and a share of those is added to the variance: what hardly varies
 * would make every bit of noise odd.
 */
final class Whitening {

  /** Of the variance at large. */
  private static final double LEAST_VARIANCE_SHARE = 1e-3;

  private final double[] offset;
  private final float[][] rows;

  private Whitening(double[] offset, float[][] rows) {
    this.offset = offset;
    this.rows = rows;
  }

  /**
   * From moments.
   *
   * @param mean per feature
   * @param covariance its lower half, changed by the call
   * @param scale per feature, its standard deviation at large, above 0
   */
  static Whitening of(double[] mean, double[][] covariance, double[] scale) {
    int size = mean.length;
    for (int f = 0; f < size; f++) {
      covariance[f][f] += LEAST_VARIANCE_SHARE * scale[f] * scale[f];
    }
    double[][] inverse = inverse(cholesky(covariance));
    double[] offset = new double[size];
    float[][] rows = new float[size][];
    for (int f = 0; f < size; f++) {
      rows[f] = new float[f + 1];
      for (int g = 0; g <= f; g++) {
        rows[f][g] = (float) inverse[f][g];
        offset[f] -= rows[f][g] * mean[g];
      }
    }
    return new Whitening(offset, rows);
  }

  /**
   * The squared distances of a run of pixels, written to the same places. Runs twice per pixel of
   * every frame, so the pixels are the innermost loop and the compiler takes eight at a time.
   *
   * @param part scratch, as long as the run or longer
   */
  void squaredDistances(float[][] features, int from, int count, float[] part, float[] to) {
    Arrays.fill(to, from, from + count, 0);
    for (int row = 0; row < rows.length; row++) {
      Arrays.fill(part, 0, count, (float) offset[row]);
      for (int column = 0; column <= row; column++) {
        addScaled(part, features[column], from, count, rows[row][column]);
      }
      for (int i = 0; i < count; i++) {
        to[from + i] += part[i] * part[i];
      }
    }
  }

  private static void addScaled(float[] to, float[] values, int from, int count, float factor) {
    for (int i = 0; i < count; i++) {
      to[i] += factor * values[from + i];
    }
  }

  /** L of a symmetric positive matrix S = L Lᵀ, of which only the lower half is read. */
  private static double[][] cholesky(double[][] matrix) {
    int size = matrix.length;
    double[][] lower = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    return lower;
  }

  /** The inverse of a lower triangle, a lower triangle again. */
  private static double[][] inverse(double[][] lower) {
    int size = lower.length;
    double[][] inverse = new double[size][size];
    for (int column = 0; column < size; column++) {
      for (int row = column; row < size; row++) {
        double sum = row == column ? 1 : 0;
        for (int k = column; k < row; k++) {
          sum -= lower[row][k] * inverse[k][column];
        }
        inverse[row][column] = sum / lower[row][row];
      }
    }
    return inverse;
  }
}

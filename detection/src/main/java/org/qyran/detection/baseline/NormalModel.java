package org.qyran.detection.baseline;

/**
 * Mean and inverse covariance of pixels: the normal distribution that plain RX takes for granted.
 */
final class NormalModel {

  /** Keeps bands that never vary from dividing by nothing: a hundredth of a step of 8 bits. */
  private static final double LEAST_VARIANCE = 1e-9;

  private final double[] mean;
  private final double[][] inverse;

  private NormalModel(double[] mean, double[][] inverse) {
    this.mean = mean;
    this.inverse = inverse;
  }

  /** Of values that stand side by side, per band. */
  static NormalModel of(float[][] bands) {
    int size = bands.length;
    int count = bands[0].length;
    double[] mean = new double[size];
    for (int band = 0; band < size; band++) {
      for (float value : bands[band]) {
        mean[band] += value / (double) count;
      }
    }
    double[][] covariance = new double[size][size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
          sum += (bands[row][i] - mean[row]) * (bands[column][i] - mean[column]);
        }
        covariance[row][column] = sum / count + (row == column ? LEAST_VARIANCE : 0);
      }
    }
    return new NormalModel(mean, inverse(covariance));
  }

  /** (x - m)ᵀ S⁻¹ (x - m) of each pixel. */
  float[] squaredDistances(float[][] bands) {
    float[] distances = new float[bands[0].length];
    double[] off = new double[mean.length];
    for (int i = 0; i < distances.length; i++) {
      for (int band = 0; band < off.length; band++) {
        off[band] = bands[band][i] - mean[band];
      }
      double sum = 0;
      for (int row = 0; row < off.length; row++) {
        for (int column = 0; column < off.length; column++) {
          sum += off[row] * inverse[row][column] * off[column];
        }
      }
      distances[i] = (float) sum;
    }
    return distances;
  }

  /** Gauss and Jordan; a covariance with something on its diagonal needs no pivots. */
  private static double[][] inverse(double[][] matrix) {
    int size = matrix.length;
    double[][] inverse = new double[size][size];
    for (int i = 0; i < size; i++) {
      inverse[i][i] = 1;
    }
    for (int pivot = 0; pivot < size; pivot++) {
      double scale = matrix[pivot][pivot];
      for (int column = 0; column < size; column++) {
        matrix[pivot][column] /= scale;
        inverse[pivot][column] /= scale;
      }
      for (int row = 0; row < size; row++) {
        double factor = matrix[row][pivot];
        if (row != pivot) {
          for (int column = 0; column < size; column++) {
            matrix[row][column] -= factor * matrix[pivot][column];
            inverse[row][column] -= factor * inverse[pivot][column];
          }
        }
      }
    }
    return inverse;
  }
}

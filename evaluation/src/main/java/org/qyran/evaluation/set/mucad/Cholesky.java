package org.qyran.evaluation.set.mucad;

/**
 * Squared Mahalanobis distances dᵀ S⁻¹ d by the Cholesky factor of S = L Lᵀ: the squared length of
 * the y that solves L y = d. Reused for many matrices of a size; not for several threads.
 */
final class Cholesky {

  private final double[][] lower;
  private final double[] solved;

  Cholesky(int size) {
    this.lower = new double[size][size];
    this.solved = new double[size];
  }

  /** Factors a symmetric positive matrix, of which only the lower half is read. */
  void factor(double[][] matrix) {
    for (int i = 0; i < lower.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-15)) : sum / lower[j][j];
      }
    }
  }

  /** The squared distance of a difference by the matrix that was factored last. */
  double squaredDistance(double[] difference) {
    double squared = 0;
    for (int i = 0; i < lower.length; i++) {
      double sum = difference[i];
      for (int k = 0; k < i; k++) {
        sum -= lower[i][k] * solved[k];
      }
      solved[i] = sum / lower[i][i];
      squared += solved[i] * solved[i];
    }
    return squared;
  }
}

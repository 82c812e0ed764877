package org.qyran.geo.adjust;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.RealMatrix;
import org.qyran.model.PoseCovariance;

/** Covariances of poses as matrices, and back. */
final class Covariances {

  /** A millimetre, a ten-thousandth of a degree: what is stated to be exact is taken to be this. */
  private static final double LEAST_VARIANCE = 1e-8;

  /** Of the decomposition: the halves are equal by then. */
  private static final double SYMMETRY = 1e-6;

  private static final double LEAST_PIVOT = 1e-14;

  private Covariances() {}

  static double[][] matrix(PoseCovariance covariance) {
    double[][] matrix = new double[PoseCovariance.SIZE][PoseCovariance.SIZE];
    for (int row = 0; row < PoseCovariance.SIZE; row++) {
      for (int column = 0; column < PoseCovariance.SIZE; column++) {
        matrix[row][column] = covariance.at(row, column);
      }
    }
    return matrix;
  }

  static double[][] inverse(PoseCovariance covariance) {
    double[][] matrix = matrix(covariance);
    for (int axis = 0; axis < PoseCovariance.SIZE; axis++) {
      matrix[axis][axis] = Math.max(matrix[axis][axis], LEAST_VARIANCE);
    }
    return solver(matrix).getInverse().getData();
  }

  /**
   * Solves with a symmetric positive definite matrix. Sums leave the two halves of one a last bit
   * apart, which the decomposition refuses where values are next to nothing: the upper half counts.
   */
  static DecompositionSolver solver(double[][] matrix) {
    Array2DRowRealMatrix symmetric = new Array2DRowRealMatrix(matrix, true);
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < row; column++) {
        symmetric.setEntry(row, column, matrix[column][row]);
      }
    }
    return new CholeskyDecomposition(symmetric, SYMMETRY, LEAST_PIVOT).getSolver();
  }

  /** A covariance of other parameters, as it moves a pose: M C Mᵀ. */
  static PoseCovariance moved(double[][] covariance, double[][] moves) {
    RealMatrix by = new Array2DRowRealMatrix(moves, true);
    return of(
        by.multiply(new Array2DRowRealMatrix(covariance, true)).multiplyTransposed(by).getData(),
        0);
  }

  /** The block of a large matrix that begins at a row. */
  static PoseCovariance of(double[][] matrix, int from) {
    List<Double> upper = new ArrayList<>();
    for (int row = 0; row < PoseCovariance.SIZE; row++) {
      for (int column = row; column < PoseCovariance.SIZE; column++) {
        double value = matrix[from + row][from + column];
        upper.add(row == column ? Math.max(0, value) : value);
      }
    }
    return new PoseCovariance(upper);
  }
}

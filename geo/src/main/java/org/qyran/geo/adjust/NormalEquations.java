package org.qyran.geo.adjust;

import org.hipparchus.linear.ArrayRealVector;

/**
 * Least squares: what is added up is solved for the step that makes the weighted sum of squares
 * least, and for the covariance that is left.
 */
final class NormalEquations {

  private final double[][] matrix;
  private final double[] right;

  NormalEquations(int size) {
    matrix = new double[size][size];
    right = new double[size];
  }

  /** Something known of a parameter beforehand: it should be 0 and is at a value now. */
  void prior(int parameter, double variance, double now) {
    matrix[parameter][parameter] += 1 / variance;
    right[parameter] -= now / variance;
  }

  /** The same of several parameters together. */
  void prior(int from, double[][] inverse, double[] now) {
    for (int row = 0; row < now.length; row++) {
      for (int column = 0; column < now.length; column++) {
        matrix[from + row][from + column] += inverse[row][column];
        right[from + row] -= inverse[row][column] * now[column];
      }
    }
  }

  /**
   * Two numbers that should be 0.
   *
   * @param east what they are now
   * @param parameters of which they depend
   * @param moves how a unit of each parameter changes the two
   * @param weight inverse of their covariance
   */
  void add(
      double east,
      double north,
      int[] parameters,
      double[][] moves,
      double[] weight,
      double share) {
    for (int one = 0; one < parameters.length; one++) {
      double byEast = share * (weight[0] * moves[0][one] + weight[1] * moves[1][one]);
      double byNorth = share * (weight[1] * moves[0][one] + weight[2] * moves[1][one]);
      right[parameters[one]] -= byEast * east + byNorth * north;
      for (int other = 0; other < parameters.length; other++) {
        matrix[parameters[one]][parameters[other]] +=
            byEast * moves[0][other] + byNorth * moves[1][other];
      }
    }
  }

  /** Adds what other equations say of the same parameters. */
  void add(double[][] otherMatrix, double[] otherRight) {
    for (int row = 0; row < right.length; row++) {
      right[row] += otherRight[row];
      for (int column = 0; column < right.length; column++) {
        matrix[row][column] += otherMatrix[row][column];
      }
    }
  }

  double[][] matrix() {
    return matrix;
  }

  double[] right() {
    return right;
  }

  double[] step() {
    return Covariances.solver(matrix).solve(new ArrayRealVector(right, false)).toArray();
  }

  double[][] covariance() {
    return Covariances.solver(matrix).getInverse().getData();
  }
}

package org.qyran.detection.oddness;

import java.util.ArrayList;
import java.util.List;

/**
 * What the ground around each place is like: mean and covariance of a square ring around it, for
 * every cell of a grid (local RX).
 *
 * <p>Sums are taken by cells of some 0.7 m, so that the ring moves in steps of a cell and a pixel
 * costs no more than against the frame at large. A thing wider than the square that is left out is
 * part of its own ring, and stands out less. Filled row by row, then {@link #close closed}.
 */
final class Surroundings {

  /** Half sides of the ring in cells: 5 x 5 are left out of 13 x 13, 3.6 m of 9.4 m. */
  private static final int GUARD = 2;

  private static final int REACH = 6;

  private final int columns;
  private final int rows;
  private final int size;
  private final double[] mean;
  private final double[] scale;

  /** Per cell: how many pixels, their sums, and the sums of their products, lower half. */
  private final double[][] sums;

  private final List<Whitening> whitenings = new ArrayList<>();

  /**
   * An empty grid.
   *
   * @param mean of the features at large, from which sums are taken, so that they stay small
   * @param scale standard deviations at large
   */
  Surroundings(int columns, int rows, double[] mean, double[] scale) {
    this.columns = columns;
    this.rows = rows;
    this.size = mean.length;
    this.mean = mean.clone();
    this.scale = scale.clone();
    this.sums = new double[columns * rows][1 + size + size * (size + 1) / 2];
  }

  /** Adds one pixel to its cell. */
  void add(int column, int row, float[][] features, int at) {
    double[] sum = sums[row * columns + column];
    sum[0]++;
    int product = 1 + size;
    for (int f = 0; f < size; f++) {
      double off = features[f][at] - mean[f];
      sum[1 + f] += off;
      for (int g = 0; g <= f; g++) {
        sum[product++] += off * (features[g][at] - mean[g]);
      }
    }
  }

  /** Turns the sums into what pixels are compared with; nothing is added after this. */
  void close() {
    double[][] summed = summedArea();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double[] near = box(summed, column, row, REACH);
        double[] inner = box(summed, column, row, GUARD);
        // In the corner of a small picture there may be hardly a ring: then the whole square.
        double[] ring = near.clone();
        for (int i = 0; i < ring.length; i++) {
          ring[i] -= inner[i];
        }
        whitenings.add(whitening(ring[0] > near[0] / 4 ? ring : near));
      }
    }
  }

  /** What the pixels of a cell are compared with. */
  Whitening at(int column, int row) {
    return whitenings.get(row * columns + column);
  }

  private Whitening whitening(double[] sum) {
    double count = Math.max(1, sum[0]);
    double[] center = new double[size];
    double[][] covariance = new double[size][size];
    int product = 1 + size;
    for (int f = 0; f < size; f++) {
      double off = sum[1 + f] / count;
      center[f] = mean[f] + off;
      for (int g = 0; g <= f; g++) {
        covariance[f][g] = sum[product++] / count - off * sum[1 + g] / count;
      }
      // Rounding may leave a ring of one colour with a hair less than no variance.
      covariance[f][f] = Math.max(0, covariance[f][f]);
    }
    return Whitening.of(center, covariance, scale);
  }

  private double[][] summedArea() {
    double[][] summed = new double[(columns + 1) * (rows + 1)][sums[0].length];
    for (int row = 0; row < rows; row++) {
      double[] line = new double[sums[0].length];
      for (int column = 0; column < columns; column++) {
        double[] own = sums[row * columns + column];
        double[] above = summed[row * (columns + 1) + column + 1];
        double[] here = summed[(row + 1) * (columns + 1) + column + 1];
        for (int i = 0; i < line.length; i++) {
          line[i] += own[i];
          here[i] = above[i] + line[i];
        }
      }
    }
    return summed;
  }

  private double[] box(double[][] summed, int column, int row, int reach) {
    int left = Math.max(0, column - reach);
    int right = Math.min(columns, column + reach + 1);
    int top = Math.max(0, row - reach) * (columns + 1);
    int bottom = Math.min(rows, row + reach + 1) * (columns + 1);
    double[] box = summed[bottom + right].clone();
    for (int i = 0; i < box.length; i++) {
      box[i] -= summed[top + right][i] + summed[bottom + left][i] - summed[top + left][i];
    }
    return box;
  }
}

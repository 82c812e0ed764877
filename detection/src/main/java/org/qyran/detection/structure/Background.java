package org.qyran.detection.structure;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the pixels of a frame are like at large: their mean and covariance, with the odd ones left
 * out; and how odd a pixel is against that.
 *
 * <p>The squared Mahalanobis distance is the anomaly measure of Reed and Xiaoli Yu (IEEE ASSP
 * 38(10), 1990). The odd ones are found by it in turn: each round keeps the nine tenths that are
 * nearest.
 */
final class Background {

  private static final int BLOCK = 1_024;

  private static final int ROUNDS = 3;
  private static final double KEPT = 0.9;

  /**
   * Bands that hardly vary would make every bit of noise odd; this much of the mean variance stays.
   */
  private static final double LEAST_VARIANCE_SHARE = 0.01;

  private final double[] mean;
  private final double[][] whitening;
  private final double limit;

  private Background(double[] mean, double[][] whitening, double limit) {
    this.mean = mean;
    this.whitening = whitening;
    this.limit = limit;
  }

  /**
   * Learns from a sample of the frame.
   *
   * @param features per feature its values
   * @param largestShare of the sample that may be called odd
   */
  static Optional<Background> of(float[][] features, double largestShare) {
    int count = features[0].length;
    if (count < 100) {
      return Optional.empty();
    }
    boolean[] kept = new boolean[count];
    Arrays.fill(kept, true);
    Background background = fit(features, kept);
    for (int round = 0; round < ROUNDS; round++) {
      float[] odd = background.oddness(features);
      float[] sorted = odd.clone();
      Arrays.sort(sorted);
      double limit = quantile(sorted, KEPT);
      for (int i = 0; i < count; i++) {
        kept[i] = odd[i] <= limit;
      }
      background = fit(features, kept);
    }
    float[] odd = background.oddness(features);
    Arrays.sort(odd);
    // Trimmed data looks tighter than it is, and ground is no normal distribution: the limit is set
    // where the middle of the sample says a normal distribution of this spread would have it.
    double stretch = quantile(odd, 0.5) / chiSquare(features.length, 0.5);
    double limit =
        Math.max(stretch * chiSquare(features.length, 0.9999), quantile(odd, 1 - largestShare));
    return Optional.of(new Background(background.mean, background.whitening, limit));
  }

  /** Squared distances above this are odd. */
  double limit() {
    return limit;
  }

  /**
   * The squared distance of each pixel: |W (x - m)|², with W the inverse of the Cholesky factor of
   * the covariance. Runs once per pixel of every frame, so the pixels are the innermost loop, in
   * blocks that stay in the nearest cache, and the compiler takes eight of them at a time.
   */
  float[] oddness(float[][] features) {
    float[] odd = new float[features[0].length];
    float[] part = new float[BLOCK];
    for (int from = 0; from < odd.length; from += BLOCK) {
      int count = Math.min(BLOCK, odd.length - from);
      for (int row = 0; row < mean.length; row++) {
        double offset = 0;
        for (int column = 0; column <= row; column++) {
          offset -= whitening[row][column] * mean[column];
        }
        Arrays.fill(part, (float) offset);
        for (int column = 0; column <= row; column++) {
          addScaled(part, features[column], from, count, (float) whitening[row][column]);
        }
        addSquares(odd, part, from, count);
      }
    }
    return odd;
  }

  /**
   * Which of some pixels are no darker than the frame at large, by the mean of their bands.
   *
   * @param features of all pixels, bands first
   * @param at where the pixels in question are
   */
  boolean[] lit(float[][] features, int bands, int[] at) {
    double atLarge = 0;
    for (int band = 0; band < bands; band++) {
      atLarge += mean[band];
    }
    boolean[] lit = new boolean[at.length];
    for (int i = 0; i < at.length; i++) {
      double sum = 0;
      for (int band = 0; band < bands; band++) {
        sum += features[band][at[i]];
      }
      lit[i] = sum >= atLarge;
    }
    return lit;
  }

  private static void addScaled(float[] to, float[] values, int from, int count, float factor) {
    for (int i = 0; i < count; i++) {
      to[i] += factor * values[from + i];
    }
  }

  private static void addSquares(float[] to, float[] values, int from, int count) {
    for (int i = 0; i < count; i++) {
      to[from + i] += values[i] * values[i];
    }
  }

  private static Background fit(float[][] features, boolean[] kept) {
    int size = features.length;
    double[] mean = new double[size];
    int count = 0;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        count++;
        for (int f = 0; f < size; f++) {
          mean[f] += features[f][i];
        }
      }
    }
    for (int f = 0; f < size; f++) {
      mean[f] /= count;
    }
    double[][] covariance = new double[size][size];
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        for (int f = 0; f < size; f++) {
          double off = features[f][i] - mean[f];
          for (int g = 0; g <= f; g++) {
            covariance[f][g] += off * (features[g][i] - mean[g]);
          }
        }
      }
    }
    double trace = 0;
    for (int f = 0; f < size; f++) {
      for (int g = 0; g <= f; g++) {
        covariance[f][g] /= count;
      }
      trace += covariance[f][f];
    }
    for (int f = 0; f < size; f++) {
      covariance[f][f] += LEAST_VARIANCE_SHARE * trace / size + 1e-12;
    }
    return new Background(mean, inverse(cholesky(covariance)), Double.POSITIVE_INFINITY);
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

  private static double quantile(float[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1))];
  }

  /** Quantile of the chi-square distribution, by Wilson and Hilferty (PNAS 17, 1931). */
  private static double chiSquare(int degrees, double share) {
    double normal = share == 0.5 ? 0 : 3.719; // of 0.9999
    double part = 1 - 2.0 / (9 * degrees) + normal * Math.sqrt(2.0 / (9 * degrees));
    return degrees * part * part * part;
  }
}

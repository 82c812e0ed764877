package org.qyran.detection.oddness;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the pixels of a frame are like at large: mean and covariance of a sample of them, the odd
 * ones left out in turn, each round keeping those that are nearest.
 */
final class Background {

  private static final int LEAST_SAMPLE = 100;
  private static final int ROUNDS = 3;

  /** A frame holds made things on a few hundredths of its ground. */
  private static final double KEPT = 0.98;

  /** A feature that never varies counts as if it did by this much. */
  private static final double LEAST_DEVIATION = 1e-4;

  private final double[] scale;
  private final double[] mean;
  private final Whitening whitening;

  private Background(double[] scale, double[] mean, Whitening whitening) {
    this.scale = scale;
    this.mean = mean;
    this.whitening = whitening;
  }

  /** Learns from a sample, per feature its values; absent when it is too small. */
  static Optional<Background> of(float[][] features) {
    int count = features[0].length;
    if (count < LEAST_SAMPLE) {
      return Optional.empty();
    }
    boolean[] kept = new boolean[count];
    Arrays.fill(kept, true);
    double[] mean = mean(features, kept);
    double[] scale = new double[features.length];
    double[][] covariance = covariance(features, kept, mean);
    for (int f = 0; f < scale.length; f++) {
      scale[f] = Math.sqrt(covariance[f][f]) + LEAST_DEVIATION;
    }
    Whitening whitening = Whitening.of(mean, covariance, scale);
    float[] odd = new float[count];
    float[] part = new float[count];
    for (int round = 0; round < ROUNDS; round++) {
      whitening.squaredDistances(features, 0, count, part, odd);
      float[] sorted = odd.clone();
      Arrays.sort(sorted);
      float limit = sorted[(int) (KEPT * (count - 1))];
      for (int i = 0; i < count; i++) {
        kept[i] = odd[i] <= limit;
      }
      mean = mean(features, kept);
      whitening = Whitening.of(mean, covariance(features, kept, mean), scale);
    }
    return Optional.of(new Background(scale, mean, whitening));
  }

  /** Standard deviation of each feature in the sample, above 0. */
  double[] scale() {
    return scale.clone();
  }

  /** Of each feature. */
  double[] mean() {
    return mean.clone();
  }

  /** By which the distance of a pixel is taken. */
  Whitening whitening() {
    return whitening;
  }

  private static double[] mean(float[][] features, boolean[] kept) {
    double[] mean = new double[features.length];
    for (int f = 0; f < mean.length; f++) {
      int count = 0;
      for (int i = 0; i < kept.length; i++) {
        if (kept[i]) {
          mean[f] += features[f][i];
          count++;
        }
      }
      mean[f] /= count;
    }
    return mean;
  }

  private static double[][] covariance(float[][] features, boolean[] kept, double[] mean) {
    int size = features.length;
    double[][] covariance = new double[size][size];
    int count = 0;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        count++;
        for (int f = 0; f < size; f++) {
          double off = features[f][i] - mean[f];
          for (int g = 0; g <= f; g++) {
            covariance[f][g] += off * (features[g][i] - mean[g]);
          }
        }
      }
    }
    for (int f = 0; f < size; f++) {
      for (int g = 0; g <= f; g++) {
        covariance[f][g] /= count;
      }
    }
    return covariance;
  }
}

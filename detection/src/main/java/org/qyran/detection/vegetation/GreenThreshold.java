package org.qyran.detection.vegetation;

import java.util.Arrays;
import java.util.Optional;

/**
 * Above which index a pixel of this frame counts as planted.
 *
 * <p>Where a frame shows both planted and bare ground, the threshold parts the two (Otsu, IEEE SMC
 * 9(1), 1979). A frame of one kind, a field or a wood that fills it, has no such two; Otsu would
 * cut it in half. There only what is far greener than the frame at large counts: its median plus
 * four robust standard deviations.
 *
 * @param value of the index
 * @param parted whether the frame showed both kinds
 */
record GreenThreshold(double value, boolean parted) {

  private static final int BINS = 256;

  /** A single normal distribution cut in two gives 2 / π = 0.64; two separate ones give more. */
  private static final double LEAST_SEPARATION = 0.72;

  /** Fewer than this share on one side is not a kind of ground but a thing on it. */
  private static final double LEAST_SHARE = 0.02;

  private static final double MAD_TO_SIGMA = 1.4826;

  /**
   * Decides from a sample of the frame.
   *
   * @param index sampled over the frame, reordered by this
   * @param leastContrast smaller differences mean nothing
   */
  static Optional<GreenThreshold> of(float[] index, double leastContrast) {
    if (index.length < 100) {
      return Optional.empty();
    }
    Arrays.sort(index);
    double low = index[index.length / 200];
    double high = index[index.length - 1 - index.length / 200];
    Optional<GreenThreshold> parted =
        high - low >= leastContrast ? otsu(index, low, high, leastContrast) : Optional.empty();
    return parted.isPresent() ? parted : outlying(index, leastContrast);
  }

  private static Optional<GreenThreshold> outlying(float[] sorted, double leastContrast) {
    float median = sorted[sorted.length / 2];
    float[] off = new float[sorted.length];
    for (int i = 0; i < off.length; i++) {
      off[i] = Math.abs(sorted[i] - median);
    }
    Arrays.sort(off);
    double sigma = MAD_TO_SIGMA * off[off.length / 2];
    return Optional.of(new GreenThreshold(median + Math.max(leastContrast, 4 * sigma), false));
  }

  private static Optional<GreenThreshold> otsu(
      float[] sorted, double low, double high, double leastContrast) {
    int[] histogram = new int[BINS];
    double width = (high - low) / BINS;
    for (float value : sorted) {
      histogram[(int) Math.max(0, Math.min(BINS - 1, (value - low) / width))]++;
    }
    double total = 0;
    double squares = 0;
    for (int bin = 0; bin < BINS; bin++) {
      total += (double) histogram[bin] * bin;
      squares += (double) histogram[bin] * bin * bin;
    }
    int count = sorted.length;
    double variance = squares / count - (total / count) * (total / count);
    double best = 0;
    int bestBin = 0;
    double bestContrast = 0;
    double bestShare = 0;
    double below = 0;
    double sumBelow = 0;
    for (int bin = 0; bin < BINS - 1; bin++) {
      below += histogram[bin];
      sumBelow += (double) histogram[bin] * bin;
      if (below == 0 || below == count) {
        continue;
      }
      double apart = (total - sumBelow) / (count - below) - sumBelow / below;
      double between = below / count * (1 - below / count) * apart * apart;
      if (between > best) {
        best = between;
        bestBin = bin;
        bestContrast = apart * width;
        bestShare = Math.min(below, count - below) / count;
      }
    }
    boolean parts =
        variance > 0
            && best / variance >= LEAST_SEPARATION
            && bestContrast >= leastContrast
            && bestShare >= LEAST_SHARE;
    return parts
        ? Optional.of(new GreenThreshold(low + (bestBin + 1) * width, true))
        : Optional.empty();
  }
}

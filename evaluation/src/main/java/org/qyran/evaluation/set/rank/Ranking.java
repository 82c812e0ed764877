package org.qyran.evaluation.set.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.qyran.evaluation.set.result.RankCurve;

/**
 * Scores of targets against scores of background, higher meaning more like a target.
 *
 * <p>Assumes that the pixels are pooled as the caller wants them weighed: a large target or a large
 * picture counts by its pixels. Neighbouring pixels are much alike, so the figures are far less
 * certain than their number of pixels suggests. Immutable; threads may share it.
 */
public final class Ranking {

  private static final int POINTS_PER_DECADE = 12;
  private static final int DECADES = 5;

  private final float[] targets;
  private final float[] background;

  private Ranking(float[] targets, float[] background) {
    this.targets = targets;
    this.background = background;
  }

  /**
   * Of scores in any order.
   *
   * @param targets at least one, no NaN
   * @param background at least one, no NaN
   */
  public static Ranking of(float[] targets, float[] background) {
    if (targets.length == 0 || background.length == 0) {
      throw new IllegalArgumentException(
          "%d targets and %d of the background cannot be ranked"
              .formatted(targets.length, background.length));
    }
    float[] sortedTargets = targets.clone();
    float[] sortedBackground = background.clone();
    Arrays.sort(sortedTargets);
    Arrays.sort(sortedBackground);
    return new Ranking(sortedTargets, sortedBackground);
  }

  /**
   * The area under the curve: the chance that a target's score is above one of the background,
   * equal scores counting half (Mann and Whitney, Annals of Mathematical Statistics 18, 1947).
   */
  public double area() {
    double above = 0;
    int lower = 0;
    int notHigher = 0;
    for (float target : targets) {
      while (lower < background.length && background[lower] < target) {
        lower++;
      }
      while (notHigher < background.length && background[notHigher] <= target) {
        notHigher++;
      }
      above += (lower + notHigher) / 2.0;
    }
    return above / ((double) targets.length * background.length);
  }

  /**
   * The score that no more than this share of the background lies above.
   *
   * @param falsePositiveRate in [0, 1)
   */
  public double threshold(double falsePositiveRate) {
    if (!(falsePositiveRate >= 0 && falsePositiveRate < 1)) {
      throw new IllegalArgumentException(
          "falsePositiveRate is %s, must lie in [0, 1)".formatted(falsePositiveRate));
    }
    int allowed = (int) Math.floor(falsePositiveRate * background.length + 1e-9);
    return background[background.length - 1 - Math.min(allowed, background.length - 1)];
  }

  /** The share of targets above the threshold of this false positive rate. */
  public double recall(double falsePositiveRate) {
    double threshold = threshold(falsePositiveRate);
    int above = 0;
    while (above < targets.length && targets[targets.length - 1 - above] > threshold) {
      above++;
    }
    return (double) above / targets.length;
  }

  /** The curve from a false positive rate of 1e-5 up to 1, evenly on a logarithmic axis. */
  public RankCurve curve(String group, String name) {
    List<RankCurve.Point> points = new ArrayList<>();
    for (int step = -DECADES * POINTS_PER_DECADE; step < 0; step++) {
      double rate = Math.pow(10, (double) step / POINTS_PER_DECADE);
      points.add(new RankCurve.Point(rate, recall(rate)));
    }
    points.add(new RankCurve.Point(1, 1));
    return new RankCurve(group, name, points);
  }
}

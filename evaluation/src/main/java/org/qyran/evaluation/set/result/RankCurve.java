package org.qyran.evaluation.set.result;

import java.util.List;

/**
 * Recall over false positive rate.
 *
 * @param group curves of a group are drawn in one frame, {@code car}
 * @param name of what is ranked by, {@code global_rx}
 * @param points by falling false positive rate or rising, each in [0, 1]
 */
public record RankCurve(String group, String name, List<Point> points) {

  /**
   * A point of the curve.
   *
   * @param falsePositiveRate share of the background above a threshold, at most
   * @param recall share of the targets above it
   */
  public record Point(double falsePositiveRate, double recall) {}

  public RankCurve {
    points = List.copyOf(points);
  }
}

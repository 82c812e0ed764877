package org.qyran.evaluation.set.result;

import java.util.List;

/**
 * Shares side by side, each with its interval, against what they should be.
 *
 * @param title for people
 * @param unit what the shares are of, for the axis
 * @param least value of the axis, so that differences show
 * @param wanted lowest share that is right
 * @param wantedMost highest share that is right
 * @param marks in order
 */
public record ShareChart(
    String title, String unit, double least, double wanted, double wantedMost, List<Mark> marks) {

  /** One share and its interval. */
  public record Mark(String label, double value, double low, double high) {}

  public ShareChart {
    marks = List.copyOf(marks);
  }
}

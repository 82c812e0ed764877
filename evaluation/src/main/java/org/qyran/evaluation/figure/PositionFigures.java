package org.qyran.evaluation.figure;

import java.util.List;
import org.qyran.evaluation.stat.Share;

/**
 * Whether the stated CE90 holds nine errors in ten.
 *
 * @param inside errors within the stated CE90
 * @param medianOffsetMeters between the middles, NaN without hits
 * @param bins the same by angle of view and by slope
 * @param ratios errors over stated CE90, smallest first
 */
public record PositionFigures(
    Share inside, double medianOffsetMeters, List<Bin> bins, List<Double> ratios) {

  /** The hits of one range of an angle. */
  public record Bin(String by, String range, Share inside) {}

  public PositionFigures {
    bins = List.copyOf(bins);
    ratios = List.copyOf(ratios);
  }
}

package org.qyran.evaluation.figure;

import java.util.List;
import org.qyran.evaluation.stat.Rate;
import org.qyran.evaluation.stat.Share;

/**
 * The figures that come first.
 *
 * @param claim what they are about
 * @param recall true targets found, of all
 * @param recallSeen true targets found, of those that could be seen
 * @param chance recall that luck alone would give: the same targets at random places
 * @param duplicates found targets that repeat a hit
 * @param falseAlarms per square kilometre of surveyed ground
 * @param precision at stated priors
 * @param curve recall against false alarms, highest threshold first
 */
public record Headline(
    Claim claim,
    Share recall,
    Share recallSeen,
    double chance,
    int duplicates,
    Rate falseAlarms,
    List<PriorPrecision> precision,
    List<CurvePoint> curve) {

  /**
   * The share of flags that would be right if the world held so many plots.
   *
   * @param plotsPer100Km2 the prior
   * @param precision recall · prior / (recall · prior + false alarms per km²); NaN where there is
   *     nothing to divide
   * @param low the same with the lower end of the recall and the upper end of the false alarms
   */
  public record PriorPrecision(double plotsPer100Km2, double precision, double low) {}

  /** What only targets of some score would give. */
  public record CurvePoint(double threshold, double recall, double falseAlarmsPerKm2) {}

  public Headline {
    precision = List.copyOf(precision);
    curve = List.copyOf(curve);
  }
}

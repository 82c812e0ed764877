package org.qyran.evaluation.figure;

import java.util.List;
import org.qyran.evaluation.stat.Reliability;
import org.qyran.evaluation.stat.Share;
import org.qyran.evaluation.stat.SizeCurve;

/**
 * All figures of one detector. Every one of them is of simulated surveys.
 *
 * @param name of the detector
 * @param surveys how many were pooled
 * @param headlines one per claim
 * @param strata recall in parts
 * @param confusers what false alarms really were, most first
 * @param sizeCurve chance of being found against size, of plantations that could be seen
 * @param outlines of hits
 * @param position of hits
 * @param reliability of the targets that state a probability, or of all scores where none does
 * @param ofProbability false when {@code reliability} is of a score, which is no probability
 * @param declaredEmptyWrong plantations that were missed, of those on ground for which the run
 *     claims to find things of their size nine times in ten
 * @param misses that could be seen first, then largest first
 * @param falseAlarms highest score first
 */
public record Figures(
    String name,
    int surveys,
    List<Headline> headlines,
    List<Stratum> strata,
    List<ConfuserRow> confusers,
    SizeCurve sizeCurve,
    List<OutlineFigures> outlines,
    PositionFigures position,
    Reliability reliability,
    boolean ofProbability,
    Share declaredEmptyWrong,
    List<Missed> misses,
    List<FalseAlarm> falseAlarms) {

  public Figures {
    headlines = List.copyOf(headlines);
    strata = List.copyOf(strata);
    confusers = List.copyOf(confusers);
    outlines = List.copyOf(outlines);
    misses = List.copyOf(misses);
    falseAlarms = List.copyOf(falseAlarms);
  }

  /** The headline of a claim. */
  public Headline headline(Claim claim) {
    return headlines.stream().filter(one -> one.claim() == claim).findFirst().orElseThrow();
  }
}

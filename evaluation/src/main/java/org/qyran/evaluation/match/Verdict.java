package org.qyran.evaluation.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is hit, missed, said twice or a false alarm, when only targets of some score count.
 *
 * <p>Pairs are made best overlap first, one found target to one true one, so that a single huge
 * outline cannot hit everything under it. A found target that reaches only true ones which others
 * hit better is a duplicate of the one it overlaps most; one that reaches none is a false alarm.
 */
public final class Verdict {

  private final Touch[] hits;
  private final Touch[] byFound;
  private final boolean[] duplicate;
  private final List<Integer> falseAlarms;

  private Verdict(Touch[] hits, Touch[] byFound, boolean[] duplicate, List<Integer> falseAlarms) {
    this.hits = hits;
    this.byFound = byFound;
    this.duplicate = duplicate;
    this.falseAlarms = List.copyOf(falseAlarms);
  }

  /** The verdict over what has at least this score. */
  public static Verdict at(SurveyCase survey, double leastScore) {
    Touch[] hits = new Touch[survey.truths().size()];
    Touch[] byFound = new Touch[survey.found().size()];
    for (Touch touch : survey.touches()) {
      if (counts(survey, touch.found(), leastScore)
          && hits[touch.truth()] == null
          && byFound[touch.found()] == null) {
        hits[touch.truth()] = touch;
        byFound[touch.found()] = touch;
      }
    }
    boolean[] duplicate = new boolean[byFound.length];
    for (Touch touch : survey.touches()) {
      if (counts(survey, touch.found(), leastScore) && byFound[touch.found()] == null) {
        byFound[touch.found()] = touch;
        duplicate[touch.found()] = true;
      }
    }
    List<Integer> falseAlarms = new ArrayList<>();
    for (int found = 0; found < byFound.length; found++) {
      if (counts(survey, found, leastScore) && byFound[found] == null) {
        falseAlarms.add(found);
      }
    }
    return new Verdict(hits, byFound, duplicate, falseAlarms);
  }

  private static boolean counts(SurveyCase survey, int found, double leastScore) {
    return survey.found().get(found).target().score() >= leastScore;
  }

  /** Who hits a true target. */
  public Optional<Touch> findHit(int truth) {
    return Optional.ofNullable(hits[truth]);
  }

  /** Which true target a found one hits or repeats. */
  public Optional<Touch> findTruthOf(int found) {
    return Optional.ofNullable(byFound[found]);
  }

  /** Whether a found target only repeats what another one hits. */
  public boolean isDuplicate(int found) {
    return duplicate[found];
  }

  /** The numbers of the found targets that hit nothing. */
  public List<Integer> falseAlarms() {
    return falseAlarms;
  }

  /** Every hit, in the order of the true targets. */
  public List<Touch> hits() {
    return Arrays.stream(hits).flatMap(hit -> Optional.ofNullable(hit).stream()).toList();
  }
}

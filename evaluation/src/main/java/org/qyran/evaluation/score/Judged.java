package org.qyran.evaluation.score;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.qyran.evaluation.match.Sight;
import org.qyran.evaluation.match.SurveyCase;
import org.qyran.evaluation.match.TruthCase;
import org.qyran.evaluation.match.Verdict;
import org.qyran.evaluation.stat.Share;

/**
 * A survey with its verdict: the true targets of several such are counted together here.
 *
 * @param survey the case
 * @param verdict over it
 */
record Judged(SurveyCase survey, Verdict verdict) {

  /** One true target, with the survey it belongs to. */
  record Truth(Judged judged, int number) {

    TruthCase facts() {
      return judged.survey().truths().get(number);
    }

    boolean found() {
      return judged.verdict().findHit(number).isPresent();
    }

    boolean seen() {
      return facts().sight() == Sight.SEEN;
    }
  }

  static List<Judged> all(List<SurveyCase> surveys, double leastScore) {
    return surveys.stream()
        .map(survey -> new Judged(survey, Verdict.at(survey, leastScore)))
        .toList();
  }

  static List<Truth> truths(List<Judged> all, Predicate<Truth> wanted) {
    List<Truth> truths = new ArrayList<>();
    for (Judged judged : all) {
      for (int i = 0; i < judged.survey().truths().size(); i++) {
        Truth truth = new Truth(judged, i);
        if (wanted.test(truth)) {
          truths.add(truth);
        }
      }
    }
    return truths;
  }

  static Share found(List<Truth> truths) {
    return new Share((int) truths.stream().filter(Truth::found).count(), truths.size());
  }

  static Share foundSeen(List<Truth> truths) {
    return found(truths.stream().filter(Truth::seen).toList());
  }
}

package org.qyran.evaluation.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.qyran.evaluation.figure.Claim;
import org.qyran.evaluation.figure.FalseAlarm;
import org.qyran.evaluation.figure.Figures;
import org.qyran.evaluation.figure.Missed;
import org.qyran.evaluation.match.FoundCase;
import org.qyran.evaluation.match.Sight;
import org.qyran.evaluation.match.SurveyCase;
import org.qyran.evaluation.run.FoundTarget;
import org.qyran.evaluation.stat.Reliability;
import org.qyran.evaluation.stat.Share;
import org.qyran.evaluation.stat.SizeCurve;
import org.qyran.evaluation.truth.TargetKind;

/**
 * Gathers surveys of one detector and counts over all of them: worlds and months are pooled before
 * anything is divided, so a figure of many surveys is not a mean of figures.
 *
 * <p>Assumes that true targets are independent of each other. Those of one world share its season
 * and light, so intervals of pooled surveys are somewhat too narrow.
 *
 * <p>Immutable: each survey that is added gives a new card.
 */
public final class Scorecard {

  /** Where the run claims at least this much, it says that the ground is empty. */
  private static final double DECLARED = 0.9;

  private final String name;
  private final List<SurveyCase> surveys;

  private Scorecard(String name, List<SurveyCase> surveys) {
    this.name = name;
    this.surveys = List.copyOf(surveys);
  }

  /** An empty card of a detector. */
  public static Scorecard of(String name) {
    return new Scorecard(name, List.of());
  }

  /** The same with one more survey. */
  public Scorecard with(SurveyCase survey) {
    return new Scorecard(name, Stream.concat(surveys.stream(), Stream.of(survey)).toList());
  }

  /** Counts. */
  public Figures figures() {
    List<Judged> judged = Judged.all(surveys, Double.NEGATIVE_INFINITY);
    HitTally hits = new HitTally(judged);
    boolean ofProbability = found().stream().anyMatch(Scorecard::isCalibrated);
    return new Figures(
        name,
        surveys.size(),
        Stream.of(Claim.values()).map(claim -> HeadlineTally.of(claim, surveys)).toList(),
        PartTally.strata(judged),
        PartTally.confusers(judged),
        sizeCurve(judged),
        hits.outlines(),
        hits.position(),
        reliability(judged, ofProbability),
        ofProbability,
        declaredEmptyWrong(judged),
        misses(judged),
        falseAlarms(judged));
  }

  private List<FoundCase> found() {
    return surveys.stream().flatMap(survey -> survey.found().stream()).toList();
  }

  private static boolean isCalibrated(FoundCase found) {
    return found.target().findProbability().isPresent();
  }

  private static SizeCurve sizeCurve(List<Judged> judged) {
    return SizeCurve.of(
        Judged.truths(
                judged,
                truth ->
                    truth.facts().target().kind() == TargetKind.PLANTATION
                        && truth.facts().sight() == Sight.SEEN)
            .stream()
            .map(
                truth ->
                    new SizeCurve.Dot(truth.facts().target().areaSquareMeters(), truth.found()))
            .toList());
  }

  /**
   * Of the targets with a probability, or of all scores where no target has one. A duplicate stands
   * on something true as well, so its claim is true.
   */
  private static Reliability reliability(List<Judged> judged, boolean ofProbability) {
    List<Reliability.Claim> claims = new ArrayList<>();
    for (Judged one : judged) {
      for (int i = 0; i < one.survey().found().size(); i++) {
        FoundCase found = one.survey().found().get(i);
        if (!ofProbability || isCalibrated(found)) {
          FoundTarget target = found.target();
          double claimed = ofProbability ? target.probability() : target.score();
          claims.add(new Reliability.Claim(claimed, one.verdict().findTruthOf(i).isPresent()));
        }
      }
    }
    return Reliability.of(claims);
  }

  private static Share declaredEmptyWrong(List<Judged> judged) {
    List<Judged.Truth> declared =
        Judged.truths(
            judged,
            truth ->
                truth.facts().target().kind() == TargetKind.PLANTATION
                    && truth.facts().declaredProbability() >= DECLARED);
    Share found = Judged.found(declared);
    return new Share(found.total() - found.count(), found.total());
  }

  private static List<Missed> misses(List<Judged> judged) {
    List<Missed> misses = new ArrayList<>();
    for (Judged.Truth truth : Judged.truths(judged, one -> !one.found())) {
      misses.add(
          new Missed(
              truth.judged().survey(),
              truth.facts(),
              Reasons.miss(truth.judged(), truth.number())));
    }
    misses.sort(
        Comparator.<Missed, Sight>comparing(miss -> miss.truth().sight())
            .thenComparing(miss -> -miss.truth().target().areaSquareMeters()));
    return misses;
  }

  private static List<FalseAlarm> falseAlarms(List<Judged> judged) {
    List<FalseAlarm> alarms = new ArrayList<>();
    for (Judged one : judged) {
      for (int found : one.verdict().falseAlarms()) {
        FoundCase alarm = one.survey().found().get(found);
        alarms.add(new FalseAlarm(one.survey(), alarm, Reasons.falseAlarm(alarm)));
      }
    }
    alarms.sort(
        Comparator.<FalseAlarm>comparingDouble(alarm -> alarm.found().target().score())
            .reversed()
            .thenComparing(alarm -> alarm.found().target().id()));
    return alarms;
  }
}

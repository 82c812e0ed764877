package org.qyran.evaluation.score;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qyran.evaluation.match.FoundCase;
import org.qyran.evaluation.match.Sight;
import org.qyran.evaluation.match.StoodThere;
import org.qyran.evaluation.match.SurveyCase;
import org.qyran.evaluation.match.Touch;
import org.qyran.evaluation.match.TruthCase;
import org.qyran.evaluation.run.FoundTarget;
import org.qyran.evaluation.truth.TargetKind;
import org.qyran.evaluation.truth.Visibility;

/** Says in a sentence what is known about a miss or a false alarm. */
final class Reasons {

  private Reasons() {}

  static String miss(Judged judged, int number) {
    TruthCase truth = judged.survey().truths().get(number);
    String what =
        say(
            "Simulated %s (%s) of %.0f m²",
            truth.target().kind() == TargetKind.PLANTATION ? "plantation" : "structure",
            truth.target().subtype(),
            truth.target().areaSquareMeters());
    if (truth.sight() != Sight.SEEN) {
      return what + "; it " + truth.sight().words() + ".";
    }
    return what + "; " + view(judged.survey(), truth) + "; " + flagged(judged, number) + ".";
  }

  private static String view(SurveyCase survey, TruthCase truth) {
    List<Visibility> rows =
        survey.truth().visibilityOf(truth.target().id()).stream()
            .filter(row -> row.share() > 0)
            .toList();
    Optional<Visibility> best = rows.stream().max(Comparator.comparingDouble(Visibility::share));
    return best.map(
            row ->
                say(
                    "shown in %d %s, at best %.0f %% of it, %.0f pixels, %.0f %% of it sunlit",
                    rows.size(),
                    rows.size() == 1 ? "frame" : "frames",
                    100 * row.share(),
                    row.pixels(),
                    100 * row.shareSunlit()))
        .orElse("what frames show of it is not told");
  }

  private static String flagged(Judged judged, int number) {
    SurveyCase survey = judged.survey();
    Optional<Touch> reaching =
        survey.touches().stream().filter(touch -> touch.truth() == number).findFirst();
    if (reaching.isPresent()) {
      String other =
          judged
              .verdict()
              .findTruthOf(reaching.get().found())
              .map(touch -> survey.truths().get(touch.truth()).target().id())
              .orElse("another one");
      return "an outline reaches it but was counted for " + other;
    }
    String id = "target " + survey.truths().get(number).target().id();
    boolean otherwise = survey.found().stream().anyMatch(found -> found.stood().id().equals(id));
    return otherwise ? "it was flagged as another kind" : "nothing was flagged there";
  }

  static String falseAlarm(FoundCase found) {
    FoundTarget target = found.target();
    String stood =
        found.stood().name().equals(StoodThere.GROUND)
            ? "nothing but ground stood there, as far as the truth tells"
            : "what stood there is of the class \"" + found.stood().name() + "\"";
    return say(
        "Called %s with a score of %.2f, %.0f m², in %d %s; %s (simulated).",
        target.type(),
        target.score(),
        target.areaSquareMeters(),
        target.files().size(),
        target.files().size() == 1 ? "frame" : "frames",
        stood);
  }

  private static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}

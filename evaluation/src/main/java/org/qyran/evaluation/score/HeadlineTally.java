package org.qyran.evaluation.score;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.qyran.evaluation.figure.Claim;
import org.qyran.evaluation.figure.Headline;
import org.qyran.evaluation.figure.Headline.CurvePoint;
import org.qyran.evaluation.figure.Headline.PriorPrecision;
import org.qyran.evaluation.match.SurveyCase;
import org.qyran.evaluation.stat.Rate;
import org.qyran.evaluation.stat.Share;

/** Counts the headlines. */
final class HeadlineTally {

  /** Plots per 100 km²: an empty province, the usual guess, and a valley that is known for it. */
  private static final double[] PRIORS = {0.2, 2, 20};

  private static final int MOST_THRESHOLDS = 200;

  private HeadlineTally() {}

  static Headline of(Claim claim, List<SurveyCase> surveys) {
    List<Judged> judged = Judged.all(surveys, Double.NEGATIVE_INFINITY);
    List<Judged.Truth> truths = truths(claim, judged);
    Share recall = Judged.found(truths);
    Rate alarms = alarms(claim, judged);
    return new Headline(
        claim,
        recall,
        Judged.foundSeen(truths),
        truths.stream().mapToDouble(truth -> truth.facts().chance()).average().orElse(Double.NaN),
        duplicates(claim, judged),
        alarms,
        DoubleStream.of(PRIORS).mapToObj(prior -> precision(prior, recall, alarms)).toList(),
        curve(claim, surveys));
  }

  private static List<Judged.Truth> truths(Claim claim, List<Judged> judged) {
    return Judged.truths(judged, truth -> claim.includes(truth.facts().target().kind()));
  }

  private static Rate alarms(Claim claim, List<Judged> judged) {
    int count = 0;
    double squareMeters = 0;
    for (Judged one : judged) {
      squareMeters += one.survey().surveyedSquareMeters();
      count +=
          (int)
              one.verdict().falseAlarms().stream()
                  .filter(found -> claim.includes(one.survey().found().get(found).target().kind()))
                  .count();
    }
    return new Rate(count, squareMeters / 1e6);
  }

  private static int duplicates(Claim claim, List<Judged> judged) {
    int count = 0;
    for (Judged one : judged) {
      for (int found = 0; found < one.survey().found().size(); found++) {
        boolean counts = claim.includes(one.survey().found().get(found).target().kind());
        count += counts && one.verdict().isDuplicate(found) ? 1 : 0;
      }
    }
    return count;
  }

  static PriorPrecision precision(double plotsPer100Km2, Share recall, Rate alarms) {
    double density = plotsPer100Km2 / 100;
    return new PriorPrecision(
        plotsPer100Km2,
        precision(recall.findValue().orElse(Double.NaN) * density, alarms.perSquareKilometer()),
        precision(recall.low() * density, alarms.high()));
  }

  private static double precision(double right, double wrong) {
    return right + wrong > 0 ? right / (right + wrong) : Double.NaN;
  }

  private static List<CurvePoint> curve(Claim claim, List<SurveyCase> surveys) {
    double[] scores =
        surveys.stream()
            .flatMap(survey -> survey.found().stream())
            .filter(found -> claim.includes(found.target().kind()))
            .mapToDouble(found -> found.target().score())
            .distinct()
            .sorted()
            .toArray();
    int step = Math.max(1, (scores.length + MOST_THRESHOLDS - 1) / MOST_THRESHOLDS);
    List<CurvePoint> curve = new ArrayList<>();
    for (int i = scores.length - 1; i >= 0; i -= step) {
      curve.add(point(claim, surveys, scores[i]));
    }
    if (scores.length > 0 && (scores.length - 1) % step != 0) {
      curve.add(point(claim, surveys, scores[0]));
    }
    return curve;
  }

  private static CurvePoint point(Claim claim, List<SurveyCase> surveys, double threshold) {
    List<Judged> judged = Judged.all(surveys, threshold);
    return new CurvePoint(
        threshold,
        Judged.found(truths(claim, judged)).findValue().orElse(Double.NaN),
        alarms(claim, judged).perSquareKilometer());
  }
}

package org.qyran.evaluation.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.qyran.evaluation.figure.ConfuserRow;
import org.qyran.evaluation.figure.Stratum;
import org.qyran.evaluation.stat.Share;
import org.qyran.evaluation.truth.TargetKind;

/** Counts recall in parts, and what false alarms really were. */
final class PartTally {

  private PartTally() {}

  static List<Stratum> strata(List<Judged> judged) {
    List<Judged.Truth> all = Judged.truths(judged, truth -> true);
    List<Judged.Truth> plantations =
        all.stream()
            .filter(truth -> truth.facts().target().kind() == TargetKind.PLANTATION)
            .toList();
    List<Stratum> strata = new ArrayList<>();
    add(strata, "type", all, truth -> truth.facts().target().kind().plural());
    add(strata, "subtype", all, PartTally::subtype);
    add(strata, "plantation size", plantations, PartTally::sizeClass);
    add(strata, "world", all, truth -> truth.judged().survey().truth().facts().world());
    add(strata, "month", all, truth -> truth.judged().survey().truth().facts().month());
    return strata;
  }

  private static String subtype(Judged.Truth truth) {
    String kind =
        truth.facts().target().kind() == TargetKind.PLANTATION ? "plantation" : "structure";
    return kind + ": " + truth.facts().target().subtype();
  }

  /** The classes begin with a digit that keeps them in order. */
  private static String sizeClass(Judged.Truth truth) {
    double area = truth.facts().target().areaSquareMeters();
    if (area < 4) {
      return "1: below 4 m²";
    } else if (area < 25) {
      return "2: 4 to 25 m²";
    } else if (area < 100) {
      return "3: 25 to 100 m²";
    }
    return area < 500 ? "4: 100 to 500 m²" : "5: 500 m² and more";
  }

  private static void add(
      List<Stratum> strata,
      String by,
      List<Judged.Truth> truths,
      Function<Judged.Truth, String> part) {
    Map<String, List<Judged.Truth>> parts = new TreeMap<>();
    truths.forEach(
        truth -> parts.computeIfAbsent(part.apply(truth), any -> new ArrayList<>()).add(truth));
    parts.forEach(
        (value, inside) ->
            strata.add(
                new Stratum(
                    by,
                    value.replaceFirst("^[1-5]: ", ""),
                    Judged.found(inside),
                    Judged.foundSeen(inside))));
  }

  static List<ConfuserRow> confusers(List<Judged> judged) {
    Map<String, Integer> exposed = new TreeMap<>();
    Map<String, Integer> alarms = new TreeMap<>();
    Map<String, Set<String>> called = new TreeMap<>();
    for (int survey = 0; survey < judged.size(); survey++) {
      Judged one = judged.get(survey);
      one.survey().exposed().forEach((name, count) -> exposed.merge(name, count, Integer::sum));
      for (int found : one.verdict().falseAlarms()) {
        var stood = one.survey().found().get(found).stood();
        alarms.merge(stood.name(), 1, Integer::sum);
        called.computeIfAbsent(stood.name(), any -> new TreeSet<>()).add(survey + " " + stood.id());
      }
    }
    Set<String> names = new TreeSet<>(exposed.keySet());
    names.addAll(alarms.keySet());
    return names.stream()
        .map(name -> row(name, exposed, alarms, called))
        .sorted(
            Comparator.comparingInt(ConfuserRow::falseAlarms)
                .reversed()
                .thenComparing(ConfuserRow::name))
        .toList();
  }

  /** What lies half off the surveyed ground is not exposed but may be called all the same. */
  private static ConfuserRow row(
      String name,
      Map<String, Integer> exposed,
      Map<String, Integer> alarms,
      Map<String, Set<String>> called) {
    int things = exposed.getOrDefault(name, 0);
    int flagged = called.getOrDefault(name, Set.of()).size();
    return new ConfuserRow(
        name, new Share(Math.min(flagged, things), things), alarms.getOrDefault(name, 0));
  }
}

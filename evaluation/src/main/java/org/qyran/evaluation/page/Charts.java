package org.qyran.evaluation.page;

import static org.qyran.evaluation.page.Markup.say;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.qyran.evaluation.figure.Claim;
import org.qyran.evaluation.figure.Figures;
import org.qyran.evaluation.figure.Headline;
import org.qyran.evaluation.figure.Headline.CurvePoint;
import org.qyran.evaluation.figure.PositionFigures;
import org.qyran.evaluation.figure.Table;
import org.qyran.evaluation.page.Plot.At;
import org.qyran.evaluation.stat.Reliability;
import org.qyran.evaluation.stat.SizeCurve;

/** The four curves. */
final class Charts {

  private Charts() {}

  static String all(Table table) {
    Figures product = table.product();
    return "<div class=\"charts\">"
        + curve(table, Claim.PLANTATIONS)
        + curve(table, Claim.STRUCTURES)
        + size(product.sizeCurve())
        + reliability(product.reliability(), product.ofProbability())
        + position(product.position())
        + "</div>";
  }

  private static String figure(String title, String svg, String caption) {
    return say(
        "<figure><h3>%s</h3>%s<figcaption>%s</figcaption></figure>",
        Markup.escaped(title), svg, caption);
  }

  private static String curve(Table table, Claim claim) {
    List<CurvePoint> ours = table.product().headline(claim).curve();
    List<CurvePoint> theirs =
        table.baselines().stream().flatMap(one -> one.headline(claim).curve().stream()).toList();
    double[] rates =
        Stream.concat(ours.stream(), theirs.stream())
            .mapToDouble(CurvePoint::falseAlarmsPerKm2)
            .filter(rate -> rate > 0)
            .sorted()
            .toArray();
    double least = rates.length == 0 ? 0.1 : rates[0];
    double most = rates.length == 0 ? 10 : rates[rates.length - 1];
    Headline headline = table.product().headline(claim);
    Plot plot =
        Plot.logarithmic(least * 0.99, most, "false alarms per km² (0 at the left edge)", "recall")
            .line(points(theirs), "other")
            .line(points(ours), "ours");
    points(ours).forEach(at -> plot.dot(at, 2.2, "mark"));
    if (Double.isFinite(headline.chance())) {
      double chance = headline.chance();
      plot.line(List.of(new At(least * 0.001, chance), new At(most * 10, chance)), "chance");
    }
    return figure(
        "Recall against false alarms: " + claim.words(),
        plot.svg(),
        "Each point is a least score; simulated. Solid: this run. Dashed: baseline. Dotted: what"
            + " luck would find with everything that was flagged.");
  }

  private static List<At> points(List<CurvePoint> curve) {
    return curve.stream()
        .filter(point -> Double.isFinite(point.recall()))
        .map(point -> new At(point.falseAlarmsPerKm2(), point.recall()))
        .toList();
  }

  private static String size(SizeCurve curve) {
    double least =
        curve.dots().stream().mapToDouble(SizeCurve.Dot::areaSquareMeters).min().orElse(1);
    double most =
        curve.dots().stream().mapToDouble(SizeCurve.Dot::areaSquareMeters).max().orElse(1_000);
    Plot plot = Plot.logarithmic(least, most, "plot size, m²", "found");
    List<At> low = new ArrayList<>();
    List<At> middle = new ArrayList<>();
    List<At> high = new ArrayList<>();
    for (SizeCurve.Point point : curve.points()) {
      low.add(new At(point.areaSquareMeters(), point.low()));
      middle.add(new At(point.areaSquareMeters(), point.probability()));
      high.add(new At(point.areaSquareMeters(), point.high()));
    }
    plot.band(low, high).line(middle, "ours");
    for (int i = 0; i < curve.dots().size(); i++) {
      SizeCurve.Dot dot = curve.dots().get(i);
      // Spread a little, so that dots on one spot can be told apart.
      double level = dot.found() ? 1 - 0.015 * (i % 3) : 0.015 * (i % 3);
      plot.dot(new At(dot.areaSquareMeters(), level), 3, dot.found() ? "mark" : "hollow");
    }
    if (curve.points().isEmpty()) {
      plot.note("no curve, see below");
    }
    StringBuilder caption =
        new StringBuilder("Plantations that could be seen, one dot each; simulated. ");
    caption.append(Markup.escaped(curve.sentence()));
    for (SizeCurve.Size one : curve.sizes()) {
      caption.append(
          say(
              " Found %.0f times in 100 at %s m² (%s to %s), simulated.",
              100 * one.probability(),
              Markup.short3(one.areaSquareMeters()),
              Markup.short3(one.low()),
              Markup.short3(one.high())));
    }
    return figure("Chance of being found against size", plot.svg(), caption.toString());
  }

  private static String reliability(Reliability reliability, boolean ofProbability) {
    String axis = ofProbability ? "stated probability" : "score (not a probability)";
    Plot plot =
        Plot.linear(0, 1, axis, "share that was true")
            .line(List.of(new At(0, 0), new At(1, 1)), "chance");
    List<At> line = new ArrayList<>();
    for (Reliability.Bin bin : reliability.bins()) {
      double truth = bin.truth().findValue().orElse(0);
      plot.whisker(bin.claimed(), bin.truth().low(), bin.truth().high());
      line.add(new At(bin.claimed(), truth));
    }
    plot.line(line, "ours");
    line.forEach(at -> plot.dot(at, 3.5, "mark"));
    String title = ofProbability ? "Reliability" : "Reliability of the SCORE, not a probability";
    if (reliability.claims() == 0) {
      return figure(title, plot.note("nothing was flagged").svg(), "Nothing was flagged.");
    }
    return figure(
        title,
        plot.svg(),
        say(
            "%d flags in %d bins of equal mass, simulated. ECE %.3f (%.3f to %.3f), Brier %.3f, skill"
                + " %s.",
            reliability.claims(),
            reliability.bins().size(),
            reliability.ece(),
            reliability.eceLow(),
            reliability.eceHigh(),
            reliability.brier(),
            Markup.short3(reliability.skill())));
  }

  /** With the same error in all directions, r of the CE90 holds 1 - 0.1^(r²) of all errors. */
  private static String position(PositionFigures position) {
    Plot plot = Plot.linear(0, 2, "error of the middle over stated CE90", "share of hits within");
    List<At> expected = new ArrayList<>();
    for (int i = 0; i <= 40; i++) {
      double ratio = i / 20.0;
      expected.add(new At(ratio, 1 - Math.pow(0.1, ratio * ratio)));
    }
    List<At> line = new ArrayList<>();
    List<Double> ratios = position.ratios();
    line.add(new At(0, 0));
    for (int i = 0; i < ratios.size(); i++) {
      line.add(new At(ratios.get(i), (double) i / ratios.size()));
      line.add(new At(ratios.get(i), (i + 1.0) / ratios.size()));
    }
    line.add(new At(2, ratios.isEmpty() ? 0 : 1));
    plot.line(expected, "chance").line(line, "ours");
    plot.line(List.of(new At(1, 0), new At(1, 1)), "limit");
    String caption =
        ratios.isEmpty()
            ? "No hit, so no position can be judged."
            : say(
                "%d of %d errors lie within the stated CE90, simulated; dotted: what a true CE90"
                    + " would give. Left of the dotted line the stated error is too large, which is"
                    + " safe but vague.",
                position.inside().count(), position.inside().total());
    return figure("Is the stated position error true?", plot.svg(), caption);
  }
}

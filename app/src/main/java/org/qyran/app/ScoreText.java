package org.qyran.app;

import java.io.PrintWriter;
import java.util.Locale;
import org.qyran.evaluation.figure.AreaFigures;
import org.qyran.evaluation.figure.Claim;
import org.qyran.evaluation.figure.Figures;
import org.qyran.evaluation.figure.Headline;
import org.qyran.evaluation.figure.Table;

/** The headline of an evaluation, as a person reads it on a terminal. */
final class ScoreText {

  private ScoreText() {}

  static void print(Table table, PrintWriter out) {
    out.println();
    table.notes().forEach(out::println);
    out.println();
    out.println("All figures are simulated.");
    out.printf(
        "%-9s %-12s %18s %18s %8s %18s%n",
        "who", "looks for", "found of all", "found of visible", "by luck", "false alarms/km2");
    print(table.product(), out);
    table.baselines().forEach(baseline -> print(baseline, out));
    table.areas().forEach(area -> print(area, out));
  }

  private static void print(AreaFigures area, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%nSurveyed area of %s: stated %.0f m2, counted with the run's poses %.0f m2 (%+.2f %%), with"
            + " the true poses %.0f m2 (%+.2f %%); %.2f %% was claimed and not seen.%n",
        area.world(),
        area.statedSquareMeters(),
        area.castSquareMeters(),
        100 * area.arithmeticError(),
        area.trueSquareMeters(),
        100 * area.areaError(),
        100 * area.claimedUnseenShare());
  }

  private static void print(Figures figures, PrintWriter out) {
    for (Claim claim : Claim.values()) {
      Headline headline = figures.headline(claim);
      out.printf(
          "%-9s %-12s %18s %18s %8s %18s%n",
          figures.name(),
          claim.words(),
          headline.recall().count() + " of " + headline.recall().total(),
          headline.recallSeen().count() + " of " + headline.recallSeen().total(),
          decimals(headline.chance()),
          decimals(headline.falseAlarms().perSquareKilometer()));
    }
  }

  private static String decimals(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : "-";
  }
}

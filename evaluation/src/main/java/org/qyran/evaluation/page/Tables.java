package org.qyran.evaluation.page;

import static org.qyran.evaluation.page.Markup.escaped;
import static org.qyran.evaluation.page.Markup.number;
import static org.qyran.evaluation.page.Markup.rate;
import static org.qyran.evaluation.page.Markup.say;
import static org.qyran.evaluation.page.Markup.share;
import static org.qyran.evaluation.page.Markup.shareInLine;
import static org.qyran.evaluation.page.Markup.short3;

import java.util.List;
import org.qyran.evaluation.figure.AreaFigures;
import org.qyran.evaluation.figure.Claim;
import org.qyran.evaluation.figure.ConfuserRow;
import org.qyran.evaluation.figure.Figures;
import org.qyran.evaluation.figure.Headline;
import org.qyran.evaluation.figure.OutlineFigures;
import org.qyran.evaluation.figure.PositionFigures;
import org.qyran.evaluation.figure.Stratum;
import org.qyran.evaluation.figure.Table;

/** The tables. */
final class Tables {

  private Tables() {}

  static String headlines(Table table) {
    StringBuilder html = new StringBuilder();
    html.append(
        """
        <div class="wide"><table class="headlines"><caption>All figures are simulated; small print is the count \
        and the 95&nbsp;% interval.</caption><thead>
        <tr><th rowspan="2">who</th><th rowspan="2">looks for</th><th rowspan="2">recall<br><small>of all</small></th>
        <th rowspan="2">recall<br><small>of what could be seen</small></th><th rowspan="2">by luck</th>
        <th rowspan="2">false alarms per km²</th><th rowspan="2">said twice</th>
        <th colspan="3">right flags if the world held so many per 100 km²</th></tr>
        <tr><th>0.2</th><th>2</th><th>20</th></tr></thead><tbody>
        """);
    for (Claim claim : Claim.values()) {
      html.append(row("this run", claim.words(), table.product().headline(claim), "ours"));
    }
    for (Figures baseline : table.baselines()) {
      html.append(
          row(
              "baseline: index threshold",
              Claim.PLANTATIONS.words(),
              baseline.headline(Claim.PLANTATIONS),
              "other"));
      html.append(
          row(
              "baseline: plain anomaly (RX)",
              Claim.STRUCTURES.words(),
              baseline.headline(Claim.STRUCTURES),
              "other"));
    }
    if (table.baselines().isEmpty()) {
      html.append(
          "<tr class=\"other\"><td>baseline</td><td colspan=\"9\">not run: the pictures of the"
              + " flight are not there</td></tr>");
    }
    return html.append("</tbody></table></div>").toString();
  }

  private static String row(String who, String what, Headline headline, String style) {
    StringBuilder html = new StringBuilder();
    html.append(
        say(
            "<tr class=\"%s\"><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%d</td>",
            style,
            escaped(who),
            escaped(what),
            share(headline.recall()),
            share(headline.recallSeen()),
            number("%.2f", headline.chance()),
            rate(headline.falseAlarms()),
            headline.duplicates()));
    for (Headline.PriorPrecision one : headline.precision()) {
      html.append(
          say(
              "<td>%s <small><br>at worst %s</small></td>",
              percent(one.precision()), percent(one.low())));
    }
    return html.append("</tr>\n").toString();
  }

  private static String percent(double share) {
    return Double.isFinite(share) ? short3(100 * share) + "&nbsp;%" : Markup.NOTHING;
  }

  static String strata(Figures figures) {
    StringBuilder html = new StringBuilder();
    html.append(
        """
        <table><caption>Recall in parts, this run, simulated.</caption><thead><tr><th>by</th><th></th>\
        <th>of all</th><th>of what could be seen</th></tr></thead><tbody>
        """);
    String last = "";
    for (Stratum one : figures.strata()) {
      boolean first = !one.by().equals(last);
      last = one.by();
      html.append(
          say(
              "<tr%s><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n",
              first ? " class=\"first\"" : "",
              first ? escaped(one.by()) : "",
              escaped(one.value()),
              shareInLine(one.recall()),
              shareInLine(one.recallSeen())));
    }
    return html.append("</tbody></table>").toString();
  }

  static String confusers(Figures figures) {
    StringBuilder html = new StringBuilder();
    html.append(
        """
        <table><caption>What stood where nothing should have been flagged, this run, simulated. The \
        rate is of things of the class that lay on surveyed ground.</caption>
        <thead><tr><th>class</th><th>false alarms</th><th>things called something</th><th></th></tr></thead><tbody>
        """);
    for (ConfuserRow row : figures.confusers()) {
      double rate = row.called().findValue().orElse(0);
      html.append(
          say(
              "<tr><td>%s</td><td>%d</td><td>%s</td><td class=\"bar\"><i"
                  + " style=\"width:%.0f%%\"></i></td></tr>\n",
              escaped(row.name()), row.falseAlarms(), shareInLine(row.called()), 100 * rate));
    }
    if (figures.confusers().isEmpty()) {
      html.append("<tr><td colspan=\"4\">No false alarm, and no class is known.</td></tr>");
    }
    return html.append("</tbody></table>").toString();
  }

  static String outlines(Figures figures) {
    StringBuilder html = new StringBuilder();
    html.append(
        """
        <table><caption>Outlines of hits, simulated. Misses have none, so read this beside the recall.</caption>
        <thead><tr><th>of</th><th>overlap (IoU)</th><th>area bias</th><th>area error (MAPE)</th>\
        <th>true area within area_lo to area_hi</th></tr></thead><tbody>
        """);
    for (OutlineFigures one : figures.outlines()) {
      html.append(
          say(
              "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n",
              escaped(one.group()),
              number("%.2f", one.meanOverlap()),
              number("%+.1f %%", 100 * one.areaBias()),
              number("%.1f %%", 100 * one.areaError()),
              shareInLine(one.areaInside())));
    }
    return html.append("</tbody></table>").toString();
  }

  static String position(PositionFigures position) {
    StringBuilder html = new StringBuilder();
    html.append(
        say(
            """
            <table><caption>Errors of the middle within the stated CE90, simulated; the median error is %s m.</caption>
            <thead><tr><th>by</th><th></th><th>within</th></tr></thead><tbody>
            <tr><td>all hits</td><td></td><td>%s</td></tr>
            """,
            number("%.1f", position.medianOffsetMeters()), shareInLine(position.inside())));
    for (PositionFigures.Bin bin : position.bins()) {
      html.append(
          say(
              "<tr><td>%s</td><td>%s</td><td>%s</td></tr>\n",
              escaped(bin.by()), escaped(bin.range()), shareInLine(bin.inside())));
    }
    return html.append("</tbody></table>").toString();
  }

  static String areas(List<AreaFigures> areas) {
    if (areas.isEmpty()) {
      return "<p>Not checked: pictures, true poses or elevation raster are not there.</p>";
    }
    StringBuilder html = new StringBuilder();
    html.append(
        """
        <div class="wide"><table><caption>Surveyed area, simulated. Counted: points of a grid on the ground that \
        a frame could see, with the poses that the run used; its difference is the run's arithmetic. Beside it the \
        same with the true poses: what errors cost.</caption>
        <thead><tr><th>world</th><th>frames</th><th>stated, m²</th><th>counted, m²</th><th>difference</th>\
        <th>with true poses, m²</th><th>difference</th><th>claimed and not seen</th><th>truth's own figure, m²</th>\
        </tr></thead><tbody>
        """);
    for (AreaFigures one : areas) {
      html.append(
          say(
              "<tr><td>%s</td><td>%d</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td>"
                  + "<td>%s</td><td>%s</td></tr>\n",
              escaped(one.world()),
              one.frames(),
              number("%.0f", one.statedSquareMeters()),
              number("%.0f", one.castSquareMeters()),
              number("%+.2f %%", 100 * one.arithmeticError()),
              number("%.0f", one.trueSquareMeters()),
              number("%+.2f %%", 100 * one.areaError()),
              number("%.2f %%", 100 * one.claimedUnseenShare()),
              number("%.0f", one.toldSquareMeters())));
    }
    return html.append("</tbody></table></div>").toString();
  }
}

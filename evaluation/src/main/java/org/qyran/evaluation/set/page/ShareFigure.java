package org.qyran.evaluation.set.page;

import java.util.Locale;
import org.qyran.evaluation.set.result.ShareChart;

/** Shares with their intervals as an SVG, the band in which they should lie behind them. */
final class ShareFigure {

  private static final int COLUMN = 78;
  private static final int HEIGHT = 230;
  private static final int LEFT = 46;
  private static final int TOP = 26;
  private static final int TICKS = 5;

  private final ShareChart chart;
  private final StringBuilder svg = new StringBuilder();

  private ShareFigure(ShareChart chart) {
    this.chart = chart;
  }

  static String svg(ShareChart chart) {
    return new ShareFigure(chart).draw();
  }

  private String draw() {
    int inner = COLUMN * chart.marks().size();
    int width = LEFT + inner + 12;
    int height = TOP + HEIGHT + 40;
    append(
        "<svg class=\"chart\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">",
        width, height, width, height);
    append("<text x=\"%d\" y=\"14\" class=\"title\">%s</text>", LEFT, Html.escaped(chart.title()));
    append(
        "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"#2e933c\""
            + " fill-opacity=\"0.15\"/>",
        LEFT, y(chart.wantedMost()), inner, y(chart.wanted()) - y(chart.wantedMost()));
    for (int tick = 0; tick <= TICKS; tick++) {
      double level = chart.least() + (1 - chart.least()) * tick / TICKS;
      append("<path d=\"M%d %.1fH%d\" class=\"grid\"/>", LEFT, y(level), LEFT + inner);
      append(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.2f</text>",
          LEFT - 5, y(level) + 4, level);
    }
    for (int at = 0; at < chart.marks().size(); at++) {
      mark(chart.marks().get(at), LEFT + COLUMN * (at + 0.5));
    }
    append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
        LEFT + inner / 2, TOP + HEIGHT + 34, Html.escaped(chart.unit()));
    return svg.append("</svg>").toString();
  }

  private void mark(ShareChart.Mark mark, double x) {
    append(
        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
        x, TOP + HEIGHT + 16, Html.escaped(mark.label()));
    if (Double.isFinite(mark.value())) {
      append(
          "<path d=\"M%.1f %.1fV%.1f\" stroke=\"#1b6ca8\" stroke-width=\"2\"/>",
          x, y(mark.low()), y(mark.high()));
      append("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#1b6ca8\"/>", x, y(mark.value()));
    }
  }

  private double y(double share) {
    double level = (share - chart.least()) / (1 - chart.least());
    return TOP + HEIGHT * (1 - Math.max(0, Math.min(1, level)));
  }

  private void append(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}

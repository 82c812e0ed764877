package org.qyran.evaluation.set.page;

import java.util.List;
import java.util.Locale;
import org.qyran.evaluation.set.result.RankCurve;

/** Curves of one group as an SVG: recall over the false positive rate on a logarithmic axis. */
final class CurveChart {

  private static final int WIDTH = 420;
  private static final int HEIGHT = 230;
  private static final int LEFT = 40;
  private static final int TOP = 22;
  private static final int DECADES = 5;

  private static final List<String> COLOURS =
      List.of("#1b6ca8", "#d1495b", "#2e933c", "#b26e00", "#6a4c93", "#222222");

  private CurveChart() {}

  static String svg(String group, List<RankCurve> curves) {
    StringBuilder svg = new StringBuilder();
    int width = LEFT + WIDTH + 190;
    int height = TOP + HEIGHT + 40;
    append(
        svg,
        "<svg class=\"chart\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">",
        width,
        height,
        width,
        height);
    append(svg, "<text x=\"%d\" y=\"14\" class=\"title\">%s</text>", LEFT, Html.escaped(group));
    for (int decade = -DECADES; decade <= 0; decade++) {
      double x = x(Math.pow(10, decade));
      append(svg, "<path d=\"M%.1f %dV%d\" class=\"grid\"/>", x, TOP, TOP + HEIGHT);
      append(
          svg,
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">1e%d</text>",
          x,
          TOP + HEIGHT + 14,
          decade);
    }
    for (int fifth = 0; fifth <= 5; fifth++) {
      double y = y(fifth / 5.0);
      append(svg, "<path d=\"M%d %.1fH%d\" class=\"grid\"/>", LEFT, y, LEFT + WIDTH);
      append(
          svg,
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>",
          LEFT - 5,
          y + 4,
          fifth / 5.0);
    }
    append(
        svg,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">false positive rate</text>",
        LEFT + WIDTH / 2,
        TOP + HEIGHT + 30);
    for (int i = 0; i < curves.size(); i++) {
      String colour = COLOURS.get(i % COLOURS.size());
      append(svg, "<polyline fill=\"none\" stroke=\"%s\" points=\"", colour);
      curves
          .get(i)
          .points()
          .forEach(
              point -> append(svg, "%.1f,%.1f ", x(point.falsePositiveRate()), y(point.recall())));
      svg.append("\"/>");
      int y = TOP + 12 + 16 * i;
      append(
          svg,
          "<path d=\"M%d %dh16\" stroke=\"%s\"/><text x=\"%d\" y=\"%d\">%s</text>",
          LEFT + WIDTH + 8,
          y - 4,
          colour,
          LEFT + WIDTH + 28,
          y,
          Html.escaped(curves.get(i).name()));
    }
    return svg.append("</svg>").toString();
  }

  private static double x(double rate) {
    return LEFT + WIDTH * (1 + Math.max(-DECADES, Math.log10(rate)) / DECADES);
  }

  private static double y(double recall) {
    return TOP + HEIGHT * (1 - recall);
  }

  private static void append(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}

package org.qyran.evaluation.page;

import static org.qyran.evaluation.page.Markup.say;
import static org.qyran.evaluation.page.Markup.short3;

import java.util.List;

/**
 * A plot as inline SVG: axes with ticks, lines, bands and dots, in the page's own colours. The
 * vertical axis always runs from 0 to 1; the horizontal one may be logarithmic.
 */
final class Plot {

  private static final int WIDTH = 460;
  private static final int HEIGHT = 300;
  private static final int LEFT = 46;
  private static final int RIGHT = 22;
  private static final int TOP = 12;
  private static final int BOTTOM = 44;

  /** A point in the units of the axes. */
  record At(double x, double y) {}

  private final double from;
  private final double to;
  private final boolean logarithmic;
  private final StringBuilder svg = new StringBuilder();

  private Plot(double from, double to, boolean logarithmic) {
    this.from = from;
    this.to = to;
    this.logarithmic = logarithmic;
  }

  static Plot linear(double from, double to, String xTitle, String yTitle) {
    Plot plot = new Plot(from, to, false);
    plot.frame(xTitle, yTitle);
    for (int i = 0; i <= 5; i++) {
      plot.xTick(from + (to - from) * i / 5);
    }
    return plot;
  }

  /** Both ends above 0; they are widened to a round number. */
  static Plot logarithmic(double from, double to, String xTitle, String yTitle) {
    double least = Math.pow(10, Math.floor(Math.log10(from)));
    double most = Math.pow(10, Math.ceil(Math.log10(Math.max(to, from * 1.01))));
    Plot plot = new Plot(least, Math.max(most, least * 10), true);
    plot.frame(xTitle, yTitle);
    for (double tick = least; tick <= plot.to * 1.001; tick *= 10) {
      plot.xTick(tick);
    }
    return plot;
  }

  private double x(double value) {
    double share =
        logarithmic
            ? (Math.log(Math.max(value, from)) - Math.log(from)) / (Math.log(to) - Math.log(from))
            : (value - from) / (to - from);
    return LEFT + Math.max(0, Math.min(1, share)) * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double value) {
    return HEIGHT - BOTTOM - Math.max(0, Math.min(1, value)) * (HEIGHT - TOP - BOTTOM);
  }

  private void frame(String xTitle, String yTitle) {
    svg.append(say("<svg viewBox=\"0 0 %d %d\" role=\"img\">", WIDTH, HEIGHT));
    for (int i = 0; i <= 4; i++) {
      double level = i / 4.0;
      svg.append(
          say(
              "<path class=\"grid\" d=\"M%d %.1fH%d\"/><text x=\"%d\" y=\"%.1f\""
                  + " class=\"tick end\">%s</text>",
              LEFT, y(level), WIDTH - RIGHT, LEFT - 6, y(level) + 4, say("%.2f", level)));
    }
    svg.append(
        say(
            "<text x=\"%d\" y=\"%d\" class=\"title\">%s</text>",
            (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, Markup.escaped(xTitle)));
    int middle = (TOP + HEIGHT - BOTTOM) / 2;
    svg.append(
        say(
            "<text x=\"12\" y=\"%d\" transform=\"rotate(-90 12 %d)\" class=\"title\">%s</text>",
            middle, middle, Markup.escaped(yTitle)));
  }

  private void xTick(double value) {
    svg.append(
        say(
            "<path class=\"grid\" d=\"M%.1f %dV%d\"/><text x=\"%.1f\" y=\"%d\" class=\"tick\">%s</text>",
            x(value), TOP, HEIGHT - BOTTOM, x(value), HEIGHT - BOTTOM + 15, label(value)));
  }

  private String label(double value) {
    if (!logarithmic) {
      return say("%.1f", value);
    }
    return value >= 1 && value == Math.rint(value) ? say("%.0f", value) : short3(value);
  }

  Plot line(List<At> points, String style) {
    if (!points.isEmpty()) {
      svg.append(say("<path class=\"line %s\" d=\"%s\"/>", style, path(points)));
    }
    return this;
  }

  private String path(List<At> points) {
    StringBuilder path = new StringBuilder();
    for (At point : points) {
      path.append(path.length() == 0 ? 'M' : 'L');
      path.append(say("%.1f %.1f", x(point.x()), y(point.y())));
    }
    return path.toString();
  }

  /** The area between two lines that run the same way. */
  Plot band(List<At> low, List<At> high) {
    if (!low.isEmpty()) {
      StringBuilder back = new StringBuilder();
      for (int i = high.size() - 1; i >= 0; i--) {
        back.append(say("L%.1f %.1f", x(high.get(i).x()), y(high.get(i).y())));
      }
      svg.append(say("<path class=\"band\" d=\"%s%sZ\"/>", path(low), back));
    }
    return this;
  }

  Plot dot(At at, double radius, String style) {
    svg.append(
        say(
            "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>",
            style, x(at.x()), y(at.y()), radius));
    return this;
  }

  /** An upright bar from one level to another. */
  Plot whisker(double at, double low, double high) {
    svg.append(say("<path class=\"whisker\" d=\"M%.1f %.1fV%.1f\"/>", x(at), y(low), y(high)));
    return this;
  }

  Plot note(String text) {
    svg.append(
        say(
            "<text x=\"%d\" y=\"%d\" class=\"note\">%s</text>",
            LEFT + 10, TOP + 18, Markup.escaped(text)));
    return this;
  }

  String svg() {
    return svg + "</svg>";
  }
}

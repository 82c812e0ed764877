package org.qyran.evaluation.page;

import java.util.Locale;
import org.qyran.evaluation.stat.Rate;
import org.qyran.evaluation.stat.Share;

/** Numbers and texts as the page writes them. */
final class Markup {

  /** Stands where nothing can be said. */
  static final String NOTHING = "<span class=\"none\">–</span>";

  private Markup() {}

  /** Text that came from a file, made harmless. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** A share with its counts and its interval. */
  static String share(Share share) {
    if (share.total() == 0) {
      return NOTHING;
    }
    return say(
        "<b>%.2f</b> <small>%d of %d<br>%.2f to %.2f</small>",
        share.findValue().orElse(0), share.count(), share.total(), share.low(), share.high());
  }

  /** The same in one line. */
  static String shareInLine(Share share) {
    return share(share).replace("<br>", ", ");
  }

  static String rate(Rate rate) {
    if (!rate.known()) {
      return NOTHING;
    }
    return say(
        "<b>%s</b> <small>%d on %s km²<br>%s to %s</small>",
        short3(rate.perSquareKilometer()),
        rate.events(),
        short3(rate.squareKilometers()),
        short3(rate.low()),
        short3(rate.high()));
  }

  static String number(String format, double value) {
    return Double.isFinite(value) ? say(format, value) : NOTHING;
  }

  /** About three digits, never in powers of ten. */
  static String short3(double value) {
    if (!Double.isFinite(value)) {
      return NOTHING;
    }
    double size = Math.abs(value);
    if (size >= 100 || value == 0) {
      return say("%.0f", value);
    } else if (size >= 10) {
      return say("%.1f", value);
    } else if (size >= 1) {
      return say("%.2f", value);
    }
    return size >= 0.001 ? say("%.3f", value) : say("%.5f", value);
  }
}

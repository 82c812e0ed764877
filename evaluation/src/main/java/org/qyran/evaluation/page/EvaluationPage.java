package org.qyran.evaluation.page;

import static org.qyran.evaluation.page.Markup.escaped;
import static org.qyran.evaluation.page.Markup.say;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.qyran.evaluation.figure.Claim;
import org.qyran.evaluation.figure.Figures;
import org.qyran.evaluation.figure.Headline;
import org.qyran.evaluation.figure.Table;
import org.qyran.evaluation.stat.Share;

/**
 * Writes the page: the headline first, then the curves, then what went wrong, with pictures. A
 * content policy in the page forbids it to load anything.
 */
public final class EvaluationPage {

  private EvaluationPage() {}

  /** The page as UTF-8; the same table and the same pictures give the same bytes. */
  public static byte[] render(Table table) {
    Figures product = table.product();
    StringBuilder html = new StringBuilder();
    html.append(
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Qyran: how right was this run (simulated)</title>
        <style>
        """);
    html.append(style());
    html.append("</style></head><body><main>\n<header><h1>How right was this run?</h1><p>");
    html.append(escaped(opening(product))).append("</p></header>\n");
    html.append(notes(table));
    section(html, "Headline", Tables.headlines(table) + declared(product.declaredEmptyWrong()));
    section(html, "Curves", Charts.all(table));
    section(
        html,
        "Where it finds, where it errs",
        "<div class=\"pair\">" + Tables.strata(product) + Tables.confusers(product) + "</div>");
    section(
        html,
        "Outlines and positions",
        "<div class=\"pair\">"
            + Tables.outlines(product)
            + Tables.position(product.position())
            + "</div>");
    section(html, "Surveyed ground", Tables.areas(table.areas()));
    section(html, "Worst misses", Cards.misses(product.misses()));
    section(html, "Worst false alarms", Cards.falseAlarms(product.falseAlarms()));
    section(html, "Never seen, so not missed", Cards.unseen(product.misses()));
    html.append(
        """
        <footer><p>A flag counts as a hit if its outline overlaps a true one of its kind, or its middle lies within \
        the true outline widened by the larger of 5 m and its stated CE90; one flag hits one target. Intervals are \
        Wilson (shares) and exact Poisson (rates), 95 %; of no alarm the upper end is 3 over the area. Everything on this \
        page is simulated: it says how the program does in invented worlds, not in the field.</p></footer>
        </main></body></html>
        """);
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void section(StringBuilder html, String title, String body) {
    html.append("<section><h2>").append(escaped(title)).append("</h2>");
    html.append(body).append("</section>\n");
  }

  private static String opening(Figures product) {
    Headline all = product.headline(Claim.EVERYTHING);
    return say(
        "In %d simulated %s of %s km², the run found %d of %d true targets, %d of the %d that"
            + " could be seen, and raised %d false alarms.",
        product.surveys(),
        product.surveys() == 1 ? "survey" : "surveys",
        Markup.short3(all.falseAlarms().squareKilometers()),
        all.recall().count(),
        all.recall().total(),
        all.recallSeen().count(),
        all.recallSeen().total(),
        all.falseAlarms().events());
  }

  private static String declared(Share wrong) {
    if (wrong.total() == 0) {
      return "<p>The run nowhere claims to find a plantation of the size that stood there nine times"
          + " in ten, so no simulated ground was declared empty.</p>";
    }
    return say(
        "<p>Declared empty and wrong: of %d simulated plantations on ground where the run claims to"
            + " find their size nine times in ten, it missed %d (%.2f; 95 %% interval %.2f to"
            + " %.2f).</p>",
        wrong.total(), wrong.count(), wrong.findValue().orElse(0), wrong.low(), wrong.high());
  }

  private static String notes(Table table) {
    StringBuilder html = new StringBuilder();
    table.notes().forEach(note -> html.append("<li>").append(escaped(note)).append("</li>"));
    return html.length() == 0 ? "" : "<aside><ul>" + html + "</ul></aside>\n";
  }

  private static String style() {
    try (InputStream in = EvaluationPage.class.getResourceAsStream("page.css")) {
      if (in == null) {
        throw new IllegalStateException("resource page.css is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource page.css", e);
    }
  }
}

package org.qyran.evaluation.set.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qyran.evaluation.set.result.FigureTable;
import org.qyran.evaluation.set.result.Overlay;
import org.qyran.evaluation.set.result.RankCurve;
import org.qyran.evaluation.set.result.Row;
import org.qyran.evaluation.set.result.SetResult;
import org.qyran.evaluation.set.result.ShareChart;
import org.qyran.model.PixelPoint;

/**
 * Writes {@code evaluation.html}: the tables, the curves, and the pictures with truth and findings
 * drawn, worst case first. A policy in the page forbids it to load or run anything.
 */
public final class SetPage {

  private static final int SHORT_TABLE = 12;

  private SetPage() {}

  /** The page as UTF-8; the same result gives the same bytes. */
  public static byte[] render(SetResult result) {
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("img-src data:; style-src 'unsafe-inline'\">\n<title>")
        .append(Html.escaped(result.title()))
        .append("</title>\n<style>\n")
        .append(style())
        .append("</style></head><body>\n<h1>")
        .append(Html.escaped(result.title()))
        .append("</h1>\n<p class=\"detectors\">On trial, with default settings: ")
        .append(Html.escaped(String.join(", ", result.detectors())))
        .append("</p>\n");
    charts(page, result.charts());
    result.tables().forEach(table -> table(page, table));
    curves(page, result.curves());
    overlays(page, result.overlays());
    page.append("<h2>How the figures were made</h2>\n<ul>\n");
    result
        .notes()
        .forEach(note -> page.append("<li>").append(Html.escaped(note)).append("</li>\n"));
    page.append("</ul>\n</body></html>\n");
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void charts(StringBuilder page, List<ShareChart> charts) {
    if (!charts.isEmpty()) {
      page.append("<div class=\"charts\">\n");
      charts.forEach(chart -> page.append(ShareFigure.svg(chart)).append('\n'));
      page.append("</div>\n");
    }
  }

  private static void table(StringBuilder page, FigureTable table) {
    boolean folded = table.rows().size() > SHORT_TABLE;
    String title = Html.escaped(table.title());
    page.append(
        folded
            ? "<details><summary>%s (%d)</summary>".formatted(title, table.rows().size())
            : "<h2>%s</h2>".formatted(title));
    page.append("<table><thead><tr>");
    for (String column : table.columns()) {
      page.append("<th>").append(Html.escaped(column.replace('_', ' '))).append("</th>");
    }
    page.append("</tr></thead><tbody>\n");
    for (Row row : table.rows()) {
      page.append("<tr>");
      for (String column : table.columns()) {
        Object cell = row.cells().getOrDefault(column, "");
        page.append(cell instanceof String ? "<td>" : "<td class=\"number\">")
            .append(Html.escaped(shown(cell)))
            .append("</td>");
      }
      page.append("</tr>\n");
    }
    page.append(folded ? "</tbody></table></details>\n" : "</tbody></table>\n");
  }

  private static String shown(Object cell) {
    return cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
  }

  private static void curves(StringBuilder page, List<RankCurve> curves) {
    if (curves.isEmpty()) {
      return;
    }
    Map<String, List<RankCurve>> groups = new LinkedHashMap<>();
    curves.forEach(
        curve -> groups.computeIfAbsent(curve.group(), name -> new ArrayList<>()).add(curve));
    page.append("<h2>Recall over false positive rate, pixels</h2>\n<div class=\"charts\">\n");
    groups.forEach((group, members) -> page.append(CurveChart.svg(group, members)).append('\n'));
    page.append("</div>\n");
  }

  private static void overlays(StringBuilder page, List<Overlay> overlays) {
    if (overlays.isEmpty()) {
      return;
    }
    page.append("<h2>Pictures, worst case first</h2>\n<p class=\"legend\">");
    for (Overlay.Kind kind : Overlay.Kind.values()) {
      page.append(
          "<span class=\"key %s\"></span> %s &nbsp; ".formatted(wordOf(kind), legend(kind)));
    }
    page.append("</p>\n<div class=\"overlays\">\n");
    overlays.forEach(overlay -> overlay(page, overlay));
    page.append("</div>\n");
  }

  private static String legend(Overlay.Kind kind) {
    return switch (kind) {
      case FOUND -> "truth, found";
      case MISSED -> "truth, missed";
      case IGNORED -> "truth that does not count";
      case FINDING -> "finding";
      case FALSE_ALARM -> "finding, wrong";
    };
  }

  private static String wordOf(Overlay.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static void overlay(StringBuilder page, Overlay overlay) {
    page.append(
        "<figure style=\"max-width:%dpx\"><svg viewBox=\"0 0 %d %d\">"
            .formatted(
                Math.min(1_500, Math.max(overlay.widthPixels(), 260)),
                overlay.widthPixels(),
                overlay.heightPixels()));
    page.append(
        "<image width=\"%d\" height=\"%d\" href=\"data:image/jpeg;base64,%s\"/>"
            .formatted(
                overlay.widthPixels(),
                overlay.heightPixels(),
                Base64.getEncoder().encodeToString(overlay.jpeg())));
    for (Overlay.Shape shape : overlay.shapes()) {
      page.append("<polygon class=\"%s\" points=\"".formatted(wordOf(shape.kind())));
      for (PixelPoint corner : shape.outline().ring()) {
        page.append(String.format(Locale.ROOT, "%.1f,%.1f ", corner.xPixels(), corner.yPixels()));
      }
      page.append("\"/>");
    }
    page.append("</svg><figcaption>")
        .append(Html.escaped(overlay.title()))
        .append("</figcaption></figure>\n");
  }

  private static String style() {
    try (InputStream in = SetPage.class.getResourceAsStream("set.css")) {
      if (in == null) {
        throw new IllegalStateException("resource set.css is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource set.css", e);
    }
  }
}

package org.qyran.evaluation.page;

import static org.qyran.evaluation.page.Markup.escaped;
import static org.qyran.evaluation.page.Markup.say;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.qyran.evaluation.figure.FalseAlarm;
import org.qyran.evaluation.figure.Missed;
import org.qyran.evaluation.match.Sight;
import org.qyran.evaluation.picture.MissPictures;

/** Misses and false alarms with a picture and a sentence each. */
final class Cards {

  private static final int MOST = 12;

  private Cards() {}

  static String misses(List<Missed> misses) {
    List<Missed> seen = misses.stream().filter(miss -> miss.truth().sight() == Sight.SEEN).toList();
    if (seen.isEmpty()) {
      return "<p>None: everything that could be seen was found (simulated).</p>";
    }
    MissPictures pictures = new MissPictures();
    StringBuilder html = new StringBuilder(shown(seen.size()));
    html.append("<div class=\"cards\">");
    for (Missed miss : seen.subList(0, Math.min(MOST, seen.size()))) {
      html.append(card(pictures.draw(miss), miss.truth().target().id(), miss.why()));
    }
    return html.append("</div>").toString();
  }

  static String falseAlarms(List<FalseAlarm> alarms) {
    if (alarms.isEmpty()) {
      return "<p>None (simulated).</p>";
    }
    StringBuilder html = new StringBuilder(shown(alarms.size()));
    html.append("<div class=\"cards\">");
    for (FalseAlarm alarm : alarms.subList(0, Math.min(MOST, alarms.size()))) {
      html.append(card(chip(alarm), alarm.found().stood().name(), alarm.why()));
    }
    return html.append("</div>").toString();
  }

  static String unseen(List<Missed> misses) {
    StringBuilder html = new StringBuilder();
    for (Missed miss : misses) {
      if (miss.truth().sight() != Sight.SEEN) {
        html.append(
            say("<li><b>%s</b> %s</li>", escaped(miss.truth().target().id()), escaped(miss.why())));
      }
    }
    return html.length() == 0
        ? "<p>None: every target could be seen (simulated).</p>"
        : "<ul>" + html + "</ul>";
  }

  private static String shown(int count) {
    return count <= MOST
        ? say("<p>All %d of this simulated evaluation.</p>", count)
        : say(
            "<p>The worst %d of %d of this simulated evaluation; evaluation.json lists all.</p>",
            MOST, count);
  }

  private static Optional<byte[]> chip(FalseAlarm alarm) {
    Path folder = alarm.survey().run().folder().toAbsolutePath().normalize();
    return alarm.found().target().chips().stream()
        .map(chip -> folder.resolve(chip).normalize())
        .filter(path -> path.startsWith(folder) && Files.isRegularFile(path))
        .findFirst()
        .map(Cards::bytes);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the chip " + file, e);
    }
  }

  private static String card(Optional<byte[]> jpeg, String title, String why) {
    String picture =
        jpeg.map(
                bytes ->
                    "<img alt=\"\" src=\"data:image/jpeg;base64,"
                        + Base64.getEncoder().encodeToString(bytes)
                        + "\">")
            .orElse("<div class=\"blank\">no picture</div>");
    return say("<article>%s<h3>%s</h3><p>%s</p></article>", picture, escaped(title), escaped(why));
  }
}

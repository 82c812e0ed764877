package org.qyran.app;

import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;
import org.qyran.jobs.report.RoomCounts;
import org.qyran.jobs.report.RunSummary;
import org.qyran.model.RunWarning;

/** The end of a run, as a person reads it: the rooms, the warnings, the counts, the files. */
final class SummaryText {

  private SummaryText() {}

  static void print(RunSummary summary, PrintWriter out) {
    printRooms(summary, out);
    summary.warnings().forEach(warning -> printWarning(warning, out));
    out.println();
    out.printf(
        "%d files: %d processed, %d without a place, %d refused. %d targets to review, in %.1f s.%n",
        summary.read(),
        summary.processed(),
        summary.unlocated(),
        summary.refusedTotal(),
        summary.targets(),
        summary.totalSeconds());
    out.printf("Map: open %s in a browser.%n", summary.out().resolve("index.html"));
    out.printf("GIS: open %s in QGIS.%n", summary.out().resolve("survey.gpkg"));
  }

  private static void printRooms(RunSummary summary, PrintWriter out) {
    out.println();
    out.printf("%-8s %8s %8s %8s  %s%n", "room", "in", "out", "seconds", "refused");
    for (RoomCounts room : summary.rooms()) {
      out.printf(
          "%-8s %8d %8d %8.2f  %s%n",
          room.room().title(), room.in(), room.out(), room.seconds(), reasons(room.refused()));
    }
  }

  private static String reasons(Map<String, Long> refused) {
    return refused.isEmpty()
        ? "-"
        : refused.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
  }

  static void printWarning(RunWarning warning, PrintWriter out) {
    out.println();
    out.printf("Warning %s: %s%n", warning.code(), warning.message());
    if (!warning.files().isEmpty()) {
      out.printf("  concerns %s%n", files(warning));
    }
  }

  private static String files(RunWarning warning) {
    int shown = Math.min(4, warning.files().size());
    String names = String.join(", ", warning.files().subList(0, shown));
    int more = warning.files().size() - shown;
    return more == 0 ? names : "%s and %d more".formatted(names, more);
  }
}

package org.qyran.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.qyran.jobs.SurveyRun;
import org.qyran.jobs.report.RunSummary;

/** A run with its progress and its summary on the terminal. */
final class Survey {

  private Survey() {}

  static RunSummary run(SurveyRun run, Path out, PrintWriter printer) throws IOException {
    RunSummary summary;
    try (TerminalProgress progress = TerminalProgress.open(printer)) {
      summary = run.into(out, progress);
    }
    SummaryText.print(summary, printer);
    printer.flush();
    return summary;
  }
}

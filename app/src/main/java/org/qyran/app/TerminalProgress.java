package org.qyran.app;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.qyran.jobs.report.Progress;

/** A bar with rate and time left on a terminal; elsewhere a plain line per tenth of the way. */
final class TerminalProgress implements Progress, AutoCloseable {

  private final PrintWriter printer;
  private final boolean terminal;
  private @Nullable ProgressBar bar;
  private String stage = "";
  private long tenth = -1;

  private TerminalProgress(PrintWriter printer, boolean terminal) {
    this.printer = printer;
    this.terminal = terminal;
  }

  /** The launcher knows whether a person watches; Java from 22 on does not say so any more. */
  static TerminalProgress open(PrintWriter printer) {
    return new TerminalProgress(printer, Boolean.getBoolean("qyran.terminal"));
  }

  @Override
  public void at(String stage, long done, long total) {
    if (total <= 0) {
      return;
    }
    if (terminal) {
      draw(stage, done, total);
    } else {
      print(stage, done, total);
    }
  }

  private void draw(String nextStage, long done, long total) {
    ProgressBar drawn = bar;
    if (drawn == null || !stage.equals(nextStage)) {
      close();
      stage = nextStage;
      drawn =
          new ProgressBarBuilder()
              .setTaskName(nextStage)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .showSpeed()
              .build();
      bar = drawn;
    }
    drawn.maxHint(total);
    drawn.stepTo(done);
  }

  private void print(String nextStage, long done, long total) {
    long nextTenth = done * 10 / total;
    if (!stage.equals(nextStage) || nextTenth != tenth) {
      stage = nextStage;
      tenth = nextTenth;
      printer.printf("%s: %d of %d%n", nextStage, done, total);
      printer.flush();
    }
  }

  @Override
  public void close() {
    ProgressBar drawn = bar;
    if (drawn != null) {
      drawn.close();
      bar = null;
    }
  }
}

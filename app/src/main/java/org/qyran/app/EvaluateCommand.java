package org.qyran.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.qyran.evaluation.Evaluation;
import org.qyran.evaluation.SimulatedRun;
import org.qyran.evaluation.figure.Table;
import org.qyran.evaluation.set.SetEvaluation;
import org.qyran.evaluation.set.result.SetResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qyran evaluate}: a run and the truth in, figures and a page out. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description =
        "Scores a run against the truth of a simulated survey, or the detectors on a labelled set.")
final class EvaluateCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "RUN_DIR",
      arity = "0..*",
      description = "The result folder of a run over the survey; several are pooled.")
  private List<Path> runs = List.of();

  @Option(
      names = "--truth",
      paramLabel = "DIR",
      description =
          "The survey's truth folder, as docs/SIMULATION.md lays it out; one for every RUN_DIR, in"
              + " the same order.")
  private List<Path> truths = List.of();

  @Option(
      names = "--set",
      paramLabel = "NAME",
      description =
          "A real labelled set instead: mucad, kampala, crowns, brighton, seneca or hemp, with"
              + " --data and --out; or honesty, simulated flights that ask whether CE90 is true,"
              + " with --out alone.")
  private @Nullable String set;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The set's folder, as docs/EVALUATION_SETS.md lays it out.")
  private @Nullable Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where evaluation.json and evaluation.html go (default: RUN_DIR).")
  private @Nullable Path out;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return set == null ? scoreRun() : scoreSet(set);
  }

  private int scoreSet(String name) throws IOException {
    if (!runs.isEmpty() || !truths.isEmpty()) {
      throw wrong("--set scores a set and no run; leave out --truth and RUN_DIR");
    }
    Path folder = out;
    if (folder == null) {
      throw wrong("name --out DIR, where the scores of the set go");
    }
    if (data != null && !SetEvaluation.needsData(name)) {
      throw wrong(
          "the set %s is simulated and lies in no folder; leave out --data".formatted(name));
    }
    SetResult result =
        SetEvaluation.needsData(name)
            ? SetEvaluation.evaluate(name, existing(data, "--data DIR, the set"), folder)
            : SetEvaluation.evaluate(name, folder);
    SetText.print(result, printer());
    printer().printf("Page: open %s in a browser.%n", folder.resolve("evaluation.html"));
    printer().flush();
    return 0;
  }

  private int scoreRun() throws IOException {
    if (data != null) {
      throw wrong("--data belongs to --set NAME; name the set as well");
    }
    Path folder = scoresFolder();
    Table table;
    try (TerminalProgress progress = TerminalProgress.open(printer())) {
      table = Evaluation.evaluate(pairs(), folder, progress);
    }
    ScoreText.print(table, printer());
    printer().printf("Page: open %s in a browser.%n", folder.resolve("evaluation.html"));
    printer().flush();
    return 0;
  }

  private List<SimulatedRun> pairs() {
    List<SimulatedRun> pairs = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      pairs.add(
          new SimulatedRun(
              existing(truths.get(i), "--truth DIR, the survey's truth folder"),
              existing(runs.get(i), "the run's result folder")));
    }
    return pairs;
  }

  private Path scoresFolder() {
    if (runs.isEmpty()) {
      throw wrong("name the run's result folder");
    }
    if (truths.isEmpty()) {
      throw wrong("name --truth DIR, the survey's truth folder");
    }
    if (truths.size() != runs.size()) {
      throw wrong(
          "%d truth folders for %d runs; name --truth DIR once for every RUN_DIR, in the same order"
              .formatted(truths.size(), runs.size()));
    }
    if (out == null && runs.size() > 1) {
      throw wrong("name --out DIR, where the scores of %d runs go".formatted(runs.size()));
    }
    return out == null ? runs.get(0) : out;
  }

  private Path existing(@Nullable Path path, String what) {
    if (path == null) {
      throw wrong("name " + what);
    }
    if (!Files.isDirectory(path)) {
      throw wrong("%s is no folder; name %s".formatted(path, what));
    }
    return path;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Injected.of(spec).commandLine(), message);
  }

  private PrintWriter printer() {
    return Injected.of(spec).commandLine().getOut();
  }
}

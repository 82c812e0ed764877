package org.qyran.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.qyran.evaluation.area.AreaCheck;
import org.qyran.evaluation.baseline.BaselineRun;
import org.qyran.evaluation.figure.AreaFigures;
import org.qyran.evaluation.figure.Figures;
import org.qyran.evaluation.figure.Table;
import org.qyran.evaluation.match.Comparison;
import org.qyran.evaluation.page.EvaluationPage;
import org.qyran.evaluation.run.RunFolder;
import org.qyran.evaluation.score.Scorecard;
import org.qyran.evaluation.truth.Truth;
import org.qyran.evaluation.truth.TruthReader;
import org.qyran.evaluation.wire.EvaluationJson;
import org.qyran.geo.survey.WholeFile;
import org.qyran.jobs.io.FolderTree;
import org.qyran.jobs.report.Progress;

/**
 * Scores runs over simulated surveys: the door of this room.
 *
 * <p>Each run is laid on its truth, all of them are pooled, and the same is done with the baseline
 * detectors over the same flights. Writes {@code evaluation.json} and {@code evaluation.html}, each
 * beside its name and then renamed. The same folders give the same bytes.
 */
public final class Evaluation {

  private static final String PRODUCT = "qyran";
  private static final String BASELINE = "baseline";

  private final Progress progress;
  private final List<String> notes = new ArrayList<>();

  private Evaluation(Progress progress) {
    this.progress = progress;
  }

  /**
   * Scores one run.
   *
   * @param truth a truth folder
   * @param run the result folder of a run over that survey
   * @param out where the two files go; made where it is missing
   * @throws IOException when a folder cannot be read, with a sentence that says which and why
   */
  public static Table evaluate(Path truth, Path run, Path out) throws IOException {
    return evaluate(List.of(new SimulatedRun(truth, run)), out, Progress.unwatched());
  }

  /** Scores several runs together: worlds and months are pooled before anything is divided. */
  public static Table evaluate(List<SimulatedRun> runs, Path out, Progress progress)
      throws IOException {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("there is no run to evaluate");
    }
    Table table = new Evaluation(progress).table(runs);
    Files.createDirectories(out);
    write(out.resolve("evaluation.json"), EvaluationJson.write(table));
    write(out.resolve("evaluation.html"), EvaluationPage.render(table));
    return table;
  }

  private Table table(List<SimulatedRun> runs) throws IOException {
    Scorecard product = Scorecard.of(PRODUCT);
    List<Truth> truths = new ArrayList<>();
    List<AreaFigures> areas = new ArrayList<>();
    for (SimulatedRun run : runs) {
      Truth truth = TruthReader.read(run.truth());
      truths.add(truth);
      product = product.with(Comparison.of(truth, RunFolder.read(run.run())));
      AreaCheck.of(truth, run.run()).ifPresent(areas::add);
      truth.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
    }
    if (areas.size() < runs.size()) {
      notes.add(
          "Not every simulated survey could have its surveyed area checked: pictures, true poses or"
              + " elevation raster are not there.");
    }
    Figures ours = product.figures();
    if (!ours.ofProbability()) {
      notes.add(
          "The run states no probability of its targets: calibration is shown of the score, which"
              + " is an order and not a probability.");
    }
    return new Table(ours, baselines(truths), areas, notes);
  }

  private List<Figures> baselines(List<Truth> truths) throws IOException {
    for (Truth truth : truths) {
      if (!BaselineRun.isPossible(truth.facts())) {
        notes.add(
            "There is no baseline: the pictures of %s are not there to run it over."
                .formatted(
                    truth.facts().world().equals("unknown")
                        ? "the survey"
                        : "world " + truth.facts().world()));
        return List.of();
      }
    }
    Scorecard card = Scorecard.of(BASELINE);
    for (Truth truth : truths) {
      Path scratch = Files.createTempDirectory("qyran-baseline");
      try {
        BaselineRun.into(truth.facts(), scratch, progress);
        card = card.with(Comparison.of(truth, RunFolder.read(scratch)));
      } finally {
        FolderTree.delete(scratch);
      }
    }
    return List.of(card.figures());
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    WholeFile.write(file, stream -> stream.write(bytes));
  }
}

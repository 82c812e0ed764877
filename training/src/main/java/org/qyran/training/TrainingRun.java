package org.qyran.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.qyran.detection.learn.PlantModel;
import org.qyran.detection.learn.wire.ModelFile;
import org.qyran.detection.plant.Palette;
import org.qyran.geo.survey.WholeFile;
import org.qyran.sampledata.Simulator;
import org.qyran.training.PlantTraining.Survey;
import org.qyran.training.TrainingPlan.Planned;

/**
 * Makes a model out of nothing but the program: simulates the surveys of a plan, fits, writes the
 * model file. The same program writes the same bytes.
 */
public final class TrainingRun {

  private final Path surveys;
  private final Workers workers;
  private final Consumer<String> log;

  /**
   * Works in a folder.
   *
   * @param surveys where simulated surveys go; one that is there already is not made again
   * @param workers surveys that are simulated or looked at at once
   * @param log is told how far it is
   */
  public TrainingRun(Path surveys, int workers, Consumer<String> log) {
    this.surveys = surveys;
    this.workers = new Workers(workers);
    this.log = log;
  }

  /**
   * Fits the model of one kind of camera.
   *
   * @param out folder of the model file
   * @return the model
   */
  public PlantModel train(Palette palette, TrainingPlan plan, Path out) throws IOException {
    simulate(Stream.concat(plan.training().stream(), plan.validation().stream()).toList(), palette);
    PlantModel model =
        new PlantTraining(palette, log)
            .fit(surveys(plan.training(), palette), surveys(plan.validation(), palette), workers);
    Files.createDirectories(out);
    WholeFile.write(
        out.resolve("plantation-%s.json".formatted(palette.word())),
        stream -> stream.write(ModelFile.write(model)));
    return model;
  }

  private List<Survey> surveys(List<Planned> planned, Palette palette) {
    return planned.stream().map(one -> new Survey(one.name(), folder(one, palette))).toList();
  }

  private Path folder(Planned planned, Palette palette) {
    String payload = TrainingPlan.payload(palette).name().toLowerCase(Locale.ROOT);
    return surveys.resolve(planned.name().replace(' ', '-') + "-" + payload);
  }

  private void simulate(List<Planned> planned, Palette palette) throws IOException {
    List<Callable<Path>> tasks = new ArrayList<>();
    for (Planned one : planned) {
      tasks.add(() -> simulated(one, palette));
    }
    workers.all(tasks);
  }

  private Path simulated(Planned planned, Palette palette) throws IOException {
    Path folder = folder(planned, palette);
    Path unfinished = folder.resolveSibling(folder.getFileName() + ".part");
    if (!Files.isDirectory(folder)) {
      Simulator.write(unfinished, planned.design(), (done, total) -> {});
      Files.move(unfinished, folder);
    }
    log.accept("simulated " + planned.name());
    return folder;
  }
}

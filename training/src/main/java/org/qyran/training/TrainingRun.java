package org.qyran.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.qyran.detection.learn.PlantModel;
import org.qyran.detection.learn.wire.ModelFile;
import org.qyran.detection.plant.Palette;
import org.qyran.geo.survey.WholeFile;
import org.qyran.sampledata.Simulator;
import org.qyran.sampledata.SurveyDesign.Payload;
import org.qyran.training.PlantTraining.Survey;
import org.qyran.training.TrainingPlan.Planned;

/**
 * Makes models out of nothing but the program: simulates the surveys of a plan, fits, writes the
 * model files. The same program writes the same bytes.
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
   * Fits the models of kinds of cameras, each by the plan for it.
   *
   * @param out folder of the model files
   * @return the models
   */
  public List<PlantModel> train(List<Palette> palettes, Path out) throws IOException {
    Map<Payload, List<Palette>> byPayload = new EnumMap<>(Payload.class);
    for (Palette palette : palettes) {
      byPayload
          .computeIfAbsent(TrainingPlan.payload(palette), payload -> new ArrayList<>())
          .add(palette);
    }
    List<PlantModel> models = new ArrayList<>();
    for (Map.Entry<Payload, List<Palette>> flown : byPayload.entrySet()) {
      models.addAll(train(flown.getValue(), TrainingPlan.of(flown.getKey()), out));
    }
    return models;
  }

  /**
   * Fits models by a plan.
   *
   * @param palettes that are made of what the plan's payload sees
   * @param out folder of the model files
   * @return the models, in the order of the palettes
   */
  public List<PlantModel> train(List<Palette> palettes, TrainingPlan plan, Path out)
      throws IOException {
    Payload payload = TrainingPlan.payload(palettes.get(0));
    simulate(Stream.concat(plan.training().stream(), plan.validation().stream()).toList(), payload);
    List<PlantModel> models =
        new PlantTraining(palettes, log)
            .fit(surveys(plan.training(), payload), surveys(plan.validation(), payload), workers);
    Files.createDirectories(out);
    for (int i = 0; i < models.size(); i++) {
      byte[] file = ModelFile.write(models.get(i));
      WholeFile.write(
          out.resolve("plantation-%s.json".formatted(palettes.get(i).word())),
          stream -> stream.write(file));
    }
    return models;
  }

  private List<Survey> surveys(List<Planned> planned, Payload payload) {
    return planned.stream().map(one -> new Survey(one.name(), folder(one, payload))).toList();
  }

  private Path folder(Planned planned, Payload payload) {
    return surveys.resolve(
        planned.name().replace(' ', '-') + "-" + payload.name().toLowerCase(Locale.ROOT));
  }

  private void simulate(List<Planned> planned, Payload payload) throws IOException {
    List<Callable<Path>> tasks = new ArrayList<>();
    for (Planned one : planned) {
      tasks.add(() -> simulated(one, payload));
    }
    workers.all(tasks);
  }

  private Path simulated(Planned planned, Payload payload) throws IOException {
    Path folder = folder(planned, payload);
    Path unfinished = folder.resolveSibling(folder.getFileName() + ".part");
    if (!Files.isDirectory(folder)) {
      Simulator.write(unfinished, planned.design(), (done, total) -> {});
      Files.move(unfinished, folder);
    }
    log.accept("simulated " + planned.name());
    return folder;
  }
}

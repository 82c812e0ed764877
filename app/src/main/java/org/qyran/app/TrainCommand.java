package org.qyran.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.qyran.detection.learn.PlantModel;
import org.qyran.detection.plant.Palette;
import org.qyran.training.TrainingRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code qyran train}: the detectors' models, fitted again from nothing but the program. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description =
        "Simulates surveys, fits and calibrates the plant models, and writes their files; the same"
            + " program writes the same bytes.")
final class TrainCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where model files go.")
  private Path out = Path.of("");

  @Option(
      names = "--camera",
      paramLabel = "NAME",
      description = "multispectral, colour or nir-converted (default: all of them).")
  private @Nullable String camera;

  @Option(
      names = "--surveys",
      paramLabel = "DIR",
      description =
          "Where simulated surveys are kept, some 8 GB; surveys that are there are used again"
              + " (default: DIR/surveys).")
  private @Nullable Path surveys;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter printer = Injected.of(spec).commandLine().getOut();
    Path kept = surveys == null ? out.resolve("surveys") : surveys;
    Files.createDirectories(kept);
    TrainingRun run =
        new TrainingRun(
            kept,
            Runtime.getRuntime().availableProcessors(),
            line -> {
              synchronized (printer) {
                printer.println(line);
                printer.flush();
              }
            });
    for (PlantModel model : run.train(palettes(), out)) {
      printer.printf("%s: %s%n", model.card().name(), model.card().scores());
    }
    printer.flush();
    return 0;
  }

  private List<Palette> palettes() {
    List<Palette> all = List.of(Palette.values());
    if (camera == null) {
      return all;
    }
    String wanted = camera.toLowerCase(Locale.ROOT);
    return all.stream()
        .filter(palette -> palette.word().equals(wanted))
        .findFirst()
        .map(List::of)
        .orElseThrow(
            () ->
                new ParameterException(
                    Injected.of(spec).commandLine(),
                    ("there is no model for the camera '%s'; there are multispectral, colour,"
                            + " nir-converted")
                        .formatted(camera)));
  }
}

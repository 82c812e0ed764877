package org.qyran.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.qyran.sampledata.Simulator;
import org.qyran.sampledata.SurveyDesign;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code qyran simulate}: a survey of an invented place, and what was really there. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Writes a simulated survey: flight/, dem.tif and, apart from them, truth/.")
final class SimulateCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the survey goes.")
  private Path out = Path.of("");

  @Option(
      names = "--world",
      paramLabel = "NAME",
      defaultValue = "steppe-river",
      description =
          "steppe-river, mountain-forest, farmland, desert-edge or foreign-shore (default:"
              + " ${DEFAULT-VALUE}).")
  private String world = "steppe-river";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Same seed, same bytes (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--month",
      paramLabel = "N",
      description = "4 to 10: what grows, and how far (default: 7).")
  private @Nullable Integer month;

  @Option(
      names = "--camera",
      paramLabel = "NAME",
      description =
          "colour, multispectral, thermal, both or aircraft (default: as the world is flown).")
  private @Nullable String camera;

  @Option(
      names = "--height",
      paramLabel = "M",
      description = "Metres above ground: 30 to 150 for drones, 250 to 1500 for aircraft.")
  private @Nullable Double height;

  @Option(
      names = "--corridor",
      paramLabel = "DEG",
      description = "Two strips with the camera pitched so, -90 (down) to -45, not a block.")
  private @Nullable Double corridor;

  @Option(
      names = "--crowded",
      description =
          "Far more plots and look-alikes than anybody would meet, down to 2 m2: to measure what is"
              + " found of which size. Probabilities do not hold there.")
  private boolean crowded;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter printer = Injected.of(spec).commandLine().getOut();
    SurveyDesign design = design();
    printer.printf("Simulating %s, seed %d, into %s ...%n", world, seed, out);
    printer.flush();
    try (TerminalProgress progress = TerminalProgress.open(printer)) {
      Simulator.write(out, design, (done, total) -> progress.at("exposures", done, total));
    }
    printer.printf(
        "Next: qyran run %s --terrain %s --out result, then qyran evaluate --truth %s result%n",
        out.resolve("flight"), out.resolve("dem.tif"), out.resolve("truth"));
    printer.flush();
    return 0;
  }

  private SurveyDesign design() {
    try {
      SurveyDesign design = SurveyDesign.of(world, seed);
      design = camera == null ? design : design.with(SurveyDesign.Payload.named(camera));
      design = month == null ? design : design.inMonth(month);
      design = height == null ? design : design.flownAt(height);
      design = corridor == null ? design : design.alongCorridor(corridor);
      return crowded ? design.crowded() : design;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(Injected.of(spec).commandLine(), e.getMessage());
    }
  }
}

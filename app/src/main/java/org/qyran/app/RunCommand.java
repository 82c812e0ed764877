package org.qyran.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.qyran.detection.DetectionSettings;
import org.qyran.detection.FrameInspector;
import org.qyran.jobs.SurveyInput;
import org.qyran.jobs.SurveyRun;
import org.qyran.jobs.report.RunSummary;
import org.qyran.jobs.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qyran run}: flights and orthophotos in, a result folder out. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Looks through flights and orthophotos and writes targets, coverage and a map.")
final class RunCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FLIGHT",
      arity = "0..*",
      description =
          "Flight folders, single pictures, or georeferenced rasters (GeoTIFF, COG, BigTIFF).")
  private List<Path> flights = List.of();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The result folder.")
  private Path out = Path.of("");

  @Mixin private GroundOptions ground = new GroundOptions();

  @Option(
      names = "--kafka",
      paramLabel = "BROKERS",
      description = "Read what was sent to these brokers (host:port,...) instead of folders.")
  private @Nullable String kafka;

  @Option(names = "--strict", description = "Exit with 1 when any file was refused.")
  private boolean strict;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    SurveyInput input = input();
    flights.forEach(this::requireFlight);
    List<Path> terrain = ground.terrain();
    flights.forEach(this::requireOutside);
    Settings settings = ground.settings();
    requireModel(settings);
    RunSummary summary = Survey.run(new SurveyRun(input, terrain, settings), out, printer());
    return strict && summary.refusedTotal() > 0 ? Qyran.REFUSED : 0;
  }

  private SurveyInput input() {
    if (kafka != null && !flights.isEmpty()) {
      throw wrong("name either flights or --kafka, not both");
    }
    if (kafka != null) {
      return new SurveyInput.Topics(kafka);
    }
    if (flights.isEmpty()) {
      throw wrong("no flight was named; name a folder of pictures, or --kafka BROKERS");
    }
    return new SurveyInput.Folders(flights);
  }

  private void requireFlight(Path path) {
    if (!Files.exists(path)) {
      throw wrong("flight %s does not exist".formatted(path));
    }
  }

  /** A result inside a flight would be taken for pictures of the flight by the next run. */
  private void requireOutside(Path flight) {
    Path folder = flight.toAbsolutePath().normalize();
    if (Files.isDirectory(folder) && out.toAbsolutePath().normalize().startsWith(folder)) {
      throw wrong(
          "the result folder %s lies inside the flight %s; name another folder"
              .formatted(out, flight));
    }
  }

  /** A model that is not what its manifest says is told before anything is read. */
  private static void requireModel(Settings settings) {
    new FrameInspector(settings.room(DetectionSettings.class)).close();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Injected.of(spec).commandLine(), message);
  }

  private PrintWriter printer() {
    return Injected.of(spec).commandLine().getOut();
  }
}

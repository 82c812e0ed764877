package org.qyran.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qyran.geo.mosaic.MosaicReader;
import org.qyran.ingest.metadata.CaptureDescription;
import org.qyran.ingest.metadata.MetadataReader;
import org.qyran.ingest.metadata.ReadSettings;
import org.qyran.ingest.telemetry.TelemetryLog;
import org.qyran.ingest.telemetry.TelemetryReader;
import org.qyran.ingest.upload.Kind;
import org.qyran.ingest.upload.ReceivedFile;
import org.qyran.ingest.upload.UploadDesk;
import org.qyran.jobs.settings.Settings;
import org.qyran.model.FrameIssue;
import org.qyran.model.Outcome;
import org.qyran.model.Telemetry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qyran inspect}: what was understood of a file, and what is missing. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description =
        "Says what was understood of pictures, orthophotos and flight logs, and what is missing.")
final class InspectCommand implements Callable<Integer> {

  private static final String FLIGHT = "inspected";

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Pictures, orthophotos, flight logs, folders.")
  private List<Path> files = List.of();

  @Option(names = "--config", paramLabel = "FILE", description = "Settings, a properties file.")
  private @Nullable Path config;

  @Option(names = "--strict", description = "Exit with 1 when any file would be refused.")
  private boolean strict;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new ParameterException(
            Injected.of(spec).commandLine(), "%s does not exist".formatted(file));
      }
    }
    Settings settings = config == null ? Settings.defaults() : Settings.read(config);
    MetadataReader pictures = new MetadataReader(settings.room(ReadSettings.class));
    MosaicReader mosaics = settings.mosaicReader();
    boolean refused = false;
    for (Path root : files) {
      UploadDesk desk = new UploadDesk(FLIGHT, root);
      for (Path file : desk.list()) {
        refused |= inspect(desk.receive(file), pictures, mosaics);
      }
    }
    return strict && refused ? Qyran.REFUSED : 0;
  }

  /** Prints one file; true when it would be refused. */
  private boolean inspect(
      Outcome<ReceivedFile> received, MetadataReader pictures, MosaicReader mosaics) {
    PrintWriter out = Injected.of(spec).commandLine().getOut();
    Outcome<List<String>> lines = received.then(file -> describe(file, pictures, mosaics));
    lines.split(told -> told.forEach(out::println), issue -> out.println(refusal(issue)));
    out.println();
    out.flush();
    return lines.findIssue().isPresent();
  }

  private static Outcome<List<String>> describe(
      ReceivedFile file, MetadataReader pictures, MosaicReader mosaics) {
    if (file.kind().isPicture()) {
      return pictures
          .read(file, FLIGHT)
          .then(capture -> Outcome.found(CaptureDescription.lines(capture)));
    }
    if (file.kind() == Kind.MOSAIC) {
      return mosaics
          .read(file.image(), FLIGHT)
          .then(capture -> Outcome.found(MosaicText.lines(capture)));
    }
    if (file.kind() == Kind.GROUND_CONTROL) {
      return GroundControlText.of(file.image(), FLIGHT);
    }
    return new TelemetryReader()
        .read(file.image(), file.kind().logFormat(), FLIGHT)
        .then(log -> Outcome.found(describe(file, log)));
  }

  private static List<String> describe(ReceivedFile file, TelemetryLog log) {
    List<Telemetry> reports = log.reports();
    String head = "file: %s (flight log, %s)".formatted(file.image().file(), kind(file));
    if (reports.isEmpty()) {
      return List.of(head, "reports: none");
    }
    Telemetry first = reports.get(0);
    Telemetry last = reports.get(reports.size() - 1);
    return Stream.concat(
            Stream.of(
                head,
                "aircraft: " + first.platform(),
                "reports: %d, from %s to %s (UTC)"
                    .formatted(reports.size(), first.time(), last.time()),
                String.format(
                    Locale.ROOT,
                    "begins at: %.7f, %.7f (degrees latitude and longitude, WGS 84)",
                    first.position().latitudeDegrees(),
                    first.position().longitudeDegrees()),
                "heights: " + heights(reports),
                "airframe angles: " + share(reports, report -> report.bodyAttitude() != null),
                "camera angles: " + share(reports, report -> report.cameraAttitude() != null)),
            log.warnings().stream()
                .map(warning -> "warning: %s (%s)".formatted(warning.message(), warning.code())))
        .toList();
  }

  private static String kind(ReceivedFile file) {
    return file.kind().logFormat().name().toLowerCase(Locale.ROOT);
  }

  private static String heights(List<Telemetry> reports) {
    List<String> datums =
        reports.stream()
            .flatMap(report -> report.heights().stream())
            .map(height -> height.datum().name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .distinct()
            .sorted()
            .toList();
    return datums.isEmpty() ? "missing" : "above " + String.join(", ", datums);
  }

  private static String share(List<Telemetry> reports, Predicate<Telemetry> says) {
    long count = reports.stream().filter(says).count();
    return count == 0 ? "missing" : "in %d of %d reports".formatted(count, reports.size());
  }

  private static String refusal(FrameIssue issue) {
    return "file: %s%nrefused: %s (%s)".formatted(issue.file(), issue.detail(), issue.code());
  }
}

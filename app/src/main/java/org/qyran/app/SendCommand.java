package org.qyran.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.qyran.ingest.metadata.ReadSettings;
import org.qyran.ingest.wire.FlightPublisher;
import org.qyran.ingest.wire.FlightSender;
import org.qyran.ingest.wire.TopicDesk;
import org.qyran.jobs.io.FlightFolders;
import org.qyran.jobs.io.InputFile;
import org.qyran.jobs.settings.Settings;
import org.qyran.model.FrameIssue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qyran send}: what flights say of themselves, into Kafka. */
@Command(
    name = "send",
    mixinStandardHelpOptions = true,
    description = {
      "Reads flights and sends what they say of themselves to Kafka.",
      "The pictures stay where they are: the job that reads the topics must reach the same paths."
    })
final class SendCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FLIGHT", arity = "1..*", description = "Flight folders.")
  private List<Path> flights = List.of();

  @Option(
      names = "--kafka",
      defaultValue = "localhost:9092",
      paramLabel = "BROKERS",
      description = "host:port of the brokers, joined by commas (default: ${DEFAULT-VALUE}).")
  private String kafka = "localhost:9092";

  @Option(names = "--config", paramLabel = "FILE", description = "Settings, a properties file.")
  private @Nullable Path config;

  @Option(names = "--strict", description = "Exit with 1 when any file was refused.")
  private boolean strict;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    for (Path flight : flights) {
      if (!Files.exists(flight)) {
        throw new ParameterException(
            Injected.of(spec).commandLine(), "flight %s does not exist".formatted(flight));
      }
    }
    Settings settings = config == null ? Settings.defaults() : Settings.read(config);
    List<FrameIssue> refused = send(settings.room(ReadSettings.class), FlightFolders.list(flights));
    return strict && !refused.isEmpty() ? Qyran.REFUSED : 0;
  }

  private List<FrameIssue> send(ReadSettings settings, List<InputFile> files) {
    PrintWriter out = Injected.of(spec).commandLine().getOut();
    List<FrameIssue> refused = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    TopicDesk.ensureAll(kafka);
    try (FlightPublisher publisher = new FlightPublisher(kafka)) {
      FlightSender sender = new FlightSender(settings, publisher);
      for (String flight : files.stream().map(InputFile::flight).distinct().toList()) {
        List<InputFile> own = files.stream().filter(f -> f.flight().equals(flight)).toList();
        List<FrameIssue> issues =
            sender.send(
                flight,
                Path.of(own.get(0).root()),
                own.stream().map(file -> Path.of(file.path())).toList(),
                seen);
        refused.addAll(issues);
        out.printf("%s: %d of %d files sent%n", flight, own.size() - issues.size(), own.size());
      }
      sender.warnings().forEach(warning -> SummaryText.printWarning(warning, out));
    }
    refused.forEach(
        issue -> out.printf("  refused %s: %s, %s%n", issue.file(), issue.code(), issue.detail()));
    out.flush();
    return refused;
  }
}

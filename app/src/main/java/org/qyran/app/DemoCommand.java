package org.qyran.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.qyran.jobs.SurveyInput;
import org.qyran.jobs.SurveyRun;
import org.qyran.jobs.settings.Settings;
import org.qyran.sampledata.SampleSurvey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qyran demo}: the sample survey, rendered from a seed and run end to end. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Renders the sample survey and runs it end to end; no server, no network.")
final class DemoCommand implements Callable<Integer> {

  private static final long SEED = 2;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "demo",
      description = "Where the survey and its results go (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("demo");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter printer = printer();
    printer.printf("Rendering the sample survey (simulated) into %s ...%n", out);
    printer.flush();
    SampleSurvey.write(out, SEED);
    SurveyRun run =
        new SurveyRun(
            new SurveyInput.Folders(List.of(out.resolve("flight"))),
            List.of(out.resolve("dem.tif")),
            Settings.defaults());
    Survey.run(run, out.resolve("result"), printer);
    printer.printf(
        "The survey is simulated; what is really there is in %s.%n",
        out.resolve("truth").resolve("targets.geojson"));
    printer.flush();
    return 0;
  }

  private PrintWriter printer() {
    return Injected.of(spec).commandLine().getOut();
  }
}

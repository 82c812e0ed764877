package org.qyran.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.qyran.benchmarks.CoverBench;
import org.qyran.benchmarks.DetectBench;
import org.qyran.benchmarks.LocateBench;
import org.qyran.benchmarks.RunBench;
import org.qyran.benchmarks.SimulatorBench;
import org.qyran.sampledata.RealData;
import org.qyran.sampledata.SampleSurvey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code qyran bench}: speed and memory next to a floor in the same process, or to a bar. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures how fast pixels find the ground (next to GDAL, where it is installed), CPU and"
            + " memory of a run next to decoding the same pictures alone, and the speed of the"
            + " simulator and of coverage.")
final class BenchCommand implements Callable<Integer> {

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "6",
      description = "Rounds, the first of them cold (default: ${DEFAULT-VALUE}).")
  private int rounds = 6;

  @Option(
      names = "--flight",
      paramLabel = "DIR",
      description =
          "A folder of JPEG pictures (default: the recording brighton_dji beside the project, or the"
              + " sample survey where that is absent).")
  private @Nullable Path flight;

  @Option(
      names = "--terrain",
      paramLabel = "DEM",
      description = "Its elevation: a file or a folder.")
  private List<Path> terrain = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = printer();
    if (rounds < 1) {
      throw new ParameterException(
          Injected.of(spec).commandLine(), "--rounds is %d, must be at least 1".formatted(rounds));
    }
    new LocateBench().lines().forEach(out::println);
    out.flush();
    RunBench bench = bench(out);
    bench.measure(rounds).lines().forEach(out::println);
    out.flush();
    new DetectBench(5).lines().forEach(out::println);
    out.flush();
    new SimulatorBench(2, 4).lines().forEach(out::println);
    out.flush();
    new CoverBench(CoverBench.BAR_FRAMES).lines().forEach(out::println);
    out.flush();
    return 0;
  }

  private RunBench bench(PrintWriter out) throws Exception {
    if (flight != null) {
      out.printf("Flight %s%n", flight);
      return new RunBench(flight, terrain);
    }
    Path brighton = RealData.find("brighton_dji").orElse(null);
    if (brighton != null) {
      out.printf("Flight brighton_dji (real)%n");
      return new RunBench(brighton, List.of(brighton.resolve("dsm_from_laz_025m.tif")));
    }
    out.printf("%s; the sample survey is measured (simulated)%n", RealData.absent("brighton_dji"));
    Path sample = Files.createTempDirectory("qyran-sample");
    SampleSurvey.write(sample, 1);
    return new RunBench(sample.resolve("flight"), List.of(sample.resolve("dem.tif")));
  }

  private PrintWriter printer() {
    return Injected.of(spec).commandLine().getOut();
  }
}

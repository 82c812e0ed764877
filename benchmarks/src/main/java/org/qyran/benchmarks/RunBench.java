package org.qyran.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.qyran.detection.image.ImageOpener;
import org.qyran.jobs.SurveyInput;
import org.qyran.jobs.SurveyRun;
import org.qyran.jobs.io.FolderTree;
import org.qyran.jobs.report.Progress;
import org.qyran.jobs.settings.Settings;

/**
 * CPU of a whole run next to decoding the same pictures alone, in one process.
 *
 * <p>Start-up is a run over a folder without pictures: it starts the cluster, loads every class
 * that a run needs at its doors, and ends. What a run costs beyond that, over what decoding costs,
 * is the ratio. The first round is cold (compilers are still at work), the following are warm; both
 * are told.
 */
public final class RunBench {

  /**
   * One round.
   *
   * @param startCpuSeconds of a run without pictures
   * @param floorCpuSeconds of decoding every picture once, whole
   * @param runCpuSeconds of a run with them
   * @param runWallSeconds the same by the clock on the wall
   * @param peakHeapBytes during the run
   */
  public record Round(
      double startCpuSeconds,
      double floorCpuSeconds,
      double runCpuSeconds,
      double runWallSeconds,
      long peakHeapBytes) {

    /** What the run costs beyond start-up, in decodes. */
    public double ratio() {
      return (runCpuSeconds - startCpuSeconds) / floorCpuSeconds;
    }
  }

  /**
   * All rounds.
   *
   * @param pictures decoded
   * @param megapixels of them, all bands
   * @param rounds cold first
   */
  public record Result(int pictures, double megapixels, List<Round> rounds) {

    public Result {
      rounds = List.copyOf(rounds);
    }

    /** A table for a person. */
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add(
          "%d pictures, %.1f megapixels; CPU seconds of the whole process"
              .formatted(pictures, megapixels));
      lines.add(
          "%-7s %9s %9s %9s %12s %9s %8s %10s"
              .formatted(
                  "round", "start-up", "floor", "run", "run/Mpx", "ratio", "wall", "peak heap"));
      for (int i = 0; i < rounds.size(); i++) {
        lines.add(line(i == 0 ? "cold" : "warm " + i, rounds.get(i)));
      }
      lines.add("ratio = (run - start-up) / floor; floor = decoding the same files whole");
      warmRatio()
          .ifPresent(
              ratio ->
                  lines.add(
                      String.format(
                          Locale.ROOT, "ratio of the medians of the warm rounds: %.2f", ratio)));
      return lines;
    }

    /** Of the medians over the warm rounds, which one busy neighbour does not move. */
    public OptionalDouble warmRatio() {
      List<Round> warm = rounds.subList(Math.min(1, rounds.size()), rounds.size());
      if (warm.isEmpty()) {
        return OptionalDouble.empty();
      }
      double run = median(warm, Round::runCpuSeconds);
      double start = median(warm, Round::startCpuSeconds);
      return OptionalDouble.of((run - start) / median(warm, Round::floorCpuSeconds));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> seconds) {
      double[] sorted = rounds.stream().mapToDouble(seconds).sorted().toArray();
      int middle = sorted.length / 2;
      return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private String line(String name, Round round) {
      return String.format(
          Locale.ROOT,
          "%-7s %9.2f %9.2f %9.2f %12.4f %9.2f %7.1fs %7.0f MB",
          name,
          round.startCpuSeconds(),
          round.floorCpuSeconds(),
          round.runCpuSeconds(),
          round.runCpuSeconds() / megapixels,
          round.ratio(),
          round.runWallSeconds(),
          round.peakHeapBytes() / 1e6);
    }
  }

  private final Path flight;
  private final List<Path> terrain;

  public RunBench(Path flight, List<Path> terrain) {
    this.flight = flight;
    this.terrain = List.copyOf(terrain);
  }

  /** Measures so many rounds. */
  public Result measure(int rounds) throws IOException {
    List<Path> pictures = pictures();
    List<Round> measured = new ArrayList<>();
    double megapixels = 0;
    Path withoutPictures = Files.createTempDirectory("qyran-bench-start");
    Files.writeString(withoutPictures.resolve("notes.txt"), "no picture");
    for (int i = 0; i < rounds; i++) {
      CpuClock cpu = new CpuClock();
      run(withoutPictures, List.of());
      double start = cpu.lapSeconds();
      megapixels = decode(pictures) / 1e6;
      double floor = cpu.lapSeconds();
      HeapPeak.reset();
      long began = System.nanoTime();
      run(flight, terrain);
      double wall = (System.nanoTime() - began) / 1e9;
      measured.add(new Round(start, floor, cpu.lapSeconds(), wall, HeapPeak.bytes()));
    }
    return new Result(pictures.size(), megapixels, measured);
  }

  private List<Path> pictures() throws IOException {
    try (Stream<Path> files = Files.walk(flight)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.jpe?g"))
          .sorted()
          .toList();
    }
  }

  private static long decode(List<Path> pictures) throws IOException {
    long pixels = 0;
    for (Path picture : pictures) {
      pixels += ImageOpener.decodeFully(picture);
    }
    return pixels;
  }

  private static void run(Path flight, List<Path> terrain) throws IOException {
    Path out = Files.createTempDirectory("qyran-bench");
    try {
      new SurveyRun(new SurveyInput.Folders(List.of(flight)), terrain, Settings.defaults())
          .into(out, Progress.unwatched());
    } finally {
      FolderTree.delete(out);
    }
  }
}

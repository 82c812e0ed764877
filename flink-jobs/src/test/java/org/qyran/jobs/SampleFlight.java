package org.qyran.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.qyran.jobs.report.Progress;
import org.qyran.jobs.report.RunSummary;
import org.qyran.jobs.settings.Settings;
import org.qyran.sampledata.SampleSurvey;

/** The sample survey, rendered once for all tests of this module, and runs over it. */
final class SampleFlight {

  private static final long SEED = 2;

  private SampleFlight() {}

  /** The folder that holds {@code flight} and {@code dem.tif}; not to be written to. */
  static Path folder() throws IOException {
    return Holder.FOLDER;
  }

  static Path flight() throws IOException {
    return folder().resolve("flight");
  }

  static List<Path> terrain() throws IOException {
    return List.of(folder().resolve("dem.tif"));
  }

  /** A copy of the flight's pictures, without its log, that a test may spoil. */
  static Path copyTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(flight())) {
      for (Path file : files.filter(SampleFlight::isPicture).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    return folder;
  }

  private static boolean isPicture(Path file) {
    return file.toString().endsWith(".jpg");
  }

  static RunSummary run(Path flight, Path out) throws IOException {
    return run(new SurveyInput.Folders(List.of(flight)), out, Settings.defaults());
  }

  static RunSummary run(SurveyInput input, Path out, Settings settings) throws IOException {
    return new SurveyRun(input, terrain(), settings).into(out, Progress.unwatched());
  }

  /** The bytes of every result but the report, which tells seconds, by name. */
  static SortedMap<String, String> results(Path out) throws IOException {
    TreeMap<String, String> results = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = out.relativize(file).toString();
        if (!name.equals("report.json")) {
          results.put(name, Hashes.sha256(file));
        }
      }
    }
    return results;
  }

  private static final class Holder {

    private static final Path FOLDER = render();

    private static Path render() {
      try {
        Path folder = Files.createTempDirectory("sample");
        SampleSurvey.write(folder, SEED);
        return folder;
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}

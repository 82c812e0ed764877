package org.qyran.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.qyran.geo.terrain.TerrainSettings;
import org.qyran.ingest.wire.TopicDesk;
import org.qyran.jobs.io.FlightFolders;
import org.qyran.jobs.io.FolderTree;
import org.qyran.jobs.io.InputFile;
import org.qyran.jobs.io.KafkaTopics;
import org.qyran.jobs.io.LocalCluster;
import org.qyran.jobs.io.Spool;
import org.qyran.jobs.publish.Publisher;
import org.qyran.jobs.report.Progress;
import org.qyran.jobs.report.RoomCounts;
import org.qyran.jobs.report.RunSummary;
import org.qyran.jobs.report.Stopwatch;
import org.qyran.jobs.settings.RunSettings;
import org.qyran.jobs.settings.Settings;
import org.qyran.jobs.step.TerrainLoan;

/**
 * One bounded run on this machine: lays the pipeline between its sources and sinks, runs it inside
 * this program, and publishes the result folder. No server and no network is needed for flights
 * that are folders.
 */
public final class SurveyRun {

  private final SurveyInput input;
  private final List<Path> terrain;
  private final Settings settings;

  public SurveyRun(SurveyInput input, List<Path> terrain, Settings settings) {
    this.input = input;
    this.terrain = terrain.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    this.settings = settings;
  }

  /**
   * Runs to the end.
   *
   * @param out the result folder; its files are replaced, each in one step
   * @throws IOException when a raster cannot be read or the folder cannot be written
   */
  public RunSummary into(Path out, Progress progress) throws IOException {
    Stopwatch watch = new Stopwatch();
    Files.createDirectories(out);
    Path work = Files.createTempDirectory("qyran-run");
    // Borrowed before the job starts: a raster that cannot be used is better told now.
    try (TerrainLoan held = borrowTerrain()) {
      Spool spool = new Spool(work);
      List<InputFile> files = files();
      Map<String, Object> counts = run(files, spool, progress, watch);
      watch.lap("stream");
      return new Publisher(out, settings, held.terrain())
          .publish(spool, files, RoomCounts.of(counts), watch, progress);
    } finally {
      FolderTree.delete(work);
    }
  }

  private TerrainLoan borrowTerrain() throws IOException {
    return TerrainLoan.of(
        terrain.stream().map(Path::toString).toList(), settings.room(TerrainSettings.class));
  }

  private Map<String, Object> run(
      List<InputFile> files, Spool spool, Progress progress, Stopwatch watch) {
    StreamExecutionEnvironment environment =
        LocalCluster.environment(
            settings
                .room(RunSettings.class)
                .parallelismOn(Runtime.getRuntime().availableProcessors()));
    SurveyJob job = new SurveyJob(environment, settings, terrain, spool);
    if (input instanceof SurveyInput.Topics topics) {
      TopicDesk.ensureAll(topics.brokers());
      job.fromTopics(new KafkaTopics(topics.brokers()));
    } else {
      job.fromFiles(files);
    }
    try {
      RunningJob running = new RunningJob(environment.executeAsync("qyran run"));
      watch.lap("start");
      return running.await(progress, files.size());
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the run could not be started: " + e.getMessage(), e);
    }
  }

  private List<InputFile> files() {
    return input instanceof SurveyInput.Folders folders
        ? FlightFolders.list(folders.flights())
        : List.of();
  }
}

package org.qyran.jobs.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.qyran.detection.DetectionSettings;
import org.qyran.detection.chip.ChipMaker;
import org.qyran.geo.geojson.GeoJsonWriter;
import org.qyran.geo.gpkg.GeoPackageWriter;
import org.qyran.geo.layer.SurveyLayers;
import org.qyran.geo.mappage.MapContent;
import org.qyran.geo.mappage.MapPage;
import org.qyran.geo.survey.SurveyResult;
import org.qyran.geo.survey.WholeFile;
import org.qyran.geo.terrain.Terrain;
import org.qyran.jobs.io.InputFile;
import org.qyran.jobs.io.Spool;
import org.qyran.jobs.report.Progress;
import org.qyran.jobs.report.RoomCounts;
import org.qyran.jobs.report.RunSummary;
import org.qyran.jobs.report.Stopwatch;
import org.qyran.jobs.settings.Settings;
import org.qyran.jobs.step.Room;
import org.qyran.jobs.wire.ReportJson;
import org.qyran.model.Detection;
import org.qyran.model.FrameReceipt.Status;
import org.qyran.model.RunWarning;
import org.qyran.model.Sighting;

/**
 * Writes the result folder of a finished run. Every file is written beside its name and renamed;
 * the report comes last, so a folder with a report is complete.
 */
public final class Publisher {

  private final Path out;
  private final Settings settings;
  private final Terrain terrain;

  /**
   * Makes the publisher of one run.
   *
   * @param out the result folder, which exists
   * @param settings in force
   * @param terrain that the run was placed on
   */
  public Publisher(Path out, Settings settings, Terrain terrain) {
    this.out = out;
    this.settings = settings;
    this.terrain = terrain;
  }

  /**
   * Writes everything.
   *
   * @param spool the records of the run
   * @param files handed in; empty when the run read topics
   * @param rooms what the doors counted
   * @throws IllegalStateException when a file that was handed in has no receipt
   */
  public RunSummary publish(
      Spool spool,
      List<InputFile> files,
      List<RoomCounts> rooms,
      Stopwatch watch,
      Progress progress)
      throws IOException {
    long since = System.nanoTime();
    SurveyRecords survey = SurveyRecords.read(spool);
    Ledger ledger = new Ledger(survey.result().receipts());
    if (!files.isEmpty()) {
      ledger.balance(files);
    }
    ChipPlan plan = ChipPlan.of(survey.result().targets());
    Pictures pictures =
        new Pictures(out, new ChipMaker(settings.room(DetectionSettings.class).imageLimitPixels()));
    pictures.draw(survey, plan, progress);
    SurveyResult result = survey.result().withChips(plan.byTarget());
    writeLayers(result);
    write("frames.csv", FramesCsv.write(result.receipts(), survey.adjustments()));
    watch.lap("publish");
    RunSummary summary =
        summary(survey, ledger, published(rooms, result, System.nanoTime() - since), watch);
    write("index.html", MapPage.render(page(result, summary, pictures)));
    write(
        "report.json",
        ReportJson.write(
            summary, watch.laps(), models(result), terrain.sources(), settings.inForce()));
    return summary;
  }

  private void writeLayers(SurveyResult result) throws IOException {
    GeoJsonWriter.targets(out.resolve("targets.geojson"), result);
    GeoJsonWriter.detections(out.resolve("detections.geojson"), result);
    GeoJsonWriter.coverage(out.resolve("coverage.geojson"), result);
    GeoJsonWriter.issues(out.resolve("issues.geojson"), result);
    GeoPackageWriter.write(out.resolve("survey.gpkg"), result);
  }

  private void write(String name, byte[] bytes) throws IOException {
    WholeFile.write(out.resolve(name), stream -> stream.write(bytes));
  }

  private RunSummary summary(
      SurveyRecords survey, Ledger ledger, List<RoomCounts> rooms, Stopwatch watch) {
    return new RunSummary(
        out,
        ledger.receipts().size(),
        ledger.count(Status.PROCESSED),
        ledger.count(Status.UNLOCATED),
        ledger.refused(),
        survey.result().targets().size(),
        rooms,
        survey.adjustments(),
        survey.calibrations(),
        warnings(survey.result()),
        watch.laps().getOrDefault("start", 0.0),
        watch.total());
  }

  /** The survey's warnings, and what of the elevation could not be used. */
  private List<RunWarning> warnings(SurveyResult result) {
    return Stream.concat(
            result.warnings().stream(),
            terrain.remarks().stream()
                .map(remark -> new RunWarning("TERRAIN_FILES_LEFT_OUT", remark, List.of())))
        .toList();
  }

  /** The doors' counts, and this room's own: targets in, targets out. */
  private static List<RoomCounts> published(
      List<RoomCounts> rooms, SurveyResult result, long nanos) {
    List<RoomCounts> all = new ArrayList<>(rooms);
    int targets = result.targets().size();
    all.removeIf(counts -> counts.room() == Room.PUBLISH);
    all.add(new RoomCounts(Room.PUBLISH, targets, targets, new TreeMap<>(), nanos / 1e9));
    return all;
  }

  private static MapContent page(SurveyResult result, RunSummary summary, Pictures pictures) {
    return new MapContent(
        GeoJsonWriter.text(SurveyLayers.targets(result.targets(), result.chips())),
        GeoJsonWriter.text(SurveyLayers.coverage(result.patches())),
        GeoJsonWriter.text(SurveyLayers.footprints(result.footprints())),
        new String(ReportJson.writeForPage(summary), StandardCharsets.UTF_8),
        pictures.chips(),
        pictures.quicklooks());
  }

  private static List<String> models(SurveyResult result) {
    return Stream.concat(
            result.sightings().stream().map(Sighting::detection),
            result.unplaced().stream().map(unplaced -> unplaced.detection()))
        .map(Detection::detector)
        .distinct()
        .sorted()
        .toList();
  }
}

package org.qyran.evaluation.set.flight;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.qyran.evaluation.set.picture.Pictures;
import org.qyran.evaluation.set.picture.SearchedPicture;
import org.qyran.evaluation.set.result.FigureTable;
import org.qyran.evaluation.set.result.LabelledSet;
import org.qyran.evaluation.set.result.Overlay;
import org.qyran.evaluation.set.result.Row;
import org.qyran.evaluation.set.result.SetResult;
import org.qyran.evaluation.set.wire.FlightAgreement;
import org.qyran.evaluation.set.wire.RunFolder;
import org.qyran.evaluation.stat.Rate;
import org.qyran.jobs.SurveyInput;
import org.qyran.jobs.SurveyRun;
import org.qyran.jobs.report.Progress;
import org.qyran.jobs.report.RunSummary;
import org.qyran.jobs.settings.Settings;

/**
 * Runs the whole pipeline over a flight in which no plantation is to be seen, and counts what is
 * flagged by square kilometre of surveyed ground.
 *
 * <p>Assumes that files {@code dsm*.tif} of the folder are its terrain. There are no labels: stands
 * are false alarms, structures may be real things (cars, benches, a pavilion), and a person has to
 * look at their pictures. A flight of a few hectares says little by square kilometre; the interval
 * says how little.
 */
public final class FlightSet implements LabelledSet {

  /** What a CE90 promises. */
  private static final double COVERED = 0.9;

  private static final double SQUARE_METERS_PER_SQUARE_KILOMETER = 1e6;

  private final String name;

  /**
   * A flight.
   *
   * @param name of the set, {@code brighton}
   */
  public FlightSet(String name) {
    this.name = name;
  }

  @Override
  public SetResult evaluate(Path data, Path out) throws IOException {
    List<Path> terrain = terrain(data);
    Path run = out.resolve("run");
    RunSummary summary =
        new SurveyRun(new SurveyInput.Folders(List.of(data)), terrain, Settings.defaults())
            .into(run, Progress.unwatched());
    if (summary.processed() == 0) {
      throw new IOException(data + " holds no picture that could be placed and searched");
    }
    RunFolder folder = RunFolder.read(run);
    List<RunFolder.ListedTarget> targets =
        folder.targets().stream()
            .sorted(
                Comparator.comparingDouble(RunFolder.ListedTarget::score)
                    .reversed()
                    .thenComparing(RunFolder.ListedTarget::id))
            .toList();
    return new SetResult(
        name,
        "A flight without plantations: " + name,
        SearchedPicture.detectors(),
        notes(terrain, summary, folder),
        List.of(
            new FigureTable(
                "relative_error",
                "Distance between the places that two frames give one thing, held-out points",
                folder.flights().stream().map(FlightSet::row).toList()),
            new FigureTable(
                "corrections",
                "What was added to every pose of a flight",
                folder.flights().stream().flatMap(FlightSet::biases).toList()),
            new FigureTable("flagged", "Flagged, by type and queue", flagged(folder)),
            new FigureTable(
                "targets",
                "Every target, best score first",
                targets.stream().map(this::row).toList())),
        List.of(),
        chips(run, targets));
  }

  private static List<Path> terrain(Path data) throws IOException {
    return Pictures.files(data).stream()
        .filter(file -> file.getFileName().toString().matches("dsm.*\\.tif"))
        .toList();
  }

  /** Also a row for plantations where there is none: that is the figure this set is for. */
  private static List<Row> flagged(RunFolder folder) {
    double squareKilometers = folder.surveyedSquareMeters() / SQUARE_METERS_PER_SQUARE_KILOMETER;
    Map<String, Long> counts = new TreeMap<>();
    for (String type :
        List.of("cannabis_plantation", "vegetation_stand", "structure_of_interest")) {
      counts.put(type + "/review", 0L);
    }
    counts.put("cannabis_plantation/visit", 0L);
    folder
        .targets()
        .forEach(target -> counts.merge(target.type() + "/" + target.queue(), 1L, Long::sum));
    List<Row> rows = new ArrayList<>();
    counts.forEach(
        (kind, count) -> {
          Rate rate = new Rate(Math.toIntExact(count), squareKilometers);
          int slash = kind.indexOf('/');
          rows.add(
              Row.of("type", kind.substring(0, slash))
                  .with("queue", kind.substring(slash + 1))
                  .with("count", count)
                  .with("surveyed_km2", squareKilometers, 5)
                  .with("per_km2", rate.perSquareKilometer(), 1)
                  .with("per_km2_lo", rate.low(), 1)
                  .with("per_km2_hi", rate.high(), 1));
        });
    return rows;
  }

  private static Row row(FlightAgreement flight) {
    return Row.of("flight", flight.flight())
        .with("poses", flight.poses())
        .with("frames", flight.frames())
        .with("pairs", flight.pairs())
        .with("ties", flight.ties())
        .with("raw_median_m", flight.rawMedianMeters(), 2)
        .with("raw_p90_m", flight.rawP90Meters(), 2)
        .with("corrected_median_m", flight.correctedMedianMeters(), 2)
        .with("corrected_p90_m", flight.correctedP90Meters(), 2)
        .with("stated_covered_share", flight.statedCoveredShare(), 3)
        .with("corrected_covered_share", flight.correctedCoveredShare(), 3)
        .with("turned", String.join(", ", flight.turned()));
  }

  private static Stream<Row> biases(FlightAgreement flight) {
    return flight.biases().stream()
        .filter(bias -> Double.isFinite(bias.value()))
        .map(
            bias ->
                Row.of("flight", flight.flight())
                    .with("of", bias.of())
                    .with("unit", bias.unit())
                    .with("value", bias.value(), 3)
                    .with("error", bias.error(), 3));
  }

  private Row row(RunFolder.ListedTarget target) {
    return Row.of("target", target.id())
        .with("type", target.type())
        .with("queue", target.queue())
        .with("score", target.score(), 3)
        .with("area_m2", target.areaSquareMeters(), 1)
        .with("ce90_m", target.ce90Meters(), 1)
        .with("looks", target.looks())
        .with("alternatives", String.join(", ", target.alternatives()));
  }

  private static List<Overlay> chips(Path run, List<RunFolder.ListedTarget> targets)
      throws IOException {
    List<Overlay> chips = new ArrayList<>();
    for (RunFolder.ListedTarget target : targets) {
      if (!target.chips().isEmpty()) {
        Path file = run.resolve(target.chips().get(0));
        BufferedImage picture = Pictures.read(file);
        chips.add(
            new Overlay(
                String.format(
                    Locale.ROOT,
                    "%s %s, score %.2f, %.1f m²",
                    target.type(),
                    target.id(),
                    target.score(),
                    target.areaSquareMeters()),
                Files.readAllBytes(file),
                picture.getWidth(),
                picture.getHeight(),
                List.of()));
      }
    }
    return chips;
  }

  private static List<String> notes(List<Path> terrain, RunSummary summary, RunFolder folder) {
    List<String> notes = new ArrayList<>();
    notes.add(
        terrain.isEmpty()
            ? "No terrain was given: frames are placed on level ground."
            : "Terrain: " + terrain.get(0).getFileName() + ".");
    notes.add(
        String.format(
            Locale.ROOT,
            "%d files processed, %d without a place; %.0f m² were seen by at least one frame.",
            summary.processed(),
            summary.unlocated(),
            folder.surveyedSquareMeters()));
    notes.add(
        "No plantation is there, so every plantation is a false alarm, and so is a vegetation stand"
            + " for somebody who looks for plantations. Structures may be real (cars, benches, a"
            + " pavilion): no label file exists, so a person has to judge their pictures.");
    notes.add(
        "Intervals: 95 %, exact for a Poisson count (Garwood 1936), of none 3 / ground;"
            + " targets of one flight are not independent, so the truth is wider.");
    notes.add("Where frames contradict each other one thing may be listed as several targets.");
    folder.flights().forEach(flight -> notes.add(agreement(flight)));
    summary.warnings().forEach(warning -> notes.add(warning.code() + ": " + warning.message()));
    return notes;
  }

  private static String agreement(FlightAgreement flight) {
    if (!Double.isFinite(flight.rawMedianMeters())) {
      return "Frames of flight %s could not be compared with each other: their agreement is not known."
          .formatted(flight.flight());
    }
    String turned =
        flight.turned().isEmpty()
            ? ""
            : " Upside down against their stated pose: %s."
                .formatted(String.join(", ", flight.turned()));
    String covered =
        Double.isFinite(flight.correctedCoveredShare())
            ? String.format(
                Locale.ROOT,
                " Once files are turned that had to be, %.3f of them as stated and %.3f corrected lie"
                    + " within the CE90 that both frames state together: the disagreement is %s.",
                flight.statedCoveredShare(),
                flight.correctedCoveredShare(),
                flight.correctedCoveredShare() >= COVERED ? "covered" : "not covered, 0.9 would be")
            : " The report does not say whether the stated errors cover that.";
    return String.format(
            Locale.ROOT,
            "Overlapping frames of flight %s put one thing %.2f m apart (median; nine tenths within"
                + " %.2f m) with the poses as stated and %.2f m (%.2f m) with those that are used.",
            flight.flight(),
            flight.rawMedianMeters(),
            flight.rawP90Meters(),
            flight.correctedMedianMeters(),
            flight.correctedP90Meters())
        .concat(covered)
        .concat(turned);
  }
}

package org.qyran.jobs.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qyran.geo.survey.SurveyResult;
import org.qyran.geo.survey.UnplacedDetection;
import org.qyran.jobs.io.Spool;
import org.qyran.jobs.report.FlightCalibration;
import org.qyran.model.CoveragePatch;
import org.qyran.model.FlightAdjustment;
import org.qyran.model.Footprint;
import org.qyran.model.Frame;
import org.qyran.model.FrameCalibration;
import org.qyran.model.FrameIssue;
import org.qyran.model.FrameReceipt;
import org.qyran.model.NotSearched;
import org.qyran.model.RunWarning;
import org.qyran.model.Sighting;
import org.qyran.model.Target;

/**
 * Everything a run left in its spool, put in an order that does not depend on who was faster.
 *
 * @param frames by id
 * @param adjustments one for each flight, by name
 * @param calibrations of the frames, by flight and kind
 * @param result without chips, which are drawn from it
 */
record SurveyRecords(
    Map<String, Frame> frames,
    List<FlightAdjustment> adjustments,
    List<FlightCalibration> calibrations,
    SurveyResult result) {

  static SurveyRecords read(Spool spool) throws IOException {
    Map<String, Frame> frames =
        spool.read(Frame.class).stream().collect(Collectors.toMap(Frame::id, Function.identity()));
    List<Footprint> footprints =
        sorted(spool.read(Footprint.class), Footprint::time, Footprint::frameId);
    List<RunWarning> warnings = new ArrayList<>(spool.read(RunWarning.class));
    levelGround(footprints, warnings);
    List<FrameReceipt> receipts = MosaicReceipts.joined(receipts(spool), frames.values(), warnings);
    List<FrameCalibration> calibrations = spool.read(FrameCalibration.class);
    warnings.addAll(FlightCalibration.warnings(calibrations));
    notSearched(spool.read(NotSearched.class), warnings);
    warnings.sort(
        Comparator.comparing(RunWarning::code)
            .thenComparing(RunWarning::message)
            .thenComparing(warning -> String.join("\n", warning.files())));
    SurveyResult result =
        new SurveyResult(
            worstDoubtFirst(spool.read(Target.class)),
            sorted(
                spool.read(Sighting.class), Sighting::file, sighting -> sighting.detection().id()),
            sorted(
                spool.read(UnplacedDetection.class),
                UnplacedDetection::file,
                unplaced -> unplaced.detection().id()),
            footprints,
            patches(spool.read(CoveragePatch.class)),
            receipts,
            warnings,
            new TreeMap<>());
    List<FlightAdjustment> adjustments = new ArrayList<>(spool.read(FlightAdjustment.class));
    adjustments.sort(Comparator.comparing(FlightAdjustment::flight));
    return new SurveyRecords(frames, adjustments, FlightCalibration.of(calibrations), result);
  }

  /** A refusal is a receipt too. */
  private static List<FrameReceipt> receipts(Spool spool) throws IOException {
    List<FrameReceipt> receipts = new ArrayList<>(spool.read(FrameReceipt.class));
    spool.read(FrameIssue.class).stream().map(FrameReceipt::refused).forEach(receipts::add);
    receipts.sort(
        Comparator.comparing(FrameReceipt::flight)
            .thenComparing(FrameReceipt::file)
            .thenComparing(FrameReceipt::sha256));
    return receipts;
  }

  /** What is likeliest worth a look comes first; nothing here is calibrated. */
  private static List<Target> worstDoubtFirst(List<Target> targets) {
    List<Target> sorted = new ArrayList<>(targets);
    sorted.sort(Comparator.comparingDouble(Target::score).reversed().thenComparing(Target::id));
    return sorted;
  }

  private static List<CoveragePatch> patches(List<CoveragePatch> patches) {
    List<CoveragePatch> sorted = new ArrayList<>(patches);
    sorted.sort(
        Comparator.comparing(CoveragePatch::flight)
            .thenComparing(CoveragePatch::gap)
            .thenComparing(CoveragePatch::looks)
            .thenComparing(patch -> patch.ring().get(0).latitudeDegrees())
            .thenComparing(patch -> patch.ring().get(0).longitudeDegrees())
            .thenComparing(CoveragePatch::areaSquareMeters));
    return sorted;
  }

  /** Said once for all frames, not once for each. */
  private static void levelGround(List<Footprint> footprints, List<RunWarning> warnings) {
    List<String> level =
        footprints.stream()
            .filter(footprint -> footprint.levelGround() && !footprint.map())
            .map(Footprint::file)
            .toList();
    if (!level.isEmpty()) {
      warnings.add(
          new RunWarning(
              "LEVEL_GROUND",
              "No elevation is known where the pictures listed were taken, so the ground was taken to"
                  + " be level at the height that they state and the stated errors are wider for it;"
                  + " pass an elevation model that covers them with --terrain.",
              level));
    }
    List<String> heightless =
        footprints.stream()
            .filter(footprint -> footprint.levelGround() && footprint.map())
            .map(Footprint::file)
            .toList();
    if (!heightless.isEmpty()) {
      warnings.add(
          new RunWarning(
              "HEIGHT_UNKNOWN",
              "No elevation is known under the orthophotos listed, so the heights of what was found"
                  + " in them are given as 0 with an error of kilometres; pass an elevation model"
                  + " with --terrain.",
              heightless));
    }
  }

  /** Where nobody looked for something is said once for each detector and reason. */
  private static void notSearched(List<NotSearched> frames, List<RunWarning> warnings) {
    Map<String, TreeSet<String>> files = new TreeMap<>();
    for (NotSearched frame : frames) {
      String why =
          "The detector %s did not look at the pictures listed: %s."
              .formatted(frame.detector(), frame.reason());
      files.computeIfAbsent(why, key -> new TreeSet<>()).add(frame.file());
    }
    files.forEach((why, of) -> warnings.add(new RunWarning("NOT_SEARCHED", why, List.copyOf(of))));
  }

  private static <T, K extends Comparable<K>> List<T> sorted(
      List<T> records, Function<T, K> first, Function<T, String> then) {
    List<T> sorted = new ArrayList<>(records);
    sorted.sort(Comparator.comparing(first).thenComparing(then));
    return sorted;
  }
}

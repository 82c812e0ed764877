package org.qyran.geo.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qyran.model.CoveragePatch;
import org.qyran.model.Footprint;
import org.qyran.model.FrameReceipt;
import org.qyran.model.RunWarning;
import org.qyran.model.Sighting;
import org.qyran.model.Target;

/**
 * What a survey came to. Lists keep the order they are given in; the writers sort.
 *
 * @param targets fused
 * @param sightings all detections that have a place
 * @param unplaced all detections that have none
 * @param footprints of the frames that have a place
 * @param patches what was seen and what was missed
 * @param receipts one for each input file
 * @param warnings for a person
 * @param chips by target id, the paths of its pictures relative to the result folder, {@code
 *     chips/<target id>-<n>.jpg}, best look first
 */
public record SurveyResult(
    List<Target> targets,
    List<Sighting> sightings,
    List<UnplacedDetection> unplaced,
    List<Footprint> footprints,
    List<CoveragePatch> patches,
    List<FrameReceipt> receipts,
    List<RunWarning> warnings,
    SortedMap<String, List<String>> chips) {

  public SurveyResult {
    targets = List.copyOf(targets);
    sightings = List.copyOf(sightings);
    unplaced = List.copyOf(unplaced);
    footprints = List.copyOf(footprints);
    patches = List.copyOf(patches);
    receipts = List.copyOf(receipts);
    warnings = List.copyOf(warnings);
    SortedMap<String, List<String>> copy = new TreeMap<>();
    chips.forEach((target, paths) -> copy.put(target, List.copyOf(paths)));
    chips = Collections.unmodifiableSortedMap(copy);
  }

  /** The targets by detection: which target each fused detection became part of. */
  public Map<String, String> targetsByDetection() {
    SortedMap<String, String> byDetection = new TreeMap<>();
    for (Target target : targets) {
      target.looks().forEach(look -> byDetection.put(look.detectionId(), target.id()));
    }
    return byDetection;
  }

  /** Everything but the chips, which are made from the targets. */
  public SurveyResult withChips(SortedMap<String, List<String>> paths) {
    return new SurveyResult(
        targets, sightings, unplaced, footprints, patches, receipts, warnings, paths);
  }

  /** The files that were not processed, or not placed, in the order of their names. */
  public List<FrameReceipt> issues() {
    List<FrameReceipt> issues = new ArrayList<>(receipts);
    issues.removeIf(receipt -> receipt.reason() == null);
    issues.sort(Comparator.comparing(FrameReceipt::file).thenComparing(FrameReceipt::sha256));
    return issues;
  }
}

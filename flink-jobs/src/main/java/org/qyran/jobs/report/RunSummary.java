package org.qyran.jobs.report;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.qyran.model.FlightAdjustment;
import org.qyran.model.RunWarning;

/**
 * How a run went.
 *
 * @param out the result folder
 * @param read input files
 * @param processed of them, looked at and located
 * @param unlocated looked at, but without a place
 * @param refused by reason
 * @param targets fused
 * @param rooms in order
 * @param adjustments what the pictures of each flight said about its poses
 * @param calibrations how the counts of each flight's pictures were understood
 * @param warnings for a person
 * @param startSeconds from the call to the first file at the first door
 * @param totalSeconds of the whole run
 */
public record RunSummary(
    Path out,
    long read,
    long processed,
    long unlocated,
    SortedMap<String, Long> refused,
    long targets,
    List<RoomCounts> rooms,
    List<FlightAdjustment> adjustments,
    List<FlightCalibration> calibrations,
    List<RunWarning> warnings,
    double startSeconds,
    double totalSeconds) {

  /** Files that were refused, all reasons together. */
  public long refusedTotal() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }
}

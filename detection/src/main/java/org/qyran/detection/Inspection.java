package org.qyran.detection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qyran.model.Detection;
import org.qyran.model.FrameCalibration;
import org.qyran.model.NotSearched;
import org.qyran.model.Search;

/**
 * What came of looking at one frame.
 *
 * @param detections best first
 * @param search what the other detectors looked for
 * @param notSearched the detectors that could make nothing of it
 * @param calibration how its counts were understood; null for a picture of a reflectance panel,
 *     which is not looked at
 */
public record Inspection(
    List<Detection> detections,
    Search search,
    List<NotSearched> notSearched,
    @Nullable FrameCalibration calibration) {

  public Inspection {
    detections = List.copyOf(detections);
    notSearched = List.copyOf(notSearched);
  }

  /** How its counts were understood. */
  public Optional<FrameCalibration> findCalibration() {
    return Optional.ofNullable(calibration);
  }
}

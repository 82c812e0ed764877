package org.qyran.detection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qyran.model.Detection;
import org.qyran.model.FrameCalibration;

/**
 * What came of looking at one frame.
 *
 * @param detections best first
 * @param calibration how its counts were understood; null for a picture of a reflectance panel,
 *     which is not looked at
 */
public record Inspection(List<Detection> detections, @Nullable FrameCalibration calibration) {

  public Inspection {
    detections = List.copyOf(detections);
  }

  /** How its counts were understood. */
  public Optional<FrameCalibration> findCalibration() {
    return Optional.ofNullable(calibration);
  }
}

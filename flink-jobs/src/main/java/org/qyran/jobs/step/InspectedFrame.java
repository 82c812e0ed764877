package org.qyran.jobs.step;

import java.util.List;
import org.qyran.model.Detection;

/**
 * A placed frame and what was flagged in it.
 *
 * @param placed the frame and its ground
 * @param detections in pixels
 */
public record InspectedFrame(PlacedFrame placed, List<Detection> detections) {

  public InspectedFrame {
    detections = List.copyOf(detections);
  }
}

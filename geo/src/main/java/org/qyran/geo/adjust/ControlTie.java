package org.qyran.geo.adjust;

import java.util.Optional;
import org.qyran.model.ControlMark;

/** A control point in the frame that shows it. */
record ControlTie(int frame, ControlMark point) {

  Optional<Observation> observe(FlightPoses poses, AdjustSettings settings) {
    return Observation.of(poses, frame, point, settings);
  }
}

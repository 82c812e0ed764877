package org.qyran.geo.adjust;

import java.util.Optional;

/** A control point in the frame that shows it. */
record ControlTie(int frame, ControlPoint point) {

  Optional<Observation> observe(FlightPoses poses, AdjustSettings settings) {
    return Observation.of(poses, frame, point, settings.controlErrorMeters());
  }
}

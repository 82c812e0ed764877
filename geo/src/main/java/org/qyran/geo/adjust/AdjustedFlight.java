package org.qyran.geo.adjust;

import java.util.List;
import org.qyran.model.FlightAdjustment;
import org.qyran.model.Frame;
import org.qyran.model.RunWarning;

/**
 * A flight whose pictures have been compared.
 *
 * @param frames all of the flight, in the order they came, with corrected poses where that helped
 * @param account what was found
 * @param warnings for a person
 */
public record AdjustedFlight(
    List<Frame> frames, FlightAdjustment account, List<RunWarning> warnings) {

  public AdjustedFlight {
    frames = List.copyOf(frames);
    warnings = List.copyOf(warnings);
  }
}

package org.qyran.geo.control;

import java.util.List;

/**
 * What a file of ground control says.
 *
 * @param system the coordinates it is written in, and the datum shift made to WGS 84 where there is
 *     one, for a person
 * @param observations in the order of the file, at least one
 */
public record GroundControl(String system, List<ControlObservation> observations) {

  public GroundControl {
    observations = List.copyOf(observations);
    if (observations.isEmpty()) {
      throw new IllegalArgumentException("ground control needs an observation");
    }
  }
}

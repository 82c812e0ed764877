package org.qyran.model;

import java.util.Locale;

/** What kind of thing was flagged. */
public enum DetectionType {
  /** Plants that a calibrated classifier has judged, however unlikely they are to be cannabis. */
  CANNABIS_PLANTATION,
  /** A dense stand of plants that stands out from what surrounds it; what grows there is open. */
  VEGETATION_STAND,
  /** A made thing that stands out: tent, shed, tarp, container, vehicle. Never "a laboratory". */
  STRUCTURE_OF_INTEREST;

  /** The name in files and messages, {@code structure_of_interest}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

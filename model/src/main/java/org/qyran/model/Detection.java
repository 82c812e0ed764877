package org.qyran.model;

import java.util.List;

/**
 * Something flagged in one frame, in pixels. Not yet a place.
 *
 * @param id stable across runs: derived from the frame, the detector and the outline
 * @param frameId the frame
 * @param type what it may be
 * @param subtype a finer word of the detector, {@code bright_rectangle}; empty when it has none
 * @param outline in pixels of the frame's first band
 * @param score in [0, 1], higher is more so; an order, not a probability
 * @param evidence what was measured
 * @param alternatives what else it could be, likeliest first
 * @param detector name and version of what found it
 */
public record Detection(
    String id,
    String frameId,
    DetectionType type,
    String subtype,
    PixelOutline outline,
    double score,
    List<Evidence> evidence,
    List<String> alternatives,
    String detector) {

  public Detection {
    Require.notBlank("id", id);
    Require.inRange("score", score, 0, 1);
    evidence = List.copyOf(evidence);
    alternatives = List.copyOf(alternatives);
  }
}

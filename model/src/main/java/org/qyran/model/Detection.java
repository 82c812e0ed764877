package org.qyran.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Something flagged in one frame, in pixels. Not yet a place.
 *
 * @param id stable across runs: derived from the frame, the detector and the outline
 * @param frameId the frame
 * @param type what it may be
 * @param subtype a finer word of the detector, {@code bright_rectangle}; empty when it has none
 * @param outline in pixels of the frame's first band
 * @param score in [0, 1], higher is more so; an order
 * @param belief calibrated; null while no calibrated model made it
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
    @Nullable Belief belief,
    List<Evidence> evidence,
    List<String> alternatives,
    String detector) {

  public Detection {
    Require.notBlank("id", id);
    Require.inRange("score", score, 0, 1);
    evidence = List.copyOf(evidence);
    alternatives = List.copyOf(alternatives);
  }

  /** A detection by a detector that is not calibrated. */
  public Detection(
      String id,
      String frameId,
      DetectionType type,
      String subtype,
      PixelOutline outline,
      double score,
      List<Evidence> evidence,
      List<String> alternatives,
      String detector) {
    this(id, frameId, type, subtype, outline, score, null, evidence, alternatives, detector);
  }

  /** How much of its outline lies on the edge of the picture, where its detector says so. */
  public OptionalDouble findBorderShare() {
    return evidence.stream()
        .filter(one -> one.feature().equals(Evidence.BORDER_SHARE))
        .mapToDouble(Evidence::value)
        .findFirst();
  }

  /** How likely it is, where a calibrated model says so. */
  public Optional<Belief> findBelief() {
    return Optional.ofNullable(belief);
  }
}

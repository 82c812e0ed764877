package org.qyran.detection.find;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qyran.model.Belief;
import org.qyran.model.DetectionType;
import org.qyran.model.Evidence;
import org.qyran.model.PixelOutline;

/**
 * What a detector found; a detection but for its id and its frame.
 *
 * @param type what it may be
 * @param subtype a finer word, empty when there is none
 * @param outline in pixels of the frame's first band
 * @param score in [0, 1]; an order
 * @param belief calibrated; null where the detector is not
 * @param evidence what was measured
 * @param alternatives what else it could be, likeliest first
 */
public record Finding(
    DetectionType type,
    String subtype,
    PixelOutline outline,
    double score,
    @Nullable Belief belief,
    List<Evidence> evidence,
    List<String> alternatives) {

  public Finding {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score is " + score + ", must lie in [0, 1]");
    }
    evidence = List.copyOf(evidence);
    alternatives = List.copyOf(alternatives);
  }

  /** A finding of a detector that is not calibrated. */
  public Finding(
      DetectionType type,
      String subtype,
      PixelOutline outline,
      double score,
      List<Evidence> evidence,
      List<String> alternatives) {
    this(type, subtype, outline, score, null, evidence, alternatives);
  }
}

package org.qyran.detection.onnx;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.qyran.model.DetectionType;

/**
 * One of the things that a model tells apart.
 *
 * @param value its number in the model's answers, from 0
 * @param name in results
 * @param type what is flagged where it is found; null for what is not flagged, the ground mostly
 * @param threshold least probability or score that is flagged, in (0, 1]
 * @param prior share of it among what is flagged, where scores are calibrated; null where not.
 *     Plantations must have one: without it they would take the probability from the program's own
 */
public record ModelClass(
    int value,
    String name,
    @Nullable DetectionType type,
    double threshold,
    @Nullable Double prior) {

  public ModelClass {
    if (value < 0 || value > 9_999) {
      throw new IllegalArgumentException("value is " + value + ", must lie in [0, 9999]");
    }
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold is " + threshold + ", must lie in (0, 1]");
    }
    if (prior != null && !(prior >= 1e-6 && prior <= 1 - 1e-6)) {
      throw new IllegalArgumentException("prior is " + prior + ", must lie in [1e-6, 1 - 1e-6]");
    }
    if (type == DetectionType.CANNABIS_PLANTATION && prior == null) {
      throw new IllegalArgumentException(
          "cannabis_plantation is said by calibrated models alone; give qyran:prior, or say"
              + " vegetation_stand");
    }
  }

  /** What is flagged where it is found, for what is flagged at all. */
  public Optional<DetectionType> findType() {
    return Optional.ofNullable(type);
  }

  /** The prior, where scores are calibrated probabilities. */
  public OptionalDouble findPrior() {
    return prior == null ? OptionalDouble.empty() : OptionalDouble.of(prior);
  }
}

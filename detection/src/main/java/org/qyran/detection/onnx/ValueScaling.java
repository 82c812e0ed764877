package org.qyran.detection.onnx;

/**
 * How the values of one band are moved and stretched before a model sees them: (v - offset) /
 * divisor.
 *
 * @param offset the mean, or the least
 * @param divisor the deviation, or the greatest less the least; more than 0
 */
public record ValueScaling(double offset, double divisor) {

  /** As they are. */
  public static final ValueScaling NONE = new ValueScaling(0, 1);

  public ValueScaling {
    if (!Double.isFinite(offset) || !(divisor > 0) || !Double.isFinite(divisor)) {
      throw new IllegalArgumentException(
          "values less %s over %s are no scaling".formatted(offset, divisor));
    }
  }

  float scaled(float value) {
    return (float) ((value - offset) / divisor);
  }
}

package org.qyran.detection.onnx;

import java.util.Locale;

/** How the numbers that a segmentation model answers become probabilities. */
public enum Activation {
  /** They are probabilities already. */
  NONE,
  /** Each class by itself: 1 / (1 + e^-z). */
  SIGMOID,
  /** The classes of a pixel share one: e^z / Σ e^z. */
  SOFTMAX;

  /** As a manifest says it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The probability of one class of a pixel; outside [0, 1] where {@code NONE} is wrong.
   *
   * @param values finite; class by class, each a plane of so many pixels
   * @param planePixels in a class
   * @param pixel in its plane
   */
  double probability(float[] values, int planePixels, int wanted, int pixel) {
    double own = values[wanted * planePixels + pixel];
    return switch (this) {
      case NONE -> own;
      case SIGMOID -> 1 / (1 + StrictMath.exp(-own));
      case SOFTMAX -> {
        double sum = 0;
        for (int at = pixel; at < values.length; at += planePixels) {
          sum += StrictMath.exp(values[at] - own);
        }
        yield 1 / sum; // 0 where the sum overflows: the class is out of the question
      }
    };
  }
}

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
   * The probability of one class of a pixel. Not finite, or outside [0, 1], where the numbers are
   * such.
   *
   * @param values class by class, each a plane of so many pixels
   * @param planePixels in a class
   * @param pixel in its plane
   */
  double probability(float[] values, int planePixels, int wanted, int pixel) {
    double own = values[wanted * planePixels + pixel];
    return switch (this) {
      case NONE -> own;
      case SIGMOID -> Double.isFinite(own) ? 1 / (1 + StrictMath.exp(-own)) : Double.NaN;
      case SOFTMAX -> {
        double sum = 0;
        for (int at = pixel; at < values.length; at += planePixels) {
          sum += StrictMath.exp(values[at] - own);
        }
        // A sum that overflows is a class that is out of the question: 1 / ∞ is 0. NaN stays NaN.
        yield Double.isFinite(own) ? 1 / sum : Double.NaN;
      }
    };
  }
}

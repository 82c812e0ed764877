package org.qyran.detection.oddness;

import org.qyran.detection.plane.Mask;

/**
 * Mean and standard deviation of the values under a mask.
 *
 * @param mean 0 where nothing is marked
 * @param deviation 0 where nothing is marked
 */
public record Spread(double mean, double deviation) {

  /** Keeps a flat thing on flat ground from being infinitely distinct: half a step of 8 bits. */
  private static final double LEAST_DEVIATION = 0.002;

  public static Spread of(float[] values, Mask mask) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (mask.marks()[i] != 0) {
        sum += values[i];
        squares += (double) values[i] * values[i];
        count++;
      }
    }
    if (count == 0) {
      return new Spread(0, 0);
    }
    double mean = sum / count;
    return new Spread(mean, Math.sqrt(Math.max(0, squares / count - mean * mean)));
  }

  /** Distance of the means over the sum of the deviations: above 1 the two hardly overlap. */
  public double distinctnessFrom(Spread other) {
    return Math.abs(mean - other.mean) / (deviation + other.deviation + LEAST_DEVIATION);
  }
}

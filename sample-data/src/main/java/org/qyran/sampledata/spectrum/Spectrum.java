package org.qyran.sampledata.spectrum;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A quantity at each wavelength from 400 to 900 nm, every 5 nm: a share of light sent back, or an
 * irradiance in W m⁻² nm⁻¹. Between two wavelengths it is a straight line.
 *
 * <p>Kept as {@code float}, since a survey holds one per plant; seven digits are a thousand times
 * finer than any figure that goes in. Immutable.
 */
public final class Spectrum {

  public static final int COUNT = 101;
  public static final double FIRST_NANOMETERS = 400;
  public static final double LAST_NANOMETERS = 900;
  public static final double STEP_NANOMETERS = 5;

  private final float[] values;

  /** Takes the array over. */
  private Spectrum(float[] values) {
    for (int index = 0; index < COUNT; index++) {
      if (!(values[index] >= 0) || Float.isInfinite(values[index])) {
        throw new IllegalArgumentException(
            "spectrum at %s nm is %s, must be finite and at least 0"
                .formatted(nanometers(index), values[index]));
      }
    }
    this.values = values;
  }

  /** From a function of the wavelength in nanometers. */
  public static Spectrum of(DoubleUnaryOperator valueByNanometers) {
    float[] values = new float[COUNT];
    for (int index = 0; index < COUNT; index++) {
      values[index] = (float) valueByNanometers.applyAsDouble(nanometers(index));
    }
    return new Spectrum(values);
  }

  /** The same at every wavelength. */
  public static Spectrum flat(double value) {
    return of(nanometers -> value);
  }

  /**
   * Straight lines through points.
   *
   * @param points wavelength in nanometers and value in turn, wavelengths rising; before the first
   *     and after the last the value stays
   */
  public static Spectrum through(double... points) {
    if (points.length < 2 || points.length % 2 != 0) {
      throw new IllegalArgumentException(
          "points are %d numbers, must be pairs".formatted(points.length));
    }
    for (int point = 2; point < points.length; point += 2) {
      if (!(points[point] > points[point - 2])) {
        throw new IllegalArgumentException(
            "wavelength %s comes after %s nm, must be longer"
                .formatted(points[point], points[point - 2]));
      }
    }
    return of(nanometers -> onLine(points, nanometers));
  }

  /** The wavelength of a sample. */
  public static double nanometers(int index) {
    return FIRST_NANOMETERS + index * STEP_NANOMETERS;
  }

  /**
   * Of one sample.
   *
   * @param index from 0 to {@link #COUNT} - 1
   */
  public double value(int index) {
    return values[index];
  }

  /** At any wavelength; below 400 and above 900 nm the outermost value. */
  public double at(double nanometers) {
    double position = (nanometers - FIRST_NANOMETERS) / STEP_NANOMETERS;
    double bounded = Math.min(COUNT - 1, Math.max(0, position));
    int left = Math.min(COUNT - 2, (int) bounded);
    return values[left] + (values[left + 1] - values[left]) * (bounded - left);
  }

  public Spectrum times(Spectrum other) {
    float[] product = new float[COUNT];
    for (int index = 0; index < COUNT; index++) {
      product[index] = values[index] * other.values[index];
    }
    return new Spectrum(product);
  }

  public Spectrum times(double factor) {
    float[] scaled = new float[COUNT];
    for (int index = 0; index < COUNT; index++) {
      scaled[index] = (float) (values[index] * factor);
    }
    return new Spectrum(scaled);
  }

  public Spectrum plus(Spectrum other) {
    float[] sum = new float[COUNT];
    for (int index = 0; index < COUNT; index++) {
      sum[index] = values[index] + other.values[index];
    }
    return new Spectrum(sum);
  }

  /** Two surfaces side by side: this one, and a share from 0 to 1 of the other. */
  public Spectrum mixed(Spectrum other, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share is %s, must lie in [0, 1]".formatted(share));
    }
    return times(1 - share).plus(other.times(share));
  }

  /**
   * Nothing sends back more than 99 % or less than 0.1 %: a share of light kept in these bounds.
   */
  Spectrum boundedShare() {
    float[] bounded = new float[COUNT];
    for (int index = 0; index < COUNT; index++) {
      bounded[index] = Math.min(0.99f, Math.max(0.001f, values[index]));
    }
    return new Spectrum(bounded);
  }

  double dot(float[] weights) {
    double sum = 0;
    for (int index = 0; index < COUNT; index++) {
      sum += (double) weights[index] * values[index];
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Spectrum spectrum && Arrays.equals(values, spectrum.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Spectrum" + Arrays.toString(values);
  }

  private static double onLine(double[] points, double nanometers) {
    int right = 0;
    while (right < points.length && points[right] < nanometers) {
      right += 2;
    }
    if (right == 0) {
      return points[1];
    }
    if (right == points.length) {
      return points[points.length - 1];
    }
    double share = (nanometers - points[right - 2]) / (points[right] - points[right - 2]);
    return points[right - 1] + share * (points[right + 1] - points[right - 1]);
  }
}

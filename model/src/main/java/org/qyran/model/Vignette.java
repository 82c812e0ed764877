package org.qyran.model;

import java.util.List;

/**
 * Light lost towards the edges of a picture: a polynomial, and what it is of.
 *
 * @param form what the polynomial is of, and whether it is loss or gain
 * @param centerXPixels of a radial one, as a column
 * @param centerYPixels of a radial one, as a row
 * @param coefficients of a radial one k0 to k5, at most ten; of a plane one a coefficient, the
 *     power of x and the power of y in turn
 */
public record Vignette(
    Form form, double centerXPixels, double centerYPixels, List<Double> coefficients) {

  /** What a polynomial is of. */
  public enum Form {
    /** Nothing is lost, or nothing is known. */
    NONE,
    /** The share that arrives is 1 + k0 r + k1 r² + …, r the pixels to the centre: MicaSense. */
    RADIAL_SHARE,
    /** The gain that makes it good is 1 + k0 r + k1 r² + …: DJI. */
    RADIAL_GAIN,
    /** The share that arrives is the sum of c xⁱ yʲ, x and y as shares of the picture: Parrot. */
    PLANE_SHARE
  }

  /** No loss. */
  public static final Vignette NONE = new Vignette(Form.NONE, 0, 0, List.of());

  private static final int MOST_RADIAL = 10;
  private static final int HIGHEST_POWER = 8;

  public Vignette {
    Require.finite("centerXPixels", centerXPixels);
    Require.finite("centerYPixels", centerYPixels);
    coefficients = List.copyOf(coefficients);
    coefficients.forEach(number -> Require.finite("coefficients", number));
    int size = coefficients.size();
    if (form == Form.PLANE_SHARE) {
      if (size == 0 || size % 3 != 0 || size > 3 * (HIGHEST_POWER + 1) * (HIGHEST_POWER + 1)) {
        throw new IllegalArgumentException(
            "a plane vignette has %d numbers, must have three for each term".formatted(size));
      }
      for (int at = 0; at < size; at += 3) {
        requirePower(coefficients.get(at + 1));
        requirePower(coefficients.get(at + 2));
      }
    } else if (size > MOST_RADIAL || (form == Form.NONE) != (size == 0)) {
      throw new IllegalArgumentException(
          "a vignette of form %s has %d coefficients".formatted(form, size));
    }
  }

  private static void requirePower(double power) {
    if (power != Math.rint(power)) {
      throw new IllegalArgumentException("power is %s, must be whole".formatted(power));
    }
    Require.inRange("power", power, 0, HIGHEST_POWER);
  }
}

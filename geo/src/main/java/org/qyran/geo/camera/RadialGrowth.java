package org.qyran.geo.camera;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The odd polynomial r(1 + k1 r² + k2 r⁴ …) by which a lens shows what lies r off its axis, and how
 * far out it can be inverted.
 *
 * <p>A polynomial that was fitted inside a picture may fold back outside it: where its slope 1 + 3
 * k1 s + 5 k2 s² …, s = r², first reaches zero, two directions begin to share a pixel. That root is
 * found surely: between the places where a polynomial turns, which are the roots of its slope and
 * found the same way, it has at most one root, and that by halving.
 *
 * <p>Inverted to better than a billionth. Immutable; threads may share it.
 */
final class RadialGrowth {

  private static final int HALVINGS = 60;

  private final double[] coefficients;
  private final double foldRadius;

  /**
   * A polynomial.
   *
   * @param widest the largest r to be asked for, above 0
   * @param coefficients k1, k2 …
   */
  RadialGrowth(double widest, double... coefficients) {
    this.coefficients = coefficients.clone();
    double[] slope = new double[coefficients.length + 1];
    slope[0] = 1;
    for (int at = 0; at < coefficients.length; at++) {
      slope[at + 1] = (2 * at + 3) * coefficients[at];
    }
    List<Double> roots = roots(slope, widest * widest);
    foldRadius = roots.isEmpty() ? widest : Math.sqrt(roots.get(0));
  }

  /** Up to here the polynomial grows. */
  double foldRadius() {
    return foldRadius;
  }

  /** 1 + k1 s + k2 s² …, for s = r². */
  double factor(double square) {
    double sum = 0;
    for (int at = coefficients.length - 1; at >= 0; at--) {
      sum = square * (coefficients[at] + sum);
    }
    return 1 + sum;
  }

  /** The change of {@link #factor} by s. */
  double factorSlope(double square) {
    double sum = 0;
    for (int at = coefficients.length - 1; at >= 0; at--) {
      sum = sum * square + (at + 1) * coefficients[at];
    }
    return sum;
  }

  double shownRadius(double radius) {
    return radius * factor(radius * radius);
  }

  /** The radius that is shown at one no larger than that of the fold. */
  double radiusShownAt(double shownRadius) {
    double low = 0;
    double high = foldRadius;
    double radius = Math.min(shownRadius, foldRadius);
    // Newton's method, kept between what is known to be too small and too large.
    for (int round = 0; round < HALVINGS; round++) {
      double miss = shownRadius(radius) - shownRadius;
      if (Math.abs(miss) < 1e-13) {
        return radius;
      }
      if (miss < 0) {
        low = radius;
      } else {
        high = radius;
      }
      double square = radius * radius;
      double next = radius - miss / (factor(square) + 2 * square * factorSlope(square));
      radius = next > low && next < high ? next : (low + high) / 2;
    }
    return radius;
  }

  /** The places in (0, end] where the sum of c s^n changes its sign or comes to zero, in order. */
  private static List<Double> roots(double[] polynomial, double end) {
    List<Double> roots = new ArrayList<>();
    if (polynomial.length < 2) {
      return roots;
    }
    double[] slope = new double[polynomial.length - 1];
    Arrays.setAll(slope, at -> (at + 1) * polynomial[at + 1]);
    List<Double> ends = new ArrayList<>(roots(slope, end));
    ends.add(end);
    double from = 0;
    for (double to : ends) {
      double before = value(polynomial, from);
      double after = value(polynomial, to);
      if (after == 0 || (before != 0 && before > 0 != after > 0)) {
        roots.add(halved(polynomial, from, to));
      }
      from = to;
    }
    return roots;
  }

  private static double halved(double[] polynomial, double from, double to) {
    boolean positive = value(polynomial, from) > 0;
    double low = from;
    double high = to;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double middle = (low + high) / 2;
      double value = value(polynomial, middle);
      if (value != 0 && value > 0 == positive) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double value(double[] polynomial, double s) {
    double sum = 0;
    for (int at = polynomial.length - 1; at >= 0; at--) {
      sum = sum * s + polynomial[at];
    }
    return sum;
  }
}

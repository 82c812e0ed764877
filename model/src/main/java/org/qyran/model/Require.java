package org.qyran.model;

/**
 * The checks that records make of themselves; each failure names the field, the value, the range.
 */
final class Require {

  private Require() {}

  static void inRange(String field, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s is %s, must lie in [%s, %s]".formatted(field, value, least, most));
    }
  }

  static void finite(String field, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("%s is %s, must be finite".formatted(field, value));
    }
  }

  static void notNegative(String field, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s is %s, must be finite and at least 0".formatted(field, value));
    }
  }

  static void positive(String field, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s is %s, must be finite and above 0".formatted(field, value));
    }
  }

  static void notBlank(String field, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(field + " is blank");
    }
  }
}

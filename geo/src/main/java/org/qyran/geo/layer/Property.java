package org.qyran.geo.layer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property of the features of a layer.
 *
 * @param name as written in files
 * @param kind of its values
 * @param value of a feature: String, Long, BigDecimal, Boolean, or for {@link Kind#JSON} lists and
 *     maps of these; null where the feature has none
 * @param <T> what the features stand for
 */
public record Property<T>(String name, Kind kind, Function<T, @Nullable Object> value) {

  /** What a value can be. */
  public enum Kind {
    TEXT,
    /** An instant, UTC, as ISO 8601 text that ends in Z. */
    TIME,
    INTEGER,
    REAL,
    BOOLEAN,
    /** A list or an object. */
    JSON
  }

  static <T> Property<T> text(String name, Function<T, @Nullable String> value) {
    return new Property<>(name, Kind.TEXT, value::apply);
  }

  static <T> Property<T> time(String name, Function<T, @Nullable Instant> value) {
    return new Property<>(
        name,
        Kind.TIME,
        thing -> {
          Instant time = value.apply(thing);
          return time == null ? null : time.toString();
        });
  }

  static <T> Property<T> integer(String name, Function<T, @Nullable Integer> value) {
    return new Property<>(
        name,
        Kind.INTEGER,
        thing -> {
          Integer number = value.apply(thing);
          return number == null ? null : number.longValue();
        });
  }

  /** A number, rounded to some decimals. */
  static <T> Property<T> real(String name, int decimals, Function<T, @Nullable Double> value) {
    return new Property<>(
        name,
        Kind.REAL,
        thing -> {
          Double number = value.apply(thing);
          return number == null ? null : rounded(number, decimals);
        });
  }

  static <T> Property<T> flag(String name, Function<T, @Nullable Boolean> value) {
    return new Property<>(name, Kind.BOOLEAN, value::apply);
  }

  static <T> Property<T> json(String name, Function<T, @Nullable Object> value) {
    return new Property<>(name, Kind.JSON, value);
  }

  /** Rounded half up, without zeros at the end; finite. */
  static BigDecimal rounded(double number, int decimals) {
    BigDecimal rounded =
        BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}

package org.qyran.jobs.settings;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;

/**
 * The key of one component of a room's settings record, and how its values are written: {@code
 * workingGsdMeters} of room {@code detect} is {@code detect.working-gsd}, written {@code 0.08m}.
 */
record SettingKey(String name, RecordComponent component, Unit unit) {

  /** A unit as component names and as people write it. */
  enum Unit {
    SQUARE_METERS("SquareMeters", "m2"),
    METERS("Meters", "m"),
    DEGREES("Degrees", "deg"),
    SECONDS("Seconds", "s"),
    PIXELS("Pixels", "px"),
    MEGABYTES("Megabytes", "MB"),
    BYTES("Bytes", "B"),
    NONE("", "");

    private final String inNames;
    private final String symbol;

    Unit(String inNames, String symbol) {
      this.inNames = inNames;
      this.symbol = symbol;
    }

    String symbol() {
      return symbol;
    }
  }

  private static final Map<Class<?>, Class<?>> SUPPORTED =
      Map.of(
          double.class, Double.class,
          int.class, Integer.class,
          long.class, Long.class,
          boolean.class, Boolean.class);

  static SettingKey of(String room, RecordComponent component) {
    String component0 = component.getName();
    for (Unit unit : Unit.values()) {
      if (unit != Unit.NONE && component0.endsWith(unit.inNames)) {
        String bare = component0.substring(0, component0.length() - unit.inNames.length());
        return new SettingKey(room + "." + kebab(bare), component, unit);
      }
    }
    return new SettingKey(room + "." + kebab(component0), component, Unit.NONE);
  }

  /** A value as a person would write it in the file. */
  String show(Object value) {
    Object shown = value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : value;
    return shown + unit.symbol();
  }

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException saying what was expected
   */
  Object parse(String text) {
    Class<?> type = component.getType();
    String bare = text.strip();
    if (unit != Unit.NONE) {
      if (!bare.endsWith(unit.symbol())) {
        throw new IllegalArgumentException(
            "%s is '%s', must be a number with the unit %s".formatted(name, text, unit.symbol()));
      }
      bare = bare.substring(0, bare.length() - unit.symbol().length()).strip();
    }
    try {
      if (type == double.class) {
        return Double.parseDouble(bare);
      } else if (type == int.class) {
        return Integer.parseInt(bare);
      } else if (type == long.class) {
        return Long.parseLong(bare);
      } else if (type == boolean.class) {
        return parseBoolean(bare);
      } else if (type.isEnum()) {
        return parseWord(type, bare);
      }
      return bare;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s is '%s', must be a number%s"
              .formatted(name, text, unit == Unit.NONE ? "" : " with the unit " + unit.symbol()),
          e);
    }
  }

  /** Whether the component's type can be written in a file at all. */
  boolean supported() {
    Class<?> type = component.getType();
    return SUPPORTED.containsKey(type) || type == String.class || type.isEnum();
  }

  private Object parseBoolean(String bare) {
    if (!bare.equals("true") && !bare.equals("false")) {
      throw new IllegalArgumentException("%s is '%s', must be true or false".formatted(name, bare));
    }
    return Boolean.valueOf(bare);
  }

  private Object parseWord(Class<?> type, String bare) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equalsIgnoreCase(bare.replace('-', '_'))) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "%s is '%s', must be one of %s"
            .formatted(
                name,
                bare,
                java.util.Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
  }

  private static String kebab(String camel) {
    return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}

package org.qyran.geo.crs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.locationtech.proj4j.Proj4jException;

/**
 * A map system that somebody wrote down as a PROJ string.
 *
 * <p>Only what is surely understood is taken: a parameter that is passed over, or a datum without
 * its shift, moves everything by a hundred metres and looks right.
 */
final class StatedParameters {

  private static final Set<String> PROJECTIONS = Set.of("utm", "tmerc", "etmerc");

  private static final Set<String> UNDERSTOOD =
      Set.of(
          "proj", "zone", "south", "lat_0", "lon_0", "k", "k_0", "x_0", "y_0", "ellps", "datum",
          "towgs84", "units");

  /** Say what is so anyway. */
  private static final Set<String> OF_NO_MEANING = Set.of("no_defs", "type", "wktext", "north");

  private static final Pattern SHIFT =
      Pattern.compile("[-+]?\\d+(\\.\\d*)?(,[-+]?\\d+(\\.\\d*)?)+");

  private StatedParameters() {}

  static MapSystem system(String text) {
    Map<String, String> stated = read(text);
    String projection = stated.getOrDefault("proj", "");
    if (!PROJECTIONS.contains(projection)) {
      throw wrong(text, "+proj must be utm or tmerc");
    }
    for (String name : stated.keySet()) {
      if (!UNDERSTOOD.contains(name)) {
        throw wrong(text, "+%s is not understood here".formatted(name));
      }
    }
    if (!stated.getOrDefault("units", "m").equals("m")) {
      throw wrong(text, "+units must be m");
    }
    String shift = shift(stated, text);
    if (projection.equals("utm")) {
      int zone = (int) number(stated, "zone", 0, text);
      if (zone < 1 || zone > 60) {
        throw wrong(text, "+zone must lie in 1 to 60");
      }
      return shift.isEmpty()
          ? KnownSystems.utm(zone, stated.containsKey("south"))
          : system(text, stated, shift, 6 * zone - 183);
    }
    // PROJ has computed tmerc by the longer series since version 6; here that is etmerc.
    stated.put("proj", "etmerc");
    return system(text, stated, shift, number(stated, "lon_0", 0, text));
  }

  private static MapSystem system(
      String text, Map<String, String> stated, String shift, double centralDegrees) {
    for (String name : List.of("lat_0", "k", "k_0", "x_0", "y_0")) {
      number(stated, name, 0, text);
    }
    String parameters =
        stated.entrySet().stream()
            .map(entry -> "+" + entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" "))
            .replace("+south=", "+south");
    try {
      return new MapSystem(
          text.strip(),
          "as stated",
          shift.isEmpty() ? "" : "+towgs84=" + shift + " as stated",
          centralDegrees,
          MapSystem.SOUTHERNMOST_DEGREES,
          parameters + " +no_defs");
    } catch (Proj4jException | NumberFormatException e) {
      throw wrong(text, e.getMessage() == null ? "it has no meaning" : e.getMessage());
    }
  }

  /** The seven (or three) parameters to WGS 84; empty on WGS 84 itself. */
  private static String shift(Map<String, String> stated, String text) {
    String shift = stated.getOrDefault("towgs84", "");
    if (!shift.isEmpty()) {
      int count = shift.split(",", -1).length;
      if ((count != 3 && count != 7) || !SHIFT.matcher(shift).matches()) {
        throw wrong(text, "+towgs84 must have 3 or 7 numbers");
      }
      if (stated.containsKey("datum")) {
        throw wrong(text, "give either +datum or +towgs84, not both");
      }
      if (!stated.containsKey("ellps")) {
        throw wrong(text, "+towgs84 needs its +ellps");
      }
      return shift;
    }
    String datum = stated.getOrDefault("datum", stated.getOrDefault("ellps", ""));
    if (!datum.equals("WGS84")) {
      throw wrong(
          text,
          "the shift from '%s' to WGS 84 is not stated; add +towgs84=... (0,0,0 for ETRS89)"
              .formatted(datum));
    }
    stated.remove("ellps");
    stated.put("datum", "WGS84");
    return "";
  }

  private static Map<String, String> read(String text) {
    Map<String, String> stated = new LinkedHashMap<>();
    for (String word : text.strip().split("\\s+", -1)) {
      String[] parts = word.split("=", 2);
      if (!parts[0].startsWith("+")) {
        throw wrong(text, "'%s' is no parameter".formatted(word));
      }
      String name = parts[0].substring(1);
      if (!OF_NO_MEANING.contains(name)) {
        stated.put(name, parts.length == 2 ? parts[1] : "");
      }
    }
    return stated;
  }

  private static double number(
      Map<String, String> stated, String name, double otherwise, String text) {
    String value = stated.get(name);
    if (value == null) {
      return otherwise;
    }
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw wrong(text, "+%s is '%s', must be a number".formatted(name, value));
    }
  }

  private static IllegalArgumentException wrong(String text, String what) {
    return new IllegalArgumentException(
        "the coordinates '%s' cannot be used: %s".formatted(text.strip(), what));
  }
}

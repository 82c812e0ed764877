package org.qyran.geo.crs;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The map systems that are known by name, with the parameters that make them.
 *
 * <p>Of the eleven shifts that EPSG lists from Pulkovo 1942 to WGS 84, the one of the widest area
 * is fixed: 15865, by coordinate frame rotation with translations 25, -141, -78.5 m and rotations
 * 0, -0.35, -0.736 seconds of arc. {@code +towgs84} turns the other way about (position vector,
 * EPSG method 9606), so its rotations have the other sign; mixed up, points lie 22 m off.
 */
final class KnownSystems {

  private static final String SUPPORTED =
      "supported are EPSG:32601 to 32660 (WGS 84 / UTM north), EPSG:32701 to 32760 (UTM south) and"
          + " EPSG:28412 to 28415 (Pulkovo 1942 zones 12 to 15)";

  private static final Pattern CODE = Pattern.compile("EPSG:+(\\d{1,6})");
  private static final int UTM_NORTH = 32_600;
  private static final int UTM_SOUTH = 32_700;
  private static final int UTM_ZONES = 60;
  private static final int PULKOVO = 28_400;
  private static final int PULKOVO_FIRST = 12;
  private static final int PULKOVO_LAST = 15;

  /** The area of EPSG:15865 ends at the southern border of Turkmenistan. */
  private static final double PULKOVO_SOUTHERNMOST_DEGREES = 35;

  private static final String PULKOVO_OPERATION =
      "EPSG:15865 Pulkovo 1942 to WGS 84 (16), good to 4.5 m";

  private static final Map<Integer, MapSystem> ZONES = new ConcurrentHashMap<>();

  private KnownSystems() {}

  static MapSystem byCode(String code) {
    Matcher matcher = CODE.matcher(code.strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw unknown(code);
    }
    int number = Integer.parseInt(matcher.group(1));
    if (number > UTM_NORTH && number <= UTM_NORTH + UTM_ZONES) {
      return utm(number - UTM_NORTH, false);
    }
    if (number > UTM_SOUTH && number <= UTM_SOUTH + UTM_ZONES) {
      return utm(number - UTM_SOUTH, true);
    }
    if (number >= PULKOVO + PULKOVO_FIRST && number <= PULKOVO + PULKOVO_LAST) {
      return pulkovo(number - PULKOVO);
    }
    throw unknown(code);
  }

  private static IllegalArgumentException unknown(String code) {
    return new IllegalArgumentException(
        "'%s' is no map system that is known here; %s".formatted(code, SUPPORTED));
  }

  /** A zone of UTM, 1 to 60. Made once: places are asked for their own zone by the million. */
  static MapSystem utm(int zone, boolean south) {
    return ZONES.computeIfAbsent(
        (south ? UTM_SOUTH : UTM_NORTH) + zone, code -> utm(code, zone, south));
  }

  private static MapSystem utm(int code, int zone, boolean south) {
    return new MapSystem(
        "EPSG:" + code,
        "WGS 84 / UTM zone %d%s".formatted(zone, south ? "S" : "N"),
        "",
        6 * zone - 183,
        MapSystem.SOUTHERNMOST_DEGREES,
        "+proj=utm +zone=%d%s +datum=WGS84 +units=m +no_defs"
            .formatted(zone, south ? " +south" : ""));
  }

  /** A six-degree zone of Pulkovo 1942; the false easting begins with its number. */
  private static MapSystem pulkovo(int zone) {
    int centralDegrees = 6 * zone - 3;
    return new MapSystem(
        "EPSG:" + (PULKOVO + zone),
        "Pulkovo 1942 / Gauss-Kruger zone " + zone,
        PULKOVO_OPERATION,
        centralDegrees,
        PULKOVO_SOUTHERNMOST_DEGREES,
        ("+proj=etmerc +lat_0=0 +lon_0=%d +k=1 +x_0=%d500000 +y_0=0 +ellps=krass"
                + " +towgs84=25,-141,-78.5,0,0.35,0.736,0 +units=m +no_defs")
            .formatted(centralDegrees, zone));
  }
}

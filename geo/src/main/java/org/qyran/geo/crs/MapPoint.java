package org.qyran.geo.crs;

/**
 * A position on the plane of a map.
 *
 * @param eastingMeters to the east, the zone's false easting included
 * @param northingMeters to the north of the equator, or of a false one
 */
public record MapPoint(double eastingMeters, double northingMeters) {

  public MapPoint {
    if (!Double.isFinite(eastingMeters) || !Double.isFinite(northingMeters)) {
      throw new IllegalArgumentException(
          "(%s, %s) is no position on a map".formatted(eastingMeters, northingMeters));
    }
  }
}

package org.qyran.model;

/**
 * A height, and what it is measured from. A bare number of metres is no height: the same aircraft
 * is at 315 m, 283 m and 67 m at once, depending on the datum.
 *
 * @param meters up positive
 * @param datum the surface the metres are counted from
 */
public record Height(double meters, Datum datum) {

  /** What a height is measured from. */
  public enum Datum {
    /** The WGS 84 ellipsoid. */
    ELLIPSOID,
    /** Mean sea level, taken to be the EGM96 geoid. */
    MEAN_SEA_LEVEL,
    /** The point the aircraft took off from. */
    TAKEOFF,
    /** The ground straight below. */
    GROUND
  }

  public Height {
    Require.inRange("meters", meters, -15_000, 60_000);
  }
}

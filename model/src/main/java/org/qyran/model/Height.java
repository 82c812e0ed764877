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
    /** Mean sea level by the EGM96 geoid; also where a source only says "sea level". */
    MEAN_SEA_LEVEL,
    /** The point the aircraft took off from. */
    TAKEOFF,
    /** The ground straight below. */
    GROUND,
    /**
     * Mean sea level by the EGM2008 geoid. Its grid is not in the program: heights are turned into
     * ellipsoidal ones with EGM96's, and their error grows by what lies between the two.
     */
    MEAN_SEA_LEVEL_EGM2008
  }

  public Height {
    Require.inRange("meters", meters, -15_000, 60_000);
  }
}

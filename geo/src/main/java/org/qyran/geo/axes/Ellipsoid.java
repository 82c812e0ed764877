package org.qyran.geo.axes;

/**
 * The WGS 84 ellipsoid (NIMA TR8350.2, third edition, section 3.2): its two defining figures and
 * what follows from them.
 *
 * <p>Points are earth-centred, earth-fixed: z to the north pole, x to latitude 0 longitude 0, y to
 * latitude 0 longitude 90 east.
 */
final class Ellipsoid {

  static final double SEMI_MAJOR_METERS = 6_378_137.0;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double SEMI_MINOR_METERS = SEMI_MAJOR_METERS * (1 - FLATTENING);

  /** First eccentricity, squared. */
  static final double E2 = FLATTENING * (2 - FLATTENING);

  /** Second eccentricity, squared. */
  private static final double EP2 = E2 / (1 - E2);

  private Ellipsoid() {}

  /** Radius of curvature across the meridian, N(φ) = a / √(1 − e² sin² φ). */
  static double primeVerticalMeters(double sinLatitude) {
    return SEMI_MAJOR_METERS / Math.sqrt(1 - E2 * sinLatitude * sinLatitude);
  }

  /**
   * Geodetic latitude of an earth-centred point, in radians, by Bowring's rule: with the reduced
   * latitude β, tan φ = (z + e'² b sin³ β) / (p − e² a cos³ β). Twice is exact to 1e-11 radians
   * from the sea floor to the orbit of a satellite (B. R. Bowring, Survey Review 23, 1976).
   *
   * @param axisMeters distance from the axis of the earth
   * @param zMeters north of the equator's plane
   */
  static double latitudeRadians(double axisMeters, double zMeters) {
    double reduced = Math.atan2(SEMI_MAJOR_METERS * zMeters, SEMI_MINOR_METERS * axisMeters);
    double latitude = 0;
    for (int round = 0; round < 2; round++) {
      double sin = Math.sin(reduced);
      double cos = Math.cos(reduced);
      latitude =
          Math.atan2(
              zMeters + EP2 * SEMI_MINOR_METERS * sin * sin * sin,
              axisMeters - E2 * SEMI_MAJOR_METERS * cos * cos * cos);
      reduced =
          Math.atan2(
              SEMI_MINOR_METERS * Math.sin(latitude), SEMI_MAJOR_METERS * Math.cos(latitude));
    }
    return latitude;
  }
}

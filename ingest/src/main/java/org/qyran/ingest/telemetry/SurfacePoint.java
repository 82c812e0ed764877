package org.qyran.ingest.telemetry;

import org.qyran.model.GeoPoint;

/**
 * A place as the direction that stands upright on the ellipsoid there, of length one. Unlike
 * latitude and longitude it has no seam at the antimeridian and no point of rest at the poles (Gade
 * 2010, "A Non-singular Horizontal Position Representation").
 *
 * @param x towards latitude 0, longitude 0
 * @param y towards latitude 0, longitude 90 east
 * @param z towards the north pole
 */
record SurfacePoint(double x, double y, double z) {

  private static final double SEMI_MAJOR_METERS = 6_378_137; // WGS 84
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double AXIS_RATIO_SQUARED = (1 - FLATTENING) * (1 - FLATTENING);

  static SurfacePoint of(GeoPoint point) {
    double latitude = Math.toRadians(point.latitudeDegrees());
    double longitude = Math.toRadians(point.longitudeDegrees());
    return new SurfacePoint(
        Math.cos(latitude) * Math.cos(longitude),
        Math.cos(latitude) * Math.sin(longitude),
        Math.sin(latitude));
  }

  GeoPoint geoPoint() {
    return new GeoPoint(
        Math.toDegrees(Math.atan2(z, Math.hypot(x, y))), Math.toDegrees(Math.atan2(y, x)));
  }

  /** The place at a fraction of the straight way to another place less than a few km away. */
  SurfacePoint toward(SurfacePoint other, double fraction) {
    double nextX = x + fraction * (other.x - x);
    double nextY = y + fraction * (other.y - y);
    double nextZ = z + fraction * (other.z - z);
    double length = Math.sqrt(nextX * nextX + nextY * nextY + nextZ * nextZ);
    return new SurfacePoint(nextX / length, nextY / length, nextZ / length);
  }

  /** Straight through the earth: at 100 km short of the way over the ground by one metre. */
  double metersTo(SurfacePoint other) {
    double[] here = earthCentredMeters();
    double[] there = other.earthCentredMeters();
    double dx = there[0] - here[0];
    double dy = there[1] - here[1];
    double dz = there[2] - here[2];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  /** Earth-centred, earth-fixed x, y and z on the ellipsoid itself. */
  double[] earthCentredMeters() {
    double curvature = SEMI_MAJOR_METERS / Math.sqrt(x * x + y * y + AXIS_RATIO_SQUARED * z * z);
    return new double[] {curvature * x, curvature * y, curvature * AXIS_RATIO_SQUARED * z};
  }
}

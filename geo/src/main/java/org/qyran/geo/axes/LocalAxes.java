package org.qyran.geo.axes;

import org.qyran.model.GeoPoint;

/**
 * Level axes at one point: east, north and up, in metres.
 *
 * <p>For metric work around a camera or a target. The axes are straight, so a point far away that
 * lies at the origin's height has a negative up: the earth falls away by d² / 2R, 8 cm at 1 km and
 * 8 m at 10 km.
 *
 * <p>A point goes to earth-centred axes, is moved to the origin and turned; the way back is the
 * same in reverse. No approximation is made: there and back is exact to about a nanometre at the
 * origin and a micrometre on the other side of the earth. At a pole, north is the direction that
 * the origin's longitude gives it. Longitudes come back in [-180, 180).
 *
 * <p>Immutable; threads may share it.
 */
public final class LocalAxes {

  private final double sinLatitude;
  private final double cosLatitude;
  private final double sinLongitude;
  private final double cosLongitude;
  private final double xMeters;
  private final double yMeters;
  private final double zMeters;

  private LocalAxes(GeoPoint origin, double ellipsoidHeightMeters) {
    double latitude = Math.toRadians(origin.latitudeDegrees());
    double longitude = Math.toRadians(origin.longitudeDegrees());
    sinLatitude = Math.sin(latitude);
    cosLatitude = Math.cos(latitude);
    sinLongitude = Math.sin(longitude);
    cosLongitude = Math.cos(longitude);
    double normal = Ellipsoid.primeVerticalMeters(sinLatitude);
    double axis = (normal + ellipsoidHeightMeters) * cosLatitude;
    xMeters = axis * cosLongitude;
    yMeters = axis * sinLongitude;
    zMeters = (normal * (1 - Ellipsoid.E2) + ellipsoidHeightMeters) * sinLatitude;
  }

  /**
   * Axes at a point.
   *
   * @param ellipsoidHeightMeters of the origin above the WGS 84 ellipsoid, any finite value well
   *     above the centre of the earth
   */
  public static LocalAxes at(GeoPoint origin, double ellipsoidHeightMeters) {
    if (!(ellipsoidHeightMeters > -1e6 && ellipsoidHeightMeters < 1e9)) {
      throw new IllegalArgumentException(
          "ellipsoidHeightMeters is %s, must lie in (-1e6, 1e9)".formatted(ellipsoidHeightMeters));
    }
    return new LocalAxes(origin, ellipsoidHeightMeters);
  }

  /** A place in these axes. */
  public Enu toLocal(GeoPoint point, double heightMeters) {
    double latitude = Math.toRadians(point.latitudeDegrees());
    double longitude = Math.toRadians(point.longitudeDegrees());
    double sin = Math.sin(latitude);
    double normal = Ellipsoid.primeVerticalMeters(sin);
    double axis = (normal + heightMeters) * Math.cos(latitude);
    double x = axis * Math.cos(longitude) - xMeters;
    double y = axis * Math.sin(longitude) - yMeters;
    double z = (normal * (1 - Ellipsoid.E2) + heightMeters) * sin - zMeters;
    double outward = cosLongitude * x + sinLongitude * y;
    return new Enu(
        cosLongitude * y - sinLongitude * x,
        cosLatitude * z - sinLatitude * outward,
        cosLatitude * outward + sinLatitude * z);
  }

  /** A place in these axes. */
  public Enu toLocal(Place place) {
    return toLocal(place.point(), place.heightMeters());
  }

  /** The geographic place of a position in these axes. */
  public Place toGeo(Enu position) {
    double outward = cosLatitude * position.upMeters() - sinLatitude * position.northMeters();
    double x = xMeters + cosLongitude * outward - sinLongitude * position.eastMeters();
    double y = yMeters + sinLongitude * outward + cosLongitude * position.eastMeters();
    double z = zMeters + cosLatitude * position.northMeters() + sinLatitude * position.upMeters();
    double axis = Math.hypot(x, y);
    double latitude = Ellipsoid.latitudeRadians(axis, z);
    double sin = Math.sin(latitude);
    // h = p cos φ + z sin φ − a √(1 − e² sin² φ): well behaved at the poles, unlike p / cos φ − N.
    double height =
        axis * Math.cos(latitude)
            + z * sin
            - Ellipsoid.SEMI_MAJOR_METERS * Math.sqrt(1 - Ellipsoid.E2 * sin * sin);
    double longitudeDegrees = Math.toDegrees(Math.atan2(y, x));
    return new Place(
        new GeoPoint(
            Math.min(90, Math.max(-90, Math.toDegrees(latitude))),
            longitudeDegrees >= 180 ? longitudeDegrees - 360 : longitudeDegrees),
        height);
  }
}

package org.qyran.model;

/**
 * A place on the WGS 84 ellipsoid.
 *
 * @param latitudeDegrees geodetic, north positive, in [-90, 90]
 * @param longitudeDegrees east positive, in [-180, 180]; both ends name the same meridian
 */
public record GeoPoint(double latitudeDegrees, double longitudeDegrees) {

  public GeoPoint {
    Require.inRange("latitudeDegrees", latitudeDegrees, -90, 90);
    Require.inRange("longitudeDegrees", longitudeDegrees, -180, 180);
  }
}

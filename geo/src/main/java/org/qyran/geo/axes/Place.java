package org.qyran.geo.axes;

import org.qyran.model.GeoPoint;

/**
 * A geographic point and a height.
 *
 * @param point on the ellipsoid, longitude in [-180, 180)
 * @param heightMeters above the WGS 84 ellipsoid, along its normal
 */
public record Place(GeoPoint point, double heightMeters) {

  public Place {
    if (!Double.isFinite(heightMeters)) {
      throw new IllegalArgumentException("heightMeters is " + heightMeters + ", must be finite");
    }
  }
}

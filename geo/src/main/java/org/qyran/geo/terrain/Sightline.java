package org.qyran.geo.terrain;

import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.axes.Place;
import org.qyran.model.GeoPoint;

/**
 * A straight line from a camera towards the ground.
 *
 * @param axes level axes with the camera at their origin
 * @param camera where the camera is
 * @param heightMeters of the camera above the WGS 84 ellipsoid
 * @param direction of length one in {@code axes}; must come down (up below 0)
 * @param rangeMeters beyond which nothing is looked for
 */
public record Sightline(
    LocalAxes axes, GeoPoint camera, double heightMeters, Enu direction, double rangeMeters) {

  public Sightline {
    if (!(direction.upMeters() < 0)) {
      throw new IllegalArgumentException("direction is %s, must come down".formatted(direction));
    }
    if (!(rangeMeters > 0)) {
      throw new IllegalArgumentException(
          "rangeMeters is %s, must be above 0".formatted(rangeMeters));
    }
  }

  /** The position at a distance from the camera, in {@link #axes}. */
  public Enu at(double distanceMeters) {
    return direction.times(distanceMeters);
  }

  /** The place at a distance from the camera. */
  public Place placeAt(double distanceMeters) {
    return axes.toGeo(at(distanceMeters));
  }
}

package org.qyran.geo.locate;

import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.Place;
import org.qyran.geo.camera.CameraRay;
import org.qyran.geo.camera.LevelRay;

/**
 * Where the ray of one pixel came down.
 *
 * @param ray in camera axes
 * @param level the same ray in level axes
 * @param distanceMeters from the camera
 * @param place on the ground
 * @param groundErrorMeters one standard deviation of the ground's height
 * @param levelGround true when the ground was taken to be level for want of better
 */
record Landing(
    CameraRay ray,
    LevelRay level,
    double distanceMeters,
    Place place,
    double groundErrorMeters,
    boolean levelGround) {

  /** The ray in the viewpoint's east-north-up axes. */
  static Enu direction(LevelRay level) {
    return new Enu(level.east(), level.north(), -level.down());
  }

  double offNadirDegrees() {
    return 90 - Math.toDegrees(level.dipRadians());
  }
}

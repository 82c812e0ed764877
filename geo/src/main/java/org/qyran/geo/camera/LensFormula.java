package org.qyran.geo.camera;

import java.util.Optional;

/**
 * One way in which lenses bend directions. Places in the picture are in units of the focal length,
 * from the principal point: x to the right, y down.
 */
sealed interface LensFormula permits BrownConrady, KannalaBrandt {

  /** A place in the picture, in focal lengths from the principal point. */
  record Shown(double x, double y) {}

  /**
   * The direction that is shown at a place.
   *
   * @return absent where the formula cannot be inverted
   */
  Optional<CameraRay> ray(Shown place);

  /**
   * Where a direction is shown.
   *
   * @return absent for directions that the lens does not see
   */
  Optional<Shown> shown(CameraRay ray);
}

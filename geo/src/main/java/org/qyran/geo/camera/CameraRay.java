package org.qyran.geo.camera;

/**
 * A direction of length one in camera axes.
 *
 * @param right towards the right side of the picture
 * @param below towards the bottom of the picture
 * @param forward along the line of sight
 */
public record CameraRay(double right, double below, double forward) {

  /** The line of sight. */
  public static final CameraRay FORWARD = new CameraRay(0, 0, 1);

  /** The same direction at length one; the three must not all be zero. */
  public static CameraRay towards(double right, double below, double forward) {
    double length = Math.sqrt(right * right + below * below + forward * forward);
    if (!(length > 0) || Double.isInfinite(length)) {
      throw new IllegalArgumentException(
          "(%s, %s, %s) is no direction".formatted(right, below, forward));
    }
    return new CameraRay(right / length, below / length, forward / length);
  }
}

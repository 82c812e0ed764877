package org.qyran.model;

/**
 * How wrong a stated pose may be: one standard deviation of each part, errors independent.
 *
 * @param horizontalMeters per axis, of the camera's position
 * @param verticalMeters of the camera's height
 * @param yawDegrees about the vertical
 * @param tiltDegrees of pitch and of roll, each
 */
public record PoseError(
    double horizontalMeters, double verticalMeters, double yawDegrees, double tiltDegrees) {

  public PoseError {
    Require.notNegative("horizontalMeters", horizontalMeters);
    Require.notNegative("verticalMeters", verticalMeters);
    Require.inRange("yawDegrees", yawDegrees, 0, 180);
    Require.inRange("tiltDegrees", tiltDegrees, 0, 180);
  }
}

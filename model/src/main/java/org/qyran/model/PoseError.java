package org.qyran.model;

/**
 * How wrong a stated pose may be: one standard deviation of each part, errors independent; and how
 * much of each part every picture of a flight gets wrong by itself. The rest is the same for the
 * whole flight: one receiver, one compass, one mount.
 *
 * @param horizontalMeters per axis, of the camera's position
 * @param verticalMeters of the camera's height
 * @param yawDegrees about the vertical
 * @param tiltDegrees of pitch and of roll, each
 * @param positionOwnFraction share of the variance of position and height that is a picture's own
 * @param angleOwnFraction the same for the angles
 */
public record PoseError(
    double horizontalMeters,
    double verticalMeters,
    double yawDegrees,
    double tiltDegrees,
    double positionOwnFraction,
    double angleOwnFraction) {

  /**
   * Satellite positions wander over minutes, so a flight shares most of their error (domain brief,
   * section 5.1); of the angles a flight shares the mount and the compass, not the wind.
   */
  private static final double POSITION_OWN_FRACTION = 0.1;

  private static final double ANGLE_OWN_FRACTION = 0.4;

  public PoseError {
    Require.notNegative("horizontalMeters", horizontalMeters);
    Require.notNegative("verticalMeters", verticalMeters);
    Require.inRange("yawDegrees", yawDegrees, 0, 180);
    Require.inRange("tiltDegrees", tiltDegrees, 0, 180);
    Require.inRange("positionOwnFraction", positionOwnFraction, 0, 1);
    Require.inRange("angleOwnFraction", angleOwnFraction, 0, 1);
  }

  /** With the usual shares: a tenth of the position's variance, two fifths of the angles'. */
  public PoseError(
      double horizontalMeters, double verticalMeters, double yawDegrees, double tiltDegrees) {
    this(
        horizontalMeters,
        verticalMeters,
        yawDegrees,
        tiltDegrees,
        POSITION_OWN_FRACTION,
        ANGLE_OWN_FRACTION);
  }

  /** The part that every picture gets wrong by itself. */
  public PoseCovariance own() {
    return part(positionOwnFraction, angleOwnFraction);
  }

  /** The part that is the same for the whole flight. */
  public PoseCovariance shared() {
    return part(1 - positionOwnFraction, 1 - angleOwnFraction);
  }

  private PoseCovariance part(double position, double angle) {
    return PoseCovariance.of(
        horizontalMeters * Math.sqrt(position),
        verticalMeters * Math.sqrt(position),
        yawDegrees * Math.sqrt(angle),
        tiltDegrees * Math.sqrt(angle));
  }
}

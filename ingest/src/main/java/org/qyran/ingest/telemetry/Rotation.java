package org.qyran.ingest.telemetry;

import org.qyran.model.Attitude;

/**
 * An attitude as a quaternion of length one, so that one can be turned into another by the shortest
 * way. It rotates forward-right-below components into north-east-down ones, and is made of yaw ·
 * pitch · roll as in {@code docs/CONVENTIONS.md}; airframes and cameras alike.
 *
 * @param w the cosine of half the angle
 */
record Rotation(double w, double x, double y, double z) {

  /**
   * Nearer than this to straight up or down (in units of the cosine of the pitch) yaw and roll turn
   * about the same axis, and only their sum or difference can be read off.
   */
  private static final double UPRIGHT_COSINE = 1e-7;

  /** Below this sine of the angle between two rotations a straight line is as good as the arc. */
  private static final double NO_ARC = 1e-9;

  static Rotation of(Attitude attitude) {
    double yaw = Math.toRadians(attitude.yawDegrees()) / 2;
    double pitch = Math.toRadians(attitude.pitchDegrees()) / 2;
    double roll = Math.toRadians(attitude.rollDegrees()) / 2;
    double cy = Math.cos(yaw);
    double sy = Math.sin(yaw);
    double cp = Math.cos(pitch);
    double sp = Math.sin(pitch);
    double cr = Math.cos(roll);
    double sr = Math.sin(roll);
    return new Rotation(
        cy * cp * cr + sy * sp * sr,
        cy * cp * sr - sy * sp * cr,
        cy * sp * cr + sy * cp * sr,
        sy * cp * cr - cy * sp * sr);
  }

  /** Spherical interpolation, the shortest way round (Shoemake 1985). */
  Rotation toward(Rotation other, double fraction) {
    double cosine = w * other.w + x * other.x + y * other.y + z * other.z;
    double sign = cosine < 0 ? -1 : 1;
    double angle = Math.acos(Math.min(1, Math.abs(cosine)));
    double sine = Math.sin(angle);
    double here = sine < NO_ARC ? 1 - fraction : Math.sin((1 - fraction) * angle) / sine;
    double there = sign * (sine < NO_ARC ? fraction : Math.sin(fraction * angle) / sine);
    return normalised(
        here * w + there * other.w,
        here * x + there * other.x,
        here * y + there * other.y,
        here * z + there * other.z);
  }

  /** Any four numbers that are not all zero, made a rotation. */
  static Rotation normalised(double w, double x, double y, double z) {
    double length = Math.sqrt(w * w + x * x + y * y + z * z);
    if (!(length > 0) || Double.isInfinite(length)) {
      throw new IllegalArgumentException(
          "quaternion (%s, %s, %s, %s) has no direction".formatted(w, x, y, z));
    }
    return new Rotation(w / length, x / length, y / length, z / length);
  }

  /**
   * Back to angles, yaw in (-180, 180].
   *
   * @param rollHintDegrees the roll to keep where the line of sight is straight up or down
   */
  Attitude attitude(double rollHintDegrees) {
    double forwardNorth = 1 - 2 * (y * y + z * z);
    double forwardEast = 2 * (x * y + w * z);
    double forwardDown = 2 * (x * z - w * y);
    double level = Math.hypot(forwardNorth, forwardEast);
    double pitch = Math.atan2(-forwardDown, level);
    if (level < UPRIGHT_COSINE) {
      double rightNorth = 2 * (x * y - w * z);
      double rightEast = 1 - 2 * (x * x + z * z);
      double turned = Math.atan2(-rightNorth, rightEast); // yaw + roll looking down, yaw - roll up
      double roll = Math.toRadians(rollHintDegrees);
      double yaw = forwardDown > 0 ? turned - roll : turned + roll;
      return new Attitude(halfTurns(Math.toDegrees(yaw)), Math.toDegrees(pitch), rollHintDegrees);
    }
    double yaw = Math.atan2(forwardEast, forwardNorth);
    double roll = Math.atan2(2 * (y * z + w * x), 1 - 2 * (x * x + y * y));
    return new Attitude(Math.toDegrees(yaw), Math.toDegrees(pitch), Math.toDegrees(roll));
  }

  /** Any angle as the same direction in [-180, 180]. */
  static double halfTurns(double degrees) {
    return Math.IEEEremainder(degrees, 360);
  }
}

package org.qyran.geo.camera;

import org.qyran.model.Attitude;

/**
 * Turns directions between camera axes and level axes.
 *
 * <p>The camera at rest looks north at the horizon with its picture upright; it is then rolled,
 * pitched and yawed about the axes it has carried along ({@code docs/CONVENTIONS.md}, level axes).
 * The three turns are multiplied once into a rotation matrix; a direction then costs nine products.
 *
 * <p>Exact; immutable, so threads may share it.
 */
public final class CameraPose {

  /** What one unit of each camera axis becomes in level axes. */
  private final LevelRay right;

  private final LevelRay below;
  private final LevelRay forward;

  private CameraPose(Attitude attitude) {
    double yaw = Math.toRadians(attitude.yawDegrees());
    double pitch = Math.toRadians(attitude.pitchDegrees());
    double roll = Math.toRadians(attitude.rollDegrees());
    forward = turned(1, 0, 0, yaw, pitch, roll);
    right = turned(0, 1, 0, yaw, pitch, roll);
    below = turned(0, 0, 1, yaw, pitch, roll);
  }

  public static CameraPose of(Attitude attitude) {
    return new CameraPose(attitude);
  }

  private CameraPose(LevelRay right, LevelRay below, LevelRay forward) {
    this.right = right;
    this.below = below;
    this.forward = forward;
  }

  /**
   * The pose after a further turn about level axes: by Rodrigues' formula about the axis (north,
   * east, down), as far as that is long.
   *
   * @param aboutNorthRadians right-handed, as the two others
   */
  public CameraPose turned(
      double aboutNorthRadians, double aboutEastRadians, double aboutDownRadians) {
    double angle =
        Math.sqrt(
            aboutNorthRadians * aboutNorthRadians
                + aboutEastRadians * aboutEastRadians
                + aboutDownRadians * aboutDownRadians);
    if (angle == 0) {
      return this;
    }
    LevelRay axis =
        new LevelRay(aboutNorthRadians / angle, aboutEastRadians / angle, aboutDownRadians / angle);
    return new CameraPose(
        turned(right, axis, angle), turned(below, axis, angle), turned(forward, axis, angle));
  }

  /**
   * The angles of this pose. Where the line of sight is straight down or up, yaw and roll turn
   * about the same axis, and roll is 0.
   */
  public Attitude attitude() {
    double pitch = Math.asin(Math.max(-1, Math.min(1, -forward.down())));
    boolean vertical = Math.hypot(right.down(), below.down()) < 1e-9;
    double roll = vertical ? 0 : Math.atan2(right.down(), below.down());
    double yaw =
        vertical
            ? Math.atan2(-right.north(), right.east())
            : Math.atan2(forward.east(), forward.north());
    return new Attitude(Math.toDegrees(yaw), Math.toDegrees(pitch), Math.toDegrees(roll));
  }

  private static LevelRay turned(LevelRay ray, LevelRay axis, double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double along = along(axis, ray) * (1 - cos);
    return new LevelRay(
        ray.north() * cos
            + (axis.east() * ray.down() - axis.down() * ray.east()) * sin
            + axis.north() * along,
        ray.east() * cos
            + (axis.down() * ray.north() - axis.north() * ray.down()) * sin
            + axis.east() * along,
        ray.down() * cos
            + (axis.north() * ray.east() - axis.east() * ray.north()) * sin
            + axis.down() * along);
  }

  /** A direction seen from the camera, as it points over the ground. */
  public LevelRay toLevel(CameraRay ray) {
    return new LevelRay(
        ray.right() * right.north() + ray.below() * below.north() + ray.forward() * forward.north(),
        ray.right() * right.east() + ray.below() * below.east() + ray.forward() * forward.east(),
        ray.right() * right.down() + ray.below() * below.down() + ray.forward() * forward.down());
  }

  /** A direction over the ground, as the camera sees it; the inverse of {@link #toLevel}. */
  public CameraRay toCamera(LevelRay ray) {
    return new CameraRay(along(right, ray), along(below, ray), along(forward, ray));
  }

  private static double along(LevelRay axis, LevelRay ray) {
    return axis.north() * ray.north() + axis.east() * ray.east() + axis.down() * ray.down();
  }

  private static LevelRay turned(
      double f, double r, double b, double yaw, double pitch, double roll) {
    double r1 = r * Math.cos(roll) - b * Math.sin(roll);
    double b1 = r * Math.sin(roll) + b * Math.cos(roll);
    double f2 = f * Math.cos(pitch) + b1 * Math.sin(pitch);
    double d2 = b1 * Math.cos(pitch) - f * Math.sin(pitch);
    return new LevelRay(
        f2 * Math.cos(yaw) - r1 * Math.sin(yaw), f2 * Math.sin(yaw) + r1 * Math.cos(yaw), d2);
  }
}

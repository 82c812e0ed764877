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

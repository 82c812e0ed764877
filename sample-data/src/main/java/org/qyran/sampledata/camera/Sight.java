package org.qyran.sampledata.camera;

import org.qyran.model.Attitude;
import org.qyran.model.CameraModel;
import org.qyran.sampledata.shape.Ray;

/**
 * The lines of sight of one picture: three arrows of length one, ahead along the axis of the lens,
 * to the right of the picture and to its bottom.
 *
 * <p>With yaw ψ, pitch θ and roll ρ of docs/CONVENTIONS.md (Z-Y-X, north-east-down), they are the
 * columns of its rotation yaw · pitch · roll, read down here as north, east, down:
 *
 * <pre>
 *   ahead  ( cosψ cosθ,                        sinψ cosθ,                        −sinθ      )
 *   right  ( cosψ sinθ sinρ − sinψ cosρ,       sinψ sinθ sinρ + cosψ cosρ,        cosθ sinρ )
 *   below  ( cosψ sinθ cosρ + sinψ sinρ,       sinψ sinθ cosρ − cosψ sinρ,        cosθ cosρ )
 * </pre>
 */
record Sight(CameraModel camera, Pose pose, Arrow ahead, Arrow right, Arrow below) {

  /** A direction of length one. */
  record Arrow(double north, double east, double down) {}

  static Sight of(CameraModel camera, Pose pose) {
    Attitude attitude = pose.attitude();
    double sinYaw = Math.sin(Math.toRadians(attitude.yawDegrees()));
    double cosYaw = Math.cos(Math.toRadians(attitude.yawDegrees()));
    double sinPitch = Math.sin(Math.toRadians(attitude.pitchDegrees()));
    double cosPitch = Math.cos(Math.toRadians(attitude.pitchDegrees()));
    double sinRoll = Math.sin(Math.toRadians(attitude.rollDegrees()));
    double cosRoll = Math.cos(Math.toRadians(attitude.rollDegrees()));
    return new Sight(
        camera,
        pose,
        new Arrow(cosYaw * cosPitch, sinYaw * cosPitch, -sinPitch),
        new Arrow(
            cosYaw * sinPitch * sinRoll - sinYaw * cosRoll,
            sinYaw * sinPitch * sinRoll + cosYaw * cosRoll,
            cosPitch * sinRoll),
        new Arrow(
            cosYaw * sinPitch * cosRoll + sinYaw * sinRoll,
            sinYaw * sinPitch * cosRoll - cosYaw * sinRoll,
            cosPitch * cosRoll));
  }

  /** The ray through a point of the picture, from its top-left corner. */
  Ray through(double xPixels, double yPixels) {
    double toRight = (xPixels - camera.principalXPixels()) / camera.focalLengthPixels();
    double toBottom = (yPixels - camera.principalYPixels()) / camera.focalLengthPixels();
    double length = Math.sqrt(1 + toRight * toRight + toBottom * toBottom);
    return new Ray(
        pose.place().eastMeters(),
        pose.place().northMeters(),
        pose.upMeters(),
        (ahead.east() + toRight * right.east() + toBottom * below.east()) / length,
        (ahead.north() + toRight * right.north() + toBottom * below.north()) / length,
        -(ahead.down() + toRight * right.down() + toBottom * below.down()) / length);
  }
}

package org.qyran.model;

/**
 * Where a camera looks, and which way up its picture is; the angles of gimbals and of GIS tools.
 *
 * <p>Start with a camera that looks north at the horizon, its picture upright. Roll it about its
 * line of sight, pitch it, then yaw it: the camera-to-level rotation is yaw · pitch · roll,
 * intrinsic Z-Y-X in north-east-down axes. Straight down is pitch -90 with yaw the compass
 * direction of the picture's top edge. {@code docs/CONVENTIONS.md} has the drawings.
 *
 * @param yawDegrees from true north, clockwise seen from above; any finite value, usually [-180,
 *     360)
 * @param pitchDegrees above the horizon, so -90 is straight down; in [-180, 180]
 * @param rollDegrees about the line of sight, right side of the picture down is positive; in [-180,
 *     180]
 */
public record Attitude(double yawDegrees, double pitchDegrees, double rollDegrees) {

  public Attitude {
    Require.inRange("yawDegrees", yawDegrees, -720, 720);
    Require.inRange("pitchDegrees", pitchDegrees, -180, 180);
    Require.inRange("rollDegrees", rollDegrees, -180, 180);
  }
}

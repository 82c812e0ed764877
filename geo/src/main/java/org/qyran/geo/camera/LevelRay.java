package org.qyran.geo.camera;

/**
 * A direction of length one in level axes at the camera.
 *
 * @param north towards true north
 * @param east towards the east
 * @param down towards the ground
 */
public record LevelRay(double north, double east, double down) {

  /** How steeply the direction comes down: 0 is level, π/2 straight down, negative upwards. */
  public double dipRadians() {
    return Math.atan2(down, Math.hypot(north, east));
  }
}

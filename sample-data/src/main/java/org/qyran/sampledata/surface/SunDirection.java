package org.qyran.sampledata.surface;

/**
 * Where the sun stands, as a direction of length one towards it.
 *
 * @param eastward share
 * @param northward share
 * @param upward share; at least that of 10 degrees of elevation
 */
public record SunDirection(double eastward, double northward, double upward) {

  private static final double LOWEST = Math.sin(Math.toRadians(10)) - 1e-9;

  public SunDirection {
    if (!(upward >= LOWEST)) {
      throw new IllegalArgumentException(
          "upward is %s: surveys are not flown with the sun below 10 degrees".formatted(upward));
    }
  }

  /**
   * From angles.
   *
   * @param elevationDegrees above the horizon, in [10, 90]
   * @param azimuthDegrees clockwise from true north
   */
  public static SunDirection of(double elevationDegrees, double azimuthDegrees) {
    double level = Math.cos(Math.toRadians(elevationDegrees));
    return new SunDirection(
        level * Math.sin(Math.toRadians(azimuthDegrees)),
        level * Math.cos(Math.toRadians(azimuthDegrees)),
        Math.sin(Math.toRadians(elevationDegrees)));
  }

  /** Length of the level part. */
  double level() {
    return Math.hypot(eastward, northward);
  }
}

package org.qyran.sampledata.spectrum;

/**
 * How much brighter a surface is near the direction straight back to the sun, where its own shadows
 * hide.
 *
 * <p>The factor is 1 + a / (1 + ξ / ξ₀), ξ the angle between the directions to sun and camera
 * (Maignan, Bréon and Lacaze, Remote Sensing of Environment 90, 2004, equation 12, with a = 1 and
 * ξ₀ = 1.5 degrees for vegetation seen from orbit). It is divided by its value at 35 degrees, about
 * the middle of the geometry that the plant table was computed for, so that there nothing changes.
 * The amplitudes of other surfaces are judgement: the rougher, the more shadow to hide. Only the
 * peak is in it, not the slow change of brightness over tens of degrees.
 */
public enum HotSpot {
  /** Leaves: the published figures. */
  CANOPY(1, 1.5),
  /** Clods and stones. */
  ROUGH_GROUND(0.7, 2),
  /** Roads, dry lake floors, roofs of sheet. */
  SMOOTH(0.2, 2),
  /** Water and glass have no shadows of their own. */
  NONE(0, 1);

  private static final double TABLE_PHASE_DEGREES = 35;

  private final double amplitude;
  private final double widthDegrees;

  HotSpot(double amplitude, double widthDegrees) {
    this.amplitude = amplitude;
    this.widthDegrees = widthDegrees;
  }

  /**
   * Factor to the reflectance.
   *
   * @param phaseDegrees between the directions from the surface to the sun and to the camera, 0 to
   *     180
   */
  public double factor(double phaseDegrees) {
    if (!(phaseDegrees >= 0 && phaseDegrees <= 180)) {
      throw new IllegalArgumentException(
          "phaseDegrees is %s, must lie in [0, 180]".formatted(phaseDegrees));
    }
    return peak(phaseDegrees) / peak(TABLE_PHASE_DEGREES);
  }

  private double peak(double phaseDegrees) {
    return 1 + amplitude / (1 + phaseDegrees / widthDegrees);
  }
}

package org.qyran.geo.adjust;

/**
 * Whether and how poses are corrected from the pictures themselves.
 *
 * @param enabled false keeps every pose as it was stated; setting {@code adjust.enabled}
 * @param leastTies points that two frames must show alike to be compared at all; setting {@code
 *     adjust.least-ties}
 * @param clockErrorSeconds one standard deviation of the time between a position and its picture;
 *     setting {@code adjust.clock-error}
 * @param controlErrorMeters one standard deviation of a ground control point, per axis; setting
 *     {@code adjust.control-error}
 * @param controlDatum what the heights of ground control points are measured from, which their list
 *     does not say; setting {@code adjust.control-datum}
 * @param mostFrames a flight of more frames is left as it was stated; setting {@code
 *     adjust.most-frames}
 */
public record AdjustSettings(
    boolean enabled,
    int leastTies,
    double clockErrorSeconds,
    double controlErrorMeters,
    ControlDatum controlDatum,
    int mostFrames) {

  /** What heights of control points are measured from. */
  public enum ControlDatum {
    /** The EGM96 geoid. */
    MEAN_SEA_LEVEL,
    /** The WGS 84 ellipsoid. */
    ELLIPSOID
  }

  public AdjustSettings {
    requireInRange("leastTies", leastTies, 6, 1_000);
    requireInRange("clockErrorSeconds", clockErrorSeconds, 0.001, 60);
    requireInRange("controlErrorMeters", controlErrorMeters, 0.001, 100);
    requireInRange("mostFrames", mostFrames, 2, 100_000);
  }

  /** On; 12 points, half a second, 10 cm above mean sea level, 3000 frames. */
  public static AdjustSettings defaults() {
    return new AdjustSettings(true, 12, 0.5, 0.1, ControlDatum.MEAN_SEA_LEVEL, 3_000);
  }

  private static void requireInRange(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s is %s, must lie in [%s, %s]".formatted(name, value, least, most));
    }
  }
}

package org.qyran.geo.locate;

/**
 * How far a line of sight is followed, and how wrong level ground may be.
 *
 * @param leastDipDegrees lines of sight flatter than this are refused. At 5° a degree of tilt error
 *     moves the ground point by a quarter of its distance, and bushes hide what is meant; setting
 *     {@code locate.least-dip}
 * @param rangeMeters lines of sight longer than this are refused: 5° of dip from 2,600 m; setting
 *     {@code locate.range}
 * @param levelErrorMeters the least standard deviation of ground that is taken to be level; setting
 *     {@code locate.level-error}
 * @param levelErrorFraction the same as a share of the camera's height above it; the larger counts;
 *     setting {@code locate.level-error-fraction}
 * @param pixelErrorPixels one standard deviation of a position in the picture, per axis; setting
 *     {@code locate.pixel-error}
 */
public record LocateSettings(
    double leastDipDegrees,
    double rangeMeters,
    double levelErrorMeters,
    double levelErrorFraction,
    double pixelErrorPixels) {

  public LocateSettings {
    requireInRange("leastDipDegrees", leastDipDegrees, 0.5, 90);
    requireInRange("rangeMeters", rangeMeters, 1, 1_000_000);
    requireInRange("levelErrorMeters", levelErrorMeters, 0, 1_000);
    requireInRange("levelErrorFraction", levelErrorFraction, 0, 1);
    requireInRange("pixelErrorPixels", pixelErrorPixels, 0.01, 100);
  }

  /** 5 degrees of dip, 30 km, level ground within 5 m or a tenth of the height, one pixel. */
  public static LocateSettings defaults() {
    return new LocateSettings(5, 30_000, 5, 0.1, 1);
  }

  /** One standard deviation of ground taken to be level, seen from this far above it. */
  double levelErrorMeters(double aboveGroundMeters) {
    return Math.max(levelErrorMeters, levelErrorFraction * aboveGroundMeters);
  }

  private static void requireInRange(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s is %s, must lie in [%s, %s]".formatted(name, value, least, most));
    }
  }
}

package org.qyran.sampledata.surface;

/**
 * A line of sight: where it starts, and a direction of length one.
 *
 * @param eastMeters start
 * @param northMeters start
 * @param upMeters start, above mean sea level
 * @param eastward share of the direction
 * @param northward share of the direction
 * @param upward share of the direction; negative looks down
 */
public record Ray(
    double eastMeters,
    double northMeters,
    double upMeters,
    double eastward,
    double northward,
    double upward) {

  public double eastAt(double meters) {
    return eastMeters + meters * eastward;
  }

  public double northAt(double meters) {
    return northMeters + meters * northward;
  }

  public double upAt(double meters) {
    return upMeters + meters * upward;
  }
}

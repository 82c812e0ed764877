package org.qyran.geo.axes;

/**
 * A position or a direction in local axes: east, north and up of their origin.
 *
 * @param eastMeters towards the east
 * @param northMeters towards true north
 * @param upMeters along the ellipsoid's normal, away from the earth
 */
public record Enu(double eastMeters, double northMeters, double upMeters) {

  /** Where the axes have their origin. */
  public static final Enu ORIGIN = new Enu(0, 0, 0);

  public Enu plus(Enu other) {
    return new Enu(
        eastMeters + other.eastMeters, northMeters + other.northMeters, upMeters + other.upMeters);
  }

  public Enu minus(Enu other) {
    return new Enu(
        eastMeters - other.eastMeters, northMeters - other.northMeters, upMeters - other.upMeters);
  }

  public Enu times(double factor) {
    return new Enu(eastMeters * factor, northMeters * factor, upMeters * factor);
  }

  /** The scalar product, in square metres. */
  public double dot(Enu other) {
    return eastMeters * other.eastMeters
        + northMeters * other.northMeters
        + upMeters * other.upMeters;
  }

  public double lengthMeters() {
    return Math.sqrt(dot(this));
  }

  /** The distance from the origin in the level plane, whatever the height. */
  public double levelDistanceMeters() {
    return Math.hypot(eastMeters, northMeters);
  }
}

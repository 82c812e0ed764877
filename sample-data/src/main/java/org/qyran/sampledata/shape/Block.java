package org.qyran.sampledata.shape;

import java.util.List;

/**
 * A body with flat sides and no dent: a shed, a tent. It stands at a place, turned by a compass
 * direction, and is what lies behind all of its sides.
 *
 * @param eastMeters of the middle of the floor
 * @param northMeters of the middle of the floor
 * @param upMeters of the floor, above mean sea level
 * @param headingDegrees of its length, clockwise from north
 * @param radiusMeters of a circle around the floor that holds the body
 * @param sides all of them
 */
public record Block(
    double eastMeters,
    double northMeters,
    double upMeters,
    double headingDegrees,
    double radiusMeters,
    List<Side> sides)
    implements Solid {

  /**
   * A side, in axes along the body's length, across it to the right, and up from the floor.
   *
   * @param along share of the outward normal, which has length one
   * @param across share of the outward normal
   * @param up share of the outward normal
   * @param offMeters distance of the side from the middle of the floor
   * @param colour of the side
   * @param ribMeters distance of the ribs of corrugated iron that run down the slope, 0 for none
   */
  public record Side(
      double along, double across, double up, double offMeters, Colour colour, double ribMeters) {}

  public Block {
    sides = List.copyOf(sides);
  }

  /** A shed with upright walls and a roof that falls to the right of its length. */
  public static Block shed(
      double east, double north, double up, double headingDegrees, Box box, Colour roof) {
    Colour wall = Colour.ofScreen(126, 104, 82);
    double fall = Math.toRadians(9);
    return new Block(
        east,
        north,
        up,
        headingDegrees,
        box.radiusMeters(),
        List.of(
            new Side(1, 0, 0, box.lengthMeters() / 2, wall, 0),
            new Side(-1, 0, 0, box.lengthMeters() / 2, wall, 0),
            new Side(0, 1, 0, box.widthMeters() / 2, wall, 0),
            new Side(0, -1, 0, box.widthMeters() / 2, wall, 0),
            new Side(0, 0, -1, 1, wall, 0),
            new Side(
                0,
                Math.sin(fall),
                Math.cos(fall),
                box.heightMeters() * Math.cos(fall),
                roof,
                0.5)));
  }

  /** A tent: two sloping sheets that meet in a ridge along its length, and upright ends. */
  public static Block tent(
      double east, double north, double up, double headingDegrees, Box box, Colour cloth) {
    double slope = Math.atan2(box.heightMeters(), box.widthMeters() / 2);
    double off = box.heightMeters() * Math.cos(slope);
    return new Block(
        east,
        north,
        up,
        headingDegrees,
        box.radiusMeters(),
        List.of(
            new Side(1, 0, 0, box.lengthMeters() / 2, cloth, 0),
            new Side(-1, 0, 0, box.lengthMeters() / 2, cloth, 0),
            new Side(0, 0, -1, 1, cloth, 0),
            new Side(0, Math.sin(slope), Math.cos(slope), off, cloth, 0),
            new Side(0, -Math.sin(slope), Math.cos(slope), off, cloth, 0)));
  }

  /** The size of a body: its length, its width and the height of its middle. */
  public record Box(double lengthMeters, double widthMeters, double heightMeters) {

    double radiusMeters() {
      return Math.hypot(lengthMeters, widthMeters) / 2;
    }
  }

  @Override
  public double metersTo(Ray ray) {
    Entry entry = entry(ray);
    return entry.meters();
  }

  @Override
  public Surface surfaceAt(Ray ray, double meters) {
    Side side = sides.get(entry(ray).side());
    double sin = Math.sin(Math.toRadians(headingDegrees));
    double cos = Math.cos(Math.toRadians(headingDegrees));
    double east = ray.eastAt(meters) - eastMeters;
    double north = ray.northAt(meters) - northMeters;
    Colour colour = side.colour();
    if (side.ribMeters() > 0) {
      double along = east * sin + north * cos;
      colour = colour.times(1 + 0.16 * Math.sin(2 * Math.PI * along / side.ribMeters()));
    }
    return new Surface(
        colour,
        side.along() * sin + side.across() * cos,
        side.along() * cos - side.across() * sin,
        side.up(),
        0);
  }

  private record Entry(double meters, int side) {

    static final Entry NONE = new Entry(Double.POSITIVE_INFINITY, 0);
  }

  /** Keeps the stretch of the ray that lies behind every side; it enters where that begins. */
  private Entry entry(Ray ray) {
    double sin = Math.sin(Math.toRadians(headingDegrees));
    double cos = Math.cos(Math.toRadians(headingDegrees));
    double east = ray.eastMeters() - eastMeters;
    double north = ray.northMeters() - northMeters;
    double along = east * sin + north * cos;
    double across = east * cos - north * sin;
    double up = ray.upMeters() - upMeters;
    double alongward = ray.eastward() * sin + ray.northward() * cos;
    double acrossward = ray.eastward() * cos - ray.northward() * sin;
    double enters = 0;
    double leaves = Double.POSITIVE_INFINITY;
    int entered = -1;
    for (int index = 0; index < sides.size(); index++) {
      Side side = sides.get(index);
      double before =
          side.along() * along + side.across() * across + side.up() * up - side.offMeters();
      double approach =
          side.along() * alongward + side.across() * acrossward + side.up() * ray.upward();
      if (approach < 0) {
        double meters = -before / approach;
        if (meters > enters) {
          enters = meters;
          entered = index;
        }
      } else if (approach > 0) {
        leaves = Math.min(leaves, -before / approach);
      } else if (before > 0) {
        return Entry.NONE;
      }
    }
    return entered < 0 || enters >= leaves ? Entry.NONE : new Entry(enters, entered);
  }
}

package org.qyran.sampledata.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.place.PlanePoint;

/**
 * A closed line on the ground, drawn counterclockwise, without crossing itself.
 *
 * <p>Immutable; corners are kept once.
 */
public final class Outline {

  private final double[] east;
  private final double[] north;
  private final double centerEast;
  private final double centerNorth;
  private final double reach;

  private Outline(List<PlanePoint> corners) {
    int count = corners.size();
    if (count < 3) {
      throw new IllegalArgumentException("an outline has %d corners, needs 3".formatted(count));
    }
    boolean turned = twiceArea(corners) < 0;
    this.east = new double[count];
    this.north = new double[count];
    double sumEast = 0;
    double sumNorth = 0;
    for (int i = 0; i < count; i++) {
      PlanePoint corner = corners.get(turned ? count - 1 - i : i);
      east[i] = corner.eastMeters();
      north[i] = corner.northMeters();
      sumEast += east[i];
      sumNorth += north[i];
    }
    this.centerEast = sumEast / count;
    this.centerNorth = sumNorth / count;
    double farthest = 0;
    for (int i = 0; i < count; i++) {
      farthest = Math.max(farthest, Math.hypot(east[i] - centerEast, north[i] - centerNorth));
    }
    this.reach = farthest;
  }

  /** Through these corners, in either direction. */
  public static Outline of(List<PlanePoint> corners) {
    return new Outline(corners);
  }

  /** A rectangle around a place, its length along a compass direction. */
  public static Outline rectangle(
      PlanePoint middle, double lengthMeters, double widthMeters, double headingDegrees) {
    List<PlanePoint> corners = new ArrayList<>();
    for (int[] sign : new int[][] {{1, 1}, {-1, 1}, {-1, -1}, {1, -1}}) {
      corners.add(
          offset(middle, sign[0] * lengthMeters / 2, sign[1] * widthMeters / 2, headingDegrees));
    }
    return new Outline(corners);
  }

  /**
   * A lobed patch around a place, as things are that follow the ground and no ruler.
   *
   * @param lobes how far the edge comes and goes, as a share of the radius, in [0, 0.6]
   */
  public static Outline blob(
      PlanePoint middle,
      double lengthMeters,
      double widthMeters,
      double headingDegrees,
      double lobes,
      Chance chance) {
    List<PlanePoint> corners = new ArrayList<>();
    double first = chance.of(1).between(0, 2 * Math.PI);
    double second = chance.of(2).between(0, 2 * Math.PI);
    double third = chance.of(3).between(0, 2 * Math.PI);
    int count = 40;
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * i / count;
      double swing =
          1
              + lobes
                  * (0.5 * Math.sin(2 * angle + first)
                      + 0.35 * Math.sin(3 * angle + second)
                      + 0.25 * Math.sin(5 * angle + third));
      corners.add(
          offset(
              middle,
              lengthMeters / 2 * swing * Math.cos(angle),
              widthMeters / 2 * swing * Math.sin(angle),
              headingDegrees));
    }
    return new Outline(corners);
  }

  /**
   * A band along a way.
   *
   * @param way at least two points
   * @param halfWidthMeters by the share of the way that is behind, from 0 to 1
   */
  public static Outline ribbon(List<PlanePoint> way, DoubleUnaryOperator halfWidthMeters) {
    List<PlanePoint> left = new ArrayList<>();
    List<PlanePoint> right = new ArrayList<>();
    for (int i = 0; i < way.size(); i++) {
      PlanePoint before = way.get(Math.max(0, i - 1));
      PlanePoint after = way.get(Math.min(way.size() - 1, i + 1));
      double alongEast = after.eastMeters() - before.eastMeters();
      double alongNorth = after.northMeters() - before.northMeters();
      double length = Math.hypot(alongEast, alongNorth);
      double half = halfWidthMeters.applyAsDouble((double) i / (way.size() - 1));
      double acrossEast = alongNorth / length * half;
      double acrossNorth = -alongEast / length * half;
      PlanePoint here = way.get(i);
      right.add(new PlanePoint(here.eastMeters() + acrossEast, here.northMeters() + acrossNorth));
      left.add(0, new PlanePoint(here.eastMeters() - acrossEast, here.northMeters() - acrossNorth));
    }
    right.addAll(left);
    return new Outline(right);
  }

  /** The corners, counterclockwise seen from above, the first not repeated. */
  public List<PlanePoint> corners() {
    List<PlanePoint> corners = new ArrayList<>();
    for (int i = 0; i < east.length; i++) {
      corners.add(new PlanePoint(east[i], north[i]));
    }
    return corners;
  }

  public double areaSquareMeters() {
    return Math.abs(twiceArea(corners())) / 2;
  }

  /** The mean of the corners. */
  public PlanePoint middle() {
    return new PlanePoint(centerEast, centerNorth);
  }

  /** No corner lies farther from the middle. */
  public double reachMeters() {
    return reach;
  }

  /** How far a place lies outside the line; negative inside. */
  public double metersOutside(double eastMeters, double northMeters) {
    double least = Double.POSITIVE_INFINITY;
    boolean inside = false;
    int before = east.length - 1;
    for (int i = 0; i < east.length; i++) {
      double sideEast = east[i] - east[before];
      double sideNorth = north[i] - north[before];
      double toEast = eastMeters - east[before];
      double toNorth = northMeters - north[before];
      double square = sideEast * sideEast + sideNorth * sideNorth;
      double share = square == 0 ? 0 : (toEast * sideEast + toNorth * sideNorth) / square;
      share = Math.max(0, Math.min(1, share));
      double offEast = toEast - share * sideEast;
      double offNorth = toNorth - share * sideNorth;
      least = Math.min(least, offEast * offEast + offNorth * offNorth);
      if (north[i] > northMeters != north[before] > northMeters
          && toEast < sideEast * toNorth / sideNorth) {
        inside = !inside;
      }
      before = i;
    }
    double distance = Math.sqrt(least);
    return inside ? -distance : distance;
  }

  public boolean contains(double eastMeters, double northMeters) {
    return metersOutside(eastMeters, northMeters) < 0;
  }

  /** A place so far along a compass direction from another, and so far to its right. */
  public static PlanePoint offset(
      PlanePoint from, double alongMeters, double rightMeters, double headingDegrees) {
    double sin = Math.sin(Math.toRadians(headingDegrees));
    double cos = Math.cos(Math.toRadians(headingDegrees));
    return new PlanePoint(
        from.eastMeters() + alongMeters * sin + rightMeters * cos,
        from.northMeters() + alongMeters * cos - rightMeters * sin);
  }

  private static double twiceArea(List<PlanePoint> corners) {
    double sum = 0;
    PlanePoint before = corners.get(corners.size() - 1);
    for (PlanePoint corner : corners) {
      sum +=
          before.eastMeters() * corner.northMeters() - corner.eastMeters() * before.northMeters();
      before = corner;
    }
    return sum;
  }
}

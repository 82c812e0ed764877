package org.qyran.sampledata.world;

import java.util.List;
import org.qyran.model.DetectionType;
import org.qyran.sampledata.place.PlanePoint;

/**
 * A thing that stands in the world and that a survey should find: a rectangle on the ground, turned
 * by a compass direction.
 *
 * @param name within its world
 * @param type what it is
 * @param subtype {@code plot}, {@code tent} or {@code shed}
 * @param middle of the rectangle
 * @param headingDegrees of its length, clockwise from north
 * @param lengthMeters of the rectangle
 * @param widthMeters of the rectangle
 * @param heightMeters of what stands there, above the ground
 * @param plants that grow there, 0 for a building
 */
public record Landmark(
    String name,
    DetectionType type,
    String subtype,
    PlanePoint middle,
    double headingDegrees,
    double lengthMeters,
    double widthMeters,
    double heightMeters,
    int plants) {

  /** The corners of the rectangle, counter-clockwise seen from above. */
  public List<PlanePoint> ring() {
    double halfLength = lengthMeters / 2;
    double halfWidth = widthMeters / 2;
    return List.of(
        corner(-halfLength, halfWidth),
        corner(halfLength, halfWidth),
        corner(halfLength, -halfWidth),
        corner(-halfLength, -halfWidth));
  }

  /** The point so many metres along the length and across it, to the right, from the middle. */
  public PlanePoint corner(double alongMeters, double acrossMeters) {
    double headingRadians = Math.toRadians(headingDegrees);
    double sin = Math.sin(headingRadians);
    double cos = Math.cos(headingRadians);
    return new PlanePoint(
        middle.eastMeters() + alongMeters * sin + acrossMeters * cos,
        middle.northMeters() + alongMeters * cos - acrossMeters * sin);
  }

  /** How far outside the rectangle a place lies, 0 within it. */
  double metersOutside(double eastMeters, double northMeters) {
    double headingRadians = Math.toRadians(headingDegrees);
    double sin = Math.sin(headingRadians);
    double cos = Math.cos(headingRadians);
    double east = eastMeters - middle.eastMeters();
    double north = northMeters - middle.northMeters();
    double along = Math.abs(east * sin + north * cos) - lengthMeters / 2;
    double across = Math.abs(east * cos - north * sin) - widthMeters / 2;
    return Math.hypot(Math.max(0, along), Math.max(0, across));
  }
}

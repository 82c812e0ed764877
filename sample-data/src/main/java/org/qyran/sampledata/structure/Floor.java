package org.qyran.sampledata.structure;

import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.surface.Relief;
import org.qyran.sampledata.surface.Sheet;

/**
 * The rectangle that a thing stands on: level, as a house does, or tilted like the ground below, as
 * a car or a tent does.
 *
 * @param middle of the rectangle
 * @param lengthMeters along the heading
 * @param widthMeters across it
 * @param headingDegrees clockwise from true north
 * @param upMeters of the middle, above mean sea level
 * @param riseAlong metres up per metre along the heading
 * @param riseAcross metres up per metre to the right of it
 */
record Floor(
    PlanePoint middle,
    double lengthMeters,
    double widthMeters,
    double headingDegrees,
    double upMeters,
    double riseAlong,
    double riseAcross) {

  /** Told of every cell whose middle lies on the floor. */
  @FunctionalInterface
  interface Visitor {

    /**
     * One cell.
     *
     * @param along from −1 at the rear end to 1 at the front
     * @param across from −1 at the left side to 1 at the right
     */
    void at(int column, int row, double along, double across);
  }

  /** Level, at the height of the ground at the middle. */
  static Floor level(
      Relief relief,
      PlanePoint middle,
      double lengthMeters,
      double widthMeters,
      double headingDegrees) {
    double up = relief.upMeters(middle.eastMeters(), middle.northMeters());
    return new Floor(middle, lengthMeters, widthMeters, headingDegrees, up, 0, 0);
  }

  /** Tilted as the ground is from end to end and from side to side. */
  static Floor lying(
      Relief relief,
      PlanePoint middle,
      double lengthMeters,
      double widthMeters,
      double headingDegrees) {
    PlanePoint front = Outline.offset(middle, lengthMeters / 2, 0, headingDegrees);
    PlanePoint rear = Outline.offset(middle, -lengthMeters / 2, 0, headingDegrees);
    PlanePoint right = Outline.offset(middle, 0, widthMeters / 2, headingDegrees);
    PlanePoint left = Outline.offset(middle, 0, -widthMeters / 2, headingDegrees);
    return new Floor(
        middle,
        lengthMeters,
        widthMeters,
        headingDegrees,
        relief.upMeters(middle.eastMeters(), middle.northMeters()),
        rise(relief, rear, front) / lengthMeters,
        rise(relief, left, right) / widthMeters);
  }

  /** A smaller rectangle in the same plane and with the same heading. */
  Floor part(
      double alongMeters, double rightMeters, double partLengthMeters, double partWidthMeters) {
    return new Floor(
        Outline.offset(middle, alongMeters, rightMeters, headingDegrees),
        partLengthMeters,
        partWidthMeters,
        headingDegrees,
        upMeters + alongMeters * riseAlong + rightMeters * riseAcross,
        riseAlong,
        riseAcross);
  }

  Outline outline() {
    return Outline.rectangle(middle, lengthMeters, widthMeters, headingDegrees);
  }

  /** The ellipse within, as 40 corners that are set around it: what a round thing covers. */
  Outline ellipse() {
    double around = 1 / Math.cos(Math.PI / 40);
    return Outline.blob(
        middle, around * lengthMeters, around * widthMeters, headingDegrees, 0, new Chance(0));
  }

  /** Height of the floor, above mean sea level. */
  double upAt(double along, double across) {
    return upMeters + along * lengthMeters / 2 * riseAlong + across * widthMeters / 2 * riseAcross;
  }

  void forEachCell(Sheet sheet, Visitor visitor) {
    double sin = Math.sin(Math.toRadians(headingDegrees));
    double cos = Math.cos(Math.toRadians(headingDegrees));
    double reachEast = (lengthMeters * Math.abs(sin) + widthMeters * Math.abs(cos)) / 2;
    double reachNorth = (lengthMeters * Math.abs(cos) + widthMeters * Math.abs(sin)) / 2;
    int endRow = sheet.endRow(middle.northMeters() + reachNorth);
    int firstColumn = sheet.firstColumn(middle.eastMeters() - reachEast);
    int endColumn = sheet.endColumn(middle.eastMeters() + reachEast);
    for (int row = sheet.firstRow(middle.northMeters() - reachNorth); row < endRow; row++) {
      double north = sheet.northOf(row) - middle.northMeters();
      for (int column = firstColumn; column < endColumn; column++) {
        double east = sheet.eastOf(column) - middle.eastMeters();
        double along = (east * sin + north * cos) * 2 / lengthMeters;
        double across = (east * cos - north * sin) * 2 / widthMeters;
        if (Math.abs(along) < 1 && Math.abs(across) < 1) {
          visitor.at(column, row, along, across);
        }
      }
    }
  }

  private static double rise(Relief relief, PlanePoint from, PlanePoint to) {
    return relief.upMeters(to.eastMeters(), to.northMeters())
        - relief.upMeters(from.eastMeters(), from.northMeters());
  }
}

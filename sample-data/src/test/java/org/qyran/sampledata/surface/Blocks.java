package org.qyran.sampledata.surface;

import java.util.List;

/** Countries so plain that a pencil knows what a ray meets. */
public final class Blocks {

  /** Level ground lies here above the sea. */
  public static final double GROUND_METERS = 100;

  private Blocks() {}

  /** One skin over all ground. */
  public static Layer ground(Skin skin) {
    return sheet -> {
      int number = sheet.numberOf(skin);
      for (int row = 0; row < sheet.cells(); row++) {
        for (int column = 0; column < sheet.cells(); column++) {
          sheet.paint(column, row, number, 0);
        }
      }
    };
  }

  /** A body with upright sides and a level top over level ground. */
  public static Layer box(
      double west, double south, double east, double north, double heightMeters, Skin skin) {
    return sheet -> {
      int number = sheet.numberOf(skin);
      for (int row = sheet.firstRow(south); row < sheet.endRow(north); row++) {
        for (int column = sheet.firstColumn(west); column < sheet.endColumn(east); column++) {
          sheet.raise(column, row, sheet.floorAt(column, row) + heightMeters, number, 0);
        }
      }
    };
  }

  /** Paint on the ground, as flat as a line on a road. */
  public static Layer paint(double west, double south, double east, double north, Skin skin) {
    return sheet -> {
      int number = sheet.numberOf(skin);
      for (int row = sheet.firstRow(south); row < sheet.endRow(north); row++) {
        for (int column = sheet.firstColumn(west); column < sheet.endColumn(east); column++) {
          sheet.paint(column, row, number, 0);
        }
      }
    };
  }

  /** A level country with a sun. */
  public static Country level(List<Layer> layers, double cellMeters, SunDirection sun) {
    return new Country(
        (east, north) -> GROUND_METERS, layers, new Scale(cellMeters, 64, 12, 0.1, 64), sun);
  }

  /** A line of sight from a place, by compass direction and dip below the horizon. */
  public static Ray ray(
      double east, double north, double up, double headingDegrees, double dipDegrees) {
    double level = Math.cos(Math.toRadians(dipDegrees));
    return new Ray(
        east,
        north,
        up,
        level * Math.sin(Math.toRadians(headingDegrees)),
        level * Math.cos(Math.toRadians(headingDegrees)),
        -Math.sin(Math.toRadians(dipDegrees)));
  }
}

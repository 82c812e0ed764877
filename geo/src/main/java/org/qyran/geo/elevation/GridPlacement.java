package org.qyran.geo.elevation;

import java.util.Arrays;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.operation.transform.AffineTransform2D;
import org.locationtech.jts.geom.Envelope;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.model.GeoPoint;

/**
 * Where a grid lies.
 *
 * @param toGrid from longitude and latitude in degrees to column and row; (0, 0) is the first value
 * @param borderCells how far beyond its outermost values the grid still answers: half a cell where
 *     values stand for cells that lie side by side, a hair where neighbouring tiles share a row of
 *     values
 * @param middleLongitudeDegrees near the middle of the grid: longitudes are taken to within half a
 *     turn of it, so that a grid may lie across the antimeridian
 * @param spacingMeters from one value to the next in the middle of the grid
 * @param box in degrees, with the grid inside; longitudes within a turn of the middle
 */
public record GridPlacement(
    MathTransform toGrid,
    double borderCells,
    double middleLongitudeDegrees,
    double spacingMeters,
    Envelope box) {

  /** For values that stand for cells lying side by side. */
  public static final double HALF_A_CELL = 0.5;

  /** For tiles that share their outermost values: enough to bridge what rounding may part. */
  public static final double A_HAIR = 1e-6;

  private static final int STEPS_ALONG_AN_EDGE = 16;

  /** An edge that bulges between two steps of 1/16 stays within 1/256 of its length. */
  private static final double BULGE = 0.01;

  /** The placement of a grid whose projection is given. */
  public static GridPlacement of(int columns, int rows, MathTransform toGrid, double borderCells)
      throws TransformException {
    double[] middle = toWorld(toGrid, columns / 2.0, rows / 2.0);
    return new GridPlacement(
        toGrid,
        borderCells,
        middle[0],
        spacingMeters(toGrid, columns / 2.0, rows / 2.0),
        box(columns, rows, toGrid, middle[0]));
  }

  /**
   * The placement of a grid of geographic degrees whose first value is its north-western one.
   *
   * @param westDegrees longitude of the first column of values
   * @param northDegrees latitude of the first row of values
   * @param columnsPerDegree values to the degree of longitude
   * @param rowsPerDegree values to the degree of latitude
   */
  public static GridPlacement ofDegrees(
      int columns,
      int rows,
      double westDegrees,
      double northDegrees,
      double columnsPerDegree,
      double rowsPerDegree) {
    try {
      return of(
          columns,
          rows,
          new AffineTransform2D(
              columnsPerDegree,
              0,
              0,
              -rowsPerDegree,
              -westDegrees * columnsPerDegree,
              northDegrees * rowsPerDegree),
          A_HAIR);
    } catch (TransformException e) {
      throw new IllegalStateException("a shift and a scale can always be inverted", e);
    }
  }

  /** Whether a point lies in the box; outside of it the grid knows nothing. */
  public boolean mayHold(GeoPoint point) {
    double longitude = point.longitudeDegrees();
    return box.contains(
        longitude + 360 * Math.rint((middleLongitudeDegrees - longitude) / 360),
        point.latitudeDegrees());
  }

  private static double[] toWorld(MathTransform toGrid, double column, double row)
      throws TransformException {
    double[] place = {column, row};
    toGrid.inverse().transform(place, 0, place, 0, 1);
    if (!Arrays.stream(place).allMatch(Double::isFinite)) {
      throw new TransformException("the middle of the grid lies nowhere on earth");
    }
    return place;
  }

  /** The side of a square as large as the cell in the middle of the grid. */
  private static double spacingMeters(MathTransform toGrid, double column, double row)
      throws TransformException {
    LocalAxes axes = LocalAxes.at(pointOf(toWorld(toGrid, column, row)), 0);
    double across =
        axes.toLocal(pointOf(toWorld(toGrid, column + 1, row)), 0).levelDistanceMeters();
    double along = axes.toLocal(pointOf(toWorld(toGrid, column, row + 1)), 0).levelDistanceMeters();
    return Math.sqrt(across * along);
  }

  private static GeoPoint pointOf(double[] place) {
    return new GeoPoint(place[1], Math.IEEEremainder(place[0], 360));
  }

  /** From points around the grid, a little widened; the whole turn where that does not work. */
  private static Envelope box(
      int columns, int rows, MathTransform toGrid, double middleLongitudeDegrees) {
    Envelope box = new Envelope();
    try {
      for (int step = 0; step <= STEPS_ALONG_AN_EDGE; step++) {
        double column = -0.5 + columns * step / (double) STEPS_ALONG_AN_EDGE;
        double row = -0.5 + rows * step / (double) STEPS_ALONG_AN_EDGE;
        double[][] around = {
          {column, -0.5}, {column, rows - 0.5}, {-0.5, row}, {columns - 0.5, row}
        };
        for (double[] at : around) {
          double[] place = toWorld(toGrid, at[0], at[1]);
          box.expandToInclude(
              place[0] + 360 * Math.rint((middleLongitudeDegrees - place[0]) / 360), place[1]);
        }
      }
      for (double pole : new double[] {-90, 90}) {
        double[] at = {middleLongitudeDegrees, pole};
        toGrid.transform(at, 0, at, 0, 1);
        if (at[0] >= -0.5 && at[0] <= columns && at[1] >= -0.5 && at[1] <= rows) {
          box.expandToInclude(middleLongitudeDegrees - 180, pole);
          box.expandToInclude(middleLongitudeDegrees + 180, pole);
        }
      }
    } catch (TransformException somewhereOffTheProjection) {
      return new Envelope(middleLongitudeDegrees - 180, middleLongitudeDegrees + 180, -90, 90);
    }
    box.expandBy(BULGE * box.getWidth(), BULGE * box.getHeight());
    return box;
  }
}

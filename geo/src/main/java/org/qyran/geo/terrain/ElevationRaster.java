package org.qyran.geo.terrain;

import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.qyran.geo.geoid.Egm96;
import org.qyran.model.GeoPoint;

/**
 * One grid of heights and where it lies in the world.
 *
 * <p>Grid positions name the middle of cells: (0, 0) is the middle of the first cell. Between
 * middles the surface is bilinear; in the outer half of the border cells it is level across the
 * border, so that tiles laid side by side leave no gap. A bilinear cell with an unknown corner is
 * unknown.
 *
 * <p>Immutable; threads may share it.
 */
final class ElevationRaster {

  /** The grid position of a place that the grid's projection cannot express. */
  static final double NOWHERE = Double.NaN;

  private final int columns;
  private final int rows;
  private final float[] heights;
  private final MathTransform toGrid;
  private final double middleLongitudeDegrees;
  private final double spacingMeters;
  private final double errorMeters;
  private final boolean aboveSeaLevel;
  private final double lowestMeters;
  private final double highestMeters;

  /**
   * Where a grid lies, and how good it is.
   *
   * @param toGrid from longitude and latitude in degrees to column and row
   * @param middleLongitudeDegrees near the middle of the grid: longitudes are taken to within half
   *     a turn of it, so that a grid may lie across the antimeridian
   * @param spacingMeters from one value to the next
   * @param errorMeters one standard deviation of the heights
   * @param aboveSeaLevel whether the heights are above mean sea level or above the ellipsoid
   */
  record Placement(
      MathTransform toGrid,
      double middleLongitudeDegrees,
      double spacingMeters,
      double errorMeters,
      boolean aboveSeaLevel) {}

  /**
   * A grid of heights.
   *
   * @param heights row by row from the grid's first row, NaN where unknown; kept, not copied
   */
  ElevationRaster(int columns, int rows, float[] heights, Placement placement) {
    this.columns = columns;
    this.rows = rows;
    this.heights = heights;
    toGrid = placement.toGrid();
    middleLongitudeDegrees = placement.middleLongitudeDegrees();
    spacingMeters = placement.spacingMeters();
    errorMeters = placement.errorMeters();
    aboveSeaLevel = placement.aboveSeaLevel();
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float height : heights) {
      // Comparisons with NaN are false, so unknown cells do not count.
      if (height < low) {
        low = height;
      }
      if (height > high) {
        high = height;
      }
    }
    lowestMeters = low;
    highestMeters = high;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  double spacingMeters() {
    return spacingMeters;
  }

  double errorMeters() {
    return errorMeters;
  }

  /** The lowest value of the grid, in its own datum; +∞ when nothing is known. */
  double lowestMeters() {
    return lowestMeters;
  }

  /** The highest value of the grid, in its own datum; -∞ when nothing is known. */
  double highestMeters() {
    return highestMeters;
  }

  /** What must be added to the grid's values at a point to give heights above the ellipsoid. */
  double datumOffsetMeters(GeoPoint point) {
    return aboveSeaLevel ? Egm96.undulationMeters(point) : 0;
  }

  /** Where a point lies on the grid: column and row into {@code position[at]} and the next. */
  void locate(GeoPoint point, double[] position, int at) {
    double longitude = point.longitudeDegrees();
    position[at] = longitude + 360 * Math.rint((middleLongitudeDegrees - longitude) / 360);
    position[at + 1] = point.latitudeDegrees();
    try {
      toGrid.transform(position, at, position, at, 1);
    } catch (TransformException farFromTheProjectionsArea) {
      position[at] = NOWHERE;
      position[at + 1] = NOWHERE;
    }
  }

  /** Whether a grid position is on the grid, its outer half cells included. */
  boolean covers(double column, double row) {
    return column >= -0.5 && column <= columns - 0.5 && row >= -0.5 && row <= rows - 0.5;
  }

  /** The height of a cell, the nearest one for cells just outside; NaN where unknown. */
  float corner(int column, int row) {
    int nearColumn = Math.min(columns - 1, Math.max(0, column));
    int nearRow = Math.min(rows - 1, Math.max(0, row));
    return heights[nearRow * columns + nearColumn];
  }

  /** The surface in the grid's own datum; NaN outside and where a corner is unknown. */
  double heightMeters(double column, double row) {
    if (!covers(column, row)) {
      return Double.NaN;
    }
    int west = (int) Math.floor(column);
    int north = (int) Math.floor(row);
    double right = column - west;
    double below = row - north;
    double top = corner(west, north) * (1 - right) + corner(west + 1, north) * right;
    double bottom = corner(west, north + 1) * (1 - right) + corner(west + 1, north + 1) * right;
    return top * (1 - below) + bottom * below;
  }
}

package org.qyran.geo.look;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Polygon;

/**
 * Finds the cells whose middles lie in a polygon, row by row (even-odd scan conversion, Foley and
 * van Dam, Computer Graphics, section 3.5).
 *
 * <p>Polygons that share an edge share no cell: an edge counts for the cells to its right and
 * above.
 */
public final class CellScan {

  /** Told every run of cells. */
  @FunctionalInterface
  public interface Run {
    /** The cells of a row from one column up to and without another. */
    void cells(int row, int fromColumn, int toColumn);
  }

  private final CellGrid grid;
  private final int firstRow;
  private final int[] counts;
  private double[] crossings = new double[0];

  private CellScan(CellGrid grid, int firstRow, int rows) {
    this.grid = grid;
    this.firstRow = firstRow;
    this.counts = new int[rows + 1];
  }

  /** Scans the whole polygon. */
  public static void scan(CellGrid grid, Polygon polygon, Run run) {
    int first = grid.cellOf(polygon.getEnvelopeInternal().getMinY());
    int last = grid.cellOf(polygon.getEnvelopeInternal().getMaxY());
    scan(grid, polygon, first, last + 1, run);
  }

  /** Scans some rows of the polygon, the last not included. */
  public static void scan(CellGrid grid, Polygon polygon, int fromRow, int toRow, Run run) {
    if (fromRow < toRow) {
      new CellScan(grid, fromRow, toRow - fromRow).scan(polygon, run);
    }
  }

  private void scan(Polygon polygon, Run run) {
    forEachRing(polygon, true);
    int total = 0;
    for (int row = 0; row < counts.length; row++) {
      int here = counts[row];
      counts[row] = total;
      total += here;
    }
    crossings = new double[total];
    int[] starts = counts.clone();
    forEachRing(polygon, false);
    for (int row = 0; row + 1 < counts.length; row++) {
      int from = starts[row];
      int to = starts[row + 1];
      Arrays.sort(crossings, from, to);
      for (int at = from; at + 1 < to; at += 2) {
        int fromColumn = firstMiddleFrom(crossings[at]);
        int toColumn = firstMiddleFrom(crossings[at + 1]);
        if (fromColumn < toColumn) {
          run.cells(firstRow + row, fromColumn, toColumn);
        }
      }
    }
  }

  private void forEachRing(Polygon polygon, boolean counting) {
    edges(polygon.getExteriorRing().getCoordinateSequence(), counting);
    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
      edges(polygon.getInteriorRingN(hole).getCoordinateSequence(), counting);
    }
  }

  private void edges(CoordinateSequence ring, boolean counting) {
    int rows = counts.length - 1;
    for (int at = 0; at + 1 < ring.size(); at++) {
      double x = ring.getX(at);
      double y = ring.getY(at);
      double toX = ring.getX(at + 1);
      double toY = ring.getY(at + 1);
      int from = Math.max(0, firstMiddleFrom(Math.min(y, toY)) - firstRow);
      int to = Math.min(rows, firstMiddleFrom(Math.max(y, toY)) - firstRow);
      for (int row = from; row < to; row++) {
        if (counting) {
          counts[row]++;
        } else {
          double share = (grid.middleMeters((long) firstRow + row) - y) / (toY - y);
          crossings[counts[row]] = x + (toX - x) * share;
          counts[row]++;
        }
      }
    }
  }

  /** The first column or row whose middle lies at or after a coordinate. */
  private int firstMiddleFrom(double meters) {
    return (int) Math.ceil(meters / grid.sideMeters() - 0.5);
  }
}

package org.qyran.geo.terrain;

import java.util.List;
import org.qyran.geo.axes.Place;
import org.qyran.model.GeoPoint;

/**
 * One line of sight on its way over elevation rasters. Used once, by one thread.
 *
 * <p>The line is cut into spans of at most {@value #SPAN_METERS} m over the ground. At both ends of
 * a span its exact height and grid position are known; between them both are taken to be linear,
 * which is off by 1 mm for the curvature of the earth (d² / 8R) and by as little for the bend that
 * a projection gives a straight line. Within a span the grid is walked cell by cell (J. Amanatides
 * and A. Woo, A Fast Voxel Traversal Algorithm, Eurographics 1987). Over a bilinear cell a straight
 * line's height above the surface is a parabola, whose first root is the first place where the line
 * meets the ground: no ridge is stepped over, however narrow, and none is met twice.
 *
 * <p>Stretches where a raster knows nothing are walked again on the next raster. A line that was
 * last seen above the ground and is next seen below it, with unknown ground between, came down in
 * the unknown part.
 */
final class RasterWalk {

  /** d² / 8R is 1.2 mm here, and a span costs a microsecond. */
  static final double SPAN_METERS = 250;

  /** Less than this above the highest value of a raster, its cells must be looked at. */
  private static final double DATUM_MARGIN_METERS = 25;

  private final List<ElevationRaster> rasters;
  private final Sightline line;

  /** At the start of the span and at its end, for each raster: height in its datum, column, row. */
  private final double[] startHeights;

  private final double[] endHeights;
  private double[] start;
  private double[] end;

  private double foundShare;
  private double foundError;
  private State state = State.ALOFT;
  private boolean lastUnknownWasHole;

  private enum State {
    ALOFT,
    OVER_UNKNOWN,
    LANDED,
    LOST
  }

  RasterWalk(List<ElevationRaster> rasters, Sightline line) {
    this.rasters = rasters;
    this.line = line;
    startHeights = new double[rasters.size()];
    endHeights = new double[rasters.size()];
    start = new double[2 * rasters.size()];
    end = new double[2 * rasters.size()];
  }

  Meeting walk() {
    double sinDip = -line.direction().upMeters();
    double cosDip = line.direction().levelDistanceMeters();
    double step = Math.min(line.rangeMeters(), SPAN_METERS / Math.max(cosDip, 1e-9));
    double from = firstDistance(sinDip);
    enter(from, startHeights, start);
    while (from < line.rangeMeters()) {
      double to = Math.min(from + step, line.rangeMeters());
      enter(to, endHeights, end);
      walkSpan(0, 0, 1);
      if (state == State.LANDED) {
        return Meeting.ground(from + (to - from) * foundShare, foundError);
      }
      if (state == State.LOST || isBelowEverything()) {
        return Meeting.none(lastUnknownWasHole ? Meeting.Kind.HOLE : Meeting.Kind.OUTSIDE);
      }
      System.arraycopy(endHeights, 0, startHeights, 0, startHeights.length);
      double[] used = start;
      start = end;
      end = used;
      from = to;
    }
    return Meeting.none(Meeting.Kind.BEYOND_RANGE);
  }

  /**
   * A distance up to which the line is surely above every raster. The earth falls away under a
   * straight line, so the line is higher there than on a flat earth.
   */
  private double firstDistance(double sinDip) {
    double highest = Double.NEGATIVE_INFINITY;
    for (ElevationRaster raster : rasters) {
      highest =
          Math.max(
              highest,
              raster.highestMeters()
                  + raster.datumOffsetMeters(line.camera())
                  + DATUM_MARGIN_METERS);
    }
    return Math.max(0, Math.min((line.heightMeters() - highest) / sinDip, line.rangeMeters()));
  }

  private void enter(double distance, double[] heights, double[] positions) {
    Place place = line.placeAt(distance);
    GeoPoint point = place.point();
    for (int index = 0; index < rasters.size(); index++) {
      ElevationRaster raster = rasters.get(index);
      heights[index] = place.heightMeters() - raster.datumOffsetMeters(point);
      raster.locate(point, positions, 2 * index);
    }
  }

  private boolean isOver() {
    return state == State.LANDED || state == State.LOST;
  }

  private boolean isBelowEverything() {
    for (int index = 0; index < rasters.size(); index++) {
      if (endHeights[index] >= rasters.get(index).lowestMeters()) {
        return false;
      }
    }
    return true;
  }

  /** Walks a part of the span, in shares of it, on one raster and those after it. */
  private void walkSpan(int index, double fromShare, double toShare) {
    if (isOver() || !(fromShare < toShare)) {
      return;
    }
    if (index == rasters.size()) {
      state = State.OVER_UNKNOWN;
      return;
    }
    ElevationRaster raster = rasters.get(index);
    double column = start[2 * index];
    double row = start[2 * index + 1];
    double columnStep = end[2 * index] - column;
    double rowStep = end[2 * index + 1] - row;
    if (Double.isNaN(columnStep) || Double.isNaN(rowStep)) {
      walkUnknown(index, fromShare, toShare, false);
      return;
    }
    double in =
        Math.max(
            fromShare,
            Math.max(
                entry(column, columnStep, raster.columns()), entry(row, rowStep, raster.rows())));
    double out =
        Math.min(
            toShare,
            Math.min(
                exit(column, columnStep, raster.columns()), exit(row, rowStep, raster.rows())));
    if (!(in <= out)) {
      walkUnknown(index, fromShare, toShare, false);
      return;
    }
    walkUnknown(index, fromShare, in, false);
    walkCells(index, in, out);
    walkUnknown(index, out, toShare, false);
  }

  private void walkUnknown(int index, double fromShare, double toShare, boolean hole) {
    if (fromShare < toShare && !isOver()) {
      lastUnknownWasHole = hole || (index > 0 && lastUnknownWasHole);
      walkSpan(index + 1, fromShare, toShare);
    }
  }

  /** The share of the span at which the band [-0.5, count - 0.5] is entered. */
  private static double entry(double from, double step, int count) {
    if (step == 0) {
      return from >= -0.5 && from <= count - 0.5 ? 0 : Double.POSITIVE_INFINITY;
    }
    return ((step > 0 ? -0.5 : count - 0.5) - from) / step;
  }

  private static double exit(double from, double step, int count) {
    return step == 0 ? 1 : ((step > 0 ? count - 0.5 : -0.5) - from) / step;
  }

  private void walkCells(int index, double fromShare, double toShare) {
    if (isOver()) {
      return;
    }
    ElevationRaster raster = rasters.get(index);
    double column = start[2 * index];
    double row = start[2 * index + 1];
    double columnStep = end[2 * index] - column;
    double rowStep = end[2 * index + 1] - row;
    double columnLine = firstLine(column + columnStep * fromShare, columnStep);
    double rowLine = firstLine(row + rowStep * fromShare, rowStep);
    double unknownFrom = Double.NaN;
    double at = fromShare;
    while (at < toShare || (at == toShare && fromShare == toShare)) {
      double columnShare = columnStep == 0 ? 2 : (columnLine - column) / columnStep;
      double rowShare = rowStep == 0 ? 2 : (rowLine - row) / rowStep;
      double next = Math.max(at, Math.min(toShare, Math.min(columnShare, rowShare)));
      double middle = (at + next) / 2;
      int west = (int) Math.floor(column + columnStep * middle);
      int north = (int) Math.floor(row + rowStep * middle);
      Cell cell = new Cell(raster, west, north);
      if (cell.isUnknown()) {
        unknownFrom = Double.isNaN(unknownFrom) ? at : unknownFrom;
      } else {
        if (!Double.isNaN(unknownFrom)) {
          walkUnknown(index, unknownFrom, at, true);
          unknownFrom = Double.NaN;
        }
        if (!isOver()) {
          look(index, cell, at, next);
        }
        if (isOver()) {
          return;
        }
      }
      if (columnShare <= next) {
        columnLine += Math.signum(columnStep);
      }
      if (rowShare <= next) {
        rowLine += Math.signum(rowStep);
      }
      if (fromShare == toShare) {
        break;
      }
      at = next;
    }
    if (!Double.isNaN(unknownFrom)) {
      walkUnknown(index, unknownFrom, toShare, true);
    }
  }

  /** The first whole number ahead: the next line between cell middles that will be crossed. */
  private static double firstLine(double from, double step) {
    return step > 0 ? Math.floor(from) + 1 : Math.ceil(from) - 1;
  }

  /** Looks for the ground between two shares of the span that lie in one known cell. */
  private void look(int index, Cell cell, double from, double to) {
    double lowest = Math.min(height(index, from), height(index, to));
    if (lowest > cell.highest) {
      state = State.ALOFT;
      return;
    }
    double first = gap(index, cell, from);
    if (first <= 0) {
      land(index, from);
      return;
    }
    state = State.ALOFT;
    double last = gap(index, cell, to);
    double half = gap(index, cell, (from + to) / 2);
    // The parabola first + b t + a t² through the gaps at t = 0, 1/2 and 1.
    double a = 2 * (first - 2 * half + last);
    double b = 4 * half - 3 * first - last;
    double root = firstRoot(a, b, first);
    if (root <= 1) {
      land(index, from + (to - from) * root);
    } else if (last <= 0) {
      land(index, to);
    }
  }

  private void land(int index, double share) {
    if (state == State.OVER_UNKNOWN) {
      state = State.LOST;
      return;
    }
    state = State.LANDED;
    foundShare = share;
    foundError = rasters.get(index).errorMeters();
  }

  private double height(int index, double share) {
    return startHeights[index] + (endHeights[index] - startHeights[index]) * share;
  }

  private double gap(int index, Cell cell, double share) {
    double column = start[2 * index] + (end[2 * index] - start[2 * index]) * share;
    double row = start[2 * index + 1] + (end[2 * index + 1] - start[2 * index + 1]) * share;
    return height(index, share) - cell.surface(column, row);
  }

  /** The least root of a t² + b t + c at or after 0, for c above 0; +∞ when there is none. */
  private static double firstRoot(double a, double b, double c) {
    double under = b * b - 4 * a * c;
    if (under < 0) {
      return Double.POSITIVE_INFINITY;
    }
    // Written so that no two nearly equal numbers are subtracted.
    double q = -(b + Math.copySign(Math.sqrt(under), b)) / 2;
    double one = q == 0 ? Double.POSITIVE_INFINITY : c / q;
    double other = a == 0 ? Double.POSITIVE_INFINITY : q / a;
    double least = Math.min(one, other);
    double most = Math.max(one, other);
    return least >= 0 ? least : most >= 0 ? most : Double.POSITIVE_INFINITY;
  }

  /** The bilinear surface between four neighbouring values. */
  private static final class Cell {

    private final int west;
    private final int north;
    private final double northWest;
    private final double northEast;
    private final double southWest;
    private final double southEast;
    final double highest;

    Cell(ElevationRaster raster, int west, int north) {
      this.west = west;
      this.north = north;
      northWest = raster.corner(west, north);
      northEast = raster.corner(west + 1, north);
      southWest = raster.corner(west, north + 1);
      southEast = raster.corner(west + 1, north + 1);
      highest = Math.max(Math.max(northWest, northEast), Math.max(southWest, southEast));
    }

    boolean isUnknown() {
      // Math.max hands on a NaN.
      return Double.isNaN(highest);
    }

    double surface(double column, double row) {
      double right = column - west;
      double below = row - north;
      double top = northWest + (northEast - northWest) * right;
      double bottom = southWest + (southEast - southWest) * right;
      return top + (bottom - top) * below;
    }
  }
}

package org.qyran.geo.terrain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.qyran.geo.axes.Place;
import org.qyran.geo.elevation.ElevationBlock;
import org.qyran.geo.elevation.ElevationRaster;
import org.qyran.geo.elevation.GridSource;
import org.qyran.model.GeoPoint;

/**
 * One line of sight on its way over elevation rasters. Used once, by one thread.
 *
 * <p>The line is cut into spans of {@value #SPAN_METERS} m. At both ends of a span its exact height
 * and grid position are known; between them both are taken to be linear. That is off by d² / 8R =
 * 0.3 mm at most for the curvature of the earth, up and down, and by as little sideways for the
 * bend that a projection gives a straight line (times the tangent of the latitude on a grid of
 * degrees). Within a span the grid is walked cell by cell (J. Amanatides and A. Woo, A Fast Voxel
 * Traversal Algorithm, Eurographics 1987). Over a bilinear cell a straight line's height above the
 * surface is a parabola, whose first root is the first place where the line meets the ground: no
 * ridge is stepped over, however narrow, and none is met twice.
 *
 * <p>Where the line is above the highest value of a block of cells, they are passed in one step.
 *
 * <p>Stretches where a raster knows nothing are walked again on the next raster. A line that was
 * last seen above the ground and is next seen below it, with unknown ground between, came down in
 * the unknown part.
 */
final class RasterWalk {

  /** d² / 8R is 0.3 mm here, and a span costs less than a microsecond. */
  static final double SPAN_METERS = 125;

  /** No land above the ellipsoid is higher: Everest and the highest undulation of the geoid. */
  private static final double HIGHEST_METERS = GridSource.HIGHEST_HEIGHT_METERS + 100;

  /** The geoid changes by less over the longest line of sight. */
  private static final double GEOID_CHANGE_METERS = 25;

  /**
   * A stretch that is leaped over. In its middle a straight line is d² / 8R = 1.3 m lower than
   * between its ends, and aside of where they put it by as much times the tangent of the latitude.
   */
  private static final double LONGEST_LEAP_METERS = 8_000;

  private static final double SHORTEST_LEAP_METERS = 500;

  /** Far more than a leap can be off by, sideways and down. */
  private static final double LEAP_ASIDE_METERS = 10;

  private static final double LEAP_ASIDE_SHARE = 0.01;
  private static final double LEAP_ABOVE_METERS = 5;

  /** A leap over more would read blocks that the line never comes near. */
  private static final int MOST_BLOCKS_OF_A_LEAP = 4;

  private final LayerIndex index;
  private final Function<GeoPoint, Optional<String>> missingAt;
  private final double usualGroundMeters;
  private final Sightline line;

  /** The layers near the span. */
  private List<GroundLayer> layers = List.of();

  /** The block of each that the line was last in. */
  private ElevationBlock[] blocks = {};

  /** For each, at the start of the span and at its end: height in its datum, column, row. */
  private double[] startHeights = {};

  private double[] endHeights = {};
  private double[] start = {};
  private double[] end = {};

  private double from;
  private double to;
  private double foundShare;
  private double foundError;
  private State state = State.ALOFT;
  private boolean lastUnknownWasHole;
  private boolean deep;
  private boolean deepInHole;
  private String missing = "";

  /** Above the ellipsoid, of the blocks that the line was in. */
  private double lowestSeenMeters = Double.POSITIVE_INFINITY;

  private enum State {
    ALOFT,
    OVER_UNKNOWN,
    LANDED,
    LOST
  }

  /**
   * A walk along a line.
   *
   * @param missingAt names the tile that should be there where nothing is known
   * @param usualGroundMeters a guess of the ground's height above the ellipsoid, which only decides
   *     whether long steps are tried
   */
  RasterWalk(
      LayerIndex index,
      Function<GeoPoint, Optional<String>> missingAt,
      double usualGroundMeters,
      Sightline line) {
    this.index = index;
    this.usualGroundMeters = usualGroundMeters;
    this.missingAt = missingAt;
    this.line = line;
  }

  Meeting walk() {
    from = firstDistance();
    leap();
    Place here = line.placeAt(from);
    while (from < line.rangeMeters()) {
      to = Math.min(from + SPAN_METERS, line.rangeMeters());
      Place ahead = line.placeAt(to);
      take(index.near(here.point(), ahead.point()), here);
      enter(ahead, endHeights, end);
      walkSpan(0, 0, 1);
      if (state == State.LANDED) {
        return Meeting.ground(from + (to - from) * foundShare, foundError);
      }
      noteDepth(ahead);
      if (state == State.LOST || isDownInTheUnknown(ahead)) {
        return inTheUnknown();
      }
      System.arraycopy(endHeights, 0, startHeights, 0, startHeights.length);
      double[] used = start;
      start = end;
      end = used;
      from = to;
      here = ahead;
    }
    return state == State.OVER_UNKNOWN && here.heightMeters() < lowestSeenMeters
        ? inTheUnknown()
        : Meeting.none(Meeting.Kind.BEYOND_RANGE);
  }

  private Meeting inTheUnknown() {
    boolean hole = deep ? deepInHole : lastUnknownWasHole;
    return Meeting.none(hole ? Meeting.Kind.HOLE : Meeting.Kind.OUTSIDE, missing);
  }

  /**
   * A distance up to which the line is surely above all land. The earth falls away under a straight
   * line, so the line is higher there than on a flat earth.
   */
  private double firstDistance() {
    double above = line.heightMeters() - HIGHEST_METERS;
    return Math.max(0, Math.min(above / -line.direction().upMeters(), line.rangeMeters()));
  }

  /**
   * Goes forward to where the line comes near the ground around it, so that a line from an aircraft
   * is walked only there: a long stretch first, then shorter ones, each down to the highest ground
   * on its way. Where it cannot leap far it does not try.
   */
  private void leap() {
    double sinDip = -line.direction().upMeters();
    Place here = line.placeAt(from);
    double stretch = LONGEST_LEAP_METERS;
    if ((here.heightMeters() - usualGroundMeters) / sinDip < SHORTEST_LEAP_METERS) {
      return;
    }
    while (stretch >= SHORTEST_LEAP_METERS) {
      double ahead = Math.min(from + stretch, line.rangeMeters());
      double highest = highestMeters(here, line.placeAt(ahead), stretch);
      if (highest == Double.NEGATIVE_INFINITY) {
        // Over ground of which nothing is known it is walked, to tell where that begins.
        return;
      }
      double above = here.heightMeters() - highest - LEAP_ABOVE_METERS;
      double leap = Math.min(ahead - from, above / sinDip);
      if (leap > 0) {
        from += leap;
        here = line.placeAt(from);
      }
      if (leap < stretch) {
        stretch /= 4;
      }
    }
  }

  /** No ground around a stretch is higher; +∞ when it goes through many blocks. */
  private double highestMeters(Place here, Place there, double stretch) {
    double highest = Double.NEGATIVE_INFINITY;
    for (GroundLayer layer : index.near(here.point(), there.point())) {
      highest =
          Math.max(
              highest,
              highest(layer, here, there, LEAP_ASIDE_METERS + LEAP_ASIDE_SHARE * stretch)
                  + layer.datumOffsetMeters(there.point()));
    }
    return highest;
  }

  private static double highest(GroundLayer layer, Place here, Place there, double asideMeters) {
    ElevationRaster raster = layer.raster();
    double[] ends = new double[4];
    raster.locate(here.point(), ends, 0);
    raster.locate(there.point(), ends, 2);
    if (Double.isNaN(ends[0] + ends[1] + ends[2] + ends[3])) {
      return Double.POSITIVE_INFINITY;
    }
    double aside = 1 + asideMeters / raster.placement().spacingMeters();
    double fromColumn = Math.max(0, Math.min(ends[0], ends[2]) - aside);
    double toColumn = Math.min(raster.columns() - 1, Math.max(ends[0], ends[2]) + aside);
    double fromRow = Math.max(0, Math.min(ends[1], ends[3]) - aside);
    double toRow = Math.min(raster.rows() - 1, Math.max(ends[1], ends[3]) + aside);
    double highest = Double.NEGATIVE_INFINITY;
    int left = MOST_BLOCKS_OF_A_LEAP;
    ElevationBlock block = ElevationBlock.NONE;
    for (int row = (int) fromRow; row <= toRow; row = block.toRow()) {
      for (int column = (int) fromColumn; column <= toColumn; column = block.toColumn()) {
        if (left-- == 0) {
          return Double.POSITIVE_INFINITY;
        }
        block = raster.block(column, row);
        highest =
            Math.max(
                highest,
                block.highestMeters((int) fromColumn, (int) fromRow, (int) toColumn, (int) toRow));
      }
      if (fromColumn > toColumn) {
        break;
      }
    }
    return highest;
  }

  /** Goes on with the layers that are near now. */
  private void take(List<GroundLayer> near, Place here) {
    if (near.equals(layers)) {
      return;
    }
    layers = near;
    blocks = new ElevationBlock[near.size()];
    Arrays.fill(blocks, ElevationBlock.NONE);
    startHeights = new double[near.size()];
    endHeights = new double[near.size()];
    start = new double[2 * near.size()];
    end = new double[2 * near.size()];
    enter(here, startHeights, start);
  }

  private void enter(Place place, double[] heights, double[] positions) {
    GeoPoint point = place.point();
    for (int at = 0; at < layers.size(); at++) {
      heights[at] = place.heightMeters() - layers.get(at).datumOffsetMeters(point);
      layers.get(at).raster().locate(point, positions, 2 * at);
    }
  }

  /**
   * Where the line came down is where it went below all ground seen, not where it is followed to.
   */
  private void noteDepth(Place here) {
    if (!deep && state == State.OVER_UNKNOWN && here.heightMeters() < lowestSeenMeters) {
      deep = true;
      deepInHole = lastUnknownWasHole;
    }
  }

  /** Below all ground that was seen, and no other ground lies ahead. */
  private boolean isDownInTheUnknown(Place here) {
    return state == State.OVER_UNKNOWN
        && here.heightMeters() < lowestSeenMeters
        && !index.isAnyNear(here.point(), line.placeAt(line.rangeMeters()).point());
  }

  private boolean isOver() {
    return state == State.LANDED || state == State.LOST;
  }

  /** Walks a part of the span, in shares of it, on one raster and those after it. */
  private void walkSpan(int layer, double fromShare, double toShare) {
    if (isOver() || !(fromShare < toShare)) {
      return;
    }
    if (layer == layers.size()) {
      overUnknown((fromShare + toShare) / 2);
      return;
    }
    ElevationRaster raster = layers.get(layer).raster();
    double column = start[2 * layer];
    double row = start[2 * layer + 1];
    double columnStep = end[2 * layer] - column;
    double rowStep = end[2 * layer + 1] - row;
    if (Double.isNaN(columnStep) || Double.isNaN(rowStep)) {
      walkUnknown(layer, fromShare, toShare, false);
      return;
    }
    double border = raster.placement().borderCells();
    double in =
        Math.max(
            fromShare,
            Math.max(
                entry(column, columnStep, raster.columns(), border),
                entry(row, rowStep, raster.rows(), border)));
    double out =
        Math.min(
            toShare,
            Math.min(
                exit(column, columnStep, raster.columns(), border),
                exit(row, rowStep, raster.rows(), border)));
    if (!(in <= out)) {
      walkUnknown(layer, fromShare, toShare, false);
      return;
    }
    walkUnknown(layer, fromShare, in, false);
    walkCells(layer, in, out);
    walkUnknown(layer, out, toShare, false);
  }

  private void walkUnknown(int layer, double fromShare, double toShare, boolean hole) {
    if (fromShare < toShare && !isOver()) {
      lastUnknownWasHole = hole || (layer > 0 && lastUnknownWasHole);
      walkSpan(layer + 1, fromShare, toShare);
    }
  }

  private void overUnknown(double share) {
    state = State.OVER_UNKNOWN;
    if (missing.isEmpty()) {
      missing = missingAt.apply(line.placeAt(from + (to - from) * share).point()).orElse("");
    }
  }

  private void aloft() {
    state = State.ALOFT;
    missing = "";
    deep = false;
  }

  /** The share of the span at which the band [-border, count - 1 + border] is entered. */
  private static double entry(double at, double step, int count, double border) {
    if (step == 0) {
      return at >= -border && at <= count - 1 + border ? 0 : Double.POSITIVE_INFINITY;
    }
    return ((step > 0 ? -border : count - 1 + border) - at) / step;
  }

  private static double exit(double at, double step, int count, double border) {
    return step == 0 ? 1 : ((step > 0 ? count - 1 + border : -border) - at) / step;
  }

  private void walkCells(int layer, double fromShare, double toShare) {
    if (isOver()) {
      return;
    }
    double column = start[2 * layer];
    double row = start[2 * layer + 1];
    double columnStep = end[2 * layer] - column;
    double rowStep = end[2 * layer + 1] - row;
    double columnLine = firstLine(column + columnStep * fromShare, columnStep);
    double rowLine = firstLine(row + rowStep * fromShare, rowStep);
    ElevationBlock block = ElevationBlock.NONE;
    double unknownFrom = Double.NaN;
    double at = fromShare;
    while (at < toShare || (at == toShare && fromShare == toShare)) {
      double columnShare = columnStep == 0 ? 2 : (columnLine - column) / columnStep;
      double rowShare = rowStep == 0 ? 2 : (rowLine - row) / rowStep;
      double next = Math.max(at, Math.min(toShare, Math.min(columnShare, rowShare)));
      double middle = (at + next) / 2;
      int west = (int) Math.floor(column + columnStep * middle);
      int north = (int) Math.floor(row + rowStep * middle);
      if (!block.holds(west, north)) {
        block = blockAt(layer, west, north);
        double high = Double.isNaN(unknownFrom) ? shareAbove(layer, block, at, toShare) : at;
        if (high > at) {
          at = high;
          columnLine = firstLine(column + columnStep * at, columnStep);
          rowLine = firstLine(row + rowStep * at, rowStep);
          continue;
        }
      }
      Cell cell = new Cell(block, west, north);
      if (cell.isUnknown()) {
        unknownFrom = Double.isNaN(unknownFrom) ? at : unknownFrom;
      } else {
        if (!Double.isNaN(unknownFrom)) {
          walkUnknown(layer, unknownFrom, at, true);
          unknownFrom = Double.NaN;
        }
        if (!isOver()) {
          look(layer, cell, at, next);
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
      walkUnknown(layer, unknownFrom, toShare, true);
    }
  }

  /** The block of a cell; mostly the one that the line was last in. */
  private ElevationBlock blockAt(int layer, int west, int north) {
    ElevationBlock block = blocks[layer];
    if (!block.holds(west, north)) {
      GroundLayer ground = layers.get(layer);
      block = ground.raster().block(west, north);
      blocks[layer] = block;
      lowestSeenMeters =
          Math.min(
              lowestSeenMeters,
              block.lowestMeters() + ground.datumOffsetMeters(line.camera()) - GEOID_CHANGE_METERS);
    }
    return block;
  }

  /**
   * How far the line stays above everything in a block: up to a share of the span. Holes may be
   * passed too where no other layer could fill them, since the last cell before the ground, which
   * is walked, tells whether the line came down in a hole.
   */
  private double shareAbove(int layer, ElevationBlock block, double at, double toShare) {
    if (!block.isWhole() && layer < layers.size() - 1) {
      return at;
    }
    double leaving =
        Math.min(
            toShare,
            Math.min(
                shareAt(2 * layer, block.fromColumn(), block.toColumn()),
                shareAt(2 * layer + 1, block.fromRow(), block.toRow())));
    double above = height(layer, at) - block.highestMeters();
    double aboveLater = height(layer, leaving) - block.highestMeters();
    if (!(above > 0) || !(leaving > at)) {
      return at;
    }
    if (block.isWhole()) {
      aloft();
    }
    return aboveLater > 0 ? leaving : at + (leaving - at) * above / (above - aboveLater);
  }

  /** The share at which the line leaves the rows or columns from one up to another. */
  private double shareAt(int axis, int first, int after) {
    double step = end[axis] - start[axis];
    return step == 0 ? 2 : ((step > 0 ? after : first) - start[axis]) / step;
  }

  /** The first whole number ahead: the next line between cell middles that will be crossed. */
  private static double firstLine(double from, double step) {
    return step > 0 ? Math.floor(from) + 1 : Math.ceil(from) - 1;
  }

  /** Looks for the ground between two shares of the span that lie in one known cell. */
  private void look(int layer, Cell cell, double at, double next) {
    double lowest = Math.min(height(layer, at), height(layer, next));
    if (lowest > cell.highest) {
      aloft();
      return;
    }
    double first = gap(layer, cell, at);
    if (first <= 0) {
      land(layer, at);
      return;
    }
    aloft();
    double last = gap(layer, cell, next);
    double half = gap(layer, cell, (at + next) / 2);
    // The parabola first + b t + a t² through the gaps at t = 0, 1/2 and 1.
    double a = 2 * (first - 2 * half + last);
    double b = 4 * half - 3 * first - last;
    double root = firstRoot(a, b, first);
    if (root <= 1) {
      land(layer, at + (next - at) * root);
    } else if (last <= 0) {
      land(layer, next);
    }
  }

  private void land(int layer, double share) {
    if (state == State.OVER_UNKNOWN) {
      state = State.LOST;
      return;
    }
    state = State.LANDED;
    foundShare = share;
    foundError = layers.get(layer).errorMeters();
  }

  private double height(int layer, double share) {
    return startHeights[layer] + (endHeights[layer] - startHeights[layer]) * share;
  }

  private double gap(int layer, Cell cell, double share) {
    double column = start[2 * layer] + (end[2 * layer] - start[2 * layer]) * share;
    double row = start[2 * layer + 1] + (end[2 * layer + 1] - start[2 * layer + 1]) * share;
    return height(layer, share) - cell.surface(column, row);
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

    Cell(ElevationBlock block, int west, int north) {
      this.west = west;
      this.north = north;
      northWest = block.corner(west, north);
      northEast = block.corner(west + 1, north);
      southWest = block.corner(west, north + 1);
      southEast = block.corner(west + 1, north + 1);
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

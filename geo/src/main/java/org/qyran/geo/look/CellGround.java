package org.qyran.geo.look;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.qyran.geo.ring.LevelRings;
import org.qyran.geo.terrain.Terrain;

/**
 * The height of the ground in the middle of every cell, and what it hides.
 *
 * <p>Between the middles of cells the ground is taken to run straight: a ridge narrower than a cell
 * hides less than it does. Unknown ground hides nothing. A place is hidden when something {@value
 * #THING_METERS} m tall would be: plants and tents are what is looked for, not the soil under them.
 *
 * <p>Heights are asked of the terrain once for each cell that somebody looks at or across. A line
 * of sight is followed from line to line between cell middles, as in the R2 viewshed of W. R.
 * Franklin and C. K. Ray (Higher isn't necessarily better, Advances in GIS Research, 1994), down to
 * the curvature of the earth. Used by one thread.
 */
public final class CellGround {

  public static final double THING_METERS = 1;

  private static final int BLOCK_CELLS = 32;
  private static final float UNREAD = Float.NEGATIVE_INFINITY;
  private static final double TWICE_EARTH_RADIUS_METERS = 2 * 6_371_000.0;

  private final CellGrid grid;
  private final LevelRings rings;
  private final Terrain terrain;
  private final Map<Long, float[]> blocks = new HashMap<>();
  private long lastKey = Long.MIN_VALUE;
  private float[] last = new float[0];

  public CellGround(CellGrid grid, LevelRings rings, Terrain terrain) {
    this.grid = grid;
    this.rings = rings;
    this.terrain = terrain;
  }

  /** Above the WGS 84 ellipsoid; NaN where unknown. */
  public double heightMeters(int column, int row) {
    if (!terrain.isKnown()) {
      return Double.NaN;
    }
    int blockColumn = Math.floorDiv(column, BLOCK_CELLS);
    int blockRow = Math.floorDiv(row, BLOCK_CELLS);
    long key = ((long) blockColumn << 32) ^ (blockRow & 0xffff_ffffL);
    if (key != lastKey) {
      last = blocks.computeIfAbsent(key, absent -> unread());
      lastKey = key;
    }
    int at = Math.floorMod(row, BLOCK_CELLS) * BLOCK_CELLS + Math.floorMod(column, BLOCK_CELLS);
    if (last[at] == UNREAD) {
      last[at] = read(column, row);
    }
    return last[at];
  }

  /** Whether terrain stands between a camera and a thing in the middle of a cell. */
  public boolean hides(View view, int column, int row) {
    if (!view.isOnTerrain()) {
      return false;
    }
    double ground = heightMeters(column, row);
    if (Double.isNaN(ground)) {
      return false;
    }
    Coordinate camera = view.camera();
    double columns = camera.getX() / grid.sideMeters() - 0.5 - column;
    double rows = camera.getY() / grid.sideMeters() - 0.5 - row;
    boolean alongColumns = Math.abs(columns) >= Math.abs(rows);
    double major = alongColumns ? columns : rows;
    double minor = alongColumns ? rows : columns;
    double from = ground + THING_METERS;
    double rise = view.cameraHeightMeters() - from;
    double meters = Math.hypot(columns, rows) * grid.sideMeters();
    double sag = meters * meters / TWICE_EARTH_RADIUS_METERS;
    double length = Math.abs(major);
    int step = major < 0 ? -1 : 1;
    for (int at = 1; at < length; at++) {
      double share = at / length;
      double aside = minor * share;
      int below = (int) Math.floor(aside);
      double part = aside - below;
      int ahead = step * at;
      double one =
          alongColumns
              ? heightMeters(column + ahead, row + below)
              : heightMeters(column + below, row + ahead);
      double other =
          alongColumns
              ? heightMeters(column + ahead, row + below + 1)
              : heightMeters(column + below + 1, row + ahead);
      double line = from + rise * share - sag * share * (1 - share);
      // False where one of the two is unknown.
      if (one + (other - one) * part > line) {
        return true;
      }
    }
    return false;
  }

  private float read(int column, int row) {
    Coordinate middle = new Coordinate(grid.middleMeters(column), grid.middleMeters(row));
    return terrain
        .findGround(rings.toPlace(middle))
        .map(ground -> (float) ground.heightMeters())
        .orElse(Float.NaN);
  }

  private static float[] unread() {
    float[] block = new float[BLOCK_CELLS * BLOCK_CELLS];
    Arrays.fill(block, UNREAD);
    return block;
  }
}

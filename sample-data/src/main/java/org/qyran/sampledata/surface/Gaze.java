package org.qyran.sampledata.surface;

/**
 * Follows rays down to a country and tells what they meet.
 *
 * <p>A ray first falls freely, as far as the relief and the tallest thing upon it allow; then it is
 * followed from cell to cell (J. Amanatides and A. Woo, Eurographics 1987), over whole blocks of
 * cells where it passes above their highest top. What it met last is kept in fields, since millions
 * of rays are followed. Not for several threads.
 */
public final class Gaze {

  /** A ray that has come this far without meeting anything will not. */
  private static final double FARTHEST_METERS = 12_000;

  /** A step of the ground that is lower than this is a slope, not a wall. */
  private static final double LOWEST_WALL_CELLS = 2;

  private final Country country;
  private final Scale scale;
  private final double shellMeters;

  private Tile tile;
  private int tileColumn;
  private int tileRow;
  private int cell;
  private double meters;
  private boolean wall;
  private int faceEast;
  private int faceNorth;

  Gaze(Country country) {
    this.country = country;
    this.scale = country.scale();
    this.shellMeters = scale.tallestMeters() + 0.5;
    this.tile = country.tile(0, 0);
  }

  /**
   * Follows a ray.
   *
   * @param ray that looks down
   * @return whether it met the country; false when it leaves for the horizon
   */
  public boolean follow(Ray ray) {
    double start = fall(ray);
    return start < FARTHEST_METERS && walk(ray, start);
  }

  /** Metres along the ray to what was met. */
  public double meters() {
    return meters;
  }

  /** What was met. */
  public Skin skin() {
    return tile.palette.get(tile.skins[cell]);
  }

  /** Brightness of the very place, around 1. */
  public double tint() {
    return Sheet.unpacked(tile.tints[cell]);
  }

  /** Whether the upright side of a made thing was met, and not a top. */
  public boolean isWall() {
    return wall && skin().sheen() == Sheen.MADE;
  }

  /** Share of the sun's direct light that is caught, 0 to 1. */
  public double sunShare() {
    double top = (tile.sun[cell] & 0xFF) / 255.0;
    if (!isWall()) {
      return top;
    }
    SunDirection sun = country.sun();
    double cosine = faceEast * sun.eastward() + faceNorth * sun.northward();
    return Math.min(1, skin().sheen().caught(cosine));
  }

  /** Share of the sky that is seen, 0 to 1. */
  public double skyShare() {
    double top = (tile.sky[cell] & 0xFF) / 255.0;
    return isWall() ? 0.6 * top : top;
  }

  /** Down to where something might stand: never through anything. */
  private double fall(Ray ray) {
    double level = Math.sqrt(Math.max(0, 1 - ray.upward() * ray.upward()));
    double closing = -ray.upward() + scale.steepest() * level;
    double at = 0;
    while (at < FARTHEST_METERS) {
      double clearance =
          ray.upAt(at) - country.relief().upMeters(ray.eastAt(at), ray.northAt(at)) - shellMeters;
      if (clearance < 0.3) {
        return at;
      }
      at += clearance / closing;
    }
    return at;
  }

  private boolean walk(Ray ray, double start) {
    double cellMeters = scale.cellMeters();
    int cells = scale.cells();
    int blocks = cells / Tile.BLOCK;
    int stepEast = ray.eastward() > 0 ? 1 : -1;
    int stepNorth = ray.northward() > 0 ? 1 : -1;
    double perColumn = cellMeters / Math.max(1e-12, Math.abs(ray.eastward()));
    double perRow = cellMeters / Math.max(1e-12, Math.abs(ray.northward()));
    int column = (int) Math.floor(ray.eastAt(start) / cellMeters);
    int row = (int) Math.floor(ray.northAt(start) / cellMeters);
    double nextColumn = crossing(ray.eastMeters(), ray.eastward(), column, stepEast, cellMeters);
    double nextRow = crossing(ray.northMeters(), ray.northward(), row, stepNorth, cellMeters);
    moveTo(Math.floorDiv(column, cells), Math.floorDiv(row, cells));
    int x = column - tileColumn * cells;
    int y = row - tileRow * cells;
    double atMeters = start;
    boolean crossedEast = true;
    while (atMeters < FARTHEST_METERS) {
      double leaves = Math.min(nextColumn, nextRow);
      float blockTop = tile.blockTops[y / Tile.BLOCK * blocks + x / Tile.BLOCK];
      if (ray.upAt(leaves) <= blockTop) {
        float top = tile.up[y * cells + x];
        if (ray.upAt(leaves) <= top) {
          strike(ray, y * cells + x, atMeters, top, crossedEast ? -stepEast : 0, -stepNorth);
          return true;
        }
      }
      int columnsLeft = leftInBlock(x, stepEast);
      int rowsLeft = leftInBlock(y, stepNorth);
      double blockColumn = nextColumn + columnsLeft * perColumn;
      double blockRow = nextRow + rowsLeft * perRow;
      double blockEnd = Math.min(blockColumn, blockRow);
      int columns;
      int rows;
      if (ray.upAt(blockEnd) > blockTop) {
        atMeters = blockEnd;
        crossedEast = blockColumn < blockRow;
        columns = crossedEast ? columnsLeft + 1 : crossed(nextColumn, perColumn, blockEnd);
        rows = crossedEast ? crossed(nextRow, perRow, blockEnd) : rowsLeft + 1;
      } else {
        atMeters = leaves;
        crossedEast = nextColumn < nextRow;
        columns = crossedEast ? 1 : 0;
        rows = crossedEast ? 0 : 1;
      }
      x += columns * stepEast;
      y += rows * stepNorth;
      nextColumn += columns * perColumn;
      nextRow += rows * perRow;
      if (x < 0 || x >= cells || y < 0 || y >= cells) {
        int tilesEast = Math.floorDiv(x, cells);
        int tilesNorth = Math.floorDiv(y, cells);
        moveTo(tileColumn + tilesEast, tileRow + tilesNorth);
        x -= tilesEast * cells;
        y -= tilesNorth * cells;
      }
    }
    return false;
  }

  /** Cells of the block that are still ahead of this one. */
  private static int leftInBlock(int index, int step) {
    int inBlock = index % Tile.BLOCK;
    return step > 0 ? Tile.BLOCK - 1 - inBlock : inBlock;
  }

  /** How many lines between cells are crossed on the way to a point of the ray. */
  private static int crossed(double next, double per, double end) {
    return next <= end ? 1 + (int) ((end - next) / per) : 0;
  }

  private void strike(Ray ray, int at, double enters, float top, int eastFace, int northFace) {
    cell = at;
    double falls = (top - ray.upMeters()) / ray.upward();
    wall = (falls - enters) * ray.upward() > LOWEST_WALL_CELLS * scale.cellMeters();
    meters = Math.max(enters, falls);
    faceEast = eastFace;
    faceNorth = eastFace == 0 ? northFace : 0;
  }

  /** Metres along a ray to where it leaves a strip of squares. */
  private static double crossing(
      double from, double direction, long index, int step, double sideMeters) {
    if (Math.abs(direction) < 1e-12) {
      return Double.POSITIVE_INFINITY;
    }
    return ((step > 0 ? index + 1 : index) * sideMeters - from) / direction;
  }

  private void moveTo(int column, int row) {
    if (column != tileColumn || row != tileRow) {
      tile = country.tile(column, row);
      tileColumn = column;
      tileRow = row;
    }
  }
}

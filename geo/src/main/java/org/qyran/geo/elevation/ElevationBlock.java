package org.qyran.geo.elevation;

/**
 * A rectangle of neighbouring cells of a grid, with the values at all their corners.
 *
 * <p>A cell lies between four values and is named by its north-western one. Neighbouring blocks
 * share the row or column of values between them, so every cell lies in one block with all its
 * corners. At the border of the grid, the half cells outside the outermost values belong to the
 * block and are level across the border.
 *
 * <p>Immutable but for one mark for the cache, which may be lost without harm; threads may share
 * it.
 */
public final class ElevationBlock {

  /** Cells to the side of a patch. */
  private static final int PATCH = 16;

  /** A question about more patches than this is not worth its answer. */
  private static final int MOST_PATCHES = 1_024;

  /** Holds no cell. */
  public static final ElevationBlock NONE =
      new ElevationBlock(new Cells(0, 0, 0, 0), 0, 0, 1, new float[] {Float.NaN});

  private final Cells cells;
  private final int column;
  private final int row;
  private final int columns;
  private final int rows;
  private final float[] heights;
  private final float lowest;
  private final float highest;
  private final boolean whole;
  private final int patchesAcross;

  /** The highest value of each patch; -∞ where nothing is known. */
  private final float[] tops;

  /** Set by readers and cleared by the cache. */
  private boolean used = true;

  /** Cells from a column (row) up to but without another. */
  record Cells(int fromColumn, int fromRow, int toColumn, int toRow) {}

  /**
   * A block.
   *
   * @param cells that it answers for
   * @param column of the first value
   * @param row of the first value
   * @param columns of values
   * @param heights of the values, row by row, NaN where unknown; kept, not copied
   */
  ElevationBlock(Cells cells, int column, int row, int columns, float[] heights) {
    this.cells = cells;
    this.column = column;
    this.row = row;
    this.columns = columns;
    this.rows = heights.length / columns;
    this.heights = heights;
    patchesAcross = Math.max(1, (columns + PATCH - 2) / PATCH);
    int patchesDown = Math.max(1, (rows + PATCH - 2) / PATCH);
    tops = new float[patchesAcross * patchesDown];
    for (int patch = 0; patch < tops.length; patch++) {
      tops[patch] = top(patch % patchesAcross * PATCH, patch / patchesAcross * PATCH);
    }
    float low = Float.POSITIVE_INFINITY;
    boolean complete = true;
    for (float height : heights) {
      // A comparison with NaN is false, so unknown values do not count.
      if (height < low) {
        low = height;
      }
      complete &= !Float.isNaN(height);
    }
    float high = Float.NEGATIVE_INFINITY;
    for (float top : tops) {
      high = Math.max(high, top);
    }
    lowest = low;
    highest = high;
    whole = complete;
  }

  /** The highest value at the corners of a patch's cells. */
  private float top(int fromColumn, int fromRow) {
    float top = Float.NEGATIVE_INFINITY;
    for (int y = fromRow; y <= Math.min(rows - 1, fromRow + PATCH); y++) {
      for (int x = fromColumn; x <= Math.min(columns - 1, fromColumn + PATCH); x++) {
        if (heights[y * columns + x] > top) {
          top = heights[y * columns + x];
        }
      }
    }
    return top;
  }

  /** Whether a cell lies in this block. */
  public boolean holds(int west, int north) {
    return west >= cells.fromColumn
        && west < cells.toColumn
        && north >= cells.fromRow
        && north < cells.toRow;
  }

  /** The height of a value of this block, the nearest one outside the grid; NaN where unknown. */
  public float corner(int atColumn, int atRow) {
    int right = Math.min(columns - 1, Math.max(0, atColumn - column));
    int down = Math.min(rows - 1, Math.max(0, atRow - row));
    return heights[down * columns + right];
  }

  public int fromColumn() {
    return cells.fromColumn;
  }

  public int fromRow() {
    return cells.fromRow;
  }

  /** The first column after the block's last. */
  public int toColumn() {
    return cells.toColumn;
  }

  /** The first row after the block's last. */
  public int toRow() {
    return cells.toRow;
  }

  /** The lowest value, in the datum of the grid; +∞ when nothing is known. */
  public double lowestMeters() {
    return lowest;
  }

  /** The highest value, in the datum of the grid; -∞ when nothing is known. */
  public double highestMeters() {
    return highest;
  }

  /**
   * A height that no cell of a rectangle is above, as far as it lies in this block: the highest of
   * the patches of {@value #PATCH} x {@value #PATCH} cells that it touches.
   */
  public double highestMeters(int fromColumn, int fromRow, int toColumn, int toRow) {
    int west = patch(fromColumn - column, columns);
    int east = patch(toColumn - column, columns);
    int north = patch(fromRow - row, rows);
    int south = patch(toRow - row, rows);
    if ((east - west + 1) * (south - north + 1) > MOST_PATCHES) {
      return highest;
    }
    float high = Float.NEGATIVE_INFINITY;
    for (int y = north; y <= south; y++) {
      for (int x = west; x <= east; x++) {
        high = Math.max(high, tops[y * patchesAcross + x]);
      }
    }
    return high;
  }

  private static int patch(int cell, int values) {
    return Math.max(0, Math.min(values - 2, cell)) / PATCH;
  }

  /** Whether every value is known. */
  public boolean isWhole() {
    return whole;
  }

  boolean isAllUnknown() {
    return lowest > highest;
  }

  long bytes() {
    return 4L * (heights.length + tops.length) + 100;
  }

  void markUsed() {
    if (!used) {
      used = true;
    }
  }

  /** Whether the block was used since this was last asked. */
  boolean takeUsed() {
    boolean was = used;
    used = false;
    return was;
  }
}

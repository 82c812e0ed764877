package org.qyran.geo.elevation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.geotools.api.referencing.operation.TransformException;
import org.qyran.geo.elevation.ElevationBlock.Cells;
import org.qyran.model.GeoPoint;

/**
 * One grid of heights and where it lies in the world.
 *
 * <p>Grid positions name values: (0, 0) is the first one. Between values the surface is bilinear; a
 * bilinear cell with an unknown corner is unknown. Where values stand for cells that lie side by
 * side, the outer half of the border cells is level across the border, so that tiles laid side by
 * side leave no gap; it is there that a seam may be seen, of half a cell.
 *
 * <p>Heights are read in blocks when they are first asked for. Threads may share it.
 */
public final class ElevationRaster {

  /** The grid position of a place that the grid's projection cannot express. */
  public static final double NOWHERE = Double.NaN;

  private static final long MOST_BLOCKS = 10_000_000;

  private final String name;
  private final int columns;
  private final int rows;
  private final BlockSize blockSize;
  private final int blocksAcross;
  private final GridPlacement placement;
  private final RasterFacts facts;
  private final GridSource source;
  private final BlockCache cache;
  private final AtomicReferenceArray<ElevationBlock> blocks;

  /** How many values are read at once. */
  public record BlockSize(int columns, int rows) {

    public BlockSize {
      if (columns < 1 || rows < 1) {
        throw new IllegalArgumentException(
            "a block of %d x %d values holds nothing".formatted(columns, rows));
      }
    }
  }

  /**
   * A grid.
   *
   * @param name for a person
   * @param columns of values, above 0
   * @param rows of values, above 0
   * @param blockSize that suits the source
   */
  public ElevationRaster(
      String name,
      int columns,
      int rows,
      BlockSize blockSize,
      GridPlacement placement,
      RasterFacts facts,
      GridSource source,
      BlockCache cache) {
    this.name = name;
    this.columns = columns;
    this.rows = rows;
    this.blockSize = blockSize;
    this.placement = placement;
    this.facts = facts;
    this.source = source;
    this.cache = cache;
    blocksAcross = (columns - 1) / blockSize.columns + 1;
    long count = (long) blocksAcross * ((rows - 1) / blockSize.rows + 1);
    if (columns < 1 || rows < 1 || count > MOST_BLOCKS) {
      throw new IllegalArgumentException(
          "%s has %d x %d values in %d blocks".formatted(name, columns, rows, count));
    }
    blocks = new AtomicReferenceArray<>((int) count);
  }

  public String name() {
    return name;
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  public GridPlacement placement() {
    return placement;
  }

  public RasterFacts facts() {
    return facts;
  }

  /** Where a point lies on the grid: column and row into {@code position[at]} and the next. */
  public void locate(GeoPoint point, double[] position, int at) {
    double longitude = point.longitudeDegrees();
    position[at] =
        longitude + 360 * Math.rint((placement.middleLongitudeDegrees() - longitude) / 360);
    position[at + 1] = point.latitudeDegrees();
    try {
      placement.toGrid().transform(position, at, position, at, 1);
    } catch (TransformException farFromTheProjectionsArea) {
      position[at] = NOWHERE;
      position[at + 1] = NOWHERE;
    }
  }

  /** Whether a grid position is on the grid, its border included. */
  public boolean covers(double column, double row) {
    double border = placement.borderCells();
    return column >= -border
        && column <= columns - 1 + border
        && row >= -border
        && row <= rows - 1 + border;
  }

  /**
   * The block that holds a cell.
   *
   * @param west column of the value to the north-west of the cell; -1 to columns - 1
   * @param north its row, likewise
   * @throws UncheckedIOException when the file can no longer be read
   */
  public ElevationBlock block(int west, int north) {
    int across = Math.min(columns - 1, Math.max(0, west)) / blockSize.columns;
    int down = Math.min(rows - 1, Math.max(0, north)) / blockSize.rows;
    int index = down * blocksAcross + across;
    ElevationBlock block = blocks.get(index);
    if (block != null) {
      block.markUsed();
      return block;
    }
    return cache.admit(blocks, index, read(across, down));
  }

  private ElevationBlock read(int across, int down) {
    int column = across * blockSize.columns;
    int row = down * blockSize.rows;
    int toColumn = Math.min(columns, column + blockSize.columns);
    int toRow = Math.min(rows, row + blockSize.rows);
    // One more than the block has cells: the values at the far side of its last cells.
    int width = Math.min(columns, toColumn + 1) - column;
    int height = Math.min(rows, toRow + 1) - row;
    try {
      return new ElevationBlock(
          new Cells(across == 0 ? -1 : column, down == 0 ? -1 : row, toColumn, toRow),
          column,
          row,
          width,
          source.read(column, row, width, height));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the elevation raster %s can no longer be read: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** The surface in the grid's own datum; NaN outside and where a corner is unknown. */
  public double heightMeters(double column, double row) {
    if (!covers(column, row)) {
      return Double.NaN;
    }
    int west = (int) Math.floor(column);
    int north = (int) Math.floor(row);
    ElevationBlock block = block(west, north);
    double right = column - west;
    double below = row - north;
    double top = block.corner(west, north) * (1 - right) + block.corner(west + 1, north) * right;
    double bottom =
        block.corner(west, north + 1) * (1 - right) + block.corner(west + 1, north + 1) * right;
    return top * (1 - below) + bottom * below;
  }

  /** The part of the raster that should hold a point and is not there, as a sentence about it. */
  public Optional<String> findMissing(GeoPoint point) {
    double[] position = new double[2];
    locate(point, position, 0);
    return covers(position[0], position[1])
        ? source.findMissing(
            Math.min(columns - 1, (int) Math.max(0, Math.rint(position[0]))),
            Math.min(rows - 1, (int) Math.max(0, Math.rint(position[1]))))
        : Optional.empty();
  }

  /** Looks until it finds a height: one block, unless the raster begins with nothing. */
  public boolean hasAnyHeight() {
    for (int row = 0; row < rows; row += blockSize.rows) {
      for (int column = 0; column < columns; column += blockSize.columns) {
        if (!block(column, row).isAllUnknown()) {
          return true;
        }
      }
    }
    return false;
  }
}

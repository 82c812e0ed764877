package org.qyran.geo.elevation.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One file that a VRT is put together from, and which window of it goes where.
 *
 * <p>A cell of the mosaic takes the value of the file's cell that its middle falls into, as GDAL
 * does unless told otherwise.
 *
 * @param file inside the folder of the VRT
 * @param name as the VRT writes it
 * @param there whether it was there when the VRT was opened
 * @param from the window in the file
 * @param to the window in the mosaic
 * @param unknown value that the VRT declares to mean nothing; NaN when it declares none
 */
record VrtPart(Path file, String name, boolean there, Window from, Window to, double unknown) {

  /** More values than this are not fetched for one block: the file is far finer than the mosaic. */
  private static final long MOST_VALUES = 16_000_000;

  /** In cells, whole or not. */
  record Window(double column, double row, double columns, double rows) {}

  boolean covers(int column, int row) {
    return column >= firstColumn()
        && column < firstColumnAfter()
        && row >= firstRow()
        && row < firstRowAfter();
  }

  private int firstColumn() {
    return (int) Math.ceil(to.column - 0.5);
  }

  private int firstColumnAfter() {
    return (int) Math.ceil(to.column + to.columns - 0.5);
  }

  private int firstRow() {
    return (int) Math.ceil(to.row - 0.5);
  }

  private int firstRowAfter() {
    return (int) Math.ceil(to.row + to.rows - 0.5);
  }

  /** Lays what the file knows over a window of the mosaic. */
  void layOver(float[] heights, int column, int row, int columns, int rows) throws IOException {
    int west = Math.max(column, firstColumn());
    int east = Math.min(column + columns, firstColumnAfter());
    int north = Math.max(row, firstRow());
    int south = Math.min(row + rows, firstRowAfter());
    if (!there || west >= east || north >= south) {
      return;
    }
    HeightFile source = ElevationFile.read(file);
    int[] across = new int[east - west];
    Arrays.setAll(
        across,
        at ->
            within(
                from.column + (west + at + 0.5 - to.column) * from.columns / to.columns,
                source.columns()));
    int[] down = new int[south - north];
    Arrays.setAll(
        down,
        at -> within(from.row + (north + at + 0.5 - to.row) * from.rows / to.rows, source.rows()));
    int width = across[across.length - 1] - across[0] + 1;
    int height = down[down.length - 1] - down[0] + 1;
    if ((long) width * height > MOST_VALUES) {
      throw new IOException(
          "%s is far finer than the VRT that shows it; build the VRT at its resolution"
              .formatted(name));
    }
    float[] values = source.read(across[0], down[0], width, height);
    for (int y = 0; y < down.length; y++) {
      for (int x = 0; x < across.length; x++) {
        float value = values[(down[y] - down[0]) * width + across[x] - across[0]];
        if (!Float.isNaN(value) && value != (float) unknown) {
          heights[(north - row + y) * columns + west - column + x] = value;
        }
      }
    }
  }

  private static int within(double position, int count) {
    return Math.min(count - 1, Math.max(0, (int) Math.floor(position)));
  }
}

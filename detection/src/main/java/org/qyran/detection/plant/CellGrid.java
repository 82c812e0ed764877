package org.qyran.detection.plant;

import java.util.Arrays;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.plane.Window;

/**
 * A picture in squares of some 0.3 m: the mean of each band in each cell, and how much its pixels
 * differ. A leaf, a gap between plants and the shade of a crown are still apart in it, while it is
 * a sixteenth of the working grid.
 *
 * <p>Read in strips of whole rows of cells, so that memory is bounded by the grid and the result
 * does not hang on tiles. Pixels right and below the last whole cell are left out.
 */
public final class CellGrid {

  private static final double CELL_METERS = 0.32;
  private static final int STRIP_CELLS = 64;

  private final Palette palette;
  private final int cellPixels;
  private final double cellMeters;
  private final int columns;
  private final int rows;

  /** By band of the palette; a band that the camera lacks is not known. */
  private final float[][] means;

  /** Deviation of brightness within a cell, as a share of its mean. */
  private final float[] roughness;

  private final boolean[] seen;

  private CellGrid(PreparedImage image, Palette palette, int cellPixels) {
    this.palette = palette;
    this.cellPixels = cellPixels;
    this.cellMeters = cellPixels * image.gsdMeters();
    this.columns = image.whole().width() / cellPixels;
    this.rows = image.whole().height() / cellPixels;
    this.means = new float[palette.bandCount()][columns * rows];
    this.roughness = new float[columns * rows];
    this.seen = new boolean[columns * rows];
    Arrays.fill(seen, true);
  }

  /** The cells of a picture. */
  public static CellGrid of(PreparedImage image, Palette palette) {
    CellGrid grid = new CellGrid(image, palette, cellPixels(image.gsdMeters()));
    int[] bands = palette.bandsOf(image);
    for (int row = 0; row < grid.rows; row += STRIP_CELLS) {
      grid.readStrip(image, bands, row, Math.min(STRIP_CELLS, grid.rows - row));
    }
    return grid;
  }

  /** Working pixels along a side of a cell, at a ground sampling distance. */
  public static int cellPixels(double gsdMeters) {
    return Math.max(1, (int) Math.round(CELL_METERS / gsdMeters));
  }

  private void readStrip(PreparedImage image, int[] bands, int firstRow, int stripRows) {
    Window window =
        new Window(0, firstRow * cellPixels, columns * cellPixels, stripRows * cellPixels);
    for (int band = 0; band < bands.length; band++) {
      if (bands[band] < 0) {
        Arrays.fill(means[band], firstRow * columns, (firstRow + stripRows) * columns, Float.NaN);
      } else {
        reduce(image.read(bands[band], window), band, firstRow, stripRows);
      }
    }
    byte[] marks = image.seen(window).marks();
    for (int i = 0; i < marks.length; i++) {
      if (marks[i] == 0) {
        int x = i % window.width() / cellPixels;
        int y = i / window.width() / cellPixels;
        seen[(firstRow + y) * columns + x] = false;
      }
    }
  }

  private void reduce(Plane plane, int band, int firstRow, int stripRows) {
    float[] values = plane.values();
    int pixels = cellPixels * cellPixels;
    boolean bright = band == palette.bright();
    for (int row = 0; row < stripRows; row++) {
      for (int column = 0; column < columns; column++) {
        float sum = 0;
        float squares = 0;
        for (int y = 0; y < cellPixels; y++) {
          int at = (row * cellPixels + y) * plane.width() + column * cellPixels;
          for (int x = 0; x < cellPixels; x++) {
            float value = values[at + x];
            sum += value;
            squares += value * value;
          }
        }
        float mean = sum / pixels;
        int cell = (firstRow + row) * columns + column;
        means[band][cell] = mean;
        if (bright) {
          float variance = Math.max(0, squares / pixels - mean * mean);
          roughness[cell] = (float) Math.sqrt(variance) / (mean + palette.least());
        }
      }
    }
  }

  public Palette palette() {
    return palette;
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  /** Working pixels along a side of a cell. */
  public int cellPixels() {
    return cellPixels;
  }

  /** Side of a cell on the ground. */
  public double cellMeters() {
    return cellMeters;
  }

  /** Whether every lens saw all of a cell. */
  public boolean isSeen(int cell) {
    return seen[cell];
  }

  /** A length in whole cells, at least one. */
  int cells(double meters) {
    return Math.max(1, (int) Math.round(meters / cellMeters));
  }

  /** The logarithm of a band, cell by cell. */
  Plane logarithm(int band) {
    float[] logarithms = new float[columns * rows];
    for (int i = 0; i < logarithms.length; i++) {
      logarithms[i] = (float) Math.log(Math.max(0, means[band][i]) + palette.least());
    }
    return new Plane(columns, rows, logarithms);
  }

  Plane roughness() {
    return new Plane(columns, rows, roughness);
  }
}

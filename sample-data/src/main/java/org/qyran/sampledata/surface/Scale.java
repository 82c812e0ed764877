package org.qyran.sampledata.surface;

/**
 * How finely a country is drawn.
 *
 * @param cellMeters side of the smallest square that is told apart
 * @param cells along the side of a tile, a multiple of 16
 * @param tallestMeters nothing stands higher than this above the ground
 * @param steepest the relief's steepest slope, as rise over run
 * @param tilesKept how many tiles may be held at a time
 */
public record Scale(
    double cellMeters, int cells, double tallestMeters, double steepest, int tilesKept) {

  public Scale {
    if (cells < 16 || cells % Tile.BLOCK != 0) {
      throw new IllegalArgumentException("cells is %d, must be a multiple of 16".formatted(cells));
    }
    if (!(cellMeters > 0)) {
      throw new IllegalArgumentException("cellMeters is %s, must be above 0".formatted(cellMeters));
    }
  }

  /**
   * For pictures with such a pixel on the ground: cells of three quarters of it, tiles of 512 cells
   * a side, of which 64 fit into 150 MB.
   */
  public static Scale forPixel(double groundMeters, double tallestMeters, double steepest) {
    return new Scale(0.75 * groundMeters, 512, tallestMeters, steepest, 64);
  }

  double tileMeters() {
    return cells * cellMeters;
  }
}

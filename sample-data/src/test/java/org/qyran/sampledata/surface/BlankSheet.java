package org.qyran.sampledata.surface;

/** Sheets on which nothing but grass has been drawn yet. */
public final class BlankSheet {

  /** What lies on a blank sheet. */
  public static final Skin GRASS = Skin.of(new float[] {0.1f}, Sheen.GROUND, 0);

  private BlankSheet() {}

  /** A sheet whose lower left corner lies at a place. */
  public static Sheet at(
      double westMeters, double southMeters, int cells, double cellMeters, Relief relief) {
    float[] floor = new float[cells * cells];
    for (int row = 0; row < cells; row++) {
      for (int column = 0; column < cells; column++) {
        floor[row * cells + column] =
            (float)
                relief.upMeters(
                    westMeters + (column + 0.5) * cellMeters,
                    southMeters + (row + 0.5) * cellMeters);
      }
    }
    Sheet sheet = new Sheet(westMeters, southMeters, cells, cellMeters, floor);
    int grass = sheet.numberOf(GRASS);
    for (int row = 0; row < cells; row++) {
      for (int column = 0; column < cells; column++) {
        sheet.paint(column, row, grass, 0);
      }
    }
    return sheet;
  }

  /** How bright a cell was painted, around 1. */
  public static double tintAt(Sheet sheet, int column, int row) {
    return Sheet.unpacked(sheet.tints()[row * sheet.cells() + column]);
  }
}

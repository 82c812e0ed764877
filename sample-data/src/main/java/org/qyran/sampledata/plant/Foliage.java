package org.qyran.sampledata.plant;

import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Sheet;

/**
 * Draws a stand: each crown with a ragged rim, clumps of leaves that are brighter and darker, and a
 * hilly surface that shades itself.
 *
 * @param stand that is drawn
 * @param widestMeters no crown has a larger radius
 * @param clumpMeters size of the clumps of leaves
 * @param noise of rim and clumps
 */
public record Foliage(Stand stand, double widestMeters, double clumpMeters, ValueNoise noise)
    implements Layer {

  private static final double RAGGED = 0.5;

  /** Depth of the pits between clumps, as a share of the crown's depth. */
  private static final double HILLY = 0.35;

  private static final double DEEPEST_PIT_METERS = 0.55;
  private static final double MOTTLED = 0.28;

  /** How many times finer than its clumps a crown's leaves are. */
  private static final double LEAFY = 2.9;

  /** Lower leaves are seen past others, and are darker by up to this share. */
  private static final double DARKER_BELOW = 0.3;

  @Override
  public void drawInto(Sheet sheet) {
    stand.forEach(
        sheet.westMeters() - widestMeters,
        sheet.southMeters() - widestMeters,
        sheet.eastMeters() + widestMeters,
        sheet.northMeters() + widestMeters,
        plant -> draw(sheet, plant));
  }

  private void draw(Sheet sheet, Standing plant) {
    double radius = plant.radiusMeters();
    if (!sheet.isReachedBy(plant.eastMeters(), plant.northMeters(), radius)) {
      return;
    }
    int skin = sheet.numberOf(plant.skin());
    double deep = plant.topMeters() - plant.bottomMeters();
    double pits = Math.min(DEEPEST_PIT_METERS, HILLY * Math.min(1, radius) * deep);
    // A crown narrower than its clumps is one clump.
    double clump = Math.min(clumpMeters, 0.7 * radius);
    // A plant that is smaller than a cell still stands in one.
    double drawn = Math.max(radius, 0.71 * sheet.cellMeters());
    int endRow = sheet.endRow(plant.northMeters() + drawn);
    int endColumn = sheet.endColumn(plant.eastMeters() + drawn);
    for (int row = sheet.firstRow(plant.northMeters() - drawn); row < endRow; row++) {
      double north = sheet.northOf(row);
      for (int column = sheet.firstColumn(plant.eastMeters() - drawn);
          column < endColumn;
          column++) {
        double east = sheet.eastOf(column);
        double toEast = east - plant.eastMeters();
        double toNorth = north - plant.northMeters();
        double out = Math.sqrt(toEast * toEast + toNorth * toNorth) / drawn;
        if (out >= 1) {
          continue;
        }
        double clumps = noise.at(east / clump, north / clump + plant.topMeters());
        double rim = 1 - RAGGED * (0.5 - 0.5 * clumps);
        if (out > rim) {
          continue;
        }
        double fine = noise.at(LEAFY * east / clump + 3, LEAFY * north / clump);
        double share = plant.form().share(out / rim);
        double pit = pits * (0.5 - 0.35 * clumps - 0.15 * fine);
        sheet.raise(
            column,
            row,
            sheet.floorAt(column, row) + plant.bottomMeters() + deep * share - pit,
            skin,
            MOTTLED * (0.5 * clumps + 0.5 * fine) - DARKER_BELOW * (1 - share));
      }
    }
  }
}

package org.qyran.sampledata.world.land;

import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Sheet;
import org.qyran.sampledata.surface.Skin;

/**
 * A river in its bed, and the wet earth of its banks.
 *
 * @param line of its middle
 * @param widthMeters of the water, mean
 * @param water that flows
 * @param bank wet earth
 * @param noise of its edge
 */
public record Waterway(Meander line, double widthMeters, Skin water, Skin bank, ValueNoise noise)
    implements Layer {

  @Override
  public void drawInto(Sheet sheet) {
    int wet = sheet.numberOf(water);
    int earth = sheet.numberOf(bank);
    for (int row = 0; row < sheet.cells(); row++) {
      double north = sheet.northOf(row);
      for (int column = 0; column < sheet.cells(); column++) {
        double east = sheet.eastOf(column);
        double from = line.metersFrom(east, north);
        if (from > widthMeters) {
          // Nothing of the river is nearer than this: skip as many cells.
          column += (int) (0.5 * (from - widthMeters) / sheet.cellMeters());
          continue;
        }
        double edge =
            from
                - widthMeters / 2
                + 0.12 * widthMeters * noise.at(east / 6, north / 6)
                + 0.25 * noise.at(east / 0.9, north / 0.9);
        if (edge < 0) {
          sheet.level(column, row, sheet.floorAt(column, row), wet, 0);
        } else if (edge < 0.6) {
          sheet.paint(column, row, earth, 0.1 * noise.at(east / 0.3, north / 0.3));
        }
      }
    }
  }
}

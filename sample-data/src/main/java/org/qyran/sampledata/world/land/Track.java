package org.qyran.sampledata.world.land;

import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Sheet;
import org.qyran.sampledata.surface.Skin;

/**
 * A track of two ruts that cars have worn.
 *
 * @param line of its middle
 * @param worn earth of the ruts
 * @param noise of its edges
 */
public record Track(Meander line, Skin worn, ValueNoise noise) implements Layer {

  private static final double HALF_GAUGE_METERS = 0.8;
  private static final double HALF_RUT_METERS = 0.42;

  @Override
  public void drawInto(Sheet sheet) {
    int rut = sheet.numberOf(worn);
    for (int row = 0; row < sheet.cells(); row++) {
      double north = sheet.northOf(row);
      for (int column = 0; column < sheet.cells(); column++) {
        double east = sheet.eastOf(column);
        double from = line.metersFrom(east, north);
        if (from > 2.5) {
          column += (int) (0.5 * (from - 2.5) / sheet.cellMeters());
          continue;
        }
        double ragged = noise.at(east / 0.7, north / 0.7);
        if (Math.abs(from - HALF_GAUGE_METERS) + 0.2 * ragged < HALF_RUT_METERS) {
          sheet.paint(column, row, rut, 0.08 * ragged + 0.05 * noise.at(east / 0.2, north / 0.2));
          sheet.roughen(column, row, -0.05);
        }
      }
    }
  }
}

package org.qyran.sampledata.world.land;

import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Sheet;
import org.qyran.sampledata.surface.Skin;

/**
 * Worked ground: bare, in furrows or only dug, frayed at its edge.
 *
 * @param outline of what is planted on it
 * @param aroundMeters that it reaches beyond, negative to stay within
 * @param furrowMeters distance of furrows, 0 for dug by hand
 * @param headingDegrees of the furrows
 * @param soil that shows
 * @param noise of clods and edge
 */
public record Bed(
    Outline outline,
    double aroundMeters,
    double furrowMeters,
    double headingDegrees,
    Skin soil,
    ValueNoise noise)
    implements Layer {

  @Override
  public void drawInto(Sheet sheet) {
    PlanePoint middle = outline.middle();
    double reach = outline.reachMeters() + aroundMeters + 0.5;
    if (!sheet.isReachedBy(middle.eastMeters(), middle.northMeters(), reach)) {
      return;
    }
    int skin = sheet.numberOf(soil);
    double sin = Math.sin(Math.toRadians(headingDegrees));
    double cos = Math.cos(Math.toRadians(headingDegrees));
    int endRow = sheet.endRow(middle.northMeters() + reach);
    int endColumn = sheet.endColumn(middle.eastMeters() + reach);
    for (int row = sheet.firstRow(middle.northMeters() - reach); row < endRow; row++) {
      double north = sheet.northOf(row);
      for (int column = sheet.firstColumn(middle.eastMeters() - reach);
          column < endColumn;
          column++) {
        double east = sheet.eastOf(column);
        double ragged = noise.at(east / 0.8, north / 0.8);
        if (outline.metersOutside(east, north) + 0.45 * ragged > aroundMeters) {
          continue;
        }
        double clods = noise.at(east / 0.17, north / 0.17);
        double furrow =
            furrowMeters == 0
                ? 0
                : Math.cos(2 * Math.PI * (east * cos - north * sin) / furrowMeters);
        sheet.paint(column, row, skin, 0.08 * ragged + 0.09 * clods + 0.05 * furrow);
        sheet.roughen(column, row, 0.03 * clods + 0.06 * furrow);
      }
    }
  }
}

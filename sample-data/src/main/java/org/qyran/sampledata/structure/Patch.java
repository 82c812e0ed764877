package org.qyran.sampledata.structure;

import java.util.List;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Sheet;
import org.qyran.sampledata.surface.Skin;

/**
 * A piece of ground that is covered, burnt, trodden or littered. Low plants on it are gone; what
 * stands higher than {@value #LOW_METERS} m hangs over it.
 *
 * @param outline that it stays within
 * @param skins that are mixed on it, in the order from its rim to its middle or, where the grain
 *     decides, from low to high
 * @param fadeMeters over how many metres from the outline inwards it thins out
 * @param grainMeters size of the pieces that are of one skin
 * @param bumpsMeters how high the highest of them stands
 * @param banded whether skins follow the distance from the rim, and not the grain alone
 * @param chance of this patch
 */
record Patch(
    Outline outline,
    List<Skin> skins,
    double fadeMeters,
    double grainMeters,
    double bumpsMeters,
    boolean banded,
    Chance chance)
    implements Layer {

  static final double LOW_METERS = 0.7;

  /** A rim is at most this much wider than the fade: both of its noises at their highest. */
  private static final double WIDEST_RIM = 1.3;

  Patch {
    skins = List.copyOf(skins);
  }

  @Override
  public void drawInto(Sheet sheet) {
    int[] numbers = skins.stream().mapToInt(sheet::numberOf).toArray();
    ValueNoise noise = new ValueNoise(chance.key());
    PlanePoint middle = outline.middle();
    double reach = outline.reachMeters();
    int endRow = sheet.endRow(middle.northMeters() + reach);
    int endColumn = sheet.endColumn(middle.eastMeters() + reach);
    for (int row = sheet.firstRow(middle.northMeters() - reach); row < endRow; row++) {
      double north = sheet.northOf(row);
      double deep = 0;
      int knownUntil = 0;
      for (int column = sheet.firstColumn(middle.eastMeters() - reach);
          column < endColumn;
          column++) {
        double east = sheet.eastOf(column);
        if (column >= knownUntil) {
          deep = -outline.metersOutside(east, north);
          knownUntil = column + sureCells(deep, sheet.cellMeters());
        }
        if (deep <= 0 || sheet.upAt(column, row) - sheet.floorAt(column, row) > LOW_METERS) {
          continue;
        }
        double grain =
            0.65 * noise.at(east / grainMeters, north / grainMeters)
                + 0.35 * noise.at(3.7 * east / grainMeters, 3.7 * north / grainMeters);
        double fine = noise.at(east / 0.13, north / 0.13);
        if (deep < fadeMeters * (0.5 + 0.5 * grain + 0.3 * fine)) {
          continue;
        }
        double order = 0.5 + 0.75 * grain;
        if (banded) {
          order = 0.7 * deep / (0.8 * shortReach()) + 0.3 * order;
        }
        int index = Math.max(0, Math.min(numbers.length - 1, (int) (order * numbers.length)));
        double bump = bumpsMeters * Math.max(0, 0.45 + 0.4 * grain + 0.3 * fine);
        lay(sheet, column, row, bump, numbers[index], 0.12 * grain + 0.1 * fine);
      }
    }
  }

  /**
   * For how many cells from one that lies so deep the answer is the same: a step of a metre changes
   * the distance from the outline by a metre at most, and beyond the rim the distance matters only
   * where it chooses between skins.
   */
  private int sureCells(double deep, double cellMeters) {
    if (deep <= 0) {
      return Math.max(1, (int) (-deep / cellMeters));
    }
    return banded ? 1 : Math.max(1, (int) ((deep - WIDEST_RIM * fadeMeters) / cellMeters));
  }

  /** Puts a cell's top so far above its floor, whatever low thing was there. */
  static void lay(Sheet sheet, int column, int row, double aboveMeters, int number, double tint) {
    sheet.paint(column, row, number, tint);
    double up = sheet.floorAt(column, row) + aboveMeters;
    sheet.roughen(column, row, up - sheet.upAt(column, row));
  }

  /** How deep the middle lies within. */
  private double shortReach() {
    return Math.sqrt(outline.areaSquareMeters() / Math.PI);
  }
}

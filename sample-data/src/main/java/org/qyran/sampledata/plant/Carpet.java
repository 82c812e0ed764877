package org.qyran.sampledata.plant;

import java.util.List;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Sheet;
import org.qyran.sampledata.surface.Skin;

/**
 * A closed canopy within an outline, whose plants cannot be told apart from above: alfalfa, nettle,
 * reed; or rows that have grown together sideways only: maize, potato.
 *
 * @param outline of the stand; its edge frays by about a clump
 * @param build of the canopy
 * @param skins that its clumps wear
 * @param noise of clumps
 */
public record Carpet(Outline outline, Build build, List<Skin> skins, ValueNoise noise)
    implements Layer {

  /**
   * How a canopy is built.
   *
   * @param topMeters mean height
   * @param rough share of the height by which clumps differ
   * @param clumpMeters size of a clump
   * @param rowMeters distance of rows, 0 for none
   * @param headingDegrees of the rows
   * @param cover share of the ground that is covered, in (0, 1]; in rows, of the row distance
   */
  public record Build(
      double topMeters,
      double rough,
      double clumpMeters,
      double rowMeters,
      double headingDegrees,
      double cover) {}

  public Carpet {
    skins = List.copyOf(skins);
  }

  @Override
  public void drawInto(Sheet sheet) {
    PlanePoint middle = outline.middle();
    double reach = outline.reachMeters();
    if (!sheet.isReachedBy(middle.eastMeters(), middle.northMeters(), reach)) {
      return;
    }
    int[] numbers = skins.stream().mapToInt(sheet::numberOf).toArray();
    double sin = Math.sin(Math.toRadians(build.headingDegrees()));
    double cos = Math.cos(Math.toRadians(build.headingDegrees()));
    double clump = build.clumpMeters();
    int endRow = sheet.endRow(middle.northMeters() + reach);
    int endColumn = sheet.endColumn(middle.eastMeters() + reach);
    for (int row = sheet.firstRow(middle.northMeters() - reach); row < endRow; row++) {
      double north = sheet.northOf(row);
      for (int column = sheet.firstColumn(middle.eastMeters() - reach);
          column < endColumn;
          column++) {
        double east = sheet.eastOf(column);
        double clumps = noise.at(east / clump, north / clump);
        double fine = noise.at(2.7 * east / clump + 9, 2.7 * north / clump);
        double outside = outline.metersOutside(east, north) + 0.5 * clump * clumps;
        if (outside > 0) {
          continue;
        }
        double across = (east - middle.eastMeters()) * cos - (north - middle.northMeters()) * sin;
        double share = coverShare(across, clumps, fine);
        if (share <= 0) {
          continue;
        }
        double rim = Math.min(1, 0.55 - outside / (1.5 * clump));
        double patch = noise.at(east / 9, north / 9 + 31);
        int skin =
            numbers[(int) (numbers.length * (0.4999 + 0.4999 * bounded(patch + 0.6 * fine)))];
        sheet.raise(
            column,
            row,
            sheet.floorAt(column, row)
                + build.topMeters()
                    * share
                    * rim
                    * (1 + build.rough() * (0.6 * clumps + 0.4 * fine) + 0.08 * patch),
            skin,
            0.16 * clumps + 0.12 * fine);
      }
    }
  }

  /** Height as a share of the canopy's; 0 where the ground shows. */
  private double coverShare(double acrossMeters, double clumps, double fine) {
    if (build.rowMeters() == 0) {
      return 0.5 + 0.5 * (0.7 * clumps + 0.5 * fine) < build.cover() ? 1 : 0;
    }
    double inRow = acrossMeters / build.rowMeters();
    double fromRow = 2 * Math.abs(inRow - Math.rint(inRow));
    double wide = build.cover() * (1 + 0.35 * clumps + 0.25 * fine);
    return fromRow > wide ? 0 : Math.sqrt(1 - 0.7 * Math.pow(fromRow / wide, 2));
  }

  private static double bounded(double number) {
    return Math.max(-1, Math.min(1, number));
  }
}

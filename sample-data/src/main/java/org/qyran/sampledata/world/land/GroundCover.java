package org.qyran.sampledata.world.land;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Sheet;
import org.qyran.sampledata.surface.Skin;

/**
 * Open ground: soil, cured and green grass in patches of all sizes, tufts that stand up a little.
 *
 * @param mixtures skins by share of soil, then by share of green among the grass, {@link #GRADES}
 *     each
 * @param bare mean share of soil at a place
 * @param green share of green grass at a place
 * @param noise of patches and tufts
 */
public record GroundCover(
    List<Skin> mixtures, DoubleBinaryOperator bare, DoubleBinaryOperator green, ValueNoise noise)
    implements Layer {

  public static final int GRADES = 7;

  private static final double TUFT_METERS = 0.24;

  public GroundCover {
    mixtures = List.copyOf(mixtures);
    if (mixtures.size() != GRADES * GRADES) {
      throw new IllegalArgumentException(
          "%d mixtures, must be %d".formatted(mixtures.size(), GRADES * GRADES));
    }
  }

  @Override
  public void drawInto(Sheet sheet) {
    int[] numbers = mixtures.stream().mapToInt(sheet::numberOf).toArray();
    // Broad patches change slowly: they are asked for once in 16 by 16 cells.
    int coarse = 16;
    for (int top = 0; top < sheet.cells(); top += coarse) {
      for (int left = 0; left < sheet.cells(); left += coarse) {
        double east = sheet.eastOf(left);
        double north = sheet.northOf(top);
        double patch = noise.fractal(east / 28, north / 28, 3);
        double bareHere = bare.applyAsDouble(east, north) + 0.55 * patch;
        double greenHere = green.applyAsDouble(east, north) - 0.5 * patch;
        for (int row = top; row < top + coarse; row++) {
          for (int column = left; column < left + coarse; column++) {
            cover(sheet, column, row, numbers, bareHere, greenHere);
          }
        }
      }
    }
  }

  private void cover(
      Sheet sheet, int column, int row, int[] numbers, double bareHere, double greenHere) {
    double east = sheet.eastOf(column);
    double north = sheet.northOf(row);
    // Each octave turned by its own angle, so that the grid below the noise does not show.
    double mottle = noise.at((0.8 * east - 0.6 * north) / 1.9, (0.6 * east + 0.8 * north) / 1.9);
    double tuft =
        noise.at(
            (0.5 * east + 0.87 * north) / TUFT_METERS, (0.87 * east - 0.5 * north) / TUFT_METERS);
    double small = noise.at((0.95 * east + 0.31 * north) / 0.7, (0.31 * east - 0.95 * north) / 0.7);
    double soil = bareHere + 0.34 * mottle + 0.3 * small - 0.28 * tuft;
    double grass = greenHere + 0.25 * mottle - 0.2 * small + 0.1 * tuft;
    int skin = numbers[grade(soil) * GRADES + grade(grass)];
    double standing = Math.max(0, 1 - soil);
    sheet.paint(column, row, skin, 0.09 * mottle + 0.11 * tuft + 0.06 * small);
    sheet.roughen(
        column, row, 0.03 * mottle + 0.02 * small + 0.035 * standing * Math.max(0, tuft + 0.2));
  }

  private static int grade(double share) {
    return (int) Math.max(0, Math.min(GRADES - 1, Math.round(share * (GRADES - 1))));
  }
}

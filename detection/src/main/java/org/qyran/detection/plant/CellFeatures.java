package org.qyran.detection.plant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qyran.detection.plane.Plane;

/**
 * What is measured of each cell and of its surroundings, before anything is decided.
 *
 * <p>Light cancels in the logarithm of a ratio of bands, so colour is given as such ratios: over 1
 * m (a plant), over 3 m (a piece of a stand), and how 3 m differ from 10 m (a stand from what it
 * stands in). Brightness is compared to 10 m around. Textures are root mean squares of brightness
 * or colour between two widths: crowns of 1 m with gaps between them have much of it, a meadow has
 * none, a wood has it at larger widths. Shade is the share of cells far darker than their
 * surroundings.
 *
 * <p>A ratio with a band that the camera lacks is NaN. All values are dimensionless.
 */
public final class CellFeatures {

  /** What follows the ratios. */
  static final List<String> OTHERS =
      List.of(
          "brightness_1m",
          "brightness_contrast",
          "roughness_1m",
          "roughness_3m",
          "texture_1m",
          "texture_3m",
          "texture_6m",
          "colour_texture_3m",
          "shade_3m",
          "shade_10m");

  /** Darker than its surroundings by this, in log units: sunless. */
  private static final float SHADE = 0.6f;

  private final float[][] columns;
  private final CellGrid grid;
  private final Map<String, float[]> byName = new HashMap<>();

  private CellFeatures(CellGrid grid, float[][] columns) {
    this.grid = grid;
    this.columns = columns;
    List<String> names = grid.palette().cellFeatures();
    for (int at = 0; at < columns.length; at++) {
      byName.put(names.get(at), columns[at]);
    }
  }

  /** Measures every cell. */
  public static CellFeatures of(CellGrid grid) {
    int plant = grid.cells(0.35);
    int piece = grid.cells(1.4);
    int around = grid.cells(5);
    Plane[] logarithms = new Plane[grid.palette().bandCount()];
    for (int band = 0; band < logarithms.length; band++) {
      logarithms[band] = grid.logarithm(band);
    }
    List<float[]> columns = new ArrayList<>();
    Plane colour = logarithms[0];
    for (Palette.Pair pair : grid.palette().pairs()) {
      Plane ratio = difference(logarithms[pair.above()], logarithms[pair.below()]);
      Plane near = ratio.boxMean(piece);
      columns.add(ratio.boxMean(plant).values());
      columns.add(near.values());
      columns.add(difference(near, ratio.boxMean(around)).values());
      if (columns.size() == 3) {
        colour = ratio;
      }
    }
    Plane bright = logarithms[grid.palette().bright()];
    Plane wide = bright.boxMean(around);
    columns.add(difference(bright.boxMean(plant), wide).values());
    columns.add(difference(bright.boxMean(piece), wide).values());
    columns.add(grid.roughness().boxMean(plant).values());
    columns.add(grid.roughness().boxMean(piece).values());
    columns.add(texture(bright, plant).values());
    columns.add(texture(bright, piece).values());
    columns.add(texture(bright.boxMean(plant), grid.cells(3)).values());
    columns.add(texture(colour, piece).values());
    Plane shade = shade(bright, wide);
    columns.add(shade.boxMean(piece).values());
    columns.add(shade.boxMean(around).values());
    return new CellFeatures(grid, columns.toArray(new float[0][]));
  }

  private static Plane difference(Plane one, Plane other) {
    float[] difference = new float[one.values().length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = one.values()[i] - other.values()[i];
    }
    return new Plane(one.width(), one.height(), difference);
  }

  /** Deviation within a square. */
  private static Plane texture(Plane plane, int radius) {
    float[] squares = plane.values().clone();
    for (int i = 0; i < squares.length; i++) {
      squares[i] *= squares[i];
    }
    float[] mean = plane.boxMean(radius).values();
    float[] deviation = new Plane(plane.width(), plane.height(), squares).boxMean(radius).values();
    for (int i = 0; i < deviation.length; i++) {
      deviation[i] = (float) Math.sqrt(Math.max(0, deviation[i] - mean[i] * mean[i]));
    }
    return new Plane(plane.width(), plane.height(), deviation);
  }

  private static Plane shade(Plane bright, Plane wide) {
    float[] shade = new float[bright.values().length];
    for (int i = 0; i < shade.length; i++) {
      shade[i] = bright.values()[i] < wide.values()[i] - SHADE ? 1 : 0;
    }
    return new Plane(bright.width(), bright.height(), shade);
  }

  public CellGrid grid() {
    return grid;
  }

  /** By feature a value per cell, row by row; read only. */
  @SuppressWarnings("MixedMutabilityReturnType")
  public float[][] columns() {
    return columns;
  }

  /** The features of one cell. */
  public float[] row(int cell) {
    float[] row = new float[columns.length];
    for (int feature = 0; feature < row.length; feature++) {
      row[feature] = columns[feature][cell];
    }
    return row;
  }

  /** The column of a feature. */
  float[] column(String name) {
    float[] column = byName.get(name);
    if (column == null) {
      throw new IllegalArgumentException("cells have no feature " + name);
    }
    return column;
  }
}

package org.qyran.detection.plant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.plane.Window;
import org.qyran.model.Evidence;

/**
 * What a botanist would note of a stand: the colour of its sunlit leaves, how it differs from what
 * is around it, how rough it is, how the plants are set, its size and form.
 *
 * <p>Colours are logarithms of ratios of bands. Sunlit leaves are the cells that are both brighter
 * and greener than the stand's median. The ring around it is 3 m wide. What cannot be measured is
 * NaN.
 */
final class StandFeatures {

  private static final double RING_METERS = 3;

  /** A stand is measured for its pattern within a square of this side around its middle. */
  private static final double PATTERN_METERS = 24;

  private final PreparedImage image;
  private final CellFeatures cells;
  private final CellGrid grid;
  private final Plane logOdds;
  private final Plane bright;

  /** Measures stands of one picture. */
  StandFeatures(PreparedImage image, CellFeatures cells, Plane logOdds) {
    this.image = image;
    this.cells = cells;
    this.grid = cells.grid();
    this.logOdds = logOdds;
    this.bright = grid.logarithm(grid.palette().bright());
  }

  /** Names, in the order of {@link #of}. */
  static List<String> names(Palette palette) {
    List<String> names = new ArrayList<>();
    for (Palette.Pair pair : palette.pairs()) {
      names.add("leaf_" + pair.name());
    }
    for (Palette.Pair pair : palette.pairs()) {
      names.add("edge_contrast_" + pair.name());
    }
    names.addAll(
        List.of(
            "edge_contrast_brightness",
            "colour_spread",
            "roughness",
            "texture_1m",
            "texture_3m",
            "texture_6m",
            "colour_texture",
            "shade_share",
            "ring_shade_share",
            "ring_texture_6m",
            "cell_log_odds",
            "cell_log_odds_top",
            "ring_log_odds",
            "lattice_strength",
            "lattice_spacing_m",
            "row_strength",
            "crown_diameter_m",
            "area_m2",
            "compactness",
            "elongation",
            "box_share",
            Evidence.BORDER_SHARE,
            "gsd_m"));
    return List.copyOf(names);
  }

  /** The features of a stand. */
  float[] of(Blob blob) {
    Window all = new Window(0, 0, grid.columns(), grid.rows());
    Window window = blob.bounds().grownWithin(grid.cells(RING_METERS) + 1, all);
    Mask inside = blob.fill(window);
    Mask ring = inside.grown(grid.cells(RING_METERS)).without(inside.grown(1));
    int[] stand = indices(window, inside);
    int[] around = indices(window, ring);
    List<Double> values = new ArrayList<>();
    int[] sunlit = sunlit(stand);
    for (Palette.Pair pair : grid.palette().pairs()) {
      values.add(mean(cells.column(pair.name() + "_1m"), sunlit));
    }
    for (Palette.Pair pair : grid.palette().pairs()) {
      values.add(contrast(cells.column(pair.name() + "_1m"), stand, around));
    }
    values.add(contrast(bright.values(), stand, around));
    values.add(deviation(cells.column(grid.palette().pairs().get(0).name() + "_1m"), stand));
    values.add(mean(cells.column("roughness_1m"), stand));
    values.add(mean(cells.column("texture_1m"), stand));
    values.add(mean(cells.column("texture_3m"), stand));
    values.add(mean(cells.column("texture_6m"), stand));
    values.add(mean(cells.column("colour_texture_3m"), stand));
    values.add(mean(cells.column("shade_3m"), stand));
    values.add(mean(cells.column("shade_3m"), around));
    values.add(mean(cells.column("texture_6m"), around));
    values.add(mean(logOdds.values(), stand));
    values.add(quantile(logOdds.values(), stand, 0.9));
    values.add(mean(logOdds.values(), around));
    Lattice lattice = lattice(blob);
    values.add(lattice.strength());
    values.add(lattice.spacingMeters());
    values.add(lattice.rowStrength());
    values.add(lattice.crownMeters());
    values.add(blob.areaPixels() * grid.cellMeters() * grid.cellMeters());
    values.add(blob.compactness());
    values.add(blob.box().elongation());
    values.add(blob.box().filled());
    values.add(blob.borderShare(all));
    values.add(image.gsdMeters());
    float[] features = new float[values.size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = values.get(i).floatValue();
    }
    return features;
  }

  /** Cells, by their numbers in the grid. */
  private int[] indices(Window window, Mask mask) {
    int[] indices = new int[mask.count()];
    int count = 0;
    for (int i = 0; i < mask.marks().length; i++) {
      if (mask.marks()[i] != 0) {
        indices[count++] =
            (window.y() + i / window.width()) * grid.columns() + window.x() + i % window.width();
      }
    }
    return indices;
  }

  private int[] sunlit(int[] inside) {
    float[] green = cells.column(grid.palette().pairs().get(0).name() + "_1m");
    float[] bright = this.bright.values();
    double medianGreen = quantile(green, inside, 0.5);
    double medianBright = quantile(bright, inside, 0.5);
    int[] sunlit =
        Arrays.stream(inside)
            .filter(cell -> green[cell] >= medianGreen && bright[cell] >= medianBright)
            .toArray();
    return sunlit.length == 0 ? inside : sunlit;
  }

  private static double mean(float[] values, int[] indices) {
    double sum = 0;
    for (int index : indices) {
      sum += values[index];
    }
    return indices.length == 0 ? Double.NaN : sum / indices.length;
  }

  private static double contrast(float[] values, int[] stand, int[] around) {
    return mean(values, stand) - mean(values, around);
  }

  private static double deviation(float[] values, int[] stand) {
    double mean = mean(values, stand);
    double sum = 0;
    for (int index : stand) {
      sum += (values[index] - mean) * (values[index] - mean);
    }
    return Math.sqrt(sum / Math.max(1, stand.length));
  }

  private static double quantile(float[] values, int[] indices, double share) {
    float[] sorted = new float[indices.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = values[indices[i]];
    }
    Arrays.sort(sorted);
    return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
  }

  private Lattice lattice(Blob blob) {
    Window window = blob.bounds();
    int most = grid.cells(PATTERN_METERS);
    Window middle =
        new Window(
            window.x() + Math.max(0, (window.width() - most) / 2),
            window.y() + Math.max(0, (window.height() - most) / 2),
            Math.min(window.width(), most),
            Math.min(window.height(), most));
    int side = grid.cellPixels();
    Window pixels =
        new Window(
            middle.x() * side, middle.y() * side, middle.width() * side, middle.height() * side);
    int band = grid.palette().bandsOf(image)[grid.palette().bright()];
    Mask coarse = blob.fill(middle);
    byte[] marks = new byte[pixels.width() * pixels.height()];
    for (int i = 0; i < marks.length; i++) {
      marks[i] =
          coarse.marks()[i / pixels.width() / side * middle.width() + i % pixels.width() / side];
    }
    return Lattice.of(
        image.read(band, pixels),
        new Mask(pixels.width(), pixels.height(), marks),
        image.gsdMeters());
  }
}

package org.qyran.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.learn.Forest;
import org.qyran.detection.learn.PlantModel;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.plant.CellFeatures;
import org.qyran.detection.plant.CellGrid;
import org.qyran.detection.plant.Palette;
import org.qyran.detection.plant.ShippedModels;
import org.qyran.detection.plant.StandFinder;
import org.qyran.model.Band;

/**
 * How many pixels a second of one core are searched for plants: cells and their features, the
 * forest that judges cells, and all stages to measured stands, over a picture of five bands in
 * memory that looks like shrubs on cured grass.
 */
public final class DetectBench {

  /** Megapixels for a second of one core, which features and classification must reach. */
  public static final double BAR = 10;

  /** Rows for a second of one core, which the forest of stands must reach. */
  public static final double STANDS_BAR = 10_000;

  private static final int WIDTH = 2_048;
  private static final int HEIGHT = 1_536;
  private static final double GSD_METERS = 0.08;
  private static final double[] GRASS = {0.06, 0.09, 0.10, 0.17, 0.25};
  private static final double[] LEAVES = {0.02, 0.055, 0.02, 0.17, 0.5};

  private final int rounds;

  /** Takes the best of so many rounds, after one that warms the compilers. */
  public DetectBench(int rounds) {
    this.rounds = rounds;
  }

  /** A line for each stage; none where no model comes with the program. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    ShippedModels.find(Palette.MULTISPECTRAL).ifPresent(model -> measure(model, lines));
    return lines;
  }

  private void measure(PlantModel model, List<String> lines) {
    PreparedImage image = shrubs();
    double megapixels = WIDTH * HEIGHT / 1e6;
    CellFeatures cells = CellFeatures.of(CellGrid.of(image, Palette.MULTISPECTRAL));
    int count = cells.grid().columns() * cells.grid().rows();
    lines.add(
        line(
            "cells and features",
            megapixels / best(() -> CellFeatures.of(CellGrid.of(image, Palette.MULTISPECTRAL))),
            BAR));
    lines.add(
        line(
            "forest over cells",
            megapixels / best(() -> model.cells().logOdds(cells.columns(), count)),
            BAR));
    StandFinder finder = new StandFinder(Palette.MULTISPECTRAL, model.cells());
    lines.add(line("to measured stands", megapixels / best(() -> finder.find(image)), BAR));
    lines.add(stands(model.stands()));
  }

  private String stands(Forest forest) {
    int rows = 50_000;
    SplittableRandom random = new SplittableRandom(1);
    float[][] columns = new float[StandFinder.features(Palette.MULTISPECTRAL).size()][rows];
    for (float[] column : columns) {
      for (int row = 0; row < rows; row++) {
        column[row] = (float) random.nextDouble(-1, 3);
      }
    }
    return String.format(
        Locale.ROOT,
        "detecting  %-20s %10.0f stands/s of a core, bar %.0f",
        "forest over stands",
        rows / best(() -> forest.logOdds(columns, rows)),
        STANDS_BAR);
  }

  private static String line(String stage, double perSecond, double bar) {
    return String.format(
        Locale.ROOT,
        "detecting  %-20s %10.1f Mpx/s of a core (5 bands, 8 cm), bar %.0f",
        stage,
        perSecond,
        bar);
  }

  private double best(Runnable work) {
    work.run();
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < rounds; round++) {
      CpuClock cpu = new CpuClock();
      work.run();
      best = Math.min(best, cpu.lapSeconds());
    }
    return best;
  }

  private static PreparedImage shrubs() {
    SplittableRandom random = new SplittableRandom(7);
    float[] cover = new float[WIDTH * HEIGHT];
    for (int shrub = 0; shrub < 4_000; shrub++) {
      int x = random.nextInt(20, WIDTH - 20);
      int y = random.nextInt(20, HEIGHT - 20);
      int radius = random.nextInt(3, 18);
      for (int row = -radius; row <= radius; row++) {
        for (int column = -radius; column <= radius; column++) {
          if (row * row + column * column <= radius * radius) {
            cover[(y + row) * WIDTH + x + column] = 1;
          }
        }
      }
    }
    List<Plane> planes = new ArrayList<>();
    for (int band = 0; band < GRASS.length; band++) {
      float[] values = new float[cover.length];
      for (int i = 0; i < values.length; i++) {
        double leaf = cover[i];
        double mean = leaf * LEAVES[band] + (1 - leaf) * GRASS[band];
        values[i] = (float) (mean * random.nextDouble(0.8, 1.2));
      }
      planes.add(new Plane(WIDTH, HEIGHT, values));
    }
    return PreparedImage.of(
        List.of(
            new Band("blue", 475, 32),
            new Band("green", 560, 27),
            new Band("red", 668, 14),
            new Band("red edge", 717, 12),
            new Band("nir", 842, 57)),
        planes,
        GSD_METERS);
  }
}

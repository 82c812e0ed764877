package org.qyran.detection.oddness;

import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Window;

/** A run of whole rows of a picture, its features read once, a pixel of margin around them. */
final class Strip {

  private final Window core;
  private final Window outer;
  private final float[][] all;
  private final float[][] local;
  private final byte[] seen;

  private Strip(Window core, Window outer, float[][] all, float[][] local, byte[] seen) {
    this.core = core;
    this.outer = outer;
    this.all = all;
    this.local = local;
    this.seen = seen;
  }

  static Strip of(PreparedImage image, Features features, int[] local, int top, int height) {
    Window whole = image.whole();
    Window core = new Window(0, top, whole.width(), Math.min(height, whole.height() - top));
    Window outer = core.grownWithin(Oddness.SMOOTHED_PIXELS, whole);
    float[][] all = features.within(image, outer, Oddness.SMOOTHED_PIXELS);
    float[][] chosen = new float[local.length][];
    for (int i = 0; i < local.length; i++) {
      chosen[i] = all[local[i]];
    }
    return new Strip(core, outer, all, chosen, image.seen(outer).marks());
  }

  /** The rows themselves, without the margin. */
  Window core() {
    return core;
  }

  /** All features of all pixels, margin included. */
  float[][] all() {
    return all;
  }

  /** Those that neighbours are compared by. */
  float[][] local() {
    return local;
  }

  /** Where a pixel of the picture lies among the values. */
  int at(int x, int y) {
    return (y - outer.y()) * outer.width() + x;
  }

  boolean isSeen(int at) {
    return seen[at] != 0;
  }

  /** Marks what is no darker than the frame at large, by the mean of the bands. */
  void light(double[] mean, int bands, boolean[] lit) {
    double atLarge = 0;
    for (int band = 0; band < bands; band++) {
      atLarge += mean[band];
    }
    for (int y = core.y(); y < core.bottom(); y++) {
      for (int x = 0; x < core.width(); x++) {
        double sum = 0;
        for (int band = 0; band < bands; band++) {
          sum += all[band][at(x, y)];
        }
        lit[y * core.width() + x] = sum >= atLarge;
      }
    }
  }

  float[] distances(Whitening whitening) {
    float[] distances = new float[seen.length];
    float[] part = new float[core.width()];
    for (int y = core.y(); y < core.bottom(); y++) {
      whitening.squaredDistances(all, at(0, y), core.width(), part, distances);
    }
    return distances;
  }

  float[] distances(Surroundings surroundings, int cell) {
    float[] distances = new float[seen.length];
    float[] part = new float[cell];
    for (int y = core.y(); y < core.bottom(); y++) {
      for (int x = 0; x < core.width(); x += cell) {
        surroundings
            .at(x / cell, y / cell)
            .squaredDistances(local, at(x, y), Math.min(cell, core.width() - x), part, distances);
      }
    }
    return distances;
  }
}

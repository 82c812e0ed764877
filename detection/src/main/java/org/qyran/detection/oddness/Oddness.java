package org.qyran.detection.oddness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Window;

/**
 * How odd each pixel of a frame is: its rarity against the frame at large plus its rarity against
 * the ring around it, in decades ({@link Tail}), kept as one byte each.
 *
 * <p>The sum of -log p is Fisher's way to join tests (1925). What is odd at large but like its
 * neighbours is a meadow in a forest; what is odd among its neighbours and common elsewhere is one
 * more shrub: each alone reaches half of what a tarp reaches.
 */
public final class Oddness {

  /** The sum of both from which a pixel is odd, in decades. */
  public static final double LIMIT = 4;

  private static final double CELL_METERS = 0.72;
  private static final double STRIP_PIXELS = 500_000;
  private static final int SAMPLES = 8_000;

  /** Pixels of which the palette is made. */
  private static final double PALETTE_PIXELS = 16_000;

  static final int SMOOTHED_PIXELS = 1;

  private final Window whole;
  private final byte[] atLarge;
  private final byte[] nearby;
  private final boolean[] lit;
  private final float[] atLargeDecades;
  private final float[] nearbyDecades;
  private final Palette palette;

  private Oddness(
      Window whole,
      byte[] atLarge,
      byte[] nearby,
      boolean[] lit,
      float[] atLargeDecades,
      float[] nearbyDecades,
      Palette palette) {
    this.whole = whole;
    this.atLarge = atLarge;
    this.nearby = nearby;
    this.lit = lit;
    this.atLargeDecades = atLargeDecades;
    this.nearbyDecades = nearbyDecades;
    this.palette = palette;
  }

  /** Of a picture; absent when it is too small to know what it is like at large. */
  public static Optional<Oddness> of(PreparedImage image, Features features) {
    return Background.of(features.all(image.sampled(SAMPLES)))
        .map(background -> of(image, features, background));
  }

  private static Oddness of(PreparedImage image, Features features, Background background) {
    Window whole = image.whole();
    int cell = image.pixels(CELL_METERS, 2);
    int columns = (whole.width() - 1) / cell + 1;
    int rows = (whole.height() - 1) / cell + 1;
    int[] local = features.local();
    Surroundings surroundings =
        new Surroundings(
            columns, rows, chosen(background.mean(), local), chosen(background.scale(), local));
    int stripRows = (int) Math.max(1, STRIP_PIXELS / ((double) whole.width() * cell));
    for (int row = 0; row < rows; row += stripRows) {
      addStrip(Strip.of(image, features, local, row * cell, stripRows * cell), cell, surroundings);
    }
    surroundings.close();
    byte[] atLarge = new byte[whole.width() * whole.height()];
    byte[] nearby = new byte[atLarge.length];
    boolean[] lit = new boolean[atLarge.length];
    Tail largeTail = new Tail();
    Tail nearTail = new Tail();
    int step = (int) Math.ceil(Math.sqrt(atLarge.length / PALETTE_PIXELS));
    Taken taken = new Taken(step, new ArrayList<>(), new ArrayList<>());
    for (int row = 0; row < rows; row += stripRows) {
      Strip strip = Strip.of(image, features, local, row * cell, stripRows * cell);
      write(strip, strip.distances(background.whitening()), largeTail, atLarge);
      write(strip, strip.distances(surroundings, cell), nearTail, nearby);
      taken.from(strip);
      strip.light(background.mean(), image.bands().size(), lit);
    }
    return new Oddness(
        whole,
        atLarge,
        nearby,
        lit,
        largeTail.decades(),
        nearTail.decades(),
        taken.palette(background.scale(), image.bands().size()));
  }

  private static double[] chosen(double[] values, int[] which) {
    double[] chosen = new double[which.length];
    for (int i = 0; i < which.length; i++) {
      chosen[i] = values[which[i]];
    }
    return chosen;
  }

  private static void addStrip(Strip strip, int cell, Surroundings surroundings) {
    for (int y = strip.core().y(); y < strip.core().bottom(); y++) {
      for (int x = 0; x < strip.core().width(); x++) {
        int at = strip.at(x, y);
        if (strip.isSeen(at)) {
          surroundings.add(x / cell, y / cell, strip.local(), at);
        }
      }
    }
  }

  private static void write(Strip strip, float[] distances, Tail tail, byte[] to) {
    Window core = strip.core();
    for (int y = core.y(); y < core.bottom(); y++) {
      for (int x = 0; x < core.width(); x++) {
        int at = strip.at(x, y);
        if (strip.isSeen(at)) {
          byte step = tail.step(distances[at]);
          tail.count(step);
          to[y * core.width() + x] = step;
        }
      }
    }
  }

  /** Decades of both together at a pixel, counted row by row. */
  public float decades(int at) {
    return atLargeDecades[atLarge[at] & 0xff] + nearbyDecades[nearby[at] & 0xff];
  }

  /** Decades against the frame at large alone. */
  public float decadesAtLarge(int at) {
    return atLargeDecades[atLarge[at] & 0xff];
  }

  /** Decades against the ring alone. */
  public float decadesNearby(int at) {
    return nearbyDecades[nearby[at] & 0xff];
  }

  /**
   * The pixels above so many decades.
   *
   * @param litOnly whether to leave out what is darker than the frame at large
   */
  public Mask above(double decades, boolean litOnly) {
    byte[] marks = new byte[atLarge.length];
    for (int at = 0; at < marks.length; at++) {
      marks[at] = (byte) (decades(at) > decades && (lit[at] || !litOnly) ? 1 : 0);
    }
    return new Mask(whole.width(), whole.height(), marks);
  }

  /** The frame's colours. */
  public Palette palette() {
    return palette;
  }

  /** Every so-many-th pixel of every so-many-th row. */
  private record Taken(int step, List<float[]> pixels, List<int[]> places) {

    void from(Strip strip) {
      Window core = strip.core();
      for (int y = core.y(); y < core.bottom(); y++) {
        for (int x = step / 2; y % step == step / 2 && x < core.width(); x += step) {
          int at = strip.at(x, y);
          if (strip.isSeen(at)) {
            float[] pixel = new float[strip.all().length];
            for (int f = 0; f < pixel.length; f++) {
              pixel[f] = strip.all()[f][at];
            }
            pixels.add(pixel);
            places.add(new int[] {x, y});
          }
        }
      }
    }

    Palette palette(double[] scale, int bands) {
      float[][] features = new float[scale.length][pixels.size()];
      int[] x = new int[pixels.size()];
      int[] y = new int[pixels.size()];
      for (int i = 0; i < x.length; i++) {
        for (int f = 0; f < scale.length; f++) {
          features[f][i] = pixels.get(i)[f];
        }
        x[i] = places.get(i)[0];
        y[i] = places.get(i)[1];
      }
      return new Palette(features, x, y, scale, bands);
    }
  }
}

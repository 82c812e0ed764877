package org.qyran.detection.structure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.index.VegetationIndex;
import org.qyran.detection.oddness.Features;
import org.qyran.detection.oddness.Oddness;
import org.qyran.detection.oddness.Spread;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.plane.Window;
import org.qyran.model.PixelPoint;

/**
 * Measures an odd piece and the ground around it.
 *
 * <p>The piece is first cut out again where its pixels are as much like its middle as like the ring
 * around it, along the line that tells the two apart best (Fisher's discriminant with the features
 * taken as independent); the cut of the oddness map runs along the foot of a blurred edge.
 */
final class StructureMeasure {

  private static final double RING_METERS = 1;
  private static final double CONTEXT_METERS = 6;
  private static final double CONTEXT_STEP_METERS = 0.5;
  private static final double LONGEST_SHADOW_METERS = 6;

  /** Shade is less than this share of the light around. */
  private static final double SHADE = 0.55;

  private static final int SHADOW_DIRECTIONS = 16;
  private static final double LEAST_DEVIATION = 0.002;

  private final PreparedImage image;
  private final Features features;
  private final Oddness odd;
  private final Optional<VegetationIndex> index;

  StructureMeasure(PreparedImage image, Features features, Oddness odd) {
    this.image = image;
    this.features = features;
    this.odd = odd;
    this.index = VegetationIndex.best(image);
  }

  /** What was measured; nothing when the piece has no shape that people make. */
  Optional<Structure> measure(Blob rough) {
    if (!Structure.hasMadeShape(rough, rough.box(), image)) {
      return Optional.empty();
    }
    int ringWidth = image.pixels(RING_METERS, 2);
    Window window = rough.bounds().grownWithin(ringWidth + 2, image.whole());
    float[][] values = features.within(image, window, 1);
    Blob blob = halfWay(rough, values, window, ringWidth);
    Blob.Box box = blob.box();
    if (!Structure.hasMadeShape(blob, box, image)) {
      return Optional.empty();
    }
    Traits traits = new Traits();
    Mask inside = blob.fill(window);
    Mask near = inside.grown(1);
    Mask ring = near.grown(ringWidth).without(near);
    putOddness(traits, inside, window, blob.bounds());
    putRarity(traits, values, inside, blob.bounds().grownWithin(ringWidth, image.whole()));
    putShape(traits, blob, box);
    putLook(traits, values, inside, ring, near.without(inside.shrunk(1)), window);
    putShadow(traits, blob, Spread.of(light(values), ring).mean());
    return Optional.of(new Structure(blob, box, traits));
  }

  private void putOddness(Traits traits, Mask inside, Window window, Window bounds) {
    int count = inside.count();
    float[] both = new float[count];
    float[] large = new float[count];
    float[] nearby = new float[count];
    int to = 0;
    for (int i = 0; i < inside.marks().length; i++) {
      if (inside.marks()[i] != 0) {
        int at =
            (window.y() + i / window.width()) * image.whole().width()
                + window.x()
                + i % window.width();
        both[to] = odd.decades(at);
        large[to] = odd.decadesAtLarge(at);
        nearby[to++] = odd.decadesNearby(at);
      }
    }
    traits.put("rx_anomaly", median(both) / Oddness.LIMIT);
    traits.put("rx_frame_decades", median(large));
    traits.put("rx_ring_decades", median(nearby));
    traits.put("odd_share_around", oddShareAround(bounds));
  }

  private void putRarity(Traits traits, float[][] values, Mask inside, Window own) {
    Spread[] piece = new Spread[values.length];
    Mask core = inside.shrunk(1);
    for (int f = 0; f < piece.length; f++) {
      piece[f] = Spread.of(values[f], core.count() > 8 ? core : inside);
    }
    traits.put("colour_rarity_decades", odd.palette().rarityDecades(piece, own));
    traits.put("hue_rarity_decades", odd.palette().hueRarityDecades(piece, own));
  }

  /** Share of odd pixels in a frame of 6 m around the piece. */
  private double oddShareAround(Window bounds) {
    int reach = image.pixels(CONTEXT_METERS, 4);
    int step = image.pixels(CONTEXT_STEP_METERS, 1);
    int gap = image.pixels(RING_METERS, 1);
    Window far = bounds.grownWithin(reach, image.whole());
    Window close = bounds.grownWithin(gap, image.whole());
    int all = 0;
    int oddOnes = 0;
    for (int y = far.y(); y < far.bottom(); y += step) {
      for (int x = far.x(); x < far.right(); x += step) {
        if (!close.contains(x, y)) {
          all++;
          oddOnes += odd.decades(y * image.whole().width() + x) > Oddness.LIMIT ? 1 : 0;
        }
      }
    }
    return all == 0 ? 0 : (double) oddOnes / all;
  }

  private void putShape(Traits traits, Blob blob, Blob.Box box) {
    traits.put("rectangularity", box.filled());
    traits.put("elongation", box.elongation());
    traits.put("compactness", blob.compactness());
    traits.put("straight_edge_share", straightShare(blob));
    // A rim is known to about two pixels: the shape of a few pixels says little.
    traits.put("shape_known", Math.max(0, 1 - 4 / box.shortPixels()));
    if (image.gsdKnown()) {
      traits.put("area_m2", image.squareMeters(blob.areaPixels()));
      traits.put("length_m", box.longPixels() * image.gsdMeters());
      traits.put("width_m", box.shortPixels() * image.gsdMeters());
    } else {
      traits.put("area_px", blob.areaPixels());
    }
  }

  private void putLook(
      Traits traits, float[][] values, Mask inside, Mask ring, Mask edge, Window window) {
    int bands = image.bands().size();
    float[] light = light(values);
    Spread in = Spread.of(light, inside);
    Spread out = Spread.of(light, ring);
    double distinctness = 0;
    double steepness = 0;
    double roughness = 0;
    Mask core = inside.shrunk(1);
    Mask middle = core.count() > 0 ? core : inside;
    for (int band = 0; band < bands; band++) {
      Spread one = Spread.of(values[band], inside);
      distinctness = Math.max(distinctness, one.distinctnessFrom(Spread.of(values[band], ring)));
      float[] slope = new Plane(window.width(), window.height(), values[band]).gradient().values();
      double rim = Spread.of(slope, edge).mean();
      if (rim > steepness) {
        steepness = rim;
        roughness = Spread.of(slope, middle).mean();
      }
    }
    double both = Math.max(1e-6, in.mean() + out.mean());
    traits.put("distinctness", distinctness);
    traits.put("edge_steepness", 2 * steepness / both);
    traits.put("edge_over_texture", steepness / (roughness + LEAST_DEVIATION));
    traits.put("texture", in.deviation() / Math.max(1e-6, in.mean()));
    traits.put("texture_around", out.deviation() / Math.max(1e-6, out.mean()));
    traits.put("brightness_contrast", (in.mean() - out.mean()) / both);
    putColour(traits, values, inside, ring);
  }

  private void putColour(Traits traits, float[][] values, Mask inside, Mask ring) {
    index.ifPresent(
        vegetation -> {
          float[] green = vegetation.of(values);
          double in = Spread.of(green, inside).mean();
          traits.put(vegetation.evidenceName(), in);
          traits.put(
              "index_contrast", (in - Spread.of(green, ring).mean()) / vegetation.leastContrast());
        });
    OptionalInt red = image.findBand("red");
    OptionalInt green = image.findBand("green");
    OptionalInt blue = image.findBand("blue");
    if (red.isPresent() && green.isPresent() && blue.isPresent()) {
      double r = Spread.of(values[red.getAsInt()], inside).mean();
      double g = Spread.of(values[green.getAsInt()], inside).mean();
      double b = Spread.of(values[blue.getAsInt()], inside).mean();
      double most = Math.max(r, Math.max(g, b));
      traits.put("saturation", (most - Math.min(r, Math.min(g, b))) / Math.max(1e-6, most));
      traits.put("blue_over_red", b / Math.max(1e-6, r));
    }
    image
        .findBand("nir")
        .ifPresent(
            nir ->
                red.ifPresent(
                    other ->
                        traits.put(
                            "nir_over_red",
                            Spread.of(values[nir], inside).mean()
                                / Math.max(1e-6, Spread.of(values[other], inside).mean()))));
    image
        .findBand("thermal")
        .ifPresent(
            thermal -> {
              Spread warm = Spread.of(values[thermal], inside);
              Spread ground = Spread.of(values[thermal], ring);
              traits.put(
                  "thermal_contrast_sigma",
                  (warm.mean() - ground.mean()) / (ground.deviation() + LEAST_DEVIATION));
            });
  }

  /** The longest run of shade that begins at the rim, and where it points. */
  private void putShadow(Traits traits, Blob blob, double lightAround) {
    int reach = image.pixels(LONGEST_SHADOW_METERS, 3);
    Window window = blob.bounds().grownWithin(reach, image.whole());
    float[] light = new float[window.width() * window.height()];
    for (int band = 0; band < image.bands().size(); band++) {
      if (!image.bands().get(band).name().equals("thermal")) {
        float[] values = image.read(band, window).boxMean(1).values();
        for (int i = 0; i < light.length; i++) {
          light[i] += values[i];
        }
      }
    }
    double shade = SHADE * lightAround * reflected();
    Mask inside = blob.fill(window);
    double centerX = blob.bounds().x() + blob.bounds().width() / 2.0 - window.x();
    double centerY = blob.bounds().y() + blob.bounds().height() / 2.0 - window.y();
    int longest = 0;
    int direction = 0;
    int shaded = 0;
    for (int turn = 0; turn < SHADOW_DIRECTIONS; turn++) {
      double angle = 2 * Math.PI * turn / SHADOW_DIRECTIONS;
      int run = shadeAlong(light, inside, shade, centerX, centerY, angle, reach);
      shaded += run >= 2 ? 1 : 0;
      if (run > longest) {
        longest = run;
        direction = turn;
      }
    }
    traits.put("shadow_share", (double) shaded / SHADOW_DIRECTIONS);
    traits.put("shadow_length_m", longest * image.gsdMeters());
    traits.put("shadow_direction_deg", 360.0 * direction / SHADOW_DIRECTIONS);
  }

  /** Pixels of shade in a row beyond the rim, clockwise angle from the top of the picture. */
  private static int shadeAlong(
      float[] light, Mask inside, double shade, double x, double y, double angle, int reach) {
    double stepX = Math.sin(angle);
    double stepY = -Math.cos(angle);
    int lastInside = 0;
    int most = inside.width() + inside.height();
    for (int step = 0; step < most; step++) {
      int column = (int) (x + step * stepX);
      int row = (int) (y + step * stepY);
      if (column < 0 || row < 0 || column >= inside.width() || row >= inside.height()) {
        break;
      }
      lastInside = inside.at(column, row) ? step : lastInside;
    }
    int run = 0;
    for (int step = lastInside + 2; step < lastInside + 2 + reach; step++) {
      int column = (int) (x + step * stepX);
      int row = (int) (y + step * stepY);
      if (column < 0
          || row < 0
          || column >= inside.width()
          || row >= inside.height()
          || light[row * inside.width() + column] >= shade) {
        break;
      }
      run++;
    }
    return run;
  }

  private int reflected() {
    return (int) image.bands().stream().filter(band -> !band.name().equals("thermal")).count();
  }

  /** Mean of the bands of reflected light. */
  private float[] light(float[][] values) {
    float[] light = new float[values[0].length];
    int count = Math.max(1, reflected());
    for (int band = 0; band < image.bands().size(); band++) {
      if (!image.bands().get(band).name().equals("thermal")) {
        for (int i = 0; i < light.length; i++) {
          light[i] += values[band][i] / count;
        }
      }
    }
    return light;
  }

  private Blob halfWay(Blob rough, float[][] values, Window window, int ringWidth) {
    Mask inside = rough.fill(window);
    Mask ring = inside.grown(ringWidth).without(inside.grown(1));
    Mask core = inside.shrunk(2);
    Mask middle = core.count() >= inside.count() / 4 ? core : inside;
    float[] like = new float[values[0].length];
    for (float[] feature : values) {
      Spread in = Spread.of(feature, middle);
      Spread out = Spread.of(feature, ring);
      double apart = in.mean() - out.mean();
      double variance =
          in.deviation() * in.deviation()
              + out.deviation() * out.deviation()
              + LEAST_DEVIATION * LEAST_DEVIATION;
      float weight = (float) (apart / variance);
      float half = (float) ((in.mean() + out.mean()) / 2);
      for (int i = 0; i < like.length; i++) {
        like[i] += weight * (feature[i] - half);
      }
    }
    byte[] marks = new byte[like.length];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = (byte) (like[i] > 0 ? 1 : 0);
    }
    Mask cut = new Mask(window.width(), window.height(), marks).opened(2);
    return cut.blobs().stream()
        .max(
            Comparator.comparingInt(
                blob -> shared(blob.moved(window.x(), window.y()).fill(window), inside)))
        .map(blob -> blob.moved(window.x(), window.y()))
        .filter(blob -> shared(blob.fill(window), inside) > inside.count() / 2)
        .orElse(rough);
  }

  private static int shared(Mask one, Mask other) {
    return (int)
        IntStream.range(0, one.marks().length)
            .filter(i -> (one.marks()[i] & other.marks()[i]) != 0)
            .count();
  }

  /** Share of the outline that runs straight for a third of the longer side or more. */
  private double straightShare(Blob blob) {
    List<PixelPoint> ring = blob.outline(image.pixels(0.15, 1));
    double least = blob.box().longPixels() / 3;
    double straight = 0;
    double all = 0;
    for (int i = 0; i < ring.size(); i++) {
      PixelPoint from = ring.get(i);
      PixelPoint to = ring.get((i + 1) % ring.size());
      double length = Math.hypot(to.xPixels() - from.xPixels(), to.yPixels() - from.yPixels());
      all += length;
      straight += length >= least ? length : 0;
    }
    return straight / all;
  }

  /** The median: a lamp on a dark roof must not make the roof odd. */
  private static double median(float[] values) {
    Arrays.sort(values);
    return values.length == 0 ? 0 : values[values.length / 2];
  }
}

package org.qyran.detection.vegetation;

import java.util.Arrays;
import java.util.Optional;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.index.VegetationIndex;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.plane.Window;

/** Measures a patch of plants and the ring around it. */
final class StandMeasure {

  private static final double RING_METERS = 2;

  /** Between a patch and its ring: the shade and the half-covered pixels belong to neither. */
  private static final double GAP_METERS = 0.25;

  /** Crowns of shrubs and of spaced plants; texture is what changes between these two scales. */
  private static final double SMALL_CROWN_METERS = 0.25;

  private static final double LARGE_CROWN_METERS = 1.0;

  private final PreparedImage image;
  private final VegetationIndex index;
  private final GreenThreshold threshold;
  private final Optional<VegetationIndex> support;

  StandMeasure(PreparedImage image, VegetationIndex index, GreenThreshold threshold) {
    this.image = image;
    this.index = index;
    this.threshold = threshold;
    this.support = VegetationIndex.support(image);
  }

  /** What was measured; nothing when the patch is ground rather than a stand. */
  Optional<Stand> measure(Blob blob) {
    if (!Stand.hasShapeOfStand(blob, image)) {
      return Optional.empty();
    }
    int ringWidth = image.pixels(RING_METERS, 3);
    int gap = image.pixels(GAP_METERS, 1);
    Window window = blob.bounds().grownWithin(ringWidth + gap, image.whole());
    Plane green = index.within(image, window);
    Mask inside = blob.fill(window);
    Mask ring = ring(inside, gap, ringWidth);
    if (ring.count() == 0) {
      return Optional.empty();
    }
    // Between spaced plants lies soil and shade, which says nothing about how green the plants are.
    Mask plants = planted(green, inside);
    double mean = mean(green, plants);
    double contrast = mean - mean(green, ring);
    Mask edge = inside.grown(1).without(inside.shrunk(1));
    double steepness = mean(green.boxMean(1).gradient(), edge) / image.gsdMeters();
    Plane brightness = brightness(window);
    double light = mean(brightness, inside);
    Plane fine = brightness.boxMean(image.pixels(SMALL_CROWN_METERS, 1));
    Plane coarse = brightness.boxMean(image.pixels(LARGE_CROWN_METERS, 2));
    double texture = light <= 0 ? 0 : medianDifference(fine, coarse, inside) / light;
    Stand stand =
        new Stand(
            blob,
            index.evidenceName(),
            mean,
            contrast,
            index.leastContrast(),
            steepness <= 0 ? 100 : Math.min(100, contrast / steepness),
            texture,
            (double) plants.count() / Math.max(1, inside.count()),
            blob.borderShare(image.whole()),
            support.map(s -> mean(s.within(image, window), inside)));
    return stand.standsApart() ? Optional.of(stand) : Optional.empty();
  }

  private static Mask ring(Mask inside, int gap, int width) {
    // A square ring would do for the mean, but a disc of 2 m is slow; two boxes are close enough.
    Plane marks = asPlane(inside);
    byte[] near = above(marks.boxMean(gap), 0.5f / square(gap));
    byte[] wide = above(marks.boxMean(gap + width), 0.5f / square(gap + width));
    byte[] ring = new byte[near.length];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = (byte) (wide[i] != 0 && near[i] == 0 ? 1 : 0);
    }
    return new Mask(inside.width(), inside.height(), ring);
  }

  private static float square(int radius) {
    return (2f * radius + 1) * (2f * radius + 1);
  }

  private static Plane asPlane(Mask mask) {
    float[] values = new float[mask.marks().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = mask.marks()[i];
    }
    return new Plane(mask.width(), mask.height(), values);
  }

  private static byte[] above(Plane plane, float limit) {
    float[] values = plane.values();
    byte[] marks = new byte[values.length];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = (byte) (values[i] > limit ? 1 : 0);
    }
    return marks;
  }

  private Plane brightness(Window window) {
    float[] sum = new float[window.width() * window.height()];
    int bands = image.bands().size();
    for (int band = 0; band < bands; band++) {
      float[] values = image.read(band, window).values();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += values[i] / bands;
      }
    }
    return new Plane(window.width(), window.height(), sum);
  }

  private static double mean(Plane plane, Mask mask) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < mask.marks().length; i++) {
      if (mask.marks()[i] != 0) {
        sum += plane.values()[i];
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /** Of the absolute differences: a tree on a lawn does not make the lawn a stand. */
  private static double medianDifference(Plane one, Plane other, Mask mask) {
    float[] off = new float[mask.count()];
    int count = 0;
    for (int i = 0; i < mask.marks().length; i++) {
      if (mask.marks()[i] != 0) {
        off[count++] = Math.abs(one.values()[i] - other.values()[i]);
      }
    }
    Arrays.sort(off);
    return count == 0 ? 0 : off[count / 2];
  }

  /** The plants of a patch. */
  private Mask planted(Plane green, Mask inside) {
    byte[] marks = new byte[inside.marks().length];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = green.values()[i] > threshold.value() ? inside.marks()[i] : 0;
    }
    return new Mask(inside.width(), inside.height(), marks);
  }
}

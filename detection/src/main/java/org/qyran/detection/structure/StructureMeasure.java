package org.qyran.detection.structure;

import java.util.Arrays;
import java.util.Optional;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.index.VegetationIndex;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.plane.Window;

/** Measures an odd piece and the ground around it. */
final class StructureMeasure {

  private static final double RING_METERS = 1;

  private final PreparedImage image;
  private final Features features;
  private final Background background;

  StructureMeasure(PreparedImage image, Features features, Background background) {
    this.image = image;
    this.features = features;
    this.background = background;
  }

  /** What was measured; nothing when the piece is not made by people, as far as one can see. */
  Optional<Structure> measure(Blob blob) {
    Blob.Box box = blob.box();
    if (!Structure.hasMadeShape(blob, box, image)) {
      return Optional.empty();
    }
    int ringWidth = image.pixels(RING_METERS, 2);
    Window window = blob.bounds().grownWithin(ringWidth + 2, image.whole());
    Mask inside = blob.fill(window);
    Mask near = inside.grown(1);
    Mask ring = minus(near.grown(ringWidth), near);
    Mask edge = minus(near, inside.shrunk(1));
    float[][] values = features.within(image, window, 1);
    double inOdd = mean(background.oddness(values), inside);
    int bands = image.bands().size();
    double light = 0;
    double around = 0;
    double steepness = 0;
    for (int band = 0; band < bands; band++) {
      Plane plane = new Plane(window.width(), window.height(), values[band]);
      light += mean(plane.values(), inside) / bands;
      around += mean(plane.values(), ring) / bands;
      steepness = Math.max(steepness, mean(plane.gradient().values(), edge));
    }
    double green =
        features.index().isPresent() ? mean(values[bands], inside) : Double.NEGATIVE_INFINITY;
    Structure structure =
        new Structure(
            blob,
            box,
            Math.sqrt(inOdd / background.limit()),
            light,
            around,
            light + around <= 0 ? 0 : 2 * steepness / (light + around),
            features.index().map(VegetationIndex::evidenceName),
            green,
            straightShare(blob));
    return structure.isMade() ? Optional.of(structure) : Optional.empty();
  }

  /** Share of the outline that runs straight for a third of the longer side or more. */
  private double straightShare(Blob blob) {
    var ring = blob.outline(image.pixels(0.15, 1));
    double least = blob.box().longPixels() / 3;
    double straight = 0;
    double all = 0;
    for (int i = 0; i < ring.size(); i++) {
      var from = ring.get(i);
      var to = ring.get((i + 1) % ring.size());
      double length = Math.hypot(to.xPixels() - from.xPixels(), to.yPixels() - from.yPixels());
      all += length;
      straight += length >= least ? length : 0;
    }
    return straight / all;
  }

  private static Mask minus(Mask mask, Mask less) {
    byte[] marks = mask.marks().clone();
    for (int i = 0; i < marks.length; i++) {
      marks[i] -= (byte) (marks[i] & less.marks()[i]);
    }
    return new Mask(mask.width(), mask.height(), marks);
  }

  private static double mean(float[] values, Mask mask) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (mask.marks()[i] != 0) {
        sum += values[i];
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /** The median: a lamp on a dark roof must not make the roof odd. */
  private static double mean(double[] values, Mask mask) {
    double[] inside = new double[mask.count()];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (mask.marks()[i] != 0) {
        inside[count++] = values[i];
      }
    }
    Arrays.sort(inside);
    return count == 0 ? 0 : inside[count / 2];
  }
}

package org.qyran.detection.structure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.index.VegetationIndex;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.plane.Window;
import org.qyran.model.PixelPoint;

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

  /**
   * What was measured; nothing when the piece is not made by people, as far as one can see.
   *
   * @param litOnly whether the piece was cut out without what is darker than the frame at large
   */
  Optional<Structure> measure(Blob rough, boolean litOnly) {
    if (!Structure.hasMadeShape(rough, rough.box(), image)) {
      return Optional.empty();
    }
    int ringWidth = image.pixels(RING_METERS, 2);
    Window window = rough.bounds().grownWithin(ringWidth + 2, image.whole());
    float[][] values = features.within(image, window, 1);
    float[] oddness = background.oddness(values);
    if (litOnly) {
      clearUnlit(oddness, values);
    }
    Blob blob = halfWay(rough, oddness, window, ringWidth);
    Blob.Box box = blob.box();
    if (!Structure.hasMadeShape(blob, box, image)) {
      return Optional.empty();
    }
    Mask inside = blob.fill(window);
    Mask near = inside.grown(1);
    Mask ring = near.grown(ringWidth).without(near);
    Mask edge = near.without(inside.shrunk(1));
    double inOdd = median(oddness, inside);
    int bands = image.bands().size();
    double light = 0;
    double around = 0;
    double steepness = 0;
    double distinctness = 0;
    for (int band = 0; band < bands; band++) {
      Spread in = Spread.of(values[band], inside);
      Spread out = Spread.of(values[band], ring);
      light += in.mean() / bands;
      around += out.mean() / bands;
      distinctness = Math.max(distinctness, in.distinctnessFrom(out));
      Plane plane = new Plane(window.width(), window.height(), values[band]);
      steepness = Math.max(steepness, Spread.of(plane.gradient().values(), edge).mean());
    }
    double green = 0;
    double greener = 0;
    if (features.index().isPresent()) {
      green = Spread.of(values[bands], inside).mean();
      greener =
          (green - Spread.of(values[bands], ring).mean()) / features.index().get().leastContrast();
    }
    Structure structure =
        new Structure(
            blob,
            box,
            Math.sqrt(inOdd / background.limit()),
            distinctness,
            light,
            around,
            light + around <= 0 ? 0 : 2 * steepness / (light + around),
            features.index().map(VegetationIndex::evidenceName),
            green,
            greener,
            straightShare(blob));
    return structure.isMade() ? Optional.of(structure) : Optional.empty();
  }

  private void clearUnlit(float[] oddness, float[][] values) {
    int[] all = IntStream.range(0, oddness.length).toArray();
    boolean[] lit = background.lit(values, image.bands().size(), all);
    for (int i = 0; i < oddness.length; i++) {
      oddness[i] = lit[i] ? oddness[i] : 0;
    }
  }

  /**
   * The same piece, cut out where its oddness is half way between inside and outside. A limit that
   * is far below what the piece reaches runs along the foot of its blurred edge and makes it too
   * large.
   */
  private Blob halfWay(Blob rough, float[] oddness, Window window, int ringWidth) {
    Mask inside = rough.fill(window);
    Mask ring = inside.grown(ringWidth).without(inside.grown(1));
    double half = (Math.sqrt(median(oddness, inside)) + Math.sqrt(median(oddness, ring))) / 2;
    byte[] marks = new byte[oddness.length];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = (byte) (oddness[i] > half * half ? 1 : 0);
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
    int count = 0;
    for (int i = 0; i < one.marks().length; i++) {
      count += one.marks()[i] & other.marks()[i];
    }
    return count;
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
  private static double median(float[] values, Mask mask) {
    float[] inside = new float[mask.count()];
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

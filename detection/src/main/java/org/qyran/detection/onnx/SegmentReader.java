package org.qyran.detection.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.qyran.detection.find.Finding;
import org.qyran.detection.onnx.Slicing.Slice;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Window;
import org.qyran.model.Evidence;

/**
 * Reads probabilities per pixel: what lies together above a class's threshold is one thing.
 *
 * <p>Of each slice only the core is kept. Probabilities are kept in steps of 1/65535, which takes
 * two bytes a pixel and the last digits of sums that other processors round otherwise. The score is
 * the mean over the thing's pixels. What leaves the picture on more than half of its rim is the
 * ground itself and is left out.
 */
final class SegmentReader implements AnswerReader {

  private static final double STEPS = 65_535;
  private static final double LARGEST_BORDER_SHARE = 0.5;
  private static final double OUTLINE_METERS = 0.1;

  private final ModelPicture picture;
  private final ModelOutput output;
  private final SizeLimits sizes;
  private final List<ModelClass> flagged;
  private final List<char[]> probabilities = new ArrayList<>();

  SegmentReader(ModelPicture picture, ModelOutput output, SizeLimits sizes) {
    this.picture = picture;
    this.output = output;
    this.sizes = sizes;
    this.flagged = output.flagged();
    flagged.forEach(one -> probabilities.add(new char[picture.width() * picture.height()]));
  }

  @Override
  public void take(Slice slice, ModelPicture.Shown shown, OnnxModel.Answer answer) {
    int side = slice.side();
    long[] shape = answer.shape();
    if (shape.length != 4
        || shape[0] != 1
        || shape[1] != output.classes().size()
        || shape[2] != side
        || shape[3] != side) {
      throw new IllegalStateException(
          "the model answers %s for a tile of %d px; its output must be as large as its input"
              .formatted(Arrays.toString(shape), side));
    }
    output.classes().forEach(one -> requireFinite(slice, answer.values(), one));
    for (int at = 0; at < flagged.size(); at++) {
      keep(slice, shown, answer.values(), flagged.get(at), probabilities.get(at));
    }
  }

  /** Of the core only: what lies outside it depends on where the picture is cut. */
  private static void requireFinite(Slice slice, float[] values, ModelClass one) {
    int side = slice.side();
    Window core = slice.core();
    for (int y = core.y() - slice.y(); y < core.bottom() - slice.y(); y++) {
      for (int x = core.x() - slice.x(); x < core.right() - slice.x(); x++) {
        float value = values[(one.value() * side + y) * side + x];
        if (!Float.isFinite(value)) {
          throw new IllegalStateException(
              "the model answers %s for %s, must answer a number".formatted(value, one.name()));
        }
      }
    }
  }

  private void keep(
      Slice slice, ModelPicture.Shown shown, float[] values, ModelClass wanted, char[] kept) {
    int side = slice.side();
    Window core = slice.core();
    for (int y = core.y(); y < core.bottom(); y++) {
      for (int x = core.x(); x < core.right(); x++) {
        int pixel = (y - slice.y()) * side + x - slice.x();
        double probability =
            output.activation().probability(values, side * side, wanted.value(), pixel);
        if (!(probability >= 0 && probability <= 1)) {
          throw new IllegalStateException(
              "the model answers %s as the probability of %s; is its qyran:activation right?"
                  .formatted(probability, wanted.name()));
        }
        kept[y * picture.width() + x] =
            (char) (shown.seen()[pixel] ? Math.round(probability * STEPS) : 0);
      }
    }
  }

  @Override
  public List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    for (int at = 0; at < flagged.size(); at++) {
      char[] kept = probabilities.get(at);
      for (Blob blob : above(kept, flagged.get(at).threshold()).blobs()) {
        double area = picture.squareMeters(blob.areaPixels());
        if (sizes.holds(Flag.typeOf(flagged.get(at)), area)
            && blob.borderShare(new Window(0, 0, picture.width(), picture.height()))
                <= LARGEST_BORDER_SHARE) {
          found.add(finding(flagged.get(at), kept, blob));
        }
      }
    }
    found.sort(Comparator.comparingDouble(Finding::score).reversed());
    return found;
  }

  private Mask above(char[] kept, double threshold) {
    byte[] marks = new byte[kept.length];
    double least = threshold * STEPS;
    for (int i = 0; i < marks.length; i++) {
      marks[i] = (byte) (kept[i] >= least ? 1 : 0);
    }
    return new Mask(picture.width(), picture.height(), marks);
  }

  /** Holes are part of the outline, and not of the mean. */
  private Finding finding(ModelClass flag, char[] kept, Blob blob) {
    Window bounds = blob.bounds();
    byte[] inside = blob.fill(bounds).marks();
    double least = flag.threshold() * STEPS;
    long sum = 0;
    int count = 0;
    int most = 0;
    for (int i = 0; i < inside.length; i++) {
      int x = bounds.x() + i % bounds.width();
      int y = bounds.y() + i / bounds.width();
      int probability = kept[y * picture.width() + x];
      if (inside[i] != 0 && probability >= least) {
        sum += probability;
        count++;
        most = Math.max(most, probability);
      }
    }
    double mean = sum / (STEPS * count);
    double tolerance = Math.max(1, OUTLINE_METERS / picture.gsdMeters());
    return Flag.of(
        picture,
        flag,
        blob.outline(tolerance),
        mean,
        blob.areaPixels(),
        List.of(
            Evidence.measured("mean_probability", mean),
            Evidence.measured("max_probability", most / STEPS)));
  }
}

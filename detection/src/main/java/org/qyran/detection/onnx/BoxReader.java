package org.qyran.detection.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.qyran.detection.find.Finding;
import org.qyran.detection.onnx.Slicing.Slice;
import org.qyran.model.Evidence;
import org.qyran.model.PixelPoint;

/**
 * Reads boxes: rows of left, top, right, bottom, score and class.
 *
 * <p>A box belongs to the slice in whose core its middle lies, so that overlaps make no doubles.
 * Its sides are rounded to sixteenths of a pixel, which takes away what adding the slice's place
 * does to the last digits. Of boxes of one class that overlap the best is kept.
 */
final class BoxReader implements AnswerReader {

  /** In a row. */
  static final int NUMBERS = 6;

  private static final double PARTS = 16;
  private static final double STEPS = 65_535;

  private static final Comparator<Box> BEST_FIRST =
      Comparator.comparingDouble((Box box) -> -box.score)
          .thenComparingInt(box -> box.flag.value())
          .thenComparingDouble(box -> box.top)
          .thenComparingDouble(box -> box.left)
          .thenComparingDouble(box -> box.bottom)
          .thenComparingDouble(box -> box.right);

  /** In the model's pixels, from the corner of the picture. */
  private record Box(
      ModelClass flag, double score, double left, double top, double right, double bottom) {

    double area() {
      return (right - left) * (bottom - top);
    }

    double overlap(Box other) {
      double width = Math.min(right, other.right) - Math.max(left, other.left);
      double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
      double both = Math.max(0, width) * Math.max(0, height);
      return both / (area() + other.area() - both);
    }
  }

  private final ModelPicture picture;
  private final ModelOutput output;
  private final SizeLimits sizes;
  private final List<Box> boxes = new ArrayList<>();

  BoxReader(ModelPicture picture, ModelOutput output, SizeLimits sizes) {
    this.picture = picture;
    this.output = output;
    this.sizes = sizes;
  }

  @Override
  public void take(Slice slice, ModelPicture.Shown shown, OnnxModel.Answer answer) {
    long[] shape = answer.shape();
    if (shape.length != 2 || shape[1] != NUMBERS) {
      throw new IllegalStateException(
          "the model answers %s, must answer rows of %d"
              .formatted(Arrays.toString(shape), NUMBERS));
    }
    float[] values = answer.values();
    for (int at = 0; at < values.length; at += NUMBERS) {
      keep(slice, shown, Arrays.copyOfRange(values, at, at + NUMBERS));
    }
  }

  private void keep(Slice slice, ModelPicture.Shown shown, float[] row) {
    for (float number : row) {
      if (!Float.isFinite(number)) {
        throw new IllegalStateException("the model answers a box of " + Arrays.toString(row));
      }
    }
    if (row[4] > 1) {
      throw new IllegalStateException("the model answers a score of %s, above 1".formatted(row[4]));
    }
    ModelClass flag =
        output
            .findClass(Math.round(row[5]))
            .filter(known -> known.value() == row[5])
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the model answers class %s, which its manifest does not name"
                            .formatted(row[5])));
    double left = rounded(slice.x() + (double) row[0]);
    double top = rounded(slice.y() + (double) row[1]);
    double right = rounded(slice.x() + (double) row[2]);
    double bottom = rounded(slice.y() + (double) row[3]);
    int column = (int) Math.floor((left + right) / 2);
    int line = (int) Math.floor((top + bottom) / 2);
    double score = Math.round(row[4] * STEPS) / STEPS;
    if (flag.findType().isPresent()
        && score >= flag.threshold()
        && slice.core().contains(column, line)
        && shown.seen()[(line - slice.y()) * slice.side() + column - slice.x()]) {
      Box box =
          new Box(
              flag,
              score,
              Math.max(0, left),
              Math.max(0, top),
              Math.min(picture.width(), right),
              Math.min(picture.height(), bottom));
      if (box.right > box.left && box.bottom > box.top) {
        boxes.add(box);
      }
    }
  }

  private static double rounded(double pixels) {
    return Math.rint(pixels * PARTS) / PARTS;
  }

  @Override
  public List<Finding> findings() {
    List<Box> kept = new ArrayList<>();
    for (Box box : boxes.stream().sorted(BEST_FIRST).toList()) {
      if (kept.stream()
          .noneMatch(
              better ->
                  better.flag.value() == box.flag.value()
                      && better.overlap(box) >= output.overlap())) {
        kept.add(box);
      }
    }
    return kept.stream()
        .filter(box -> sizes.holds(Flag.typeOf(box.flag), picture.squareMeters(box.area())))
        .map(this::finding)
        .toList();
  }

  private Finding finding(Box box) {
    return Flag.of(
        picture,
        box.flag,
        List.of(
            new PixelPoint(box.left, box.top),
            new PixelPoint(box.right, box.top),
            new PixelPoint(box.right, box.bottom),
            new PixelPoint(box.left, box.bottom)),
        box.score,
        box.area(),
        List.of(Evidence.measured("model_score", box.score)));
  }
}

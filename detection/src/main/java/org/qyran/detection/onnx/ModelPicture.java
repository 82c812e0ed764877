package org.qyran.detection.onnx;

import java.util.List;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.onnx.Slicing.Slice;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.plane.Window;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;

/**
 * A picture as a model sees it: its bands in the model's order, so many pixels averaged into one,
 * scaled, and beyond its border its nearest pixel.
 *
 * <p>Blocks are counted from the picture's corner, so that they are the same however it is cut; at
 * the far borders they are what is left. Pixels that not every lens saw are left out of a block;
 * where none is left the model sees 0, and what it answers there is not used. Immutable.
 */
final class ModelPicture {

  private final PreparedImage image;
  private final int[] bands;
  private final List<ValueScaling> scalings;
  private final int block;
  private final int width;
  private final int height;

  /**
   * A picture.
   *
   * @param bands numbers of the picture's bands in the model's order
   * @param block pixels along the side of one of the model's
   */
  ModelPicture(PreparedImage image, int[] bands, List<ValueScaling> scalings, int block) {
    this.image = image;
    this.bands = bands.clone();
    this.scalings = List.copyOf(scalings);
    this.block = block;
    this.width = (image.whole().width() + block - 1) / block;
    this.height = (image.whole().height() + block - 1) / block;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  double gsdMeters() {
    return image.gsdMeters() * block;
  }

  boolean gsdKnown() {
    return image.gsdKnown();
  }

  double squareMeters(double pixels) {
    return pixels * gsdMeters() * gsdMeters();
  }

  /** An outline in the model's pixels, in the frame's. */
  PixelOutline inFrame(List<PixelPoint> ring) {
    return image.inFrame(
        ring.stream()
            .map(
                corner ->
                    new PixelPoint(
                        Math.min(image.whole().width(), corner.xPixels() * block),
                        Math.min(image.whole().height(), corner.yPixels() * block)))
            .toList());
  }

  /**
   * A slice of it for the model.
   *
   * @param values channel by channel, row by row
   * @param seen whether a pixel shows anything, row by row
   */
  @SuppressWarnings("ArrayRecordComponent") // per pixel, and never compared
  record Shown(float[] values, boolean[] seen) {}

  Shown show(Slice slice) {
    int side = slice.side();
    Window part = shownPart(slice);
    Window pixels = pixelsOf(part);
    Mask all = image.seen(pixels);
    float[] values = new float[bands.length * side * side];
    boolean[] seen = new boolean[side * side];
    for (int band = 0; band < bands.length; band++) {
      Plane plane = image.read(bands[band], pixels);
      float[] averaged = averaged(plane, all, part);
      for (int y = 0; y < side; y++) {
        int row = clamped(slice.y() + y, height) - part.y();
        for (int x = 0; x < side; x++) {
          float value = averaged[row * part.width() + clamped(slice.x() + x, width) - part.x()];
          boolean known = Float.isFinite(value);
          int at = y * side + x;
          seen[at] = known && (band == 0 || seen[at]);
          values[band * side * side + at] = known ? scalings.get(band).scaled(value) : 0;
        }
      }
    }
    return new Shown(values, seen);
  }

  /** The part of the picture that a slice needs, in the model's pixels. */
  private Window shownPart(Slice slice) {
    int left = clamped(slice.x(), width);
    int top = clamped(slice.y(), height);
    int right = clamped(slice.x() + slice.side() - 1, width);
    int bottom = clamped(slice.y() + slice.side() - 1, height);
    return new Window(left, top, right - left + 1, bottom - top + 1);
  }

  private Window pixelsOf(Window part) {
    Window whole = image.whole();
    int x = part.x() * block;
    int y = part.y() * block;
    return new Window(
        x,
        y,
        Math.min(part.width() * block, whole.width() - x),
        Math.min(part.height() * block, whole.height() - y));
  }

  private static int clamped(int at, int size) {
    return Math.max(0, Math.min(size - 1, at));
  }

  /** Means of blocks; not a number where nothing was seen. */
  private float[] averaged(Plane plane, Mask all, Window part) {
    float[] means = new float[part.width() * part.height()];
    for (int i = 0; i < means.length; i++) {
      means[i] = mean(plane, all, i % part.width() * block, i / part.width() * block);
    }
    return means;
  }

  private float mean(Plane plane, Mask all, int left, int top) {
    double sum = 0;
    int count = 0;
    for (int y = top; y < Math.min(plane.height(), top + block); y++) {
      for (int x = left; x < Math.min(plane.width(), left + block); x++) {
        if (all.at(x, y)) {
          sum += plane.at(x, y);
          count++;
        }
      }
    }
    return count == 0 ? Float.NaN : (float) (sum / count);
  }
}

package org.qyran.detection.onnx;

import java.util.ArrayList;
import java.util.List;
import org.qyran.detection.plane.Window;

/**
 * How a picture is cut for a model: squares of one size, that overlap by twice the margin. The
 * middle of each, its core, belongs to it and to no other.
 *
 * <p>Slices reach beyond the picture, where they show its nearest pixel. All have the same size and
 * begin at multiples of the stride: a network that halves a picture answers differently one pixel
 * further on, but not a stride further on.
 *
 * @param sidePixels of a slice, margins included; a multiple of the stride
 * @param marginPixels around a core, at least as wide as the model looks; a multiple of the stride
 * @param stridePixels by which the model halves a picture in all, 1 where it does not
 * @param rightPixels by how much the first core begins left of the picture; a multiple of the
 *     stride, less than a core
 * @param downPixels the same above it
 */
record Slicing(
    int sidePixels, int marginPixels, int stridePixels, int rightPixels, int downPixels) {

  Slicing {
    if (stridePixels < 1
        || marginPixels < 0
        || sidePixels - 2 * marginPixels < stridePixels
        || sidePixels % stridePixels != 0
        || marginPixels % stridePixels != 0
        || rightPixels % stridePixels != 0
        || downPixels % stridePixels != 0
        || rightPixels < 0
        || downPixels < 0
        || Math.max(rightPixels, downPixels) >= sidePixels - 2 * marginPixels) {
      throw new IllegalArgumentException(
          "side %d, margin %d, stride %d, moved by %d and %d do not make slices"
              .formatted(sidePixels, marginPixels, stridePixels, rightPixels, downPixels));
    }
  }

  /**
   * One slice.
   *
   * @param x of its left-most column, may lie outside the picture
   * @param y of its top row
   * @param side in pixels
   * @param core within the picture
   */
  record Slice(int x, int y, int side, Window core) {}

  /** The slices of a picture, row by row. */
  List<Slice> over(int width, int height) {
    int core = sidePixels - 2 * marginPixels;
    List<Slice> slices = new ArrayList<>();
    for (int y = -downPixels; y < height; y += core) {
      for (int x = -rightPixels; x < width; x += core) {
        int left = Math.max(0, x);
        int top = Math.max(0, y);
        Window kept =
            new Window(
                left, top, Math.min(width, x + core) - left, Math.min(height, y + core) - top);
        slices.add(new Slice(x - marginPixels, y - marginPixels, sidePixels, kept));
      }
    }
    return slices;
  }
}

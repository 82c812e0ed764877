package org.qyran.detection.onnx;

import java.nio.file.Path;

/**
 * What a model from outside is, takes and answers; made by whoever made the model.
 *
 * @param name and version
 * @param file with the network, in ONNX
 * @param sidePixels of the square that it takes at a time
 * @param marginPixels how far from a pixel the model looks to judge it
 * @param stridePixels by which the model halves a picture in all, 1 where it does not
 */
public record ModelManifest(
    String name,
    Path file,
    ModelTask task,
    ModelInput input,
    ModelOutput output,
    GsdRange gsd,
    int sidePixels,
    int marginPixels,
    int stridePixels) {

  /** A square larger than this would not fit into the memory of a run. */
  public static final int MOST_SIDE_PIXELS = 4_096;

  public ModelManifest {
    if (stridePixels < 1 || stridePixels > 1_024) {
      throw new IllegalArgumentException(
          "stride is %d px, must lie in [1, 1024]".formatted(stridePixels));
    }
    if (marginPixels < 0 || marginPixels > MOST_SIDE_PIXELS) {
      throw new IllegalArgumentException(
          "margin is %d px, must lie in [0, %d]".formatted(marginPixels, MOST_SIDE_PIXELS));
    }
    if (sidePixels < 1 || sidePixels > MOST_SIDE_PIXELS) {
      throw new IllegalArgumentException(
          "a tile is %d px, must lie in [1, %d]".formatted(sidePixels, MOST_SIDE_PIXELS));
    }
    if (sidePixels % stridePixels != 0) {
      throw new IllegalArgumentException(
          "a tile of %d px is no multiple of the stride of %d px"
              .formatted(sidePixels, stridePixels));
    }
    if (sidePixels - 2 * onStride(marginPixels, stridePixels) < stridePixels) {
      throw new IllegalArgumentException(
          "a tile of %d px has no middle between margins of %d px; make the tile larger"
              .formatted(sidePixels, onStride(marginPixels, stridePixels)));
    }
    if (output.flagged().isEmpty()) {
      throw new IllegalArgumentException("no class has a qyran:type, so nothing would be flagged");
    }
  }

  Slicing slicing() {
    return new Slicing(sidePixels, onStride(marginPixels, stridePixels), stridePixels, 0, 0);
  }

  /** The next multiple. */
  private static int onStride(int pixels, int stride) {
    return (pixels + stride - 1) / stride * stride;
  }
}

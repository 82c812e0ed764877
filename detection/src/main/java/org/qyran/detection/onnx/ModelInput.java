package org.qyran.detection.onnx;

import java.util.List;
import org.qyran.detection.image.PixelUnit;

/**
 * What a model takes.
 *
 * @param name of the tensor in the file
 * @param bands in the order of its channels, by their names
 * @param scalings a band each
 * @param unit what the numbers must be
 */
public record ModelInput(
    String name, List<String> bands, List<ValueScaling> scalings, PixelUnit unit) {

  public ModelInput {
    bands = List.copyOf(bands);
    scalings = List.copyOf(scalings);
    if (bands.isEmpty() || bands.size() != scalings.size()) {
      throw new IllegalArgumentException(
          "%d bands have %d scalings".formatted(bands.size(), scalings.size()));
    }
  }
}

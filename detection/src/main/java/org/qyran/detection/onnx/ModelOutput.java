package org.qyran.detection.onnx;

import java.util.List;
import java.util.Optional;

/**
 * What a model answers.
 *
 * @param name of the tensor in the file
 * @param activation what makes probabilities of a segmentation's numbers
 * @param overlap area of the overlap over the area of both, from which two boxes of a class are one
 * @param classes that it tells apart, by their values
 */
public record ModelOutput(
    String name, Activation activation, double overlap, List<ModelClass> classes) {

  public ModelOutput {
    classes = List.copyOf(classes);
    if (!(overlap > 0 && overlap <= 1)) {
      throw new IllegalArgumentException("overlap is " + overlap + ", must lie in (0, 1]");
    }
  }

  /** Those that are flagged. */
  public List<ModelClass> flagged() {
    return classes.stream().filter(one -> one.findType().isPresent()).toList();
  }

  Optional<ModelClass> findClass(int value) {
    return classes.stream().filter(one -> one.value() == value).findFirst();
  }
}

package org.qyran.detection.onnx.wire;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qyran.detection.onnx.Activation;
import org.qyran.detection.onnx.ModelClass;
import org.qyran.detection.onnx.ModelOutput;
import org.qyran.detection.onnx.ModelTask;
import org.qyran.model.DetectionType;

/** Reads what a manifest says of a model's output. */
final class OutputFields {

  private static final double HALF = 0.5;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_. -]{0,59}");
  private static final List<List<String>> PIXELS =
      List.of(
          List.of("batch"),
          List.of("class", "channel", "bands", "band"),
          List.of("height"),
          List.of("width"));
  private static final List<List<String>> BOXES = List.of(List.of("batch", "box"), List.of("bbox"));

  private OutputFields() {}

  /**
   * Reads {@code mlm:output}.
   *
   * @param sidePixels of the input
   */
  static ModelOutput read(Place all, ModelTask task, int sidePixels) {
    Place output = all.only();
    output.requireAbsent("post_processing_function", "it is not run; make it part of the model");
    if (!task.word().equals(output.get("tasks").only().text())) {
      throw output.get("tasks").refused("the task of the model, " + task.word());
    }
    Place places = output.get("classification:classes");
    List<ModelClass> classes = places.items().stream().map(OutputFields::modelClass).toList();
    if (classes.stream().map(ModelClass::value).distinct().count() < classes.size()) {
      throw new IllegalArgumentException(
          "%s has a value twice; give each class its own".formatted(places.where()));
    }
    return switch (task) {
      case SEMANTIC_SEGMENTATION -> pixels(output, places, classes, sidePixels);
      case OBJECT_DETECTION -> boxes(output, classes);
    };
  }

  private static ModelOutput pixels(
      Place output, Place places, List<ModelClass> classes, int sidePixels) {
    output.allow("qyran:", List.of("qyran:activation"));
    TensorFields tensor = TensorFields.of(output.get("result"), PIXELS);
    tensor.requireOneOf(0, 1, -1);
    tensor.requireOneOf(1, classes.size());
    tensor.requireOneOf(2, sidePixels, -1);
    tensor.requireOneOf(3, sidePixels, -1);
    if (classes.stream().anyMatch(one -> one.value() >= classes.size())) {
      throw new IllegalArgumentException(
          "%s must have the values 0 to %d, one per channel of the result"
              .formatted(places.where(), classes.size() - 1));
    }
    Activation activation =
        output.find("qyran:activation").map(OutputFields::activation).orElse(Activation.NONE);
    if (activation == Activation.SOFTMAX && classes.size() < 2) {
      throw output.get("qyran:activation").refused("sigmoid: of one class softmax is always 1");
    }
    return new ModelOutput(output.get("name").text(), activation, HALF, classes);
  }

  private static ModelOutput boxes(Place output, List<ModelClass> classes) {
    output.allow("qyran:", List.of("qyran:overlap"));
    TensorFields.of(output.get("result"), BOXES).requireOneOf(1, 6);
    return new ModelOutput(
        output.get("name").text(),
        Activation.NONE,
        output.find("qyran:overlap").map(Place::number).orElse(HALF),
        classes);
  }

  private static Activation activation(Place activation) {
    for (Activation one : Activation.values()) {
      if (one.word().equals(activation.text())) {
        return one;
      }
    }
    throw activation.refused("none, sigmoid or softmax");
  }

  private static ModelClass modelClass(Place one) {
    one.allow("qyran:", List.of("qyran:type", "qyran:threshold", "qyran:prior"));
    int value = one.get("value").whole();
    String name = one.get("name").matching(NAME);
    @Nullable DetectionType type = one.find("qyran:type").map(OutputFields::type).orElse(null);
    @Nullable Double prior = one.find("qyran:prior").map(Place::number).orElse(null);
    double threshold = one.find("qyran:threshold").map(Place::number).orElse(HALF);
    try {
      return new ModelClass(value, name, type, threshold, prior);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s: %s".formatted(one.where(), e.getMessage()), e);
    }
  }

  private static DetectionType type(Place type) {
    for (DetectionType one : DetectionType.values()) {
      if (one.wireName().equals(type.text())) {
        return one;
      }
    }
    throw type.refused(
        "one of " + Arrays.stream(DetectionType.values()).map(DetectionType::wireName).toList());
  }
}

package org.qyran.detection.onnx.wire;

import java.util.Arrays;
import java.util.List;

/**
 * What a manifest says of a tensor.
 *
 * @param shape a number for each dimension, -1 where it is open
 */
record TensorFields(List<Place> shape) {

  TensorFields {
    shape = List.copyOf(shape);
  }

  /**
   * Reads one of float32.
   *
   * @param names of the dimensions, which must be in this order; each has one of several
   */
  static TensorFields of(Place tensor, List<List<String>> names) {
    if (!tensor.get("data_type").text().equals("float32")) {
      throw tensor.get("data_type").refused("float32; export the model so");
    }
    List<Place> order = tensor.get("dim_order").items();
    boolean fits = order.size() == names.size();
    for (int i = 0; fits && i < names.size(); i++) {
      fits = names.get(i).contains(order.get(i).text());
    }
    if (!fits) {
      throw tensor.get("dim_order").refused("the order " + names);
    }
    List<Place> shape = tensor.get("shape").items();
    if (shape.size() != names.size()) {
      throw tensor.get("shape").refused("a number for each of " + names);
    }
    return new TensorFields(shape);
  }

  int at(int dimension) {
    return shape.get(dimension).whole();
  }

  void requireOneOf(int dimension, int... allowed) {
    if (Arrays.stream(allowed).noneMatch(one -> one == at(dimension))) {
      throw shape.get(dimension).refused("one of " + Arrays.toString(allowed));
    }
  }
}

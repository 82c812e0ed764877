package org.qyran.evaluation.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Named values of a JSON object. What is null in the file is absent here. */
public final class Fields {

  private final JsonNode node;

  Fields(JsonNode node) {
    this.node = node;
  }

  /** A text; a number or truth value is given as it is written. */
  public Optional<String> findText(String name) {
    JsonNode value = node.path(name);
    return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
        ? Optional.of(value.asText())
        : Optional.empty();
  }

  /** A number. */
  public OptionalDouble findNumber(String name) {
    JsonNode value = node.path(name);
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }

  /** Whether the value is there and true. */
  public boolean isTrue(String name) {
    return node.path(name).asBoolean(false);
  }

  /** The texts of a list; a single text counts as a list of one. */
  public List<String> texts(String name) {
    JsonNode value = node.path(name);
    List<String> texts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(one -> texts.add(one.asText()));
    } else {
      findText(name).ifPresent(texts::add);
    }
    return List.copyOf(texts);
  }

  /** The objects of a list. */
  public List<Fields> list(String name) {
    List<Fields> list = new ArrayList<>();
    node.path(name).forEach(one -> list.add(new Fields(one)));
    return List.copyOf(list);
  }

  /** An object whose names are numbers, as numbers. */
  public SortedMap<Double, Double> numbersByNumber(String name) {
    SortedMap<Double, Double> numbers = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node.path(name).properties()) {
      if (entry.getValue().isNumber()) {
        numbers.put(Double.valueOf(entry.getKey()), entry.getValue().asDouble());
      }
    }
    return Collections.unmodifiableSortedMap(numbers);
  }
}

package org.qyran.detection.structure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qyran.model.Evidence;

/**
 * What was measured of a piece, by the names that its evidence carries: snake case, the unit last.
 * Whatever scores a piece, by hand or learnt, reads nothing else.
 */
final class Traits {

  private final Map<String, Double> values = new LinkedHashMap<>();

  /** Notes a value; the last one of a name stands. */
  void put(String name, double value) {
    values.put(name, value);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value of that name, 0 where it was not measured. */
  double of(String name) {
    return values.getOrDefault(name, 0.0);
  }

  /** In the order in which they were noted. */
  List<Evidence> evidence() {
    return values.entrySet().stream()
        .map(entry -> Evidence.measured(entry.getKey(), entry.getValue()))
        .toList();
  }
}

package org.qyran.detection.onnx.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value in a manifest and where it stands, so that every refusal can name it.
 *
 * @param where as a person would say it, {@code mlm:input[0].input.shape}
 */
record Place(JsonNode value, String where) {

  /** What stands under a key; refused when nothing does. */
  Place get(String key) {
    return find(key)
        .orElseThrow(() -> new IllegalArgumentException("%s is missing".formatted(below(key))));
  }

  /** What stands under a key; null counts as nothing. */
  Optional<Place> find(String key) {
    if (!value.isObject()) {
      throw refused("an object in braces");
    }
    JsonNode found = value.get(key);
    return found == null || found.isNull()
        ? Optional.empty()
        : Optional.of(new Place(found, below(key)));
  }

  private String below(String key) {
    return where.isEmpty() ? key : where + "." + key;
  }

  /** The items of a list. */
  List<Place> items() {
    if (!value.isArray()) {
      throw refused("a list in brackets");
    }
    List<Place> items = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      items.add(new Place(value.get(i), "%s[%d]".formatted(where, i)));
    }
    return items;
  }

  /** The only item of a list. */
  Place only() {
    List<Place> items = items();
    if (items.size() != 1) {
      throw new IllegalArgumentException(
          "%s has %d items, must have one: other models are not run"
              .formatted(where, items.size()));
    }
    return items.get(0);
  }

  String text() {
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw refused("a word in quotes");
    }
    return value.textValue();
  }

  /** A word of a certain form. */
  String matching(Pattern pattern) {
    if (!pattern.matcher(text()).matches()) {
      throw refused("a name like " + pattern);
    }
    return text();
  }

  double number() {
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw refused("a number");
    }
    return value.doubleValue();
  }

  int whole() {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw refused("a whole number");
    }
    return value.intValue();
  }

  /** Every key below here that begins so must be one of these, so that none is mistyped. */
  void allow(String prefix, List<String> known) {
    value
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (key.startsWith(prefix) && !known.contains(key)) {
                throw new IllegalArgumentException(
                    "%s is unknown, must be one of %s".formatted(below(key), known));
              }
            });
  }

  /** Refuses a key that would change what a model is to do, and that is not heeded here. */
  void requireAbsent(String key, String reason) {
    find(key)
        .ifPresent(
            place -> {
              throw place.refused("null: " + reason);
            });
  }

  IllegalArgumentException refused(String wanted) {
    String text = value.toString();
    String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
    return new IllegalArgumentException(
        "%s is %s, must be %s".formatted(where.isEmpty() ? "it" : where, shown, wanted));
  }
}

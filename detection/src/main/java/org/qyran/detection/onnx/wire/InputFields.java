package org.qyran.detection.onnx.wire;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qyran.detection.image.PixelUnit;
import org.qyran.detection.onnx.ModelInput;
import org.qyran.detection.onnx.ValueScaling;

/**
 * What a manifest says of a model's input.
 *
 * @param input as it is read
 * @param sidePixels to which height and width are fixed, -1 where they are open
 */
record InputFields(ModelInput input, int sidePixels) {

  private static final List<String> BANDS =
      List.of("blue", "green", "red", "red edge", "nir", "thermal", "grey");
  private static final Map<String, String> OTHER_NAMES =
      Map.of("rededge", "red edge", "red_edge", "red edge", "gray", "grey");
  private static final List<List<String>> DIMENSIONS =
      List.of(
          List.of("batch"),
          List.of("bands", "band", "channel"),
          List.of("height"),
          List.of("width"));

  /** Reads {@code mlm:input}, and the unit that stands beside it. */
  static InputFields of(Place all, Place unit) {
    Place input = all.only();
    input.allow("qyran:", List.of());
    input.requireAbsent("resize_type", "pictures are cut into tiles and never resized to one");
    input.requireAbsent("norm_type", "say value_scaling");
    input.requireAbsent("pre_processing_function", "it is not run; make it part of the model");
    List<String> bands = input.get("bands").items().stream().map(InputFields::band).toList();
    if (bands.isEmpty() || bands.stream().distinct().count() < bands.size()) {
      throw input.get("bands").refused("a list of bands, each once");
    }
    TensorFields tensor = TensorFields.of(input.get("input"), DIMENSIONS);
    tensor.requireOneOf(0, 1, -1);
    tensor.requireOneOf(1, bands.size());
    if (tensor.at(2) != tensor.at(3)) {
      throw input.get("input").get("shape").refused("as high as it is wide");
    }
    List<ValueScaling> scalings = scalings(input.find("value_scaling"), bands.size());
    return new InputFields(
        new ModelInput(input.get("name").text(), bands, scalings, unit(unit)), tensor.at(2));
  }

  private static String band(Place band) {
    String word = band.value().isObject() ? band.get("name").text() : band.text();
    String ours = OTHER_NAMES.getOrDefault(word.toLowerCase(Locale.ROOT), word);
    if (!BANDS.contains(ours)) {
      throw new IllegalArgumentException(
          "%s is '%s', must be one of %s".formatted(band.where(), word, BANDS));
    }
    return ours;
  }

  private static PixelUnit unit(Place unit) {
    for (PixelUnit one : PixelUnit.values()) {
      if (one.name().toLowerCase(Locale.ROOT).equals(unit.text())) {
        return one;
      }
    }
    throw unit.refused("reflectance, relative_reflectance, kelvin or dn");
  }

  private static List<ValueScaling> scalings(Optional<Place> given, int bands) {
    List<ValueScaling> scalings =
        given.map(all -> all.items().stream().map(InputFields::scaling).toList()).orElse(List.of());
    if (scalings.size() == bands) {
      return scalings;
    }
    if (scalings.size() <= 1) {
      return Collections.nCopies(bands, scalings.isEmpty() ? ValueScaling.NONE : scalings.get(0));
    }
    throw new IllegalArgumentException(
        "%s has %d items, must have one, or one for each of %d bands"
            .formatted(given.map(Place::where).orElse(""), scalings.size(), bands));
  }

  private static ValueScaling scaling(Place scaling) {
    return switch (scaling.get("type").text()) {
      case "min-max" -> {
        double least = scaling.get("minimum").number();
        yield new ValueScaling(least, positive(scaling, scaling.get("maximum").number() - least));
      }
      case "z-score" ->
          new ValueScaling(
              scaling.get("mean").number(), positive(scaling, scaling.get("stddev").number()));
      default -> throw scaling.get("type").refused("min-max or z-score; do others in the model");
    };
  }

  private static double positive(Place scaling, double divisor) {
    if (!(divisor > 0)) {
      throw scaling.refused("a scaling by more than 0");
    }
    return divisor;
  }
}

package org.qyran.detection.onnx.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qyran.detection.image.PixelUnit;
import org.qyran.detection.onnx.Activation;
import org.qyran.detection.onnx.GsdRange;
import org.qyran.detection.onnx.ModelClass;
import org.qyran.detection.onnx.ModelInput;
import org.qyran.detection.onnx.ModelManifest;
import org.qyran.detection.onnx.ModelOutput;
import org.qyran.detection.onnx.ModelTask;
import org.qyran.detection.onnx.ValueScaling;
import org.qyran.model.DetectionType;

/**
 * Reads the manifest of a model: a STAC item with the fields of the Machine Learning Model
 * extension 1.4.0, and our own, which begin with {@code qyran:}.
 *
 * <p>What a model could silently be run wrongly with is refused: a band, a unit, an order of
 * dimensions or a kind of scaling that is not known here, and a mistyped word of ours. Fields of
 * other extensions are not looked at.
 */
public final class ManifestFile {

  private static final int MOST_BYTES = 1_000_000;
  private static final String EXTENSION =
      "https://stac-extensions.github.io/mlm/v1.4.0/schema.json";
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,58}[A-Za-z0-9]");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,19}");
  private static final Pattern CLASS_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_. -]{0,59}");

  private static final List<String> BANDS =
      List.of("blue", "green", "red", "red edge", "nir", "thermal", "grey");
  private static final Map<String, String> OTHER_BAND_NAMES =
      Map.of("rededge", "red edge", "red_edge", "red edge", "gray", "grey");

  private static final List<String> CHANNELS = List.of("channel", "bands", "band");
  private static final List<String> CLASSES = List.of("class", "channel", "bands", "band");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ManifestFile() {}

  /**
   * Reads a manifest.
   *
   * @throws IllegalArgumentException in one sentence, when it is none or describes what cannot be
   *     run
   */
  public static ModelManifest read(Path manifest) {
    try {
      Place item = new Place(MAPPER.readTree(bytes(manifest)), "");
      return manifest(manifest, item);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s is no JSON: %s".formatted(manifest, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s cannot be read (%s); name the manifest of a model"
              .formatted(manifest, e.getClass().getSimpleName()),
          e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s: %s".formatted(manifest, e.getMessage()), e);
    }
  }

  private static byte[] bytes(Path manifest) throws IOException {
    try (InputStream stream = Files.newInputStream(manifest)) {
      byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IllegalArgumentException(
            "it has more than %d bytes; is it a manifest?".formatted(MOST_BYTES));
      }
      return bytes;
    }
  }

  private static ModelManifest manifest(Path manifest, Place item) throws IOException {
    requireExtension(item);
    Place properties = item.get("properties");
    properties.allow(
        "qyran:",
        List.of(
            "qyran:gsd_m", "qyran:unit", "qyran:tile_px", "qyran:margin_px", "qyran:stride_px"));
    properties.get("mlm:architecture").text();
    ModelTask task = task(properties.get("mlm:tasks"));
    Place input = properties.get("mlm:input").only();
    Place output = properties.get("mlm:output").only();
    return new ModelManifest(
        matching(properties.get("mlm:name"), NAME)
            + " "
            + matching(properties.get("version"), VERSION),
        ModelFile.of(manifest, item.get("assets").get("model").get("href")),
        task,
        input(input, unit(properties.get("qyran:unit"))),
        output(output, task),
        gsd(properties.get("qyran:gsd_m")),
        side(input.get("input").get("shape"), properties.find("qyran:tile_px")),
        properties.get("qyran:margin_px").whole(),
        properties.find("qyran:stride_px").map(Place::whole).orElse(1));
  }

  private static void requireExtension(Place item) {
    Place extensions = item.get("stac_extensions");
    if (extensions.items().stream().noneMatch(one -> one.text().equals(EXTENSION))) {
      throw new IllegalArgumentException(
          "%s does not name %s, which this program reads".formatted(extensions.where(), EXTENSION));
    }
  }

  private static ModelTask task(Place tasks) {
    String word = tasks.only().text();
    for (ModelTask task : ModelTask.values()) {
      if (task.word().equals(word)) {
        return task;
      }
    }
    throw new IllegalArgumentException(
        "%s is %s, must be semantic-segmentation or object-detection"
            .formatted(tasks.where(), word));
  }

  private static ModelInput input(Place input, PixelUnit unit) {
    List<String> bands = input.get("bands").items().stream().map(ManifestFile::band).toList();
    if (bands.isEmpty() || bands.stream().distinct().count() < bands.size()) {
      throw input.get("bands").refused("a list of bands, each once");
    }
    Place tensor = input.get("input");
    requireFloats(tensor);
    List<Place> shape =
        shape(tensor, List.of(List.of("batch"), CHANNELS, List.of("height"), List.of("width")));
    requireOneOf(shape.get(0), 1, -1);
    requireOneOf(shape.get(1), bands.size());
    Optional<Place> resize = input.find("resize_type");
    if (resize.isPresent()) {
      throw resize.get().refused("null: pictures are cut into tiles and never resized to one");
    }
    return new ModelInput(
        input.get("name").text(), bands, scalings(input.find("value_scaling"), bands.size()), unit);
  }

  private static String band(Place band) {
    String word = band.value().isObject() ? band.get("name").text() : band.text();
    String ours = OTHER_BAND_NAMES.getOrDefault(word.toLowerCase(Locale.ROOT), word);
    if (!BANDS.contains(ours)) {
      throw new IllegalArgumentException(
          "%s is '%s', must be one of %s".formatted(band.where(), word, BANDS));
    }
    return ours;
  }

  private static List<ValueScaling> scalings(Optional<Place> given, int bands) {
    if (given.isEmpty() || given.get().items().isEmpty()) {
      return Arrays.stream(new ValueScaling[bands]).map(none -> ValueScaling.NONE).toList();
    }
    List<ValueScaling> scalings = given.get().items().stream().map(ManifestFile::scaling).toList();
    if (scalings.size() == 1) {
      return Arrays.stream(new ValueScaling[bands]).map(none -> scalings.get(0)).toList();
    }
    if (scalings.size() != bands) {
      throw new IllegalArgumentException(
          "%s has %d items, must have one, or one for each of %d bands"
              .formatted(given.get().where(), scalings.size(), bands));
    }
    return scalings;
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

  private static ModelOutput output(Place output, ModelTask task) {
    output.allow("qyran:", List.of("qyran:activation", "qyran:overlap"));
    Place result = output.get("result");
    requireFloats(result);
    if (!task.word().equals(output.get("tasks").only().text())) {
      throw output.get("tasks").refused("the task of the model, " + task.word());
    }
    List<Place> places = output.get("classification:classes").items();
    List<ModelClass> classes = places.stream().map(ManifestFile::modelClass).toList();
    if (classes.stream().map(ModelClass::value).distinct().count() < classes.size()) {
      throw new IllegalArgumentException(
          "%s.classification:classes has a value twice; give each class its own"
              .formatted(output.where()));
    }
    if (task == ModelTask.OBJECT_DETECTION) {
      List<Place> shape = shape(result, List.of(List.of("batch", "box"), List.of("bbox")));
      requireOneOf(shape.get(1), 6);
    } else {
      List<Place> shape =
          shape(result, List.of(List.of("batch"), CLASSES, List.of("height"), List.of("width")));
      requireOneOf(shape.get(0), 1, -1);
      requireOneOf(shape.get(1), classes.size());
      if (classes.stream().anyMatch(one -> one.value() >= classes.size())) {
        throw new IllegalArgumentException(
            "%s.classification:classes must have the values 0 to %d, one per channel of the result"
                .formatted(output.where(), classes.size() - 1));
      }
    }
    return new ModelOutput(
        output.get("name").text(),
        output.find("qyran:activation").map(ManifestFile::activation).orElse(Activation.NONE),
        output.find("qyran:overlap").map(Place::number).orElse(0.5),
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
    @Nullable DetectionType type = one.find("qyran:type").map(ManifestFile::type).orElse(null);
    @Nullable Double prior = one.find("qyran:prior").map(Place::number).orElse(null);
    try {
      return new ModelClass(
          one.get("value").whole(),
          matching(one.get("name"), CLASS_NAME),
          type,
          one.find("qyran:threshold").map(Place::number).orElse(0.5),
          prior);
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

  private static PixelUnit unit(Place unit) {
    for (PixelUnit one : PixelUnit.values()) {
      if (one.name().toLowerCase(Locale.ROOT).equals(unit.text())) {
        return one;
      }
    }
    throw unit.refused("reflectance, relative_reflectance, kelvin or dn");
  }

  private static GsdRange gsd(Place gsd) {
    gsd.allow("", List.of("least", "working", "most"));
    try {
      return new GsdRange(
          gsd.get("least").number(), gsd.get("working").number(), gsd.get("most").number());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s: %s".formatted(gsd.where(), e.getMessage()), e);
    }
  }

  /** The side that the model's input is fixed to, or the one that the manifest chooses. */
  private static int side(Place shape, Optional<Place> tile) {
    int height = shape.items().get(2).whole();
    int width = shape.items().get(3).whole();
    if (height != width) {
      throw shape.refused("as high as it is wide");
    }
    if (height < 0) {
      return tile.map(Place::whole).orElse(512);
    }
    if (tile.isPresent() && tile.get().whole() != height) {
      throw tile.get().refused("%d, to which the input is fixed; leave it out".formatted(height));
    }
    return height;
  }

  private static void requireFloats(Place tensor) {
    if (!tensor.get("data_type").text().equals("float32")) {
      throw tensor.get("data_type").refused("float32; export the model so");
    }
  }

  /** The dimensions, which must be in this order; each has one of the names. */
  private static List<Place> shape(Place tensor, List<List<String>> names) {
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
    return shape;
  }

  private static void requireOneOf(Place dimension, int... allowed) {
    if (Arrays.stream(allowed).noneMatch(one -> one == dimension.whole())) {
      throw dimension.refused("one of " + Arrays.toString(allowed));
    }
  }

  private static String matching(Place name, Pattern pattern) {
    if (!pattern.matcher(name.text()).matches()) {
      throw name.refused("a name like " + pattern);
    }
    return name.text();
  }
}

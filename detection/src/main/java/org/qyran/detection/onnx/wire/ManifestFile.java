package org.qyran.detection.onnx.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.qyran.detection.onnx.GsdRange;
import org.qyran.detection.onnx.ModelManifest;
import org.qyran.detection.onnx.ModelTask;

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
  private static final int USUAL_SIDE_PIXELS = 512;
  private static final List<String> OURS =
      List.of("qyran:gsd_m", "qyran:unit", "qyran:tile_px", "qyran:margin_px", "qyran:stride_px");

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
    item.allow("qyran:", List.of());
    Place properties = item.get("properties");
    properties.allow("qyran:", OURS);
    properties.get("mlm:architecture").text();
    String name = properties.get("mlm:name").matching(NAME);
    String version = properties.get("version").matching(VERSION);
    ModelTask task = task(properties.get("mlm:tasks"));
    InputFields input = InputFields.of(properties.get("mlm:input"), properties.get("qyran:unit"));
    int sidePixels = side(input.sidePixels(), properties.find("qyran:tile_px"));
    return new ModelManifest(
        name + " " + version,
        ModelFile.of(manifest, item.get("assets").get("model").get("href")),
        task,
        input.input(),
        OutputFields.read(properties.get("mlm:output"), task, sidePixels),
        gsd(properties.get("qyran:gsd_m")),
        sidePixels,
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

  private static GsdRange gsd(Place gsd) {
    gsd.allow("", List.of("least", "working", "most"));
    double least = gsd.get("least").number();
    double working = gsd.get("working").number();
    double most = gsd.get("most").number();
    try {
      return new GsdRange(least, working, most);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s: %s".formatted(gsd.where(), e.getMessage()), e);
    }
  }

  /** The side that the model's input is fixed to, or the one that the manifest chooses. */
  private static int side(int fixedPixels, Optional<Place> tile) {
    if (fixedPixels < 0) {
      return tile.map(Place::whole).orElse(USUAL_SIDE_PIXELS);
    }
    if (tile.isPresent() && tile.get().whole() != fixedPixels) {
      throw tile.get()
          .refused("%d, to which the input is fixed; leave it out".formatted(fixedPixels));
    }
    return fixedPixels;
  }
}

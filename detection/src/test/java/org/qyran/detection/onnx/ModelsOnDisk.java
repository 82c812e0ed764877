package org.qyran.detection.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.qyran.detection.onnx.wire.ManifestFile;

/** Models of the tests, written into a folder; their manifests are the tiny model's, changed. */
public final class ModelsOnDisk {

  static final SizeLimits SIZES = new SizeLimits(2, 5_000, 1.5, 800);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ModelsOnDisk() {}

  /** The manifest of the tiny model that lies among the resources. */
  public static Path tiny() {
    try {
      return Path.of(
          Objects.requireNonNull(ModelsOnDisk.class.getResource("tiny-leaves.json")).toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The tiny model's manifest, to be changed. */
  public static ObjectNode manifest() {
    try {
      return (ObjectNode) MAPPER.readTree(tiny().toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The manifest with one value replaced.
   *
   * @param pointer to it, {@code /properties/mlm:name}
   * @param json instead; empty to take it away
   */
  public static ObjectNode manifestWith(String pointer, String json) {
    ObjectNode manifest = manifest();
    set(manifest, pointer, json);
    return manifest;
  }

  static void set(ObjectNode manifest, String pointer, String json) {
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = manifest.at(pointer.substring(0, slash));
    String key = pointer.substring(slash + 1);
    try {
      if (parent instanceof ObjectNode object) {
        if (json.isEmpty()) {
          object.remove(key);
        } else {
          object.set(key, MAPPER.readTree(json));
        }
      } else {
        ((com.fasterxml.jackson.databind.node.ArrayNode) parent)
            .set(Integer.parseInt(key), MAPPER.readTree(json));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes both, and answers where the manifest lies. */
  public static Path write(Path folder, ObjectNode manifest, byte[] model) {
    try {
      Files.write(folder.resolve("tiny-leaves.onnx"), model);
      return Files.writeString(folder.resolve("model.json"), manifest.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static OnnxModel open(Path folder, ObjectNode manifest, byte[] model) {
    return OnnxModel.open(ManifestFile.read(write(folder, manifest, model)));
  }

  /** A model that looks at a picture of half the size, and answers what is less red than most. */
  static OnnxModel halving(Path folder) {
    ObjectNode manifest = manifest();
    set(manifest, "/properties/qyran:margin_px", "3");
    set(manifest, "/properties/qyran:stride_px", "2");
    float[] kernel = new float[27];
    for (int i = 0; i < 9; i++) {
      kernel[i] = -0.07f - 0.01f * i;
    }
    return open(
        folder,
        manifest,
        new Graph()
            .takes("image", -1, 3, -1, -1)
            .floats("kernel", kernel, 1, 3, 3, 3)
            .floats("up", new float[] {1, 1, 1, 1}, 1, 1, 2, 2)
            .node(
                "AveragePool",
                List.of("image"),
                "half",
                Graph.all("kernel_shape", 2, 2),
                Graph.all("strides", 2, 2))
            .node(
                "Conv",
                List.of("half", "kernel"),
                "seen",
                Graph.all("kernel_shape", 3, 3),
                Graph.all("pads", 1, 1, 1, 1))
            .node("ConvTranspose", List.of("seen", "up"), "whole", Graph.all("strides", 2, 2))
            .node("Sigmoid", List.of("whole"), "leaves")
            .answers("leaves", -1, 1, -1, -1)
            .bytes());
  }

  /** A model that answers a box of 9 x 9 pixels around each pixel that is reddest within 5 x 5. */
  static OnnxModel boxes(Path folder) {
    return open(folder, boxManifest(), boxGraph().bytes());
  }

  static ObjectNode boxManifest() {
    ObjectNode manifest = manifest();
    set(manifest, "/properties/mlm:tasks", "[\"object-detection\"]");
    set(manifest, "/properties/mlm:input/0/value_scaling", "[]");
    set(
        manifest,
        "/properties/mlm:output",
        """
        [{"name": "boxes", "tasks": ["object-detection"],
          "result": {"shape": [-1, 6], "dim_order": ["batch", "bbox"], "data_type": "float32"},
          "classification:classes": [
            {"value": 0, "name": "ground"},
            {"value": 1, "name": "shed", "qyran:type": "structure_of_interest",
             "qyran:threshold": 0.6, "qyran:prior": 0.2}]}]
        """);
    set(manifest, "/properties/qyran:gsd_m", "{\"least\": 0.1, \"working\": 0.2, \"most\": 0.4}");
    set(manifest, "/properties/qyran:margin_px", "2");
    return manifest;
  }

  static Graph boxGraph() {
    return new Graph()
        .takes("image", -1, 3, -1, -1)
        .longs("red", new long[] {0}, 1)
        .longs("row", new long[] {2}, 1)
        .longs("column", new long[] {3}, 1)
        .floats("least", new float[] {0.55f}, 1)
        .floats("before", new float[] {4}, 1)
        .floats("after", new float[] {5}, 1)
        .floats("one", new float[] {1}, 1)
        .longs("last", new long[] {1}, 1)
        .node("Gather", List.of("image", "red"), "band", Graph.one("axis", 1))
        .node(
            "MaxPool",
            List.of("band"),
            "around",
            Graph.all("kernel_shape", 5, 5),
            Graph.all("pads", 2, 2, 2, 2))
        .node("Equal", List.of("band", "around"), "greatest")
        .node("Greater", List.of("band", "least"), "great")
        .node("And", List.of("greatest", "great"), "peak")
        .node("NonZero", List.of("peak"), "places")
        .node("Transpose", List.of("places"), "each", Graph.all("perm", 1, 0))
        .node("GatherND", List.of("band", "each"), "height")
        .node("Unsqueeze", List.of("height", "last"), "score")
        .node("Gather", List.of("each", "row"), "row-of", Graph.one("axis", 1))
        .node("Gather", List.of("each", "column"), "column-of", Graph.one("axis", 1))
        .node("Cast", List.of("row-of"), "y", Graph.one("to", 1))
        .node("Cast", List.of("column-of"), "x", Graph.one("to", 1))
        .node("Sub", List.of("x", "before"), "left")
        .node("Sub", List.of("y", "before"), "top")
        .node("Add", List.of("x", "after"), "right")
        .node("Add", List.of("y", "after"), "bottom")
        .node("Sub", List.of("score", "score"), "zero")
        .node("Add", List.of("zero", "one"), "class")
        .node(
            "Concat",
            List.of("left", "top", "right", "bottom", "score", "class"),
            "boxes",
            Graph.one("axis", 1))
        .answers("boxes", -1, 6);
  }

  /** A model of one node, which answers this of the first band. */
  static byte[] oneNode(String operator) {
    return new Graph()
        .takes("image", -1, 3, -1, -1)
        .longs("red", new long[] {0}, 1)
        .node("Gather", List.of("image", "red"), "band", Graph.one("axis", 1))
        .node(operator, List.of("band"), "leaves")
        .answers("leaves", -1, 1, -1, -1)
        .bytes();
  }
}

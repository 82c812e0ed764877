package org.qyran.detection.onnx.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.detection.image.PixelUnit;
import org.qyran.detection.onnx.Activation;
import org.qyran.detection.onnx.GsdRange;
import org.qyran.detection.onnx.ModelClass;
import org.qyran.detection.onnx.ModelManifest;
import org.qyran.detection.onnx.ModelTask;
import org.qyran.detection.onnx.ModelsOnDisk;
import org.qyran.detection.onnx.ValueScaling;
import org.qyran.model.DetectionType;
import org.qyran.sampledata.RealData;

class ManifestFileTest {

  private static final byte[] NO_MODEL = {1};

  @TempDir private Path folder;

  @Test
  void readsTheManifestOfTheTinyModel() {
    ModelManifest manifest = ManifestFile.read(ModelsOnDisk.tiny());

    assertThat(manifest.name()).isEqualTo("tiny-leaves 1");
    assertThat(manifest.file().getFileName()).hasToString("tiny-leaves.onnx");
    assertThat(manifest.task()).isEqualTo(ModelTask.SEMANTIC_SEGMENTATION);
    assertThat(manifest.input().name()).isEqualTo("image");
    assertThat(manifest.input().bands()).containsExactly("red", "green", "blue");
    assertThat(manifest.input().scalings())
        .isEqualTo(java.util.Collections.nCopies(3, new ValueScaling(0.4, 0.25)));
    assertThat(manifest.input().unit()).isEqualTo(PixelUnit.DN);
    assertThat(manifest.output().name()).isEqualTo("leaves");
    assertThat(manifest.output().activation()).isEqualTo(Activation.NONE);
    assertThat(manifest.output().classes())
        .containsExactly(new ModelClass(0, "leaves", DetectionType.VEGETATION_STAND, 0.5, null));
    assertThat(manifest.gsd()).isEqualTo(new GsdRange(0.05, 0.08, 0.16));
    assertThat(manifest.sidePixels()).isEqualTo(128);
    assertThat(manifest.marginPixels()).isEqualTo(1);
    assertThat(manifest.stridePixels()).isEqualTo(1);
  }

  @Test
  void readsTheExampleOfThePage() throws IOException {
    String page = Files.readString(RealData.root().resolve("docs/DETECTION.md"));
    String example = page.substring(page.indexOf("```json") + 7);
    Path file =
        Files.writeString(
            folder.resolve("sheds.json"), example.substring(0, example.indexOf("```")));
    Files.write(folder.resolve("sheds.onnx"), NO_MODEL);

    ModelManifest manifest = ManifestFile.read(file);

    assertThat(manifest.name()).isEqualTo("sheds 3");
    assertThat(manifest.output().flagged()).extracting(ModelClass::name).containsExactly("shed");
    assertThat(manifest.sidePixels()).isEqualTo(512);
  }

  @Test
  void scalesEachBandByItsOwnAndLeavesThemWhereNothingIsSaid() {
    assertThat(
            read(
                    "/properties/mlm:input/0/value_scaling",
                    """
                    [{"type": "min-max", "minimum": 0.1, "maximum": 0.5},
                     {"type": "z-score", "mean": 0.2, "stddev": 0.1},
                     {"type": "min-max", "minimum": 0, "maximum": 1}]
                    """)
                .input()
                .scalings())
        .containsExactly(
            new ValueScaling(0.1, 0.4), new ValueScaling(0.2, 0.1), new ValueScaling(0, 1));
    assertThat(read("/properties/mlm:input/0/value_scaling", "").input().scalings())
        .containsExactly(ValueScaling.NONE, ValueScaling.NONE, ValueScaling.NONE);
  }

  @Test
  void knowsBandsByStacsNamesToo() {
    assertThat(
            read("/properties/mlm:input/0/bands", "[{\"name\": \"rededge\"}, \"nir\", \"red\"]")
                .input()
                .bands())
        .containsExactly("red edge", "nir", "red");
  }

  @Test
  void takesTheSideThatTheInputIsFixedTo() {
    ObjectNode manifest =
        ModelsOnDisk.manifestWith("/properties/mlm:input/0/input/shape", "[1, 3, 64, 64]");
    ((ObjectNode) manifest.at("/properties")).remove("qyran:tile_px");

    assertThat(ManifestFile.read(ModelsOnDisk.write(folder, manifest, NO_MODEL)).sidePixels())
        .isEqualTo(64);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /stac_extensions | ["https://stac-extensions.github.io/mlm/v1.3.0/schema.json"] | stac_extensions does not name https://stac-extensions.github.io/mlm/v1.4.0/schema.json, which this program reads
          /properties/mlm:name | | properties.mlm:name is missing
          /properties/mlm:name | "../x" | properties.mlm:name is "../x", must be a name like
          /properties/version | | properties.version is missing
          /properties/mlm:architecture | | properties.mlm:architecture is missing
          /properties/mlm:tasks | ["regression"] | properties.mlm:tasks is regression, must be semantic-segmentation or object-detection
          /properties/mlm:tasks | ["semantic-segmentation", "object-detection"] | properties.mlm:tasks has 2 items, must have one
          /properties/mlm:tasks | ["object-detection"] | properties.mlm:output[0].tasks is ["semantic-segmentation"], must be the task of the model, object-detection
          /properties/mlm:input | [] | properties.mlm:input has 0 items, must have one
          /properties/mlm:input/0/bands | ["red", "green", "swir16"] | properties.mlm:input[0].bands[2] is 'swir16', must be one of [blue, green, red, red edge, nir, thermal, grey]
          /properties/mlm:input/0/bands | ["red", "green", "red"] | must be a list of bands, each once
          /properties/mlm:input/0/bands | ["red", "green"] | properties.mlm:input[0].input.shape[1] is 3, must be one of [2]
          /properties/mlm:input/0/input/dim_order | ["batch", "height", "width", "bands"] | properties.mlm:input[0].input.dim_order is ["batch","height","width","bands"], must be the order
          /properties/mlm:input/0/input/data_type | "uint8" | properties.mlm:input[0].input.data_type is "uint8", must be float32; export the model so
          /properties/mlm:input/0/input/shape | [8, 3, 64, 64] | properties.mlm:input[0].input.shape[0] is 8, must be one of [1, -1]
          /properties/mlm:input/0/input/shape | [1, 3, 64, 32] | must be as high as it is wide
          /properties/mlm:input/0/input/shape | [1, 3, 64, 64] | properties.qyran:tile_px is 128, must be 64, to which the input is fixed; leave it out
          /properties/mlm:input/0/resize_type | "interpolation-linear" | must be null: pictures are cut into tiles and never resized to one
          /properties/mlm:input/0/value_scaling | [{"type": "clip", "minimum": 0, "maximum": 1}] | properties.mlm:input[0].value_scaling[0].type is "clip", must be min-max or z-score; do others in the model
          /properties/mlm:input/0/value_scaling | [{"type": "z-score", "mean": 0, "stddev": 0}] | must be a scaling by more than 0
          /properties/mlm:input/0/value_scaling/0 | {"type": "z-score", "mean": 0} | properties.mlm:input[0].value_scaling[0].stddev is missing
          /properties/mlm:output/0/result/dim_order | ["batch", "height", "width", "class"] | properties.mlm:output[0].result.dim_order is
          /properties/mlm:output/0/result/data_type | "float64" | must be float32; export the model so
          /properties/mlm:output/0/result/shape | [1, 2, -1, -1] | properties.mlm:output[0].result.shape[1] is 2, must be one of [1]
          /properties/mlm:input/0/norm_type | "z-score" | properties.mlm:input[0].norm_type is "z-score", must be null: say value_scaling
          /properties/mlm:input/0/pre_processing_function | {"format": "python", "expression": "x:y"} | must be null: it is not run; make it part of the model
          /properties/mlm:output/0/post_processing_function | {"format": "python", "expression": "x:y"} | must be null: it is not run; make it part of the model
          /properties/mlm:input/0/qyran:unit | "dn" | properties.mlm:input[0].qyran:unit is unknown
          /properties/mlm:input/0/value_scaling | [{"type": "z-score", "mean": 0, "stddev": 1}, {"type": "z-score", "mean": 0, "stddev": 1}] | has 2 items, must have one, or one for each of 3 bands
          /properties/mlm:output/0/result/shape | [1, 1, 64, 64] | properties.mlm:output[0].result.shape[2] is 64, must be one of [128, -1]
          /properties/mlm:output/0/qyran:activation | "softmax" | must be sigmoid: of one class softmax is always 1
          /properties/mlm:output/0/qyran:overlap | 0.5 | properties.mlm:output[0].qyran:overlap is unknown
          /properties/mlm:output/0/qyran:activation | "relu" | must be none, sigmoid or softmax
          /properties/mlm:output/0/qyran:treshold | 0.5 | properties.mlm:output[0].qyran:treshold is unknown
          /properties/mlm:output/0/classification:classes/0/value | 1 | must have the values 0 to 0, one per channel of the result
          /properties/mlm:output/0/classification:classes/0/qyran:type | "laboratory" | must be one of [cannabis_plantation, vegetation_stand, structure_of_interest]
          /properties/mlm:output/0/classification:classes/0/qyran:type | "cannabis_plantation" | cannabis_plantation is said by calibrated models alone; give qyran:prior, or say vegetation_stand
          /properties/mlm:output/0/classification:classes/0/qyran:type | | no class has a qyran:type, so nothing would be flagged
          /properties/mlm:output/0/classification:classes/0/qyran:threshold | 0 | threshold is 0.0, must lie in (0, 1]
          /properties/mlm:output/0/classification:classes/0/qyran:prior | 1 | prior is 1.0, must lie in
          /properties/mlm:output/0/classification:classes/0/name | "<b>" | must be a name like
          /properties/qyran:unit | | properties.qyran:unit is missing
          /properties/qyran:unit | "radiance" | properties.qyran:unit is "radiance", must be reflectance, relative_reflectance, kelvin or dn
          /properties/qyran:gsd_m | {"least": 0.1, "working": 0.05, "most": 0.2} | least 0.1, working 0.05 and most 0.2 m do not rise
          /properties/qyran:gsd_m | {"least": 0.1, "most": 0.2} | properties.qyran:gsd_m.working is missing
          /properties/qyran:margin_px | | properties.qyran:margin_px is missing
          /properties/qyran:margin_px | 64 | a tile of 128 px has no middle between margins of 64 px; make the tile larger
          /properties/qyran:margin_px | 1.5 | properties.qyran:margin_px is 1.5, must be a whole number
          /properties/qyran:stride_px | 3 | a tile of 128 px is no multiple of the stride of 3 px
          /properties/qyran:tile_px | 100000 | a tile is 100000 px, must lie in [1, 4096]
          /properties/qyran:tile_pixels | 64 | properties.qyran:tile_pixels is unknown
          /assets/model | | assets.model is missing
          """)
  void refusesWhatItCannotRunAndSaysWhatToWrite(String pointer, String json, String message) {
    assertThatThrownBy(() -> read(pointer, json == null ? "" : json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(folder.resolve("model.json") + ": ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../tiny-leaves.onnx",
        "a/../../tiny-leaves.onnx",
        "/etc/passwd",
        "https://example.com/model.onnx",
        "file:tiny-leaves.onnx",
        "a\\\\b.onnx"
      })
  void aModelMustLieInTheFolderOfItsManifest(String href) throws IOException {
    Files.write(folder.resolve("tiny-leaves.onnx"), NO_MODEL);
    Path inside = Files.createDirectory(folder.resolve("inside"));
    ObjectNode manifest = ModelsOnDisk.manifestWith("/assets/model/href", '"' + href + '"');
    Path file = ModelsOnDisk.write(inside, manifest, NO_MODEL);

    assertThatThrownBy(() -> ManifestFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "must be a relative path that stays in the manifest's folder; copy the model there");
  }

  @Test
  void aLinkOutOfTheFolderIsNotFollowedAndALinkWithinItIs() throws IOException {
    Path outside = Files.write(folder.resolve("outside.onnx"), NO_MODEL);
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Path file = ModelsOnDisk.write(inside, ModelsOnDisk.manifest(), NO_MODEL);
    Path model = inside.resolve("tiny-leaves.onnx");

    Files.delete(model);
    Files.createSymbolicLink(model, outside);
    assertThatThrownBy(() -> ManifestFile.read(file))
        .hasMessageContaining("stays in the manifest's folder");

    Files.delete(model);
    Path other = Files.write(inside.resolve("other.onnx"), NO_MODEL);
    Files.createSymbolicLink(model, other);
    assertThat(ManifestFile.read(file).file()).isEqualTo(other.toRealPath());
  }

  @Test
  void aModelThatIsNotThereIsNamed() {
    ObjectNode manifest = ModelsOnDisk.manifestWith("/assets/model/href", "\"none.onnx\"");
    Path file = ModelsOnDisk.write(folder, manifest, NO_MODEL);

    assertThatThrownBy(() -> ManifestFile.read(file))
        .hasMessageEndingWith(
            "assets.model.href is 'none.onnx', but there is no such file beside the manifest; copy"
                + " the model there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1, 2", "{\"type\": 1, \"type\": 2}", "{} {}"})
  void refusesWhatIsNoJson(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("model.json"), text);

    assertThatThrownBy(() -> ManifestFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file.toString());
  }

  @Test
  void refusesWhatIsTooLargeForAManifestAndWhatIsNotThere() throws IOException {
    Path large = Files.writeString(folder.resolve("large.json"), " ".repeat(1_000_001));

    assertThatThrownBy(() -> ManifestFile.read(large))
        .hasMessageEndingWith("it has more than 1000000 bytes; is it a manifest?");
    assertThatThrownBy(() -> ManifestFile.read(folder.resolve("none.json")))
        .hasMessageEndingWith(
            "none.json cannot be read (NoSuchFileException); name the manifest of a model");
  }

  private ModelManifest read(String pointer, String json) {
    return ManifestFile.read(
        ModelsOnDisk.write(folder, ModelsOnDisk.manifestWith(pointer, json), NO_MODEL));
  }

  @Test
  void namesOfBandsAreThoseOfPictures() {
    for (String band : List.of("blue", "green", "red", "red edge", "nir", "thermal", "grey")) {
      ObjectNode manifest =
          ModelsOnDisk.manifestWith("/properties/mlm:input/0/bands", "[\"%s\"]".formatted(band));
      ((com.fasterxml.jackson.databind.node.ArrayNode)
              manifest.at("/properties/mlm:input/0/input/shape"))
          .set(1, manifest.numberNode(1));

      assertThat(ManifestFile.read(ModelsOnDisk.write(folder, manifest, NO_MODEL)).input().bands())
          .containsExactly(band);
    }
  }
}

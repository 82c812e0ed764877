package org.qyran.detection.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelTest {

  @TempDir private Path folder;

  @Test
  void answersWhatAPencilSays() {
    ObjectNode manifest = ModelsOnDisk.manifest();
    try (OnnxModel model = ModelsOnDisk.open(folder, manifest, ModelsOnDisk.oneNode("Neg"))) {
      OnnxModel.Answer answer = model.run(new float[] {1, 2, 3, 4, 9, 9, 9, 9, 9, 9, 9, 9}, 2);

      assertThat(answer.shape()).containsExactly(1, 1, 2, 2);
      assertThat(answer.values()).containsExactly(-1, -2, -3, -4);
    }
  }

  @Test
  void refusesWhatIsNoOnnx() {
    assertRefused(ModelsOnDisk.manifest(), new byte[] {1, 2, 3}, "cannot be run by ONNX Runtime");
  }

  @Test
  void refusesATensorOfAnotherNameAndNamesThoseThatAreThere() {
    ObjectNode manifest = ModelsOnDisk.manifestWith("/properties/mlm:input/0/name", "\"x\"");

    assertRefused(
        manifest,
        ModelsOnDisk.oneNode("Neg"),
        "has no input 'x', only [image]; write one of them into the manifest");
  }

  @Test
  void refusesAnInputOfAnotherShape() {
    ObjectNode manifest = ModelsOnDisk.manifest();
    ModelsOnDisk.set(manifest, "/properties/mlm:input/0/bands", "[\"red\"]");
    ModelsOnDisk.set(manifest, "/properties/mlm:input/0/input/shape/1", "1");

    assertRefused(
        manifest,
        ModelsOnDisk.oneNode("Neg"),
        "input of shape [-1, 3, -1, -1] where its manifest says [1, 1, 128, 128]");
  }

  @Test
  void refusesAnOutputOfAnotherShape() {
    byte[] model =
        new Graph()
            .takes("image", -1, 3, -1, -1)
            .node("Neg", List.of("image"), "leaves")
            .answers("leaves", -1, 3, -1, -1)
            .bytes();

    assertRefused(
        ModelsOnDisk.manifest(),
        model,
        "output of shape [-1, 3, -1, -1] where its manifest says [1, 1, 128, 128]");
  }

  @Test
  void refusesAnswersThatAreNoFloats() {
    byte[] model =
        new Graph()
            .takes("image", -1, 3, -1, -1)
            .node("Cast", List.of("image"), "leaves", Graph.one("to", 7))
            .answers("leaves", TensorProto.DataType.INT64, -1, 3, -1, -1)
            .bytes();

    assertRefused(ModelsOnDisk.manifest(), model, "must be a float32 tensor; export it so");
  }

  @Test
  void refusesModelsThatTakeMoreThanAPicture() {
    byte[] model =
        new Graph()
            .takes("image", -1, 3, -1, -1)
            .takes("more", -1, 3, -1, -1)
            .node("Add", List.of("image", "more"), "leaves")
            .answers("leaves", -1, 3, -1, -1)
            .bytes();

    assertRefused(ModelsOnDisk.manifest(), model, "must take one tensor");
  }

  @Test
  void readsNoWeightsFromOtherFiles() throws IOException {
    Path weights = Files.write(folder.resolve("weights.bin"), new byte[12]);
    Path fromHere = Path.of("").toAbsolutePath().relativize(weights.toAbsolutePath());
    for (String file :
        List.of("weights.bin", "../weights.bin", weights.toString(), fromHere.toString())) {
      byte[] model =
          new Graph()
              .takes("image", -1, 3, -1, -1)
              .elsewhere("weights", file, 1, 3, 1, 1)
              .node("Conv", List.of("image", "weights"), "leaves")
              .answers("leaves", -1, 1, -1, -1)
              .bytes();

      assertRefused(ModelsOnDisk.manifest(), model, "External data path");
    }
  }

  private void assertRefused(ObjectNode manifest, byte[] model, String message) {
    assertThatThrownBy(() -> ModelsOnDisk.open(folder, manifest, model).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tiny-leaves.onnx")
        .hasMessageContaining(message);
  }
}

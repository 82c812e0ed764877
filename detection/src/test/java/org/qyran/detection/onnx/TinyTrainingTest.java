package org.qyran.detection.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.qyran.sampledata.RealData;

/** {@code -Dmodel.update=true} writes the file of the tiny model anew. */
class TinyTrainingTest {

  private static final Path FILE =
      RealData.root()
          .resolve("detection/src/test/resources/org/qyran/detection/onnx/tiny-leaves.onnx");

  @Test
  void trainsTheModelAmongTheResourcesToItsLastByte() throws IOException {
    byte[] trained = TinyTraining.model();
    if (Boolean.getBoolean("model.update")) {
      Files.write(FILE, trained);
    }

    assertThat(Files.readAllBytes(FILE)).isEqualTo(trained).hasSizeLessThan(4_000);
  }
}

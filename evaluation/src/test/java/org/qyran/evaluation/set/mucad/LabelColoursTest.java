package org.qyran.evaluation.set.mucad;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelColoursTest {

  @TempDir private Path folder;

  @Test
  void readsANameAndItsColour() throws IOException {
    LabelColours labels = read("car:\n  - 255\n  - 204\n  - 51\nnet2d:\n  - 1\n  - 2\n  - 3\n");

    assertThat(labels.classes()).containsExactly(entry(0xFFCC33, "car"), entry(0x010203, "net2d"));
  }

  @Test
  void saysWhichLineItDoesNotUnderstand() {
    assertThatThrownBy(() -> read("car: [255, 204, 51]\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 1 is 'car: [255, 204, 51]'");
    assertThatThrownBy(() -> read("car:\n  - 255\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gives car the colour [255]");
  }

  private LabelColours read(String text) throws IOException {
    return LabelColours.read(Files.writeString(folder.resolve("labels.yaml"), text));
  }
}

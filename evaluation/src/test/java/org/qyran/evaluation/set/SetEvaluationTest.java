package org.qyran.evaluation.set;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads who named the wrong thing. */
class SetEvaluationTest {

  @TempDir private Path folder;

  @Test
  void namesTheSetsThatThereAre() {
    assertThatThrownBy(() -> SetEvaluation.evaluate("mucat", folder, folder.resolve("out")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no set 'mucat'")
        .hasMessageContaining("kampala")
        .hasMessageContaining("hemp_mit");
  }

  @Test
  void saysThatTheDataIsNotThere() {
    assertThatThrownBy(
            () -> SetEvaluation.evaluate("mucad", folder.resolve("gone"), folder.resolve("out")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gone does not exist");
  }

  @Test
  void writesNothingIntoTheData() {
    assertThatThrownBy(() -> SetEvaluation.evaluate("mucad", folder, folder.resolve("out")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lies inside the data");
  }

  @ParameterizedTest
  @CsvSource({
    "mucad, labels.yaml do not exist",
    "kampala, holds no tile",
    "crowns, holds no picture with crowns",
    "hemp, holds no picture named",
  })
  void saysWhatAnEmptyFolderLacks(String set, String lack, @TempDir Path out) {
    assertThatThrownBy(() -> SetEvaluation.evaluate(set, folder, out))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(lack);
  }
}

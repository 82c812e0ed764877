package org.qyran.detection.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ActivationTest {

  /** Two classes of two pixels: (0, ln 3) in the first pixel, (5, 5) in the second. */
  private static final float[] VALUES = {0, 5, (float) Math.log(3), 5};

  @Test
  void softmaxSharesOneAmongTheClassesOfAPixel() {
    // e^ln 3 / (e^0 + e^ln 3) = 3 / 4
    assertThat(Activation.SOFTMAX.probability(VALUES, 2, 1, 0)).isCloseTo(0.75, within(1e-6));
    assertThat(Activation.SOFTMAX.probability(VALUES, 2, 0, 0)).isCloseTo(0.25, within(1e-6));
    assertThat(Activation.SOFTMAX.probability(VALUES, 2, 0, 1)).isEqualTo(0.5);
  }

  @Test
  void sigmoidTakesEachClassByItself() {
    // 1 / (1 + e^-ln 3) = 3 / 4
    assertThat(Activation.SIGMOID.probability(VALUES, 2, 1, 0)).isCloseTo(0.75, within(1e-6));
    assertThat(Activation.SIGMOID.probability(VALUES, 2, 0, 0)).isEqualTo(0.5);
  }

  @Test
  void largeNumbersDoNotOverflow() {
    float[] far = {-1_000, 1_000};

    assertThat(Activation.SOFTMAX.probability(far, 1, 0, 0)).isEqualTo(0);
    assertThat(Activation.SOFTMAX.probability(far, 1, 1, 0)).isEqualTo(1);
    assertThat(Activation.SIGMOID.probability(far, 1, 0, 0)).isEqualTo(0);
  }

  @Test
  void noneLeavesNumbersAsTheyAre() {
    assertThat(Activation.NONE.probability(new float[] {0.5f, -2}, 1, 1, 0)).isEqualTo(-2);
  }
}

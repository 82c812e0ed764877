package org.qyran.sampledata.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RgbDevelopmentTest {

  @ParameterizedTest(name = "light {0} is step {1}")
  @CsvSource({
    // IEC 61966-2-1: 1.055 · light^(1 / 2.4) - 0.055, and 12.92 · light below 0.0031308; by 255.
    "0, 0",
    "0.001, 3",
    "0.0331, 51",
    "0.2140, 127",
    "0.6038, 204",
    "1, 255",
    "7, 255",
    "-1, 0",
  })
  void lightGetsAScreensCurve(float light, int step) {
    float[] pixel = {light, light, light};

    BufferedImage picture = new RgbDevelopment(0).develop(pixel, 1, 1, 5);

    for (int channel = 0; channel < 3; channel++) {
      assertThat(picture.getRaster().getSample(0, 0, channel)).isCloseTo(step, within(1));
    }
  }

  @Test
  void theNoiseSpreadsAsItIsTold() {
    float[] grey = new float[3 * 100 * 100];
    Arrays.fill(grey, 0.2f);

    BufferedImage picture = new RgbDevelopment(2).develop(grey, 100, 100, 5);

    for (int channel = 0; channel < 3; channel++) {
      double[] samples =
          picture.getRaster().getSamples(0, 0, 100, 100, channel, new double[10_000]);
      double mean = Arrays.stream(samples).average().orElseThrow();
      double square = Arrays.stream(samples).map(value -> value * value).average().orElseThrow();
      // Deviation 2, and 0.29 of rounding.
      assertThat(Math.sqrt(square - mean * mean)).isCloseTo(2.02, within(0.06));
    }
  }

  @Test
  void refusesLightOfAnotherSize() {
    assertThatThrownBy(() -> new RgbDevelopment(1).develop(new float[5], 1, 2, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5 values");
  }
}

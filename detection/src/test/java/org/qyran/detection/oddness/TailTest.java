package org.qyran.detection.oddness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailTest {

  @ParameterizedTest(name = "{0} deviations are {1} decades")
  @CsvSource({
    "-1, 0.0750", // of 0.8413, from any table of the normal distribution
    " 0, 0.3010", // of 0.5
    " 1, 0.7995", // of 0.1587
    "3.0902, 3.0000", // of 0.001
    "4.7534, 6.0000", // of 0.000001
    " 6, 9.0059", // of 9.866e-10
  })
  void theUpperTailOfTheNormalIsThatOfTheTable(double deviations, double decades) {
    assertThat(Tail.upperTailDecades(deviations)).isCloseTo(decades, within(2e-4));
  }

  @Test
  void theMedianOfAFrameIsOneInTwoAndASixthOfItIsOneInSix() {
    Tail tail = new Tail();
    for (int i = 1; i <= 10_000; i++) {
      tail.count(tail.step((float) Math.exp(i / 2_000.0)));
    }

    float[] decades = tail.decades();

    // Half of 10,000 is e^2.5, 0.8413 of them e^4.2065; a byte is 8 % wide.
    assertThat(decades[tail.step((float) Math.exp(2.5)) & 0xff]).isCloseTo(0.301f, within(0.03f));
    assertThat(decades[tail.step((float) Math.exp(4.2065)) & 0xff])
        .isCloseTo(0.7995f, within(0.04f));
    assertThat(decades[0]).isZero();
  }

  @Test
  void aFrameOfOneColourHasNothingRare() {
    Tail tail = new Tail();
    for (int i = 0; i < 1_000; i++) {
      tail.count(tail.step(0));
    }

    assertThat(tail.decades()[tail.step(0) & 0xff]).isLessThan(1);
  }
}

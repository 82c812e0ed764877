package org.qyran.training.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ToneTest {

  @Test
  void countsAreThoseOfTheCurveRounded() {
    Random random = new Random(3);
    for (int trial = 0; trial < 20; trial++) {
      double power = 0.3 + 2.5 * random.nextDouble();
      DoubleUnaryOperator curve = light -> StrictMath.pow(light, power);
      Tone tone = new Tone(curve);
      for (int i = 0; i < 2_000; i++) {
        // Dark light too, where one piece of the table holds many counts.
        double light = StrictMath.pow(random.nextDouble(), 4);

        assertThat(tone.of(light))
            .as("%s to the power of %s", light, power)
            .isEqualTo(Math.round(255 * curve.applyAsDouble(light)) / 255f);
      }
    }
  }

  @Test
  void aCountBeginsWhereTheCurveIsHalfwayToIt() {
    Tone straight = new Tone(light -> light);
    for (int count = 1; count <= 255; count++) {
      double begins = (count - 0.5) / 255;

      assertThat(straight.of(begins + 1e-9)).isEqualTo(count / 255f);
      assertThat(straight.of(begins - 1e-9)).isEqualTo((count - 1) / 255f);
    }
  }

  @Test
  void lightBeyondFullScaleIsFullAndBelowNothingIsNothing() {
    Tone tone = new Tone(Math::sqrt);

    assertThat(tone.of(-0.2)).isEqualTo(0);
    assertThat(tone.of(0)).isEqualTo(0);
    assertThat(tone.of(1)).isEqualTo(1);
    assertThat(tone.of(17)).isEqualTo(1);
  }

  @Test
  void aCurveThatNeverReachesFullScaleHasNoSuchCounts() {
    Tone dim = new Tone(light -> 0.5 * light);

    assertThat(dim.of(1)).isEqualTo(128 / 255f);
  }
}

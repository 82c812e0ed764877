package org.qyran.evaluation.set.mucad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RxBaselineTest {

  @Test
  void theDistanceIsMeasuredInDeviationsAndAcrossCorrelations() {
    Cholesky cholesky = new Cholesky(2);

    cholesky.factor(new double[][] {{4, 0}, {0, 1}});
    assertThat(cholesky.squaredDistance(new double[] {2, 3})).isCloseTo(10, within(1e-12));

    // The inverse of (2 1; 1 2) is (2 -1; -1 2) / 3.
    cholesky.factor(new double[][] {{2, 0}, {1, 2}});
    assertThat(cholesky.squaredDistance(new double[] {1, 0})).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(cholesky.squaredDistance(new double[] {1, 1})).isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void aRingIsTheSumOfItsPixelsEvenWhereTheBorderCutsIt() {
    Random random = new Random(20_261_124);
    for (int trial = 0; trial < 1_000; trial++) {
      int width = 1 + random.nextInt(9);
      int height = 1 + random.nextInt(9);
      float[] values = new float[width * height];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(100);
      }
      int x = random.nextInt(width);
      int y = random.nextInt(height);
      int inner = random.nextInt(3);
      int outer = inner + 1 + random.nextInt(4);
      double expected = 0;
      int count = 0;
      for (int i = 0; i < values.length; i++) {
        int away = Math.max(Math.abs(i % width - x), Math.abs(i / width - y));
        expected += away > inner && away <= outer ? values[i] : 0;
        count += away <= outer ? 1 : 0;
      }

      assertThat(WindowSums.of(values, width, height).ring(x, y, inner, outer))
          .as("trial %d", trial)
          .isCloseTo(expected, within(1e-6));
      assertThat(WindowSums.count(x, y, outer, width, height))
          .as("trial %d", trial)
          .isEqualTo(count);
    }
  }
}

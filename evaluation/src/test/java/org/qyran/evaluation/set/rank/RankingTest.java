package org.qyran.evaluation.set.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.evaluation.set.result.RankCurve;

/** Expected numbers are counted by hand. */
class RankingTest {

  @Test
  void theAreaIsTheShareOfPairsInTheRightOrderAndEqualScoresCountHalf() {
    Ranking ranking = Ranking.of(new float[] {4, 2}, new float[] {3, 1, 2, 0});

    // 4 is above all four; 2 is above 1 and 0 and equals 2: (4 + 2.5) of 8 pairs.
    assertThat(ranking.area()).isCloseTo(6.5 / 8, within(1e-12));
  }

  @Test
  void recallIsWhatLiesAboveTheScoreThatTheBackgroundMayExceed() {
    float[] background = new float[1_000];
    for (int i = 0; i < background.length; i++) {
      background[i] = i;
    }
    Ranking ranking = Ranking.of(new float[] {998.5f, 999.5f, 10, 2_000}, background);

    // One of a thousand may be above: 999 is, so the threshold is 998.
    assertThat(ranking.threshold(1e-3)).isEqualTo(998);
    assertThat(ranking.recall(1e-3)).isEqualTo(0.75);
    // None may be above: the threshold is 999.
    assertThat(ranking.recall(0)).isEqualTo(0.5);
    // Two of a thousand, reached by a product that falls just short of 2.
    assertThat(ranking.threshold(0.002)).isEqualTo(997);
  }

  @Test
  void aTargetAsOddAsTheBackgroundIsNotRecalled() {
    Ranking ranking = Ranking.of(new float[] {1, 1}, new float[] {1, 1, 1});

    assertThat(ranking.area()).isEqualTo(0.5);
    assertThat(ranking.recall(0.5)).isZero();
  }

  @Test
  void changingSidesTurnsTheAreaAroundAndTheCurveNeverFalls() {
    Random random = new Random(20_261_124);
    for (int trial = 0; trial < 1_000; trial++) {
      float[] one = scores(random);
      float[] other = scores(random);
      Ranking ranking = Ranking.of(one, other);

      assertThat(ranking.area() + Ranking.of(other, one).area())
          .as("trial %d", trial)
          .isCloseTo(1, within(1e-9));
      double before = 0;
      for (RankCurve.Point point : ranking.curve("g", "n").points()) {
        assertThat(point.recall()).as("trial %d", trial).isGreaterThanOrEqualTo(before);
        before = point.recall();
      }
    }
  }

  @Test
  void nothingCannotBeRanked() {
    assertThatThrownBy(() -> Ranking.of(new float[0], new float[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 targets");
  }

  private static float[] scores(Random random) {
    float[] scores = new float[1 + random.nextInt(40)];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = random.nextInt(12);
    }
    return scores;
  }
}

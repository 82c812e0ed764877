package org.qyran.evaluation.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.evaluation.stat.Reliability.Claim;
import org.qyran.evaluation.stat.SizeCurve.Dot;

class CurvesTest {

  @Test
  void twoGroupsAreFittedExactly() {
    double[] x = {0, 0, 0, 0, 1, 1, 1, 1};
    boolean[] yes = {true, false, false, false, true, true, true, false};

    LogisticFit fit = LogisticFit.of(x, yes).orElseThrow();

    // 1 of 4 at 0 and 3 of 4 at 1: a = ln(1/3), a + b = ln 3.
    assertThat(fit.intercept()).isCloseTo(-Math.log(3), within(1e-6));
    assertThat(fit.slope()).isCloseTo(2 * Math.log(3), within(1e-6));
    assertThat(fit.reaching(0.5)).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void aGapBetweenYesAndNoHasNoLikeliestCurve() {
    assertThat(LogisticFit.of(new double[] {1, 2, 3, 4}, new boolean[] {false, false, true, true}))
        .isEmpty();
  }

  @Test
  void aCurveThatDrewTheDotsIsFoundAgain() {
    int inside = 0;
    for (int trial = 0; trial < 20; trial++) {
      SizeCurve curve = SizeCurve.of(drawn(300, 20_261_124 + trial));

      SizeCurve.Size half = curve.sizes().get(0);
      assertThat(half.areaSquareMeters()).as("trial %d", trial).isBetween(2.5, 6.5);
      inside += half.low() <= 4 && half.high() >= 4 ? 1 : 0;
    }
    // A 95 % band misses more than 4 of 20 once in 400 tries.
    assertThat(inside).isGreaterThanOrEqualTo(16);
  }

  /** One half at 4 m² and nine tenths at 25 m². */
  private static List<Dot> drawn(int count, long seed) {
    Random random = new Random(seed);
    double steepness = Math.log(9) / Math.log(25.0 / 4);
    List<Dot> dots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double area = Math.exp(random.nextDouble(Math.log(0.5), Math.log(200)));
      double probability = 1 / (1 + Math.pow(4 / area, steepness));
      dots.add(new Dot(area, random.nextDouble() < probability));
    }
    return dots;
  }

  @Test
  void aHandfulOfPlotsIsToldToBeTooFew() {
    SizeCurve curve = SizeCurve.of(List.of(new Dot(10, true), new Dot(2, false)));

    assertThat(curve.points()).isEmpty();
    assertThat(curve.dots()).hasSize(2);
    assertThat(curve.sentence()).startsWith("Too few for a curve: 2 things, 1 found and 1 missed");
  }

  @Test
  void fourTrueOfFiveAtFourFifthsIsPerfect() {
    Reliability perfect =
        Reliability.of(
            List.of(
                new Claim(0.8, true),
                new Claim(0.8, true),
                new Claim(0.8, false),
                new Claim(0.8, true),
                new Claim(0.8, true)));

    assertThat(perfect.ece()).isCloseTo(0, within(1e-12));
    assertThat(perfect.brier()).isCloseTo(0.16, within(1e-12)); // (4 · 0.04 + 0.64) / 5
    assertThat(perfect.skill()).isCloseTo(0, within(1e-12)); // no better than saying 0.8 always
  }

  @Test
  void aBraggartIsOffByWhatHeClaimsTooMuch() {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      claims.add(new Claim(0.9, i % 2 == 0));
    }

    Reliability braggart = Reliability.of(claims);

    assertThat(braggart.bins()).hasSize(15);
    assertThat(braggart.eceLow()).isLessThanOrEqualTo(0.4);
    assertThat(braggart.eceHigh()).isGreaterThanOrEqualTo(0.4);
    assertThat(braggart.brier()).isCloseTo(0.41, within(1e-9)); // (0.01 + 0.81) / 2
  }

  @Test
  void noClaimCannotBeWrong() {
    assertThat(Reliability.of(List.of()).ece()).isNaN();
    assertThat(Reliability.of(List.of()).bins()).isEmpty();
  }
}

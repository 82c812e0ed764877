package org.qyran.sampledata.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Moments and quantiles are those of any table of distributions. */
class ChanceTest {

  private static final int DRAWS = 200_000;

  private final Chance chance = new Chance(20260724);

  @Test
  void theSameNameGivesTheSameNumberInAnyOrder() {
    double second = chance.of("b").of(7).normal();
    double first = chance.of("a").share();

    assertThat(new Chance(20260724).of("a").share()).isEqualTo(first);
    assertThat(new Chance(20260724).of("b").of(7).normal()).isEqualTo(second);
  }

  @Test
  void namesAndSeedsAreToldApart() {
    Set<Long> keys = new HashSet<>();
    for (int seed = -2; seed <= 2; seed++) {
      for (int column = -50; column < 50; column++) {
        for (int row = -50; row < 50; row++) {
          keys.add(new Chance(seed).of(column, row).key());
        }
      }
    }

    assertThat(keys).hasSize(5 * 100 * 100);
  }

  @Test
  void sharesAreEven() {
    int[] tenths = new int[10];
    for (int i = 0; i < DRAWS; i++) {
      double share = chance.of(i).share();
      assertThat(share).isGreaterThanOrEqualTo(0).isLessThan(1);
      tenths[(int) (10 * share)]++;
    }

    // 20,000 each, give or take five times √(200,000 · 0.1 · 0.9) = 134.
    for (int tenth : tenths) {
      assertThat(tenth).isBetween(19_330, 20_670);
    }
    assertThat(mean(Chance::share)).isCloseTo(0.5, within(5 * 0.2887 / Math.sqrt(DRAWS)));
  }

  @Test
  void wholeNumbersReachBothEndsAndNoFarther() {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      seen.add(chance.of(i).whole(-1, 3));
    }

    assertThat(seen).containsExactlyInAnyOrder(-1, 0, 1, 2, 3);
    assertThat(chance.oneOf(List.of("only"))).isEqualTo("only");
  }

  @Test
  void somethingHappensAsOftenAsItShould() {
    assertThat(mean(draw -> draw.happens(0.3) ? 1 : 0)).isCloseTo(0.3, within(0.006));
    assertThat(mean(draw -> draw.happens(0) ? 1 : 0)).isZero();
    assertThat(mean(draw -> draw.happens(1) ? 1 : 0)).isEqualTo(1);
  }

  @Test
  void theNormalHasItsMomentsAndTails() {
    assertThat(mean(Chance::normal)).isCloseTo(0, within(0.012));
    assertThat(mean(draw -> Math.pow(draw.normal(), 2))).isCloseTo(1, within(0.02));
    assertThat(mean(draw -> Math.pow(draw.normal(), 4))).isCloseTo(3, within(0.15));
    // Beyond 3: 0.0027 of all.
    assertThat(mean(draw -> Math.abs(draw.normal()) > 3 ? 1 : 0)).isCloseTo(0.0027, within(6e-4));
  }

  @Test
  void studentWithFourDegreesHasDeviationOneAndHeavierTails() {
    // |t4| stays below 0.741 half of the time; over √2, its deviation, that is 0.524.
    assertThat(mean(draw -> Math.abs(draw.heavyTailed(4)) < 0.524 ? 1 : 0))
        .isCloseTo(0.5, within(0.006));
    // |t4| > 3 √2 in 0.01324 of all, five times as often as the normal beyond 3.
    assertThat(mean(draw -> Math.abs(draw.heavyTailed(4)) > 3 ? 1 : 0))
        .isCloseTo(0.01324, within(0.0013));
    // Its fourth moment is infinite, so the square's mean is slow to settle.
    assertThat(mean(draw -> Math.pow(draw.heavyTailed(4), 2))).isCloseTo(1, within(0.1));
    assertThat(mean(draw -> draw.heavyTailed(4))).isCloseTo(0, within(0.012));
  }

  @Test
  void neighboursKnowNothingOfEachOther() {
    double product = 0;
    for (int i = 0; i < DRAWS; i++) {
      product += chance.of(i).normal() * chance.of(i + 1L).normal();
    }

    assertThat(product / DRAWS).isCloseTo(0, within(5 / Math.sqrt(DRAWS)));
  }

  @Test
  void noiseIsSmoothBoundedAndZeroOnAverage() {
    ValueNoise noise = new ValueNoise(5);
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      double x = chance.of(i).of(1).between(-500, 500);
      double y = chance.of(i).of(2).between(-500, 500);
      double here = noise.at(x, y);
      sum += here;

      assertThat(here).isBetween(-1.0, 1.0);
      // s²(3 − 2s) rises by at most 1.5, over corners that differ by at most 2.
      assertThat(noise.at(x + 1e-4, y)).isCloseTo(here, within(3.01e-4));
      assertThat(noise.at(x, y - 1e-4)).isCloseTo(here, within(3.01e-4));
      assertThat(Math.abs(noise.fractal(x, y, 5))).isLessThan(1);
    }

    assertThat(sum / 10_000).isCloseTo(0, within(0.05));
    assertThat(new ValueNoise(6).at(0.3, 0.4)).isNotEqualTo(noise.at(0.3, 0.4));
  }

  private double mean(ToDoubleFunction<Chance> number) {
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += number.applyAsDouble(chance.of(i));
    }
    return sum / DRAWS;
  }
}

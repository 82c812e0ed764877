package org.qyran.evaluation.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTest {

  @Test
  void fiftyFourOfSixtyIsWhatWilsonsFormulaGivesByHand() {
    Share share = new Share(54, 60);

    // z² = 3.8415: middle (0.9 + z²/120) / (1 + z²/60) = 0.8759,
    // half 1.96 √(0.09/60 + z²/14400) / (1 + z²/60) = 0.0774
    assertThat(share.low()).isCloseTo(0.7985, within(5e-4));
    assertThat(share.high()).isCloseTo(0.9533, within(5e-4));
  }

  @Test
  void noneOfTenMayStillBeTwentyEightInAHundred() {
    // z² / (10 + z²) = 3.8415 / 13.8415
    assertThat(new Share(0, 10).high()).isCloseTo(0.2775, within(5e-4));
  }

  @Test
  void nothingOfNothingSaysNothing() {
    Share share = new Share(0, 0);

    assertThat(share.findValue()).isEmpty();
    assertThat(share.low()).isZero();
    assertThat(share.high()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0} events lie between {1} and {2}")
  @CsvSource({
    // Garwood 1936, table 1, two-sided 95 %.
    " 1, 0.0253,  5.572",
    " 3, 0.6187,  8.767",
    "10, 4.795,  18.39",
    "50, 37.11,  65.92",
  })
  void countsHaveThePublishedPoissonLimits(int events, double low, double high) {
    Rate onOneSquareKilometer = new Rate(events, 1);

    assertThat(onOneSquareKilometer.low()).isCloseTo(low, within(low * 1e-3));
    assertThat(onOneSquareKilometer.high()).isCloseTo(high, within(high * 1e-3));
  }

  @Test
  void noAlarmOnTwentySquareKilometersMeansFewerThanThreeInTwenty() {
    assertThat(new Rate(0, 20).high()).isCloseTo(3.0 / 20, within(3e-4));
    assertThat(new Rate(0, 20).low()).isZero();
  }

  @Test
  void withoutGroundThereIsNoRate() {
    assertThat(new Rate(3, 0).perSquareKilometer()).isNaN();
    assertThat(new Rate(3, 0).high()).isNaN();
  }
}

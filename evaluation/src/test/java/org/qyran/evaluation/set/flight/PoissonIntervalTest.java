package org.qyran.evaluation.set.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonIntervalTest {

  /** Half of chi-square quantiles with 2n and 2n + 2 degrees, from any printed table. */
  @ParameterizedTest(name = "{0} counted is {1} to {2}")
  @CsvSource({
    "  0,  0,      3.6889",
    "  1,  0.0253, 5.5716",
    "  2,  0.2422, 7.2247",
    " 10,  4.7954, 18.3904",
    "100, 81.3640, 121.6275"
  })
  void isTheExactInterval(long count, double lower, double upper) {
    PoissonInterval interval = PoissonInterval.of(count);

    assertThat(interval.lower()).isCloseTo(lower, within(2e-3));
    assertThat(interval.upper()).isCloseTo(upper, within(2e-3));
  }
}

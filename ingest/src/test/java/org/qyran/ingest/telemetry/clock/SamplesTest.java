package org.qyran.ingest.telemetry.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qyran.ingest.telemetry.clock.Samples.Sample;

/** Twentieths of a second begin at multiples of 50,000 microseconds, before 0 too. */
class SamplesTest {

  private static final long WIDE_MICROS = 1_000_000;

  private final Samples<Integer> samples = new Samples<>();

  @Test
  void keepsTheFirstOfEachTwentiethOfASecond() {
    for (int i = -2; i < 400; i++) {
      samples.add(i * 2_500L, i); // 400 Hz
    }

    assertThat(samples.inOrder()).extracting(Sample::value).startsWith(-2, 0, 20, 40).hasSize(21);
  }

  @Test
  void ofValuesOutOfOrderTheEarliestOfEachTwentiethStays() {
    List.of(90_000, 60_000, 10_000, 49_999, 50_000).forEach(micros -> samples.add(micros, micros));

    assertThat(samples.inOrder()).extracting(Sample::value).containsExactly(10_000, 50_000);
  }

  @Test
  void takesNoMoreThanItHasRoomFor() {
    for (int i = 0; i <= Samples.MOST; i++) {
      assertThat(samples.isFull()).isFalse();
      samples.add(i * 50_000L, i);
    }

    assertThat(samples.isFull()).isTrue();
    assertThat(samples.inOrder()).hasSize(Samples.MOST);
  }

  @Test
  void blendsOnlyBetweenTwoThatAreNear() {
    samples.add(3 * WIDE_MICROS + 1, 30);
    samples.add(0, 0);
    samples.add(WIDE_MICROS, 100);

    assertThat(at(-1)).isEmpty();
    assertThat(at(0)).contains(0);
    assertThat(at(WIDE_MICROS / 4)).contains(25);
    assertThat(at(WIDE_MICROS)).contains(100);
    assertThat(at(WIDE_MICROS + 1)).isEmpty(); // two seconds to the next
    assertThat(at(3 * WIDE_MICROS + 1)).contains(30);
    assertThat(at(3 * WIDE_MICROS + 2)).isEmpty();
  }

  private Optional<Integer> at(long micros) {
    return samples.at(
        micros,
        WIDE_MICROS,
        (last, next, fraction) -> last + (int) Math.round(fraction * (next - last)));
  }
}

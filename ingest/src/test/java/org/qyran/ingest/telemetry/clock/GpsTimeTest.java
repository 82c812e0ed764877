package org.qyran.ingest.telemetry.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leap seconds by IERS Bulletin C. */
class GpsTimeTest {

  @ParameterizedTest(name = "week {0}, {1} ms is {2}")
  @CsvSource({
    // Week 1 began on 13 January 1980, before any leap second.
    "1,            0, 1980-01-13T00:00:00Z",
    // 1 January 2017 was a Sunday, the start of week 1930; the 18th leap second stood before it.
    "1930,         0, 2016-12-31T23:59:43Z",
    "1930,     16999, 2016-12-31T23:59:59.999Z",
    "1930,     18000, 2017-01-01T00:00:00Z",
    "1930,     19000, 2017-01-01T00:00:01Z",
    // The seconds 14 and 17, in flights one still meets: 2006-01-01 and 2015-07-01.
    "1355,         0, 2005-12-24T23:59:47Z",
    "1356,    100000, 2006-01-01T00:01:26Z",
    "1871, 604091400, 2015-11-21T23:47:54.400Z",
    // 2 August 2026 is a Sunday, 2430 weeks after 6 January 1980.
    "2430,         0, 2026-08-01T23:59:42Z",
  })
  void isAheadOfUtcByTheLeapSecondsSince1980(long week, long milliseconds, Instant utc) {
    assertThat(GpsTime.utc(week, milliseconds)).contains(utc);
  }

  @Test
  void aSecondThatAnInstantCannotNameIsTheNext() {
    // 2016-12-31T23:59:60Z.
    assertThat(GpsTime.utc(1930, 17_000)).contains(Instant.parse("2017-01-01T00:00:00Z"));
  }

  @ParameterizedTest(name = "week {0}, {1} ms")
  @CsvSource({"0, 0", "-1, 0", "65536, 0", "1930, -1", "1930, 604800000"})
  void aReceiverThatDoesNotKnowStatesNoTime(long week, long milliseconds) {
    assertThat(GpsTime.utc(week, milliseconds)).isEmpty();
  }
}

package org.qyran.ingest.telemetry.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * GPS time as UTC. GPS counts weeks and seconds since the midnight before 6 January 1980 and knows
 * no leap seconds, so it is ahead of UTC by those inserted since (IS-GPS-200, section 20.3.3.5.2.4;
 * IERS Bulletin C).
 *
 * <p>Assumes whole weeks since 1980, as autopilots log them, and not the ten bits of the signal. A
 * leap second announced after 2017 is not in the table; times after it come out a second late.
 */
public final class GpsTime {

  private static final Instant START = Instant.parse("1980-01-06T00:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  /** The first instants after a leap second; the n-th makes GPS n seconds ahead. */
  private static final List<Instant> LEAPS =
      Stream.of(
              "1981-07-01",
              "1982-07-01",
              "1983-07-01",
              "1985-07-01",
              "1988-01-01",
              "1990-01-01",
              "1991-01-01",
              "1992-07-01",
              "1993-07-01",
              "1994-07-01",
              "1996-01-01",
              "1997-07-01",
              "1999-01-01",
              "2006-01-01",
              "2009-01-01",
              "2012-07-01",
              "2015-07-01",
              "2017-01-01")
          .map(day -> Instant.parse(day + "T00:00:00Z"))
          .toList();

  private GpsTime() {}

  /**
   * UTC of a time of the GPS week. During a leap second, which an {@link Instant} cannot name, the
   * second after it.
   *
   * @param week since January 1980; 0 and below mean that the receiver did not know yet
   * @param milliseconds since the start of the week, below 604,800,000
   * @return empty when the receiver did not know the time, or states one that cannot be
   */
  public static Optional<Instant> utc(long week, long milliseconds) {
    if (week <= 0 || week > 0xffff || milliseconds < 0 || milliseconds >= WEEK.toMillis()) {
      return Optional.empty();
    }
    Instant gps = START.plus(WEEK.multipliedBy(week)).plusMillis(milliseconds);
    int ahead = 0;
    while (ahead < LEAPS.size() && !gps.isBefore(LEAPS.get(ahead).plusSeconds(ahead + 1))) {
      ahead++;
    }
    return Optional.of(gps.minusSeconds(ahead));
  }
}

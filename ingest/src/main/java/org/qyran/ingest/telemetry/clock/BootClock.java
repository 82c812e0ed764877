package org.qyran.ingest.telemetry.clock;

import java.util.Arrays;

/**
 * Tells the time since boot at which a satellite fix was true, from all the fixes of a log.
 *
 * <p>A fix states its UTC; the log states when the fix arrived. The difference of the two jitters
 * with the work the computer had to do in between, by a few milliseconds and now and then by more
 * than a second, and drifts with the computer's crystal. Its median over the 51 fixes around is
 * taken: steady against jitter, and ten seconds wide at 5 Hz, in which no crystal drifts by a
 * millisecond. The delay that all fixes have in common, 0.1 to 0.2 s, stays in.
 *
 * <p>A fix whose difference is more than five seconds off the median of all is not late; its
 * receiver did not know the time yet.
 */
public final class BootClock {

  private static final int NEIGHBOURS = 25;
  private static final long JUMP_MICROS = 5_000_000;

  private final long[] offsetsMicros;
  private final long medianMicros;

  /**
   * A clock of at least one fix.
   *
   * @param utcMicros of each fix since 1970, ascending
   * @param bootMicros at which each of them arrived
   */
  public BootClock(long[] utcMicros, long[] bootMicros) {
    if (utcMicros.length == 0 || utcMicros.length != bootMicros.length) {
      throw new IllegalArgumentException(
          "%d times of fixes and %d of arrivals, must be as many and at least one"
              .formatted(utcMicros.length, bootMicros.length));
    }
    offsetsMicros = new long[utcMicros.length];
    for (int i = 0; i < utcMicros.length; i++) {
      offsetsMicros[i] = utcMicros[i] - bootMicros[i];
    }
    medianMicros = median(offsetsMicros, 0, offsetsMicros.length);
  }

  /** Whether a fix, by its number, states a time that the rest of the log contradicts. */
  public boolean isJump(int fix) {
    return Math.abs(offsetsMicros[fix] - medianMicros) > JUMP_MICROS;
  }

  /** What to take off the UTC of a fix, by its number, for the time since boot. */
  public long offsetMicros(int fix) {
    int from = Math.max(0, fix - NEIGHBOURS);
    int to = Math.min(offsetsMicros.length, fix + NEIGHBOURS + 1);
    return median(offsetsMicros, from, to);
  }

  private static long median(long[] values, int from, int to) {
    long[] sorted = Arrays.copyOfRange(values, from, to);
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}

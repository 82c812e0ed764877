package org.qyran.ingest.telemetry;

import java.time.Duration;

/**
 * By how much the pictures' clock and the log's clock differ.
 *
 * @param seconds to add to a picture's time to find its place in the log: positive when the
 *     camera's clock is slow
 * @param rmsMeters of the horizontal distance between pictures and track that is left
 * @param sigmaSeconds one standard deviation of {@code seconds}, from that distance and the speed
 * @param pictures that were compared
 */
public record ClockOffset(double seconds, double rmsMeters, double sigmaSeconds, int pictures) {

  private static final double ZONE_STEP_SECONDS = 15 * 60;

  public ClockOffset {
    if (!Double.isFinite(seconds) || !(rmsMeters >= 0) || !(sigmaSeconds >= 0) || pictures < 1) {
      throw new IllegalArgumentException(
          "clock offset of %s s, rms %s m, sigma %s s, from %d pictures is not possible"
              .formatted(seconds, rmsMeters, sigmaSeconds, pictures));
    }
  }

  /** True when the two clocks differ by a time zone: local time was read as UTC, or the reverse. */
  public boolean isZoneError() {
    return !zone().isZero();
  }

  /** The part of the offset that is a time zone, in quarters of an hour; zero for a plain drift. */
  public Duration zone() {
    return Duration.ofSeconds(Math.round(seconds / ZONE_STEP_SECONDS) * (long) ZONE_STEP_SECONDS);
  }
}

package org.qyran.ingest.telemetry;

import java.time.Duration;

/**
 * What a track may assume between two reports.
 *
 * @param widestGap between two reports that is still interpolated across, more than nothing
 * @param worstFitMeters the largest rms distance between pictures and track at which a clock offset
 *     is still believed; above 0
 */
public record TrackSettings(Duration widestGap, double worstFitMeters) {

  /** Two seconds of gap; fifty metres of disagreement. */
  public static final TrackSettings STANDARD = new TrackSettings(Duration.ofSeconds(2), 50);

  public TrackSettings {
    if (widestGap.isNegative() || widestGap.isZero()) {
      throw new IllegalArgumentException("widestGap is " + widestGap + ", must be above 0");
    }
    if (!(worstFitMeters > 0) || Double.isInfinite(worstFitMeters)) {
      throw new IllegalArgumentException(
          "worstFitMeters is " + worstFitMeters + ", must be finite and above 0");
    }
  }
}

package org.qyran.ingest.frame;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qyran.ingest.telemetry.ClockOffset;
import org.qyran.ingest.telemetry.TimedPosition;
import org.qyran.ingest.telemetry.Track;
import org.qyran.model.Capture;
import org.qyran.model.RunWarning;
import org.qyran.model.Telemetry;

/**
 * Looks pictures up in the flight log, by the log's clock where pictures with a position of their
 * own tell how the two clocks stand. Whatever they tell is used and told.
 */
final class LogClock {

  /** A camera that repeats the last second's fix seems to be half a second late, and is not. */
  private static final double AGREE_SECONDS = 0.75;

  private final Track track;
  private final Optional<ClockOffset> offset;

  LogClock(List<Telemetry> reports, List<Exposure> exposures) {
    this.track = Track.of(reports);
    this.offset = track.isEmpty() ? Optional.empty() : track.clockOffset(sightings(exposures));
  }

  private static List<TimedPosition> sightings(List<Exposure> exposures) {
    List<TimedPosition> sightings = new ArrayList<>();
    for (Exposure exposure : exposures) {
      exposure
          .placed()
          .map(Capture::position)
          .ifPresent(
              position ->
                  exposure
                      .time()
                      .ifPresent(time -> sightings.add(new TimedPosition(time, position))));
    }
    return sightings;
  }

  /** Where the aircraft was by the log; empty where the log does not say. */
  Optional<Telemetry> at(Instant pictureTime) {
    return track.at(pictureTime.plus(shift()));
  }

  private Duration shift() {
    return offset
        .map(known -> Duration.ofNanos(Math.round(known.seconds() * 1e9)))
        .orElse(Duration.ZERO);
  }

  /** How the clocks stand, where pictures can tell: an offset, or that there is none. */
  Optional<RunWarning> warning() {
    return offset.map(
        known ->
            Math.abs(known.seconds()) > AGREE_SECONDS
                ? new RunWarning("CLOCK_OFFSET", apart(known), List.of())
                : new RunWarning("CLOCKS_AGREE", alike(known), List.of()));
  }

  private static String apart(ClockOffset known) {
    return String.format(
        Locale.ROOT,
        "The clock of the pictures is %.2f ± %.2f s %s that of the flight log, by the positions of"
            + " %d pictures, which then lie %.1f m from the track (rms); pictures are looked up in"
            + " the log by its own clock.",
        Math.abs(known.seconds()),
        known.sigmaSeconds(),
        known.seconds() < 0 ? "ahead of" : "behind",
        known.pictures(),
        known.rmsMeters());
  }

  private static String alike(ClockOffset known) {
    return String.format(
        Locale.ROOT,
        "The clocks of the pictures and of the flight log agree: %+.2f ± %.2f s, by the positions"
            + " of %d pictures, which then lie %.1f m from the track (rms). Nothing needs to be done.",
        known.seconds(),
        known.sigmaSeconds(),
        known.pictures(),
        known.rmsMeters());
  }
}

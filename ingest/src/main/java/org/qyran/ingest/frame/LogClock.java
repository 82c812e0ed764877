package org.qyran.ingest.frame;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.qyran.ingest.telemetry.ClockComparison;
import org.qyran.ingest.telemetry.ClockComparison.Doubt;
import org.qyran.ingest.telemetry.ClockOffset;
import org.qyran.ingest.telemetry.TimedPosition;
import org.qyran.ingest.telemetry.Track;
import org.qyran.ingest.telemetry.TrackSettings;
import org.qyran.model.Capture;
import org.qyran.model.RunWarning;
import org.qyran.model.Telemetry;

/**
 * Looks pictures up in the flight log, by the log's clock where pictures with a position of their
 * own tell how the two clocks stand. Whatever they tell is used and told.
 *
 * <p>A log that lies further from the pictures than {@link
 * org.qyran.ingest.telemetry.TrackSettings#worstFitMeters()} at every shift is of another flight or
 * by another clock: it completes no picture. Where the pictures cannot tell, by hovering or by
 * flying the same circle twice, the log is read as if the clocks agreed, and that is told.
 */
final class LogClock {

  /** A camera that repeats the last second's fix seems to be half a second late, and is not. */
  private static final double AGREE_SECONDS = 0.75;

  /** Doubts that come of what was flown and not of too few pictures. */
  private static final Set<Doubt> TOLD = EnumSet.of(Doubt.STANDS_STILL, Doubt.AMBIGUOUS);

  private final Track track;
  private final Optional<ClockOffset> offset;
  private final Optional<Doubt> doubt;

  LogClock(List<Telemetry> reports, List<Exposure> exposures) {
    Track whole = Track.of(reports);
    ClockComparison compared = whole.compareClock(sightings(exposures));
    offset = compared.find();
    doubt = whole.isEmpty() ? Optional.empty() : compared.findDoubt();
    track = isRefused() ? Track.of(List.of()) : whole;
  }

  private boolean isRefused() {
    return doubt.filter(Doubt.FITS_NOWHERE::equals).isPresent();
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
    if (isRefused()) {
      return Optional.of(
          new RunWarning(
              "CLOCK_REFUSED",
              "The pictures lie more than %.0f m (rms) from the track of the flight log, however far its"
                      .formatted(TrackSettings.STANDARD.worstFitMeters())
                  + " clock is shifted; the log was not used. It is of another flight, or one of the"
                  + " two clocks is wrong by more than a minute.",
              List.of()));
    }
    Optional<RunWarning> unknown =
        doubt
            .filter(TOLD::contains)
            .map(
                why ->
                    new RunWarning(
                        "CLOCK_UNKNOWN",
                        "Whether the clocks of the pictures and of the flight log agree cannot be"
                            + " told, and they were taken to: "
                            + why.sentence(),
                        List.of()));
    return unknown.isPresent() ? unknown : compared();
  }

  private Optional<RunWarning> compared() {
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

package org.qyran.ingest.frame;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.IssueCode;
import org.qyran.model.PlatformState;
import org.qyran.model.RunWarning;
import org.qyran.model.Telemetry;

/**
 * Makes the frames of one flight from its captures and its flight logs.
 *
 * <p>Assumes that all captures and reports are of one flight, in any order, each file once; the
 * result depends on neither their order nor anything outside. Joins the files of an exposure, sorts
 * their bands by wavelength, completes missing parts of the pose from the log, and where no height
 * above the ground is known takes the take-off level from pictures made on the ground. Frames get
 * the pictures of the flight's reflectance panel that count for them.
 *
 * <p>An orthophoto becomes one frame for each window that it is looked at by.
 *
 * <p>An exposure without a time is refused. One without a full pose becomes a frame that says why:
 * it is looked at, but its pixels have no places. Stateless; threads may share it.
 */
public final class FrameAssembler {

  /** Pairs a whole flight. */
  public PairedFlight pair(List<Capture> captures, List<Telemetry> telemetry) {
    List<Capture> mosaics = captures.stream().filter(c -> c.mosaic() != null).toList();
    List<Exposure> exposures =
        Exposure.join(captures.stream().filter(c -> c.mosaic() == null).toList());
    LogClock log = new LogClock(telemetry, exposures);
    Optional<TakeoffLevel> takeoff = TakeoffLevel.find(exposures);
    List<Frame> frames = new ArrayList<>();
    List<FrameIssue> issues = new ArrayList<>();
    for (Exposure exposure : exposures) {
      exposure
          .time()
          .ifPresentOrElse(
              time -> frames.add(frame(exposure, time, log, takeoff)),
              () -> issues.addAll(timeless(exposure)));
    }
    mosaics.forEach(mosaic -> frames.addAll(MosaicFrames.of(mosaic)));
    frames.sort(Comparator.comparing(Frame::time).thenComparing(Frame::id));
    issues.sort(Comparator.comparing(FrameIssue::file));
    FlightPanels panels = new FlightPanels(frames);
    frames.replaceAll(panels::handedTo);
    return new PairedFlight(frames, issues, warnings(exposures, mosaics, log, takeoff));
  }

  private static Frame frame(
      Exposure exposure, Instant time, LogClock log, Optional<TakeoffLevel> takeoff) {
    PoseJoin join = new PoseJoin(exposure, time, log.at(time), takeoff);
    PlatformState pose = join.pose().orElse(null);
    boolean onGround = takeoff.filter(level -> level.isOnGround(exposure)).isPresent();
    return new Frame(
        exposure.id(),
        exposure.first().flight(),
        exposure.first().sensor(),
        time,
        exposure.timed().timeSource(),
        exposure.bands(),
        pose,
        pose == null ? join.unplaced() : null,
        exposure.calibrationPanel() || onGround);
  }

  private static List<FrameIssue> timeless(Exposure exposure) {
    return exposure.captures().stream()
        .map(
            capture ->
                FrameIssue.of(
                    IssueCode.NO_TIME,
                    capture.flight(),
                    capture.image(),
                    "The picture carries no time since 1990, so its clock was never set; set it and fly"
                        + " again, or write the time into its EXIF."))
        .toList();
  }

  private static Stream<String> files(List<Capture> captures, Capture.TimeSource source) {
    return captures.stream()
        .filter(capture -> capture.timeSource() == source)
        .map(capture -> capture.image().file());
  }

  private static List<RunWarning> warnings(
      List<Exposure> exposures,
      List<Capture> mosaics,
      LogClock log,
      Optional<TakeoffLevel> takeoff) {
    List<RunWarning> warnings = new ArrayList<>();
    log.warning().ifPresent(warnings::add);
    takeoff.map(TakeoffLevel::warning).ifPresent(warnings::add);
    List<String> assumed =
        Stream.concat(
                exposures.stream()
                    .filter(
                        exposure -> exposure.timed().timeSource() == Capture.TimeSource.ASSUMED_UTC)
                    .flatMap(exposure -> exposure.files().stream()),
                files(mosaics, Capture.TimeSource.ASSUMED_UTC))
            .toList();
    List<String> dateless = files(mosaics, Capture.TimeSource.NONE).toList();
    if (!dateless.isEmpty()) {
      warnings.add(
          new RunWarning(
              "DATE_UNKNOWN",
              "The orthophotos listed do not say when they were flown, so their times are given as"
                  + " 1970-01-01; set raster.date to the day of the flight.",
              dateless));
    }
    if (!assumed.isEmpty()) {
      warnings.add(
          new RunWarning(
              "TIME_ZONE_ASSUMED",
              "The pictures listed carry a local time without its zone, and it was read as UTC; set"
                  + " ingest.zone to the zone of the camera's clock.",
              assumed));
    }
    warnings.sort(Comparator.comparing(RunWarning::code));
    return warnings;
  }
}

package org.qyran.ingest.frame;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qyran.ingest.camera.NadirMount;
import org.qyran.model.Attitude;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.FrameIssue;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.IssueCode;
import org.qyran.model.PlatformState;
import org.qyran.model.PoseError;
import org.qyran.model.Telemetry;

/**
 * The pose of one exposure: from its pictures, completed from the flight log.
 *
 * <p>The pictures go first, part by part. A log's camera angles stand in for missing or doubted
 * ones; its airframe angles only for missing ones, and then with a camera fixed looking straight
 * down: a picture whose gimbal reports nonsense was taken by a camera that turns.
 */
final class PoseJoin {

  /** A log's receiver is a single-frequency one until it says otherwise, and half a second late. */
  private static final double LOG_HORIZONTAL_METERS = 3;

  private static final double LOG_VERTICAL_METERS = 5;

  /** A gimbal's angles out of a log. */
  private static final double LOG_YAW_DEGREES = 5;

  private static final double LOG_TILT_DEGREES = 2;

  /** An airframe's angles, and a mount that nobody measured. */
  private static final double MOUNT_YAW_DEGREES = 8;

  private static final double MOUNT_TILT_DEGREES = 5;

  /** Shares of the variances that are a picture's own, as in {@link PoseError}. */
  private static final double LOG_POSITION_OWN = 0.1;

  private static final double LOG_ANGLE_OWN = 0.4;

  private final Exposure exposure;
  private final Instant time;
  private final @Nullable Telemetry report;
  private final Optional<TakeoffLevel> takeoff;

  PoseJoin(
      Exposure exposure, Instant time, Optional<Telemetry> report, Optional<TakeoffLevel> takeoff) {
    this.exposure = exposure;
    this.time = time;
    this.report = report.orElse(null);
    this.takeoff = takeoff;
  }

  /** Angles, how wrong they may be, and whether the log had to help. */
  private record Angles(
      Attitude attitude,
      double yawDegrees,
      double tiltDegrees,
      double ownFraction,
      boolean logged) {}

  /** A place, how wrong it may be, and whether the log had to help. */
  private record Place(
      GeoPoint position,
      double horizontalMeters,
      double verticalMeters,
      double ownFraction,
      boolean logged) {}

  /** The pose; empty when {@link #unplaced} says why there is none. */
  Optional<PlatformState> pose() {
    Optional<Place> place = place();
    List<Height> heights = heights();
    Optional<Angles> angles = angles();
    if (place.isEmpty() || heights.isEmpty() || angles.isEmpty() || !isCameraKnown()) {
      return Optional.empty();
    }
    PoseError error =
        new PoseError(
            place.get().horizontalMeters(),
            place.get().verticalMeters(),
            angles.get().yawDegrees(),
            angles.get().tiltDegrees(),
            place.get().ownFraction(),
            angles.get().ownFraction());
    return Optional.of(
        new PlatformState(
            time,
            place.get().position(),
            heights,
            angles.get().attitude(),
            error,
            source(place.get(), angles.get())));
  }

  /** Why there is no pose. */
  FrameIssue unplaced() {
    if (place().isEmpty()) {
      return issue(
          IssueCode.NO_POSITION,
          "The picture carries no position and no flight log covers its time; hand in the log of the flight.");
    }
    if (heights().isEmpty()) {
      return issue(
          IssueCode.NO_POSITION,
          "The picture says where it was but not how high, and no flight log covers its time; hand in the log of the flight.");
    }
    if (angles().isEmpty()) {
      return exposure
          .doubted()
          .map(Capture::doubt)
          .orElseGet(
              () ->
                  issue(
                      IssueCode.NO_ATTITUDE,
                      "The picture does not say where the camera looked and no flight log covers its time; hand in the log of the flight."));
    }
    return issue(
        IssueCode.NO_CAMERA_MODEL,
        "The focal length of %s is not known; add the camera to the table of cameras or hand in pictures with their EXIF."
            .formatted(exposure.first().sensor()));
  }

  private boolean isCameraKnown() {
    return exposure.bands().get(0).camera().source() != CameraModel.Source.UNKNOWN;
  }

  private Optional<Place> place() {
    Optional<Capture> picture = exposure.placed();
    GeoPoint position = picture.map(Capture::position).orElse(null);
    if (picture.isPresent() && position != null) {
      PoseError error = picture.get().error();
      boolean heightLogged = exposure.withHeight().isEmpty();
      return Optional.of(
          new Place(
              position,
              error.horizontalMeters(),
              heightLogged ? LOG_VERTICAL_METERS : error.verticalMeters(),
              error.positionOwnFraction(),
              heightLogged));
    }
    return report == null
        ? Optional.empty()
        : Optional.of(
            new Place(
                report.position(),
                LOG_HORIZONTAL_METERS,
                LOG_VERTICAL_METERS,
                LOG_POSITION_OWN,
                true));
  }

  /** The pictures' heights, the log's above datums they do not name, the take-off level's. */
  private List<Height> heights() {
    List<Height> heights = new ArrayList<>();
    for (Height.Datum datum : Height.Datum.values()) {
      exposure
          .height(datum)
          .or(() -> logged(datum))
          .or(
              () ->
                  datum == Height.Datum.TAKEOFF
                      ? takeoff.flatMap(level -> level.heightOf(exposure))
                      : Optional.empty())
          .ifPresent(heights::add);
    }
    return heights;
  }

  private Optional<Height> logged(Height.Datum datum) {
    return report == null
        ? Optional.empty()
        : report.heights().stream().filter(height -> height.datum() == datum).findFirst();
  }

  private Optional<Angles> angles() {
    Optional<Capture> picture = exposure.turned();
    Attitude stated = picture.map(Capture::cameraAttitude).orElse(null);
    if (picture.isPresent() && stated != null) {
      PoseError error = picture.get().error();
      return Optional.of(
          new Angles(
              stated, error.yawDegrees(), error.tiltDegrees(), error.angleOwnFraction(), false));
    }
    if (report == null) {
      return Optional.empty();
    }
    Attitude camera = report.cameraAttitude();
    if (camera != null) {
      return Optional.of(
          new Angles(camera, LOG_YAW_DEGREES, LOG_TILT_DEGREES, LOG_ANGLE_OWN, true));
    }
    Attitude body = report.bodyAttitude();
    return body == null || exposure.doubted().isPresent()
        ? Optional.empty()
        : Optional.of(
            new Angles(
                NadirMount.camera(body),
                MOUNT_YAW_DEGREES,
                MOUNT_TILT_DEGREES,
                LOG_ANGLE_OWN,
                true));
  }

  private static PlatformState.Source source(Place place, Angles angles) {
    if (place.logged() && angles.logged()) {
      return PlatformState.Source.TELEMETRY;
    }
    return place.logged() || angles.logged()
        ? PlatformState.Source.PICTURE_AND_TELEMETRY
        : PlatformState.Source.PICTURE;
  }

  private FrameIssue issue(IssueCode code, String detail) {
    Capture first = exposure.first();
    return FrameIssue.of(code, first.flight(), first.image(), detail);
  }
}

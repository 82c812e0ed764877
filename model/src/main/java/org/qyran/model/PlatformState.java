package org.qyran.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Position, heights and camera attitude at one instant.
 *
 * @param time the instant, UTC
 * @param position of the camera
 * @param heights every height known for the camera at this instant, at most one per datum
 * @param cameraAttitude of the camera, not of the airframe
 * @param shared how wrong the above may be for the whole flight alike
 * @param own how wrong it may be for this instant alone, on top of that
 * @param source where the pose came from
 */
public record PlatformState(
    Instant time,
    GeoPoint position,
    List<Height> heights,
    Attitude cameraAttitude,
    PoseCovariance shared,
    PoseCovariance own,
    Source source) {

  /** Where a pose came from. */
  public enum Source {
    /** The picture's own metadata. */
    PICTURE,
    /** A flight log, interpolated to the time of the picture. */
    TELEMETRY,
    /** Partly the picture, completed from a flight log. */
    PICTURE_AND_TELEMETRY,
    /** One of the above, corrected by what the pictures of the flight show of each other. */
    ADJUSTED
  }

  public PlatformState {
    heights = List.copyOf(heights);
    if (heights.stream().map(Height::datum).distinct().count() != heights.size()) {
      throw new IllegalArgumentException("heights name a datum twice: " + heights);
    }
  }

  /** A pose as it was stated, with the parts of its stated error. */
  public PlatformState(
      Instant time,
      GeoPoint position,
      List<Height> heights,
      Attitude cameraAttitude,
      PoseError error,
      Source source) {
    this(time, position, heights, cameraAttitude, error.shared(), error.own(), source);
  }

  /** How wrong the pose may be, both parts together. */
  public PoseCovariance error() {
    return shared.plus(own);
  }

  /** The height above one datum, where it is known. */
  public Optional<Height> findHeight(Height.Datum datum) {
    return heights.stream().filter(height -> height.datum() == datum).findFirst();
  }
}

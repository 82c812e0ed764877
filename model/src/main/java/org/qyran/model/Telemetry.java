package org.qyran.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One raw report of a flight log: where the aircraft was, and which way it pointed.
 *
 * @param flight the flight the log belongs to
 * @param platform the aircraft's name as the log or its file gives it
 * @param time UTC
 * @param position of the aircraft
 * @param heights known at this instant, at most one per datum
 * @param bodyAttitude of the airframe: yaw from true north, pitch nose up, roll right wing down;
 *     null when the log does not say
 * @param cameraAttitude of a gimballed camera; null when the log does not say
 */
public record Telemetry(
    String flight,
    String platform,
    Instant time,
    GeoPoint position,
    List<Height> heights,
    @Nullable Attitude bodyAttitude,
    @Nullable Attitude cameraAttitude) {

  public Telemetry {
    Require.notBlank("flight", flight);
    heights = List.copyOf(heights);
  }
}

package org.qyran.sampledata.sensor;

import java.time.Instant;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;

/**
 * What a flight log states for an instant.
 *
 * @param time by the right clock
 * @param position stated
 * @param meanSeaLevelMeters stated height above mean sea level
 * @param airframe yaw of the nose from true north, pitch nose up, roll right wing down
 * @param camera where the camera looks
 */
public record LoggedPose(
    Instant time,
    GeoPoint position,
    double meanSeaLevelMeters,
    Attitude airframe,
    Attitude camera) {}

package org.qyran.sampledata.flight;

import java.time.Instant;
import org.qyran.sampledata.camera.Flightway;
import org.qyran.sampledata.camera.Pose;

/**
 * One press of the shutter.
 *
 * @param number from 1
 * @param time true
 * @param truth where the camera was
 * @param statedTime by the aircraft's clock
 * @param stated where the aircraft believes the camera was
 * @param flightYawDegrees the way of the aircraft, clockwise from true north
 * @param way how it moved while the shutter was open
 * @param exposureFactor brighter above 1, darker below: how the light meter drifted
 */
public record Shot(
    int number,
    Instant time,
    Pose truth,
    Instant statedTime,
    Pose stated,
    double flightYawDegrees,
    Flightway way,
    double exposureFactor) {}

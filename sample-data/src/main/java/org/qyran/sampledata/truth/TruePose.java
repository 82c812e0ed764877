package org.qyran.sampledata.truth;

import java.time.Instant;
import org.qyran.sampledata.camera.Pose;

/**
 * Where the camera was when it took a file, as opposed to where the file says it was.
 *
 * @param file its name within the flight
 * @param time of the exposure
 * @param pose true
 */
public record TruePose(String file, Instant time, Pose pose) {}

package org.qyran.sampledata.camera;

import org.qyran.model.Attitude;
import org.qyran.sampledata.place.PlanePoint;

/**
 * Where a camera hangs in a world and where it looks.
 *
 * @param place east and north of the world's origin
 * @param upMeters above mean sea level
 * @param attitude of the camera
 */
public record Pose(PlanePoint place, double upMeters, Attitude attitude) {}

package org.qyran.sampledata.rig;

import org.qyran.model.GeoPoint;
import org.qyran.sampledata.camera.Pose;
import org.qyran.sampledata.place.LocalPlane;

/**
 * Where an aircraft took off, and where on Earth that is.
 *
 * @param plane that its world lives in
 * @param takeoffMeters height of the place of take-off above mean sea level
 */
public record Home(LocalPlane plane, double takeoffMeters) {

  /** The place of a pose. */
  public GeoPoint geoPointOf(Pose pose) {
    return plane.geoPointAt(pose.place());
  }

  /** Height of a pose above take-off. */
  public double aboveTakeoffMeters(Pose pose) {
    return pose.upMeters() - takeoffMeters;
  }
}

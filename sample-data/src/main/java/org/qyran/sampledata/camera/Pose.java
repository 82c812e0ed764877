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
public record Pose(PlanePoint place, double upMeters, Attitude attitude) {

  /** The same a little farther. */
  Pose moved(double eastMeters, double northMeters) {
    return new Pose(
        new PlanePoint(place.eastMeters() + eastMeters, place.northMeters() + northMeters),
        upMeters,
        attitude);
  }
}

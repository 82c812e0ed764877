package org.qyran.sampledata.rig;

import org.qyran.model.CameraModel;
import org.qyran.sampledata.camera.Pose;
import org.qyran.sampledata.flight.Shot;

/** By how much the ground moves over a picture while the shutter is open. */
final class Smear {

  private Smear() {}

  /**
   * Pixels to the right and down, for ground straight ahead of the lens.
   *
   * @param rangeMeters to that ground
   */
  static double[] pixels(Shot shot, CameraModel camera, double rangeMeters) {
    Pose pose = shot.truth();
    double yaw = Math.toRadians(pose.attitude().yawDegrees());
    double east = shot.way().eastMetersPerSecond() * shot.way().exposureSeconds();
    double north = shot.way().northMetersPerSecond() * shot.way().exposureSeconds();
    double ahead = north * Math.cos(yaw) + east * Math.sin(yaw);
    double right = east * Math.cos(yaw) - north * Math.sin(yaw);
    double perMeter = camera.focalLengthPixels() / rangeMeters;
    double foreshortened = Math.sin(Math.toRadians(-pose.attitude().pitchDegrees()));
    return new double[] {-right * perMeter, ahead * foreshortened * perMeter};
  }
}

package org.qyran.sampledata.camera;

import java.util.Optional;
import org.qyran.model.CameraModel;
import org.qyran.model.PixelPoint;
import org.qyran.sampledata.sensor.Turn;
import org.qyran.sampledata.surface.Ray;

/**
 * The lines of sight of one picture of an ideal camera: three arrows of length one in axes north,
 * east and down: ahead along the axis of the lens, to the right of the picture and to its bottom.
 */
public final class Sight {

  private final CameraModel camera;
  private final Pose pose;
  private final double[] ahead;
  private final double[] right;
  private final double[] below;

  private Sight(CameraModel camera, Pose pose, Turn turn) {
    this.camera = camera;
    this.pose = pose;
    this.ahead = turn.of(1, 0, 0);
    this.right = turn.of(0, 1, 0);
    this.below = turn.of(0, 0, 1);
  }

  /** Of a camera, whose distortion is left out, in a pose. */
  public static Sight of(CameraModel camera, Pose pose) {
    return new Sight(camera, pose, Turn.of(pose.attitude()));
  }

  /** The ray through a point of the picture, from its top-left corner. */
  public Ray through(double xPixels, double yPixels) {
    double toRight = (xPixels - camera.principalXPixels()) / camera.focalLengthPixels();
    double toBottom = (yPixels - camera.principalYPixels()) / camera.focalLengthPixels();
    return towards(
        ahead[1] + toRight * right[1] + toBottom * below[1],
        ahead[0] + toRight * right[0] + toBottom * below[0],
        -(ahead[2] + toRight * right[2] + toBottom * below[2]));
  }

  /** The ray from the camera to a place. */
  public Ray to(double eastMeters, double northMeters, double upMeters) {
    return towards(
        eastMeters - pose.place().eastMeters(),
        northMeters - pose.place().northMeters(),
        upMeters - pose.upMeters());
  }

  /** Where the picture shows a place; empty when that lies beside or behind it. */
  public Optional<PixelPoint> find(double eastMeters, double northMeters, double upMeters) {
    double east = eastMeters - pose.place().eastMeters();
    double north = northMeters - pose.place().northMeters();
    double down = pose.upMeters() - upMeters;
    double depth = along(ahead, north, east, down);
    if (depth <= 0) {
      return Optional.empty();
    }
    double x =
        camera.principalXPixels()
            + camera.focalLengthPixels() * along(right, north, east, down) / depth;
    double y =
        camera.principalYPixels()
            + camera.focalLengthPixels() * along(below, north, east, down) / depth;
    boolean inside = x >= 0 && y >= 0 && x < camera.widthPixels() && y < camera.heightPixels();
    return inside ? Optional.of(new PixelPoint(x, y)) : Optional.empty();
  }

  private static double along(double[] arrow, double north, double east, double down) {
    return arrow[0] * north + arrow[1] * east + arrow[2] * down;
  }

  private Ray towards(double east, double north, double up) {
    double length = Math.sqrt(east * east + north * north + up * up);
    return new Ray(
        pose.place().eastMeters(),
        pose.place().northMeters(),
        pose.upMeters(),
        east / length,
        north / length,
        up / length);
  }
}

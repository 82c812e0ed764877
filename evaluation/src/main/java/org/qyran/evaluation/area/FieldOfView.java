package org.qyran.evaluation.area;

import org.qyran.evaluation.truth.TruePose;
import org.qyran.model.CameraModel;
import org.qyran.sampledata.place.LocalPlane;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.sensor.Turn;

/**
 * What a camera in a pose has in its picture, hidden or not.
 *
 * <p>A place becomes a direction in the camera's axes, is bent by Brown's lens (as {@link
 * CameraModel.Distortion} writes it) and must fall between the picture's edges. Places that look
 * flatter than the product follows lines of sight are left out. Well beyond the corners of the
 * picture nothing is asked of the lens, whose formula may fold back there.
 */
final class FieldOfView {

  /** As {@code locate.least-dip} by default. */
  private static final double LEAST_DIP_SINE = Math.sin(Math.toRadians(5));

  /** Of the height above ground: what dips less is left out. */
  private static final double MOST_REACH = 11.5;

  /** Room for the lens to bend the corners of the picture. */
  private static final double BEND = 1.1;

  private final CameraModel camera;
  private final double eastMeters;
  private final double northMeters;
  private final double upMeters;
  private final Turn toCamera;
  private final double widestTangent;
  private final double reachMeters;

  /**
   * A camera in a pose.
   *
   * @param groundMeters height of the ground below, above the ellipsoid, to some tens of metres
   */
  FieldOfView(CameraModel camera, TruePose pose, LocalPlane plane, double groundMeters) {
    this.camera = camera;
    PlanePoint place = plane.pointAt(pose.place().point());
    eastMeters = place.eastMeters();
    northMeters = place.northMeters();
    upMeters = pose.place().heightMeters();
    toCamera = Turn.of(pose.attitude()).reversed();
    widestTangent = widestTangent(camera);
    reachMeters = reachMeters(groundMeters);
  }

  double eastMeters() {
    return eastMeters;
  }

  double northMeters() {
    return northMeters;
  }

  /** Nothing in the picture lies farther from the camera, in the level, than this. */
  double reachMeters() {
    return reachMeters;
  }

  boolean reaches(double placeEastMeters, double placeNorthMeters) {
    double east = placeEastMeters - eastMeters;
    double north = placeNorthMeters - northMeters;
    return east * east + north * north <= reachMeters * reachMeters;
  }

  /** By tilt and half the diagonal of the picture; half as much again for ground that falls. */
  private double reachMeters(double groundMeters) {
    double tilt = Math.acos(Math.max(-1, Math.min(1, toCamera.of(0, 0, 1)[0])));
    double flattest = Math.min(Math.PI / 2, tilt + Math.atan(widestTangent));
    return 1.5 * Math.max(1, upMeters - groundMeters) * Math.min(MOST_REACH, Math.tan(flattest));
  }

  /** Whether a place, above the ellipsoid, falls into the picture. */
  boolean holds(double placeEastMeters, double placeNorthMeters, double placeUpMeters) {
    double east = placeEastMeters - eastMeters;
    double north = placeNorthMeters - northMeters;
    double down = upMeters - placeUpMeters;
    if (!(down >= LEAST_DIP_SINE * Math.sqrt(east * east + north * north + down * down))) {
      return false;
    }
    double[] seen = toCamera.of(north, east, down);
    double x = seen[1] / seen[0];
    double y = seen[2] / seen[0];
    double square = x * x + y * y;
    if (seen[0] <= 0 || square > widestTangent * widestTangent) {
      return false;
    }
    CameraModel.Distortion lens = camera.distortion();
    double radial =
        1 + lens.k1() * square + lens.k2() * square * square + lens.k3() * square * square * square;
    double bentX = x * radial + 2 * lens.p1() * x * y + lens.p2() * (square + 2 * x * x);
    double bentY = y * radial + lens.p1() * (square + 2 * y * y) + 2 * lens.p2() * x * y;
    double xPixels = camera.principalXPixels() + camera.focalLengthPixels() * bentX;
    double yPixels = camera.principalYPixels() + camera.focalLengthPixels() * bentY;
    return xPixels >= 0
        && yPixels >= 0
        && xPixels <= camera.widthPixels()
        && yPixels <= camera.heightPixels();
  }

  private static double widestTangent(CameraModel camera) {
    double right =
        Math.max(camera.principalXPixels(), camera.widthPixels() - camera.principalXPixels());
    double below =
        Math.max(camera.principalYPixels(), camera.heightPixels() - camera.principalYPixels());
    return BEND * Math.hypot(right, below) / camera.focalLengthPixels();
  }
}

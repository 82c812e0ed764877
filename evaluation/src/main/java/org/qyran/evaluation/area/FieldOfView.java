package org.qyran.evaluation.area;

import java.util.function.DoubleBinaryOperator;
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

  /** Ground is probed for its lowest place at so many steps to every side. */
  private static final int PROBES = 20;

  /** What the probes may have missed. */
  private static final double SPARE_METERS = 20;

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
   * @param heightMeters of the ground at a place east and north, above the ellipsoid; NaN where it
   *     is not known
   */
  FieldOfView(
      CameraModel camera, TruePose pose, LocalPlane plane, DoubleBinaryOperator heightMeters) {
    this.camera = camera;
    PlanePoint place = plane.pointAt(pose.place().point());
    eastMeters = place.eastMeters();
    northMeters = place.northMeters();
    upMeters = pose.place().heightMeters();
    toCamera = Turn.of(pose.attitude()).reversed();
    widestTangent = widestTangent(camera);
    reachMeters = reachMeters(heightMeters);
  }

  double eastMeters() {
    return eastMeters;
  }

  double northMeters() {
    return northMeters;
  }

  double upMeters() {
    return upMeters;
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

  /**
   * By tilt and half the diagonal of the picture, down to the lowest ground within reach; which is
   * looked for again when that has lengthened it.
   */
  private double reachMeters(DoubleBinaryOperator heightMeters) {
    double tilt = Math.acos(Math.max(-1, Math.min(1, toCamera.of(0, 0, 1)[0])));
    double flattest = Math.min(Math.PI / 2, tilt + Math.atan(widestTangent));
    double perMeter = Math.min(MOST_REACH, Math.tan(flattest));
    double lowest = heightMeters.applyAsDouble(eastMeters, northMeters);
    double reach = 0;
    double longer = SPARE_METERS + perMeter * Math.max(0, upMeters - lowest);
    while (longer > reach) {
      reach = longer;
      lowest = Math.min(lowest, lowest(heightMeters, reach));
      longer = SPARE_METERS + perMeter * Math.max(0, upMeters - lowest);
    }
    return reach;
  }

  private double lowest(DoubleBinaryOperator heightMeters, double reach) {
    double lowest = Double.POSITIVE_INFINITY;
    for (int row = -PROBES; row <= PROBES; row++) {
      for (int column = -PROBES; column <= PROBES; column++) {
        double height =
            heightMeters.applyAsDouble(
                eastMeters + reach * column / PROBES, northMeters + reach * row / PROBES);
        lowest = height < lowest ? height : lowest;
      }
    }
    return lowest;
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

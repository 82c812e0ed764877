package org.qyran.geo.locate;

import java.util.Optional;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.camera.CameraRay;
import org.qyran.geo.camera.LevelRay;
import org.qyran.geo.terrain.Ground;
import org.qyran.model.CameraModel;
import org.qyran.model.PoseError;

/**
 * How wrong one ground point may be, to first order.
 *
 * <p>Around the point the ground is a plane with normal n. When the camera moves by p, the ray d
 * (of length one, s metres long) by q, and the ground rises by h, the point moves by g = p + s q -
 * d (n · (p + s q) - n_up h) / (n · d): whatever moved, slid along the ray back to the plane. Each
 * independent error gives one such g, scaled by its standard deviation; the covariance is the sum
 * of their outer products.
 *
 * <p>The errors are: position (east, north, up); yaw, about the vertical; tilt, about the right
 * side and the bottom of the picture and about the line of sight, each; focal length; pixel, two
 * ways; height of the ground. Tilt is taken about the picture's axes and not in the angles pitch
 * and roll: straight down, roll turns about the same axis as yaw, and a camera that hangs crooked
 * sideways would count for nothing.
 *
 * <p>First order: good while the errors are small against the distance. A ray that grazes the slope
 * it meets is taken to meet it at {@value #LEAST_GRAZE_DEGREES} degrees at least.
 */
final class ErrorBudget {

  /** LE90 of a normal error of one dimension, in standard deviations. */
  private static final double LE90_FACTOR = 1.6449;

  private static final double LEAST_GRAZE_DEGREES = 5;

  /** Slopes are measured over this distance at least: single bushes are no slope. */
  private static final double LEAST_SLOPE_BASE_METERS = 5;

  private final LevelRay ray;
  private final double distanceMeters;
  private final Enu direction;
  private final Enu normal;
  private final double approach;

  private double eastEast;
  private double northNorth;
  private double eastNorth;
  private double upUp;

  private ErrorBudget(LevelRay ray, double distanceMeters, Enu normal) {
    this.ray = ray;
    this.distanceMeters = distanceMeters;
    this.normal = normal;
    direction = Landing.direction(ray);
    double least = Math.sin(Math.toRadians(LEAST_GRAZE_DEGREES)) * normal.lengthMeters();
    approach = Math.min(normal.dot(direction), -least);
  }

  /** The point of a landing, with its errors and the scale of the picture there. */
  static GroundFix fix(Viewpoint viewpoint, Landing landing, LocateSettings settings) {
    ErrorBudget budget =
        new ErrorBudget(landing.level(), landing.distanceMeters(), slope(viewpoint, landing));
    budget.addAll(viewpoint, landing, settings);
    double bias =
        landing.levelGround()
            ? Math.hypot(viewpoint.height().errorMeters(), viewpoint.height().biasMeters())
            : 0;
    return new GroundFix(
        landing.place().point(),
        landing.place().heightMeters(),
        CircularError.ce90Meters(budget.eastEast, budget.northNorth, budget.eastNorth),
        LE90_FACTOR * Math.hypot(Math.sqrt(budget.upUp), bias),
        groundSamplingDistanceMeters(viewpoint, landing),
        landing.offNadirDegrees(),
        landing.distanceMeters(),
        landing.levelGround());
  }

  /** The square root of the level area that one pixel covers. */
  static double groundSamplingDistanceMeters(Viewpoint viewpoint, Landing landing) {
    ErrorBudget level =
        new ErrorBudget(landing.level(), landing.distanceMeters(), new Enu(0, 0, 1));
    double pixel = landing.ray().forward() / viewpoint.frame().camera().focalLengthPixels();
    Enu right = level.moved(turned(viewpoint, new CameraRay(pixel, 0, 0)));
    Enu below = level.moved(turned(viewpoint, new CameraRay(0, pixel, 0)));
    return Math.sqrt(
        Math.abs(
            right.eastMeters() * below.northMeters() - right.northMeters() * below.eastMeters()));
  }

  private void addAll(Viewpoint viewpoint, Landing landing, LocateSettings settings) {
    PoseError error = viewpoint.platform().error();
    double horizontal = error.horizontalMeters();
    add(slid(new Enu(horizontal, 0, 0), 0));
    add(slid(new Enu(0, horizontal, 0), 0));
    add(slid(new Enu(0, 0, viewpoint.height().errorMeters()), 0));
    double yaw = Math.toRadians(error.yawDegrees());
    add(moved(new Enu(ray.north() * yaw, -ray.east() * yaw, 0)));
    double tilt = Math.toRadians(error.tiltDegrees());
    CameraRay seen = landing.ray();
    add(moved(turned(viewpoint, new CameraRay(0, -seen.forward() * tilt, seen.below() * tilt))));
    add(moved(turned(viewpoint, new CameraRay(seen.forward() * tilt, 0, -seen.right() * tilt))));
    add(moved(turned(viewpoint, new CameraRay(-seen.below() * tilt, seen.right() * tilt, 0))));
    CameraModel camera = viewpoint.frame().camera();
    double focal = camera.focalLengthErrorFraction();
    add(moved(turned(viewpoint, new CameraRay(-seen.right() * focal, -seen.below() * focal, 0))));
    double pixel = settings.pixelErrorPixels() * seen.forward() / camera.focalLengthPixels();
    add(moved(turned(viewpoint, new CameraRay(pixel, 0, 0))));
    add(moved(turned(viewpoint, new CameraRay(0, pixel, 0))));
    add(slid(Enu.ORIGIN, landing.groundErrorMeters()));
  }

  /** A small change of the ray in camera axes, which need not be of length one, in level axes. */
  private static Enu turned(Viewpoint viewpoint, CameraRay change) {
    return Landing.direction(viewpoint.pose().toLevel(change));
  }

  /** How the ground point moves when the ray changes. */
  private Enu moved(Enu change) {
    return slid(change.times(distanceMeters), 0);
  }

  private Enu slid(Enu shift, double groundRiseMeters) {
    double off = normal.dot(shift) - normal.upMeters() * groundRiseMeters;
    return shift.minus(direction.times(off / approach));
  }

  private void add(Enu shift) {
    eastEast += shift.eastMeters() * shift.eastMeters();
    northNorth += shift.northMeters() * shift.northMeters();
    eastNorth += shift.eastMeters() * shift.northMeters();
    upUp += shift.upMeters() * shift.upMeters();
  }

  /** A normal of the ground, of any length: (-slope east, -slope north, 1). */
  private static Enu slope(Viewpoint viewpoint, Landing landing) {
    Optional<Ground> here =
        landing.levelGround()
            ? Optional.empty()
            : viewpoint.terrain().findGround(landing.place().point());
    if (here.isEmpty() || here.get().spacingMeters() == 0) {
      return new Enu(0, 0, 1);
    }
    double base = Math.max(LEAST_SLOPE_BASE_METERS, here.get().spacingMeters());
    LocalAxes axes = LocalAxes.at(landing.place().point(), landing.place().heightMeters());
    return new Enu(
        -rise(viewpoint, axes, new Enu(base, 0, 0)),
        -rise(viewpoint, axes, new Enu(0, base, 0)),
        1);
  }

  private static double rise(Viewpoint viewpoint, LocalAxes axes, Enu step) {
    Optional<Ground> behind = viewpoint.terrain().findGround(axes.toGeo(step.times(-1)).point());
    Optional<Ground> ahead = viewpoint.terrain().findGround(axes.toGeo(step).point());
    if (behind.isEmpty() || ahead.isEmpty()) {
      return 0;
    }
    return (ahead.get().heightMeters() - behind.get().heightMeters())
        / (2 * step.levelDistanceMeters());
  }
}

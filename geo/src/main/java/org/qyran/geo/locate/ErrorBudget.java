package org.qyran.geo.locate;

import java.util.List;
import java.util.Optional;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.camera.CameraRay;
import org.qyran.geo.camera.LevelRay;
import org.qyran.geo.terrain.Ground;
import org.qyran.model.GroundError;
import org.qyran.model.PoseCovariance;

/**
 * How wrong one ground point may be, to first order.
 *
 * <p>Around the point the ground is a plane with normal n. When the camera moves by p, the ray d
 * (of length one, s metres long) by q, and the ground rises by h, the point moves by g = p + s q -
 * d (n · (p + s q) - n_up h) / (n · d): whatever moved, slid along the ray back to the plane. The
 * pose has six such moves, J, and its covariance C becomes J C Jᵀ; the lens, the pixel and the
 * ground each add the outer product of one.
 *
 * <p>What a flight shares is kept apart from what one picture gets wrong by itself. Shared are the
 * shared part of the pose, the focal length, the level that heights are counted from, and the
 * ground: two pictures of one place err by the same ground. A picture's own are the own part of the
 * pose and the pixel.
 *
 * <p>First order: good while the errors are small against the distance. A ray that grazes the slope
 * it meets is taken to meet it at {@value #LEAST_GRAZE_DEGREES} degrees at least, and says so.
 */
final class ErrorBudget {

  static final int LEAST_GRAZE_DEGREES = 5;

  /** Slopes are measured over this distance at least: single bushes are no slope. */
  private static final double LEAST_SLOPE_BASE_METERS = 5;

  /** Who follows a point over a larger way wants the slope of the hill, not of the tree. */
  private static final double WIDE_FRACTION = 0.2;

  private final Viewpoint viewpoint;
  private final Landing landing;
  private final LevelRay ray;
  private final double distanceMeters;
  private final Enu direction;
  private final Enu normal;
  private final double approach;
  private final boolean grazing;

  private ErrorBudget(Viewpoint viewpoint, Landing landing, Enu normal) {
    this.viewpoint = viewpoint;
    this.landing = landing;
    this.ray = landing.level();
    this.distanceMeters = landing.distanceMeters();
    this.normal = normal;
    direction = Landing.direction(ray);
    double least = Math.sin(Math.toRadians(LEAST_GRAZE_DEGREES)) * normal.lengthMeters();
    double met = normal.dot(direction);
    grazing = met > -least;
    approach = Math.min(met, -least);
  }

  /** The point of a landing, with its errors and the scale of the picture there. */
  static GroundFix fix(Viewpoint viewpoint, Landing landing, LocateSettings settings) {
    ErrorBudget budget =
        new ErrorBudget(viewpoint, landing, slope(viewpoint, landing, LEAST_SLOPE_BASE_METERS));
    return new GroundFix(
        landing.place().point(),
        landing.place().heightMeters(),
        budget.shared(),
        budget.own(settings),
        groundSamplingDistanceMeters(viewpoint, landing),
        landing.offNadirDegrees(),
        landing.distanceMeters(),
        landing.levelGround(),
        budget.grazing);
  }

  /** A landing and what would move it. */
  static GroundTouch touch(Viewpoint viewpoint, Landing landing) {
    ErrorBudget budget =
        new ErrorBudget(
            viewpoint,
            landing,
            slope(viewpoint, landing, WIDE_FRACTION * landing.distanceMeters()));
    double pixel = landing.ray().forward() / viewpoint.frame().camera().focalLengthPixels();
    return new GroundTouch(
        landing.place(),
        List.of(budget.poseMoves()),
        budget.slid(Enu.ORIGIN, 1),
        budget.moved(budget.turned(new CameraRay(pixel, 0, 0))),
        budget.moved(budget.turned(new CameraRay(0, pixel, 0))),
        landing.groundErrorMeters());
  }

  /** The square root of the level area that one pixel covers. */
  static double groundSamplingDistanceMeters(Viewpoint viewpoint, Landing landing) {
    ErrorBudget level = new ErrorBudget(viewpoint, landing, new Enu(0, 0, 1));
    double pixel = landing.ray().forward() / viewpoint.frame().camera().focalLengthPixels();
    Enu right = level.moved(level.turned(new CameraRay(pixel, 0, 0)));
    Enu below = level.moved(level.turned(new CameraRay(0, pixel, 0)));
    return Math.sqrt(
        Math.abs(
            right.eastMeters() * below.northMeters() - right.northMeters() * below.eastMeters()));
  }

  private GroundError shared() {
    Sum sum = new Sum();
    sum.add(poseMoves(), viewpoint.platform().shared());
    CameraRay seen = landing.ray();
    double focal = viewpoint.frame().camera().focalLengthErrorFraction();
    sum.add(moved(turned(new CameraRay(-seen.right() * focal, -seen.below() * focal, 0))));
    double relief = viewpoint.height().reliefMeters();
    sum.add(slid(new Enu(0, 0, relief), 0));
    sum.add(slid(Enu.ORIGIN, landing.groundErrorMeters()));
    if (landing.levelGround()) {
      // The ground was laid below the camera, so it is as wrong as the camera's height is.
      sum.addUp(viewpoint.platform().shared().at(PoseCovariance.UP, PoseCovariance.UP));
      sum.addUp(viewpoint.platform().own().at(PoseCovariance.UP, PoseCovariance.UP));
      sum.addUp(relief * relief);
      sum.addUp(viewpoint.height().biasMeters() * viewpoint.height().biasMeters());
    }
    return sum.total();
  }

  private GroundError own(LocateSettings settings) {
    Sum sum = new Sum();
    sum.add(poseMoves(), viewpoint.platform().own());
    double pixel =
        settings.pixelErrorPixels()
            * landing.ray().forward()
            / viewpoint.frame().camera().focalLengthPixels();
    sum.add(moved(turned(new CameraRay(pixel, 0, 0))));
    sum.add(moved(turned(new CameraRay(0, pixel, 0))));
    return sum.total();
  }

  /** What one unit of each error of the pose moves the point by, in the order of the covariance. */
  private Enu[] poseMoves() {
    double degree = Math.toRadians(1);
    return new Enu[] {
      slid(new Enu(1, 0, 0), 0),
      slid(new Enu(0, 1, 0), 0),
      slid(new Enu(0, 0, 1), 0),
      moved(new Enu(-ray.down(), 0, -ray.east()).times(degree)),
      moved(new Enu(0, ray.down(), ray.north()).times(degree)),
      moved(new Enu(ray.north(), -ray.east(), 0).times(degree))
    };
  }

  /** A small change of the ray in camera axes, which need not be of length one, in level axes. */
  private Enu turned(CameraRay change) {
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

  /** A normal of the ground, of any length: (-slope east, -slope north, 1). */
  private static Enu slope(Viewpoint viewpoint, Landing landing, double leastBaseMeters) {
    Optional<Ground> here =
        landing.levelGround()
            ? Optional.empty()
            : viewpoint.terrain().findGround(landing.place().point());
    if (here.isEmpty() || here.get().spacingMeters() == 0) {
      return new Enu(0, 0, 1);
    }
    double base = Math.max(leastBaseMeters, here.get().spacingMeters());
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

  /** Variances added up. */
  private static final class Sum {

    private double eastEast;
    private double northNorth;
    private double eastNorth;
    private double upUp;

    void add(Enu shift) {
      add(shift, shift, 1);
    }

    void add(Enu[] moves, PoseCovariance covariance) {
      for (int row = 0; row < PoseCovariance.SIZE; row++) {
        for (int column = 0; column < PoseCovariance.SIZE; column++) {
          double together = covariance.at(row, column);
          if (together != 0) {
            add(moves[row], moves[column], together);
          }
        }
      }
    }

    void addUp(double squareMeters) {
      upUp += squareMeters;
    }

    GroundError total() {
      return new GroundError(
          Math.max(0, eastEast), Math.max(0, northNorth), eastNorth, Math.max(0, upUp));
    }

    private void add(Enu one, Enu other, double together) {
      eastEast += together * one.eastMeters() * other.eastMeters();
      northNorth += together * one.northMeters() * other.northMeters();
      eastNorth += together * one.eastMeters() * other.northMeters();
      upUp += together * one.upMeters() * other.upMeters();
    }
  }
}

package org.qyran.geo.camera;

import java.util.Optional;
import org.qyran.model.CameraModel.Distortion;

/**
 * A pinhole whose picture is bent along the radius and a little across it.
 *
 * <p>The formula goes from direction to pixel only, so a pixel's direction is searched: first along
 * the radius, then with the tangential terms, by Newton's method in two dimensions.
 */
final class BrownConrady implements LensFormula {

  /** No lens of this model sees further off its axis: at 85° the picture is 23 times as wide. */
  private static final double WIDEST_RADIUS = Math.tan(Math.toRadians(85));

  /** In units of the focal length: a millionth of a pixel for any camera we meet. */
  private static final double CONVERGED = 1e-11;

  private static final int MOST_ROUNDS = 30;

  private final Distortion distortion;
  private final RadialGrowth growth;
  private final boolean straight;

  BrownConrady(Distortion distortion) {
    this.distortion = distortion;
    growth = new RadialGrowth(WIDEST_RADIUS, distortion.k1(), distortion.k2(), distortion.k3());
    straight = distortion.equals(Distortion.NONE);
  }

  @Override
  public Optional<CameraRay> ray(Shown place) {
    return straight ? Optional.of(CameraRay.towards(place.x(), place.y(), 1)) : searched(place);
  }

  @Override
  public Optional<Shown> shown(CameraRay ray) {
    if (ray.forward() <= 0) {
      return Optional.empty();
    }
    double x = ray.right() / ray.forward();
    double y = ray.below() / ray.forward();
    return Math.hypot(x, y) > growth.foldRadius()
        ? Optional.empty()
        : Optional.of(new Shown(distortedX(x, y), distortedY(x, y)));
  }

  private Optional<CameraRay> searched(Shown place) {
    double shownRadius = Math.hypot(place.x(), place.y());
    if (shownRadius == 0 && distortion.p1() == 0 && distortion.p2() == 0) {
      return Optional.of(CameraRay.FORWARD);
    }
    if (!(shownRadius <= growth.shownRadius(growth.foldRadius()))) {
      return Optional.empty();
    }
    double start = shownRadius == 0 ? 0 : growth.radiusShownAt(shownRadius) / shownRadius;
    double x = place.x() * start;
    double y = place.y() * start;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double missX = distortedX(x, y) - place.x();
      double missY = distortedY(x, y) - place.y();
      if (Math.abs(missX) < CONVERGED && Math.abs(missY) < CONVERGED) {
        return Math.hypot(x, y) <= growth.foldRadius()
            ? Optional.of(CameraRay.towards(x, y, 1))
            : Optional.empty();
      }
      double square = x * x + y * y;
      double radial = growth.factor(square);
      double slope = growth.factorSlope(square);
      double xByX = radial + 2 * x * x * slope + 2 * distortion.p1() * y + 6 * distortion.p2() * x;
      double yByY = radial + 2 * y * y * slope + 6 * distortion.p1() * y + 2 * distortion.p2() * x;
      double cross = 2 * x * y * slope + 2 * distortion.p1() * x + 2 * distortion.p2() * y;
      double determinant = xByX * yByY - cross * cross;
      if (!(determinant > 0)) {
        return Optional.empty();
      }
      x -= (yByY * missX - cross * missY) / determinant;
      y -= (xByX * missY - cross * missX) / determinant;
    }
    return Optional.empty();
  }

  private double distortedX(double x, double y) {
    double square = x * x + y * y;
    return x * growth.factor(square)
        + 2 * distortion.p1() * x * y
        + distortion.p2() * (square + 2 * x * x);
  }

  private double distortedY(double x, double y) {
    double square = x * x + y * y;
    return y * growth.factor(square)
        + distortion.p1() * (square + 2 * y * y)
        + 2 * distortion.p2() * x * y;
  }
}

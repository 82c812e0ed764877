package org.qyran.geo.camera;

import java.util.Optional;
import org.qyran.model.CameraModel;
import org.qyran.model.CameraModel.Distortion;
import org.qyran.model.PixelPoint;

/**
 * The lens of a camera: pixel to direction, direction to pixel.
 *
 * <p>Pinhole with Brown-Conrady distortion, {@code docs/CONVENTIONS.md}, camera axes. The
 * distortion is a formula from direction to pixel only, so a pixel's direction is searched: first
 * along the radius, by halving, then with the tangential terms, by Newton's method in two
 * dimensions.
 *
 * <p>A distortion polynomial that was fitted inside a picture may fold back outside it: beyond the
 * radius where d/dr r(1 + k1 r² + k2 r⁴ + k3 r⁶) reaches zero two directions share a pixel. Pixels
 * and directions out there are refused, never guessed. Inside, there and back agrees to better than
 * a thousandth of a pixel.
 *
 * <p>Immutable; threads may share it.
 */
public final class Lens {

  /** No lens of this model sees further off its axis: at 85° the picture is 23 times as wide. */
  private static final double WIDEST_RADIUS = Math.tan(Math.toRadians(85));

  /** In units of the focal length: a millionth of a pixel for any camera we meet. */
  private static final double CONVERGED = 1e-11;

  private static final int MOST_ROUNDS = 30;

  private final CameraModel camera;
  private final Distortion distortion;
  private final double foldRadius;

  private Lens(CameraModel camera) {
    this.camera = camera;
    this.distortion = camera.distortion();
    this.foldRadius = foldRadius(distortion);
  }

  public static Lens of(CameraModel camera) {
    return new Lens(camera);
  }

  /**
   * The direction that a pixel looks.
   *
   * @param pixel may lie outside the picture
   * @return absent where the distortion cannot be inverted
   */
  public Optional<CameraRay> ray(PixelPoint pixel) {
    double x = (pixel.xPixels() - camera.principalXPixels()) / camera.focalLengthPixels();
    double y = (pixel.yPixels() - camera.principalYPixels()) / camera.focalLengthPixels();
    if (distortion.equals(Distortion.NONE)) {
      return Optional.of(CameraRay.towards(x, y, 1));
    }
    return undistorted(x, y);
  }

  /**
   * The pixel that shows a direction.
   *
   * @return absent for directions behind the camera, or beyond the fold of the distortion; may lie
   *     outside the picture
   */
  public Optional<PixelPoint> pixel(CameraRay ray) {
    if (ray.forward() <= 0) {
      return Optional.empty();
    }
    double x = ray.right() / ray.forward();
    double y = ray.below() / ray.forward();
    if (Math.hypot(x, y) > foldRadius) {
      return Optional.empty();
    }
    return Optional.of(
        new PixelPoint(
            camera.principalXPixels() + camera.focalLengthPixels() * distortedX(x, y),
            camera.principalYPixels() + camera.focalLengthPixels() * distortedY(x, y)));
  }

  private Optional<CameraRay> undistorted(double shownX, double shownY) {
    double shownRadius = Math.hypot(shownX, shownY);
    if (shownRadius == 0 && distortion.p1() == 0 && distortion.p2() == 0) {
      return Optional.of(CameraRay.FORWARD);
    }
    if (!(shownRadius <= foldRadius * radial(foldRadius * foldRadius))) {
      return Optional.empty();
    }
    double start = shownRadius == 0 ? 0 : radiusShownAt(shownRadius) / shownRadius;
    double x = shownX * start;
    double y = shownY * start;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double missX = distortedX(x, y) - shownX;
      double missY = distortedY(x, y) - shownY;
      if (Math.abs(missX) < CONVERGED && Math.abs(missY) < CONVERGED) {
        return Math.hypot(x, y) <= foldRadius
            ? Optional.of(CameraRay.towards(x, y, 1))
            : Optional.empty();
      }
      double square = x * x + y * y;
      double radial = radial(square);
      double slope = radialSlope(square);
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

  /** The undistorted radius whose distorted one is given; the radius only grows up to the fold. */
  private double radiusShownAt(double shownRadius) {
    double low = 0;
    double high = foldRadius;
    for (int halving = 0; halving < 20; halving++) {
      double middle = (low + high) / 2;
      if (middle * radial(middle * middle) < shownRadius) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double distortedX(double x, double y) {
    double square = x * x + y * y;
    return x * radial(square)
        + 2 * distortion.p1() * x * y
        + distortion.p2() * (square + 2 * x * x);
  }

  private double distortedY(double x, double y) {
    double square = x * x + y * y;
    return y * radial(square)
        + distortion.p1() * (square + 2 * y * y)
        + 2 * distortion.p2() * x * y;
  }

  private double radial(double square) {
    return 1 + square * (distortion.k1() + square * (distortion.k2() + square * distortion.k3()));
  }

  private double radialSlope(double square) {
    return distortion.k1() + square * (2 * distortion.k2() + square * 3 * distortion.k3());
  }

  /**
   * The least radius where the distorted radius stops growing: with s = r², the least positive root
   * of 1 + 3 k1 s + 5 k2 s² + 7 k3 s³. The places where that cubic turns split it into stretches
   * with at most one root each.
   */
  private static double foldRadius(Distortion distortion) {
    double a = 7 * distortion.k3();
    double b = 5 * distortion.k2();
    double c = 3 * distortion.k1();
    double end = WIDEST_RADIUS * WIDEST_RADIUS;
    double low = 0;
    for (double high : new double[] {turn(a, b, c, -1, end), turn(a, b, c, 1, end), end}) {
      if (growth(a, b, c, high) <= 0) {
        return Math.sqrt(leastRoot(a, b, c, low, high));
      }
      low = high;
    }
    return WIDEST_RADIUS;
  }

  /** Where 3 a s² + 2 b s + c is zero, the lesser place for sign -1; kept in [0, end]. */
  private static double turn(double a, double b, double c, int sign, double end) {
    if (a == 0) {
      return b == 0 ? 0 : clamped(-c / (2 * b), end);
    }
    double under = b * b - 3 * a * c;
    if (under < 0) {
      return 0;
    }
    double spread = sign * Math.copySign(Math.sqrt(under), a);
    return clamped((-b + spread) / (3 * a), end);
  }

  private static double clamped(double value, double end) {
    return Math.min(end, Math.max(0, value));
  }

  private static double growth(double a, double b, double c, double s) {
    return 1 + s * (c + s * (b + s * a));
  }

  private static double leastRoot(double a, double b, double c, double from, double to) {
    double low = from;
    double high = to;
    for (int halving = 0; halving < 60; halving++) {
      double middle = (low + high) / 2;
      if (growth(a, b, c, middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

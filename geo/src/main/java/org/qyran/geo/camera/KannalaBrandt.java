package org.qyran.geo.camera;

import java.util.Optional;
import org.qyran.model.CameraModel.Distortion;

/**
 * A fisheye: what lies θ off the axis is shown θ(1 + k1 θ² + k2 θ⁴ + k3 θ⁶ + k4 θ⁸) focal lengths
 * from the principal point, in the same direction around it. It may look sideways and a little
 * behind itself, where a pinhole has no picture.
 */
final class KannalaBrandt implements LensFormula {

  /** The widest fisheyes made see 220 degrees, edge to edge. */
  private static final double WIDEST_RADIANS = Math.toRadians(110);

  private final RadialGrowth growth;

  KannalaBrandt(Distortion distortion) {
    growth =
        new RadialGrowth(
            WIDEST_RADIANS, distortion.k1(), distortion.k2(), distortion.k3(), distortion.k4());
  }

  @Override
  public Optional<CameraRay> ray(Shown place) {
    double shownRadius = Math.hypot(place.x(), place.y());
    if (shownRadius == 0) {
      return Optional.of(CameraRay.FORWARD);
    }
    if (!(shownRadius <= growth.shownRadius(growth.foldRadius()))) {
      return Optional.empty();
    }
    double offAxisRadians = growth.radiusShownAt(shownRadius);
    double across = Math.sin(offAxisRadians) / shownRadius;
    return Optional.of(
        CameraRay.towards(place.x() * across, place.y() * across, Math.cos(offAxisRadians)));
  }

  @Override
  public Optional<Shown> shown(CameraRay ray) {
    double across = Math.hypot(ray.right(), ray.below());
    double offAxisRadians = Math.atan2(across, ray.forward());
    if (offAxisRadians > growth.foldRadius()) {
      return Optional.empty();
    }
    double stretch = across == 0 ? 0 : growth.shownRadius(offAxisRadians) / across;
    return Optional.of(new Shown(ray.right() * stretch, ray.below() * stretch));
  }
}

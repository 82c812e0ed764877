package org.qyran.geo.camera;

import java.util.Optional;
import org.qyran.model.CameraModel;
import org.qyran.model.PixelPoint;

/**
 * The lens of a camera: pixel to direction, direction to pixel.
 *
 * <p>A pinhole with Brown-Conrady distortion or a fisheye, {@code docs/CONVENTIONS.md}, camera
 * axes. Both formulas go from direction to pixel, so a pixel's direction is searched.
 *
 * <p>Beyond the radius where a formula folds back, two directions share a pixel. Pixels and
 * directions out there are refused, never guessed. Inside, there and back agrees to better than a
 * thousandth of a pixel.
 *
 * <p>Immutable; threads may share it.
 */
public final class Lens {

  private final CameraModel camera;
  private final LensFormula formula;

  private Lens(CameraModel camera) {
    this.camera = camera;
    this.formula =
        switch (camera.distortion().formula()) {
          case BROWN_CONRADY -> new BrownConrady(camera.distortion());
          case FISHEYE -> new KannalaBrandt(camera.distortion());
        };
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
    return formula.ray(
        new LensFormula.Shown(
            (pixel.xPixels() - camera.principalXPixels()) / camera.focalLengthPixels(),
            (pixel.yPixels() - camera.principalYPixels()) / camera.focalLengthPixels()));
  }

  /**
   * The pixel that shows a direction.
   *
   * @return absent for directions behind a pinhole, and beyond the fold of the distortion; may lie
   *     outside the picture
   */
  public Optional<PixelPoint> pixel(CameraRay ray) {
    return formula
        .shown(ray)
        .map(
            shown ->
                new PixelPoint(
                    camera.principalXPixels() + camera.focalLengthPixels() * shown.x(),
                    camera.principalYPixels() + camera.focalLengthPixels() * shown.y()));
  }
}

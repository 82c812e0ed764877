package org.qyran.evaluation.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qyran.evaluation.geojson.GroundArea;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.camera.CameraPose;
import org.qyran.geo.camera.CameraRay;
import org.qyran.geo.camera.Lens;
import org.qyran.geo.camera.LevelRay;
import org.qyran.model.CameraModel;
import org.qyran.model.GeoPoint;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;

/**
 * Where ground lies in a picture whose pose is known.
 *
 * <p>Assumes level ground at the target's own height: on a slope of s over a plot of d metres, a
 * corner is off by up to d / 2 · tan s · tan(off nadir). Good enough to show, not to measure.
 *
 * <p>Immutable.
 */
public final class TrueView {

  private final CameraModel camera;
  private final Lens lens;
  private final CameraPose pose;
  private final LocalAxes axes;

  /**
   * Looks through a camera.
   *
   * @param pose of the camera, true
   * @param camera that took the picture
   */
  public TrueView(TruePose pose, CameraModel camera) {
    this.camera = camera;
    this.lens = Lens.of(camera);
    this.pose = CameraPose.of(pose.attitude());
    this.axes = LocalAxes.at(pose.place().point(), pose.place().heightMeters());
  }

  /**
   * The outline in pixels; none where a corner lies behind the camera or no corner in the frame.
   */
  public Optional<PixelOutline> outline(GroundArea area, double groundHeightMeters) {
    List<PixelPoint> ring = new ArrayList<>();
    boolean inside = false;
    for (GeoPoint corner : area.ring()) {
      Optional<PixelPoint> pixel = pixel(corner, groundHeightMeters);
      if (pixel.isEmpty()) {
        return Optional.empty();
      }
      ring.add(pixel.get());
      inside |= isInside(pixel.get());
    }
    return inside ? Optional.of(new PixelOutline(ring)) : Optional.empty();
  }

  private boolean isInside(PixelPoint pixel) {
    return pixel.xPixels() >= 0
        && pixel.yPixels() >= 0
        && pixel.xPixels() <= camera.widthPixels()
        && pixel.yPixels() <= camera.heightPixels();
  }

  private Optional<PixelPoint> pixel(GeoPoint corner, double groundHeightMeters) {
    Enu away = axes.toLocal(corner, groundHeightMeters);
    double length = away.lengthMeters();
    CameraRay ray =
        pose.toCamera(
            new LevelRay(
                away.northMeters() / length,
                away.eastMeters() / length,
                -away.upMeters() / length));
    return ray.forward() <= 0 ? Optional.empty() : lens.pixel(ray);
  }

  /** Ground size of a pixel that looks at a place straight on. */
  public double groundSamplingDistanceMeters(GeoPoint place, double groundHeightMeters) {
    return axes.toLocal(place, groundHeightMeters).lengthMeters() / camera.focalLengthPixels();
  }
}

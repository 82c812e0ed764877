package org.qyran.geo.locate;

import java.util.Locale;
import java.util.Optional;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.Place;
import org.qyran.geo.camera.LevelRay;
import org.qyran.model.FrameIssue;
import org.qyran.model.IssueCode;
import org.qyran.model.PixelPoint;

/**
 * Doubts a ground point that its own picture does not show, so that a wrong coordinate is refused
 * and never published.
 *
 * <p>The point is taken as it would be written down, latitude, longitude and height, and goes the
 * whole way back: to the camera's axes, through the attitude and the lens, into the picture. It
 * must lie below the camera and within range, and come back within half a pixel of where it was
 * seen. The footprint of a frame is where its pixels fall, so a point that comes back to a pixel of
 * the picture lies within it. Whether the pose itself is true cannot be seen from inside.
 */
final class Plausibility {

  private static final double MOST_PIXELS = 0.5;

  private Plausibility() {}

  /**
   * What is wrong with a place.
   *
   * @param pixel where the picture is said to show it
   * @return {@code RAY_MISSES_GROUND} and a sentence; absent when nothing is
   */
  static Optional<FrameIssue> findDoubt(Viewpoint viewpoint, PixelPoint pixel, Place place) {
    Enu seen = viewpoint.axes().toLocal(place);
    double meters = seen.lengthMeters();
    if (!(seen.upMeters() < 0)) {
      return doubt(viewpoint, pixel, "does not lie below the camera");
    }
    if (!(meters <= viewpoint.rangeMeters() + 1)) {
      return doubt(
          viewpoint,
          pixel,
          String.format(Locale.ROOT, "lies %.0f m away, beyond what is looked for", meters));
    }
    LevelRay ray =
        new LevelRay(
            seen.northMeters() / meters, seen.eastMeters() / meters, -seen.upMeters() / meters);
    Optional<PixelPoint> shown = viewpoint.lens().pixel(viewpoint.pose().toCamera(ray));
    if (shown.isEmpty()) {
      return doubt(viewpoint, pixel, "is not in view of the camera");
    }
    double right = shown.get().xPixels() - pixel.xPixels();
    double below = shown.get().yPixels() - pixel.yPixels();
    return right * right + below * below < MOST_PIXELS * MOST_PIXELS
        ? Optional.empty()
        : doubt(
            viewpoint,
            pixel,
            String.format(
                Locale.ROOT,
                "would be shown at (%.1f, %.1f)",
                shown.get().xPixels(),
                shown.get().yPixels()));
  }

  private static Optional<FrameIssue> doubt(Viewpoint viewpoint, PixelPoint pixel, String why) {
    return Optional.of(
        FrameIssue.of(
            IssueCode.RAY_MISSES_GROUND,
            viewpoint.frame().flight(),
            viewpoint.frame().image(),
            String.format(
                Locale.ROOT,
                "the place found for pixel (%.1f, %.1f) %s, so it is not used; please report this",
                pixel.xPixels(),
                pixel.yPixels(),
                why)));
  }
}

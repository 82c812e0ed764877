package org.qyran.geo.locate;

import org.qyran.model.Outcome;
import org.qyran.model.PixelPoint;

/**
 * One frame's view of the ground: for whoever asks for many of its pixels.
 *
 * <p>Immutable; threads may share it.
 */
public final class FrameView {

  private final Viewpoint viewpoint;
  private final LocateSettings settings;

  FrameView(Viewpoint viewpoint, LocateSettings settings) {
    this.viewpoint = viewpoint;
    this.settings = settings;
  }

  /** The ground point of one pixel; or why there is none, as {@link GroundLocator} says it. */
  public Outcome<GroundFix> locate(PixelPoint pixel) {
    return viewpoint
        .cast(pixel)
        .then(landing -> Outcome.found(ErrorBudget.fix(viewpoint, landing, settings)));
  }

  /** The ground point of one pixel and what would move it. */
  public Outcome<GroundTouch> touch(PixelPoint pixel) {
    return viewpoint
        .cast(pixel)
        .then(landing -> Outcome.found(ErrorBudget.touch(viewpoint, landing)));
  }

  /** Height of the camera above the WGS 84 ellipsoid. */
  public double cameraHeightMeters() {
    return viewpoint.height().meters();
  }
}

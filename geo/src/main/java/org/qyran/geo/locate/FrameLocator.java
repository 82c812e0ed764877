package org.qyran.geo.locate;

import java.util.Optional;
import org.qyran.model.FrameIssue;
import org.qyran.model.Outcome;
import org.qyran.model.PixelPoint;

/**
 * Finds the ground points of many pixels of one frame: what the frame's pose means on the terrain
 * is worked out once.
 *
 * <p>Immutable; threads may share it.
 */
public final class FrameLocator {

  private final Viewpoint viewpoint;
  private final LocateSettings settings;

  FrameLocator(Viewpoint viewpoint, LocateSettings settings) {
    this.viewpoint = viewpoint;
    this.settings = settings;
  }

  /**
   * The ground point of one pixel, as {@link GroundLocator#locate(org.qyran.model.Frame,
   * PixelPoint)}.
   */
  public Outcome<GroundFix> locate(PixelPoint pixel) {
    return viewpoint.cast(pixel).then(landing -> fix(pixel, landing));
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

  private Outcome<GroundFix> fix(PixelPoint pixel, Landing landing) {
    Optional<FrameIssue> doubt = Plausibility.findDoubt(viewpoint, pixel, landing.place());
    return doubt.isPresent()
        ? Outcome.rejected(doubt.get())
        : Outcome.found(ErrorBudget.fix(viewpoint, landing, settings));
  }
}

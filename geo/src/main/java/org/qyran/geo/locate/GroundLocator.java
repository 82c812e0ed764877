package org.qyran.geo.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.qyran.geo.terrain.Terrain;
import org.qyran.model.Detection;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.GeoPoint;
import org.qyran.model.Outcome;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;
import org.qyran.model.Sighting;

/**
 * Finds the places on the ground that a frame's pixels look at.
 *
 * <p>Assumes that the pose is that of the frame's first band and that the air bends no light: at 5°
 * of dip refraction lifts what is 10 km away by under a metre.
 *
 * <p>A pixel becomes a ray through the lens, the camera's attitude turns it into level axes, and
 * the ray is followed to where it first meets the terrain. Without terrain, or where it has a hole
 * or ends, the ground is taken to be level at the camera's height above ground or take-off, with a
 * wider error.
 *
 * <p>Every answer carries its error to first order (see {@link GroundFix}); what lies flatter than
 * a set dip, further than a set range or on ground of unknown height is refused.
 *
 * <p>Stateless, so one instance serves every thread.
 */
public final class GroundLocator {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Terrain terrain;
  private final LocateSettings settings;

  /** A locator over a terrain, which may be {@link Terrain#unknown()}. */
  public GroundLocator(Terrain terrain, LocateSettings settings) {
    this.terrain = terrain;
    this.settings = settings;
  }

  /**
   * The ground point of one pixel.
   *
   * @param pixel may lie outside the picture
   * @return the point; or why there is none: the frame's own issue, {@code NO_CAMERA_MODEL}, {@code
   *     NO_POSITION} without any height, {@code NEAR_HORIZON}, {@code RAY_MISSES_GROUND} or {@code
   *     NO_TERRAIN}
   */
  public Outcome<GroundFix> locate(Frame frame, PixelPoint pixel) {
    return over(frame).then(pixels -> pixels.locate(pixel));
  }

  /**
   * The ground points of one frame's pixels, for when there are many.
   *
   * @return the locator; or why no pixel of the frame can be placed
   */
  public Outcome<FrameLocator> over(Frame frame) {
    return Viewpoint.of(frame, terrain, settings)
        .then(viewpoint -> Outcome.found(new FrameLocator(viewpoint, settings)));
  }

  /**
   * A detection on the ground. Its error is that of the middle of its outline.
   *
   * @return the sighting; or why one of the outline's corners cannot be placed, as for a pixel; or
   *     what makes a place of it doubtful
   */
  public Outcome<Sighting> locate(Frame frame, Detection detection) {
    return Viewpoint.of(frame, terrain, settings).then(viewpoint -> sighting(viewpoint, detection));
  }

  private Outcome<Sighting> sighting(Viewpoint viewpoint, Detection detection) {
    List<GroundFix> corners = new ArrayList<>();
    for (PixelPoint corner : detection.outline().ring()) {
      Outcome<Landing> landing = castCredibly(viewpoint, corner);
      Optional<FrameIssue> issue = landing.findIssue();
      if (issue.isPresent()) {
        return Outcome.rejected(issue.get());
      }
      corners.add(ErrorBudget.fix(viewpoint, landing.find().orElseThrow(), settings));
    }
    return castCredibly(viewpoint, middle(detection.outline()))
        .then(landing -> Outcome.found(sighting(viewpoint, detection, corners, landing)));
  }

  private static Outcome<Landing> castCredibly(Viewpoint viewpoint, PixelPoint pixel) {
    return viewpoint
        .cast(pixel)
        .then(
            landing ->
                Plausibility.findDoubt(viewpoint, pixel, landing.place())
                    .<Outcome<Landing>>map(Outcome::rejected)
                    .orElse(Outcome.found(landing)));
  }

  private Sighting sighting(
      Viewpoint viewpoint, Detection detection, List<GroundFix> corners, Landing landing) {
    GroundFix fix = ErrorBudget.fix(viewpoint, landing, settings);
    GroundRing ring =
        GroundRing.of(
            corners.stream().map(GroundFix::place).toList(),
            landing.place(),
            fix.groundSamplingDistanceMeters());
    Frame frame = viewpoint.frame();
    return new Sighting(
        detection,
        frame.flight(),
        frame.image().file(),
        frame.image().sha256(),
        frame.time(),
        ring.points(),
        fix.heightMeters(),
        fix.ce90Meters(),
        fix.le90Meters(),
        fix.shared(),
        fix.own(),
        ring.points().stream().map(point -> nearest(point, corners).ce90Meters()).toList(),
        fix.grazing(),
        fix.groundSamplingDistanceMeters(),
        fix.offNadirDegrees(),
        ring.areaSquareMeters());
  }

  /** A repaired ring has corners that no pixel was cast for; the nearest that was speaks for it. */
  private static GroundFix nearest(GeoPoint point, List<GroundFix> corners) {
    GroundFix nearest = corners.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (GroundFix corner : corners) {
      double apart =
          Math.hypot(
              corner.point().latitudeDegrees() - point.latitudeDegrees(),
              Math.IEEEremainder(corner.point().longitudeDegrees() - point.longitudeDegrees(), 360)
                  * Math.cos(Math.toRadians(point.latitudeDegrees())));
      if (apart < least) {
        least = apart;
        nearest = corner;
      }
    }
    return nearest;
  }

  /** The centroid of the outline's area; of its edges when it has none. */
  public static PixelPoint middle(PixelOutline outline) {
    List<PixelPoint> ring = outline.ring();
    Coordinate[] corners = new Coordinate[ring.size() + 1];
    for (int at = 0; at <= ring.size(); at++) {
      PixelPoint corner = ring.get(at % ring.size());
      corners[at] = new Coordinate(corner.xPixels(), corner.yPixels());
    }
    Coordinate middle = GEOMETRY.createPolygon(corners).getCentroid().getCoordinate();
    return new PixelPoint(middle.x, middle.y);
  }
}

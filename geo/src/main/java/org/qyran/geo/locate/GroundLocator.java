package org.qyran.geo.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.qyran.geo.axes.Place;
import org.qyran.geo.terrain.Terrain;
import org.qyran.model.CameraModel;
import org.qyran.model.Detection;
import org.qyran.model.Footprint;
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

  private static final int BORDER_POINTS_PER_EDGE = 8;

  /** The border is found to 1/4096 of the way to the middle: half a pixel. */
  private static final int CLIP_HALVINGS = 12;

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

  /**
   * The ground that a frame saw. Parts of its border that cannot be placed are left out, as long as
   * its middle can be.
   *
   * @return the footprint; or why the middle of the picture cannot be placed, as for a pixel
   */
  public Outcome<Footprint> footprint(Frame frame) {
    return Viewpoint.of(frame, terrain, settings).then(this::footprint);
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

  private Outcome<Footprint> footprint(Viewpoint viewpoint) {
    CameraModel camera = viewpoint.frame().camera();
    PixelPoint middle = new PixelPoint(camera.widthPixels() / 2.0, camera.heightPixels() / 2.0);
    return viewpoint
        .cast(middle)
        .then(landing -> Outcome.found(footprint(viewpoint, middle, landing)));
  }

  private Footprint footprint(Viewpoint viewpoint, PixelPoint middle, Landing center) {
    List<Place> border = new ArrayList<>();
    boolean clipped = false;
    for (PixelPoint pixel : border(viewpoint.frame().camera())) {
      Optional<Landing> landing = viewpoint.cast(pixel).find();
      clipped |= landing.isEmpty();
      border.add(landing.orElseGet(() -> clip(viewpoint, middle, center, pixel)).place());
    }
    GroundFix fix = ErrorBudget.fix(viewpoint, center, settings);
    GroundRing ring = GroundRing.of(border, center.place(), fix.groundSamplingDistanceMeters());
    Frame frame = viewpoint.frame();
    return new Footprint(
        frame.id(),
        frame.flight(),
        frame.image().file(),
        frame.time(),
        ring.points(),
        clipped ? List.of() : corners(border),
        fix.point(),
        viewpoint.height().meters(),
        fix.heightMeters(),
        fix.groundSamplingDistanceMeters(),
        fix.offNadirDegrees(),
        fix.ce90Meters(),
        fix.levelGround(),
        clipped);
  }

  private static List<GeoPoint> corners(List<Place> border) {
    return IntStream.range(0, 4)
        .mapToObj(corner -> border.get(corner * BORDER_POINTS_PER_EDGE).point())
        .toList();
  }

  /** The last point on the way from the middle to a border pixel that can be placed. */
  private static Landing clip(
      Viewpoint viewpoint, PixelPoint middle, Landing center, PixelPoint border) {
    Landing last = center;
    double good = 0;
    double bad = 1;
    for (int halving = 0; halving < CLIP_HALVINGS; halving++) {
      double share = (good + bad) / 2;
      Optional<Landing> landing =
          viewpoint
              .cast(
                  new PixelPoint(
                      middle.xPixels() + (border.xPixels() - middle.xPixels()) * share,
                      middle.yPixels() + (border.yPixels() - middle.yPixels()) * share))
              .find();
      if (landing.isPresent()) {
        last = landing.get();
        good = share;
      } else {
        bad = share;
      }
    }
    return last;
  }

  /** Points around the picture, clockwise from its top left corner, each corner once. */
  private static List<PixelPoint> border(CameraModel camera) {
    double[] xs = {0, camera.widthPixels(), camera.widthPixels(), 0, 0};
    double[] ys = {0, 0, camera.heightPixels(), camera.heightPixels(), 0};
    List<PixelPoint> points = new ArrayList<>();
    for (int edge = 0; edge < 4; edge++) {
      for (int step = 0; step < BORDER_POINTS_PER_EDGE; step++) {
        double share = step / (double) BORDER_POINTS_PER_EDGE;
        points.add(
            new PixelPoint(
                xs[edge] + (xs[edge + 1] - xs[edge]) * share,
                ys[edge] + (ys[edge + 1] - ys[edge]) * share));
      }
    }
    return points;
  }

  /** The centroid of the outline's area; of its edges when it has none. */
  private static PixelPoint middle(PixelOutline outline) {
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

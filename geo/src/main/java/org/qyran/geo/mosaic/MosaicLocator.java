package org.qyran.geo.mosaic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qyran.geo.axes.Place;
import org.qyran.geo.locate.GroundFix;
import org.qyran.geo.locate.GroundLocator;
import org.qyran.geo.locate.GroundRing;
import org.qyran.geo.terrain.Ground;
import org.qyran.geo.terrain.Terrain;
import org.qyran.model.Detection;
import org.qyran.model.Footprint;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.GeoPoint;
import org.qyran.model.GroundError;
import org.qyran.model.IssueCode;
import org.qyran.model.Mosaic;
import org.qyran.model.MosaicWindow;
import org.qyran.model.Outcome;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;
import org.qyran.model.Search;
import org.qyran.model.SeenArea;
import org.qyran.model.Sighting;

/**
 * Finds the places that the pixels of a mosaic's windows have.
 *
 * <p>Assumes that the mosaic was made so that everything is seen from straight above; roofs and
 * crowns of one made over bare ground lean all the same. A pixel goes to the plane of the map and
 * from there to WGS 84; the height is the terrain's, where one is known.
 *
 * <p>How wrong: all of a mosaic is shifted alike, by what its {@link Mosaic#ce90Meters} says, so
 * the whole error is shared and windows of one mosaic are no independent looks. Where no height is
 * known the ground is said to lie at {@value #UNKNOWN_HEIGHT_METERS} m with a standard deviation of
 * {@value #UNKNOWN_HEIGHT_ERROR_METERS} m: anywhere on earth.
 *
 * <p>Remembers the planes of maps; not for sharing between threads.
 */
public final class MosaicLocator {

  static final double UNKNOWN_HEIGHT_METERS = 0;
  static final double UNKNOWN_HEIGHT_ERROR_METERS = 3_000;

  /** CE90 of an error that is the same in all directions, in standard deviations. */
  private static final double CE90_FACTOR = Math.sqrt(2 * Math.log(10));

  /** Of a normal error of one dimension, in standard deviations. */
  private static final double LE90_FACTOR = 1.6449;

  private final Terrain terrain;
  private final Map<String, MapPlane> planes = new HashMap<>();

  /** Over a terrain, which may be {@link Terrain#unknown()}. */
  public MosaicLocator(Terrain terrain) {
    this.terrain = terrain;
  }

  /** The place of a mosaic's middle; absent when it lies outside of where its map is valid. */
  public static Optional<GeoPoint> findMiddle(Mosaic mosaic) {
    return MapPlane.of(mosaic.system())
        .findPlace(mosaic.transform(), mosaic.widthPixels() / 2.0, mosaic.heightPixels() / 2.0);
  }

  /**
   * The ground of a window's core, as if all of it had been seen.
   *
   * @param frame a piece of a mosaic
   * @return or {@link IssueCode#RAY_MISSES_GROUND} when it lies outside of where its map is valid
   */
  public Outcome<Footprint> footprint(Frame frame) {
    MosaicWindow window = window(frame);
    double left = window.coreLeftPixels() - window.leftPixels();
    double top = window.coreTopPixels() - window.topPixels();
    double right = left + window.coreWidthPixels();
    double bottom = top + window.coreHeightPixels();
    return footprint(frame, PixelOutline.rectangle(left, top, right, bottom));
  }

  /**
   * The ground of what was seen of a window's core, piece by piece.
   *
   * @param seen in pixels of the window
   * @return none when nothing was seen
   */
  public List<Footprint> footprints(Frame frame, List<SeenArea> seen) {
    List<Footprint> footprints = new ArrayList<>();
    for (PixelOutline piece : SeenPieces.of(window(frame), seen)) {
      footprint(frame, piece).find().ifPresent(footprints::add);
    }
    return footprints;
  }

  private Outcome<Footprint> footprint(Frame frame, PixelOutline piece) {
    WindowPlane plane = plane(frame);
    MosaicWindow window = plane.window();
    PixelOutline picture =
        PixelOutline.rectangle(0, 0, window.widthPixels(), window.heightPixels());
    Optional<List<GeoPoint>> ring = places(plane, piece);
    Optional<List<GeoPoint>> corners = places(plane, picture);
    Optional<GeoPoint> middle = place(plane, GroundLocator.middle(piece));
    if (ring.isEmpty() || corners.isEmpty() || middle.isEmpty()) {
      return outside(frame);
    }
    Optional<Ground> ground = terrain.findGround(middle.get());
    double heightMeters = ground.map(Ground::heightMeters).orElse(UNKNOWN_HEIGHT_METERS);
    GroundRing outline = ring(ring.get(), middle.get(), heightMeters, window.mosaic());
    return Outcome.found(
        new Footprint(
            frame.id(),
            frame.flight(),
            frame.image().file(),
            frame.time(),
            outline.points(),
            corners.get(),
            middle.get(),
            middle.get(),
            heightMeters,
            heightMeters,
            window.mosaic().groundSamplingDistanceMeters(),
            0,
            window.mosaic().ce90Meters(),
            ground.isEmpty(),
            false,
            false,
            true,
            Search.NOTHING));
  }

  /**
   * A detection on the ground.
   *
   * @return or {@link IssueCode#RAY_MISSES_GROUND} when it lies outside of where its map is valid
   */
  public Outcome<Sighting> locate(Frame frame, Detection detection) {
    WindowPlane plane = plane(frame);
    Mosaic mosaic = plane.window().mosaic();
    Optional<List<GeoPoint>> ring = places(plane, detection.outline());
    Optional<GeoPoint> middle = place(plane, GroundLocator.middle(detection.outline()));
    if (ring.isEmpty() || middle.isEmpty()) {
      return outside(frame);
    }
    Optional<Ground> ground = terrain.findGround(middle.get());
    double heightMeters = ground.map(Ground::heightMeters).orElse(UNKNOWN_HEIGHT_METERS);
    double heightError = heightError(ground);
    GroundError shared = shared(mosaic, heightError);
    GroundRing outline = ring(ring.get(), middle.get(), heightMeters, mosaic);
    return Outcome.found(
        new Sighting(
            detection,
            frame.flight(),
            frame.image().file(),
            frame.image().sha256(),
            frame.time(),
            outline.points(),
            heightMeters,
            mosaic.ce90Meters(),
            LE90_FACTOR * Math.max(0.01, heightError),
            shared,
            GroundError.NONE,
            outline.points().stream().map(corner -> mosaic.ce90Meters()).toList(),
            false,
            mosaic.groundSamplingDistanceMeters(),
            0,
            outline.areaSquareMeters()));
  }

  /**
   * The place of a position in a piece of a mosaic, from its top left corner.
   *
   * @return or {@link IssueCode#RAY_MISSES_GROUND} when it lies outside of where its map is valid
   */
  public Outcome<GroundFix> locate(Frame frame, PixelPoint pixel) {
    WindowPlane plane = plane(frame);
    Mosaic mosaic = plane.window().mosaic();
    Optional<GeoPoint> place = place(plane, pixel);
    if (place.isEmpty()) {
      return outside(frame);
    }
    Optional<Ground> ground = terrain.findGround(place.get());
    return Outcome.found(
        new GroundFix(
            place.get(),
            ground.map(Ground::heightMeters).orElse(UNKNOWN_HEIGHT_METERS),
            shared(mosaic, heightError(ground)),
            GroundError.NONE,
            mosaic.groundSamplingDistanceMeters(),
            0,
            0,
            ground.isEmpty(),
            false));
  }

  private static double heightError(Optional<Ground> ground) {
    return ground.map(Ground::errorMeters).orElse(UNKNOWN_HEIGHT_ERROR_METERS);
  }

  /** Of all of a mosaic, which is shifted alike. */
  private static GroundError shared(Mosaic mosaic, double heightErrorMeters) {
    double sigma = mosaic.ce90Meters() / CE90_FACTOR;
    return new GroundError(sigma * sigma, sigma * sigma, 0, heightErrorMeters * heightErrorMeters);
  }

  private static GroundRing ring(
      List<GeoPoint> points, GeoPoint middle, double heightMeters, Mosaic mosaic) {
    return GroundRing.of(
        points.stream().map(point -> new Place(point, heightMeters)).toList(),
        new Place(middle, heightMeters),
        mosaic.groundSamplingDistanceMeters());
  }

  private WindowPlane plane(Frame frame) {
    MosaicWindow window = window(frame);
    return new WindowPlane(window, planes.computeIfAbsent(window.mosaic().system(), MapPlane::of));
  }

  private static MosaicWindow window(Frame frame) {
    return frame
        .findWindow()
        .orElseThrow(
            () -> new IllegalArgumentException("frame " + frame.id() + " is no piece of a mosaic"));
  }

  private static Optional<List<GeoPoint>> places(WindowPlane plane, PixelOutline outline) {
    List<GeoPoint> places = new ArrayList<>();
    for (PixelPoint corner : outline.ring()) {
      Optional<GeoPoint> place = place(plane, corner);
      if (place.isEmpty()) {
        return Optional.empty();
      }
      places.add(place.get());
    }
    return Optional.of(places);
  }

  private static Optional<GeoPoint> place(WindowPlane plane, PixelPoint pixel) {
    return plane.findPlace(pixel.xPixels(), pixel.yPixels());
  }

  private static <T> Outcome<T> outside(Frame frame) {
    return Outcome.rejected(
        FrameIssue.of(
            IssueCode.RAY_MISSES_GROUND,
            frame.flight(),
            frame.image(),
            "A part of the orthophoto lies outside of where its map is valid."));
  }
}

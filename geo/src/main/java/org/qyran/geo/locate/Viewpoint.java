package org.qyran.geo.locate;

import java.util.Locale;
import java.util.Optional;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.camera.CameraPose;
import org.qyran.geo.camera.CameraRay;
import org.qyran.geo.camera.Lens;
import org.qyran.geo.camera.LevelRay;
import org.qyran.geo.terrain.LevelPlane;
import org.qyran.geo.terrain.Meeting;
import org.qyran.geo.terrain.Sightline;
import org.qyran.geo.terrain.Terrain;
import org.qyran.model.CameraModel;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.Height;
import org.qyran.model.IssueCode;
import org.qyran.model.Outcome;
import org.qyran.model.PixelPoint;
import org.qyran.model.PlatformState;

/**
 * One frame's camera above one terrain, ready to cast rays.
 *
 * <p>A ray is followed over the terrain; where the terrain is not known it is followed to the level
 * ground below the camera, if a relative height gives one: a terrain with holes must not make a
 * frame worse off than no terrain at all.
 */
final class Viewpoint {

  private final Frame frame;
  private final PlatformState platform;
  private final Terrain terrain;
  private final LocateSettings settings;
  private final CameraHeight height;
  private final LocalAxes axes;
  private final Lens lens;
  private final CameraPose pose;

  private Viewpoint(
      Frame frame,
      PlatformState platform,
      Terrain terrain,
      LocateSettings settings,
      CameraHeight height) {
    this.frame = frame;
    this.platform = platform;
    this.terrain = height.isAbsolute() ? terrain : Terrain.unknown();
    this.settings = settings;
    this.height = height;
    axes = LocalAxes.at(platform.position(), height.meters());
    lens = Lens.of(frame.camera());
    pose = CameraPose.of(platform.cameraAttitude());
  }

  static Outcome<Viewpoint> of(Frame frame, Terrain terrain, LocateSettings settings) {
    Optional<FrameIssue> unplaced = frame.findUnplaced();
    if (unplaced.isPresent()) {
      return Outcome.rejected(unplaced.get());
    }
    if (frame.camera().source() == CameraModel.Source.UNKNOWN) {
      return rejected(
          frame,
          IssueCode.NO_CAMERA_MODEL,
          "the focal length of %s is not known".formatted(frame.camera().name()));
    }
    PlatformState platform = frame.findPlatform().orElseThrow();
    Optional<CameraHeight> height = CameraHeight.find(platform, terrain, settings);
    if (height.isEmpty()) {
      return rejected(
          frame, IssueCode.NO_POSITION, "no height of the camera is known, above any datum");
    }
    return Outcome.found(new Viewpoint(frame, platform, terrain, settings, height.get()));
  }

  Frame frame() {
    return frame;
  }

  PlatformState platform() {
    return platform;
  }

  CameraHeight height() {
    return height;
  }

  Terrain terrain() {
    return terrain;
  }

  LocalAxes axes() {
    return axes;
  }

  CameraPose pose() {
    return pose;
  }

  Lens lens() {
    return lens;
  }

  double rangeMeters() {
    return settings.rangeMeters();
  }

  /** Follows the ray of a pixel to the ground. */
  Outcome<Landing> cast(PixelPoint pixel) {
    Optional<CameraRay> ray = lens.ray(pixel);
    if (ray.isEmpty()) {
      return rejected(
          IssueCode.RAY_MISSES_GROUND,
          "%s lies where the lens distortion of %s cannot be inverted"
              .formatted(named(pixel), frame.camera().name()));
    }
    LevelRay level = pose.toLevel(ray.get());
    double dipDegrees = Math.toDegrees(level.dipRadians());
    if (!(dipDegrees >= settings.leastDipDegrees())) {
      return rejected(
          IssueCode.NEAR_HORIZON,
          String.format(
              Locale.ROOT,
              "%s looks %.1f° below the horizon, %.1f° are needed",
              named(pixel),
              dipDegrees,
              settings.leastDipDegrees()));
    }
    Sightline line =
        new Sightline(
            axes,
            platform.position(),
            height.meters(),
            Landing.direction(level),
            settings.rangeMeters());
    Meeting meeting = terrain.follow(line);
    return switch (meeting.kind()) {
      case GROUND -> Outcome.found(landing(ray.get(), level, line, meeting, false));
      case HOLE, OUTSIDE -> castOnLevelGround(ray.get(), level, line, meeting, pixel);
      case CAMERA_BELOW_GROUND -> belowGround();
      case BEYOND_RANGE -> beyondRange(pixel);
    };
  }

  private Outcome<Landing> belowGround() {
    String ground =
        terrain
            .findGround(platform.position())
            .map(below -> String.format(Locale.ROOT, ", %.0f m", below.heightMeters()))
            .orElse("");
    return rejected(
        IssueCode.RAY_MISSES_GROUND,
        String.format(
            Locale.ROOT,
            "the camera is stated to be %.0f m above %s, which is %.0f m above the ellipsoid and not"
                + " above the ground there%s; check the vertical datum of picture and terrain",
            height.source().meters(),
            words(height.source().datum()),
            height.meters(),
            ground));
  }

  private static String words(Height.Datum datum) {
    return switch (datum) {
      case ELLIPSOID -> "the ellipsoid";
      case MEAN_SEA_LEVEL -> "mean sea level";
      case MEAN_SEA_LEVEL_EGM2008 -> "mean sea level (EGM2008)";
      case TAKEOFF -> "the take-off";
      case GROUND -> "the ground";
    };
  }

  private Outcome<Landing> castOnLevelGround(
      CameraRay ray, LevelRay level, Sightline line, Meeting missed, PixelPoint pixel) {
    Optional<LevelPlane> plane = height.findLevel();
    if (plane.isPresent()) {
      Meeting meeting = plane.get().follow(line);
      if (meeting.kind() != Meeting.Kind.GROUND) {
        return beyondRange(pixel);
      }
      Landing landing = landing(ray, level, line, meeting, true);
      // A line that leaves the raster cannot have met level ground where the raster knows better.
      boolean knownThere =
          missed.kind() == Meeting.Kind.OUTSIDE
              && terrain.findGround(landing.place().point()).isPresent();
      return knownThere ? pastTheEdge(pixel) : Outcome.found(landing);
    }
    if (!terrain.isKnown()) {
      return rejected(
          IssueCode.NO_TERRAIN,
          "neither the ground nor the camera's height above it is known; hand in an elevation"
              + " raster with --terrain");
    }
    if (!missed.missing().isEmpty()) {
      return rejected(
          missed.kind() == Meeting.Kind.HOLE ? IssueCode.NO_TERRAIN : IssueCode.RAY_MISSES_GROUND,
          named(pixel) + " looks at unknown ground: " + missed.missing());
    }
    return missed.kind() == Meeting.Kind.HOLE
        ? rejected(
            IssueCode.NO_TERRAIN,
            named(pixel)
                + " looks into a hole of the elevation raster; add another raster with --terrain")
        : pastTheEdge(pixel);
  }

  private Outcome<Landing> pastTheEdge(PixelPoint pixel) {
    return rejected(
        IssueCode.RAY_MISSES_GROUND,
        named(pixel) + " looks past the edge of the elevation raster; add another with --terrain");
  }

  private Outcome<Landing> beyondRange(PixelPoint pixel) {
    return rejected(
        IssueCode.RAY_MISSES_GROUND,
        String.format(
            Locale.ROOT, "%s meets no ground within %.0f m", named(pixel), settings.rangeMeters()));
  }

  private static Landing landing(
      CameraRay ray, LevelRay level, Sightline line, Meeting meeting, boolean levelGround) {
    return new Landing(
        ray,
        level,
        meeting.distanceMeters(),
        line.placeAt(meeting.distanceMeters()),
        meeting.errorMeters(),
        levelGround);
  }

  private <T> Outcome<T> rejected(IssueCode code, String detail) {
    return rejected(frame, code, detail);
  }

  static <T> Outcome<T> rejected(Frame frame, IssueCode code, String detail) {
    return Outcome.rejected(FrameIssue.of(code, frame.flight(), frame.image(), detail));
  }

  private static String named(PixelPoint pixel) {
    return String.format(Locale.ROOT, "pixel (%.1f, %.1f)", pixel.xPixels(), pixel.yPixels());
  }
}

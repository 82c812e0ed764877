package org.qyran.sampledata.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qyran.model.CameraModel;
import org.qyran.sampledata.camera.Pose;
import org.qyran.sampledata.camera.Sight;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.surface.Country;
import org.qyran.sampledata.surface.Gaze;
import org.qyran.sampledata.surface.Ray;
import org.qyran.sampledata.world.TrueTarget;

/**
 * Works out what a frame could have seen of a target, by looking along a ray to each of some
 * hundred places of it.
 *
 * <p>A place counts as seen when the ray ends within the outline no higher above the ground than
 * the target itself reaches: on a plant, on the earth between plants, on a roof. The lens's
 * distortion is left out. Not for several threads.
 */
public final class Visibility {

  private static final int PLACES_ACROSS = 13;

  /** Something may lean over the outline by so much, and stand so much higher, and still be it. */
  private static final double SLACK_METERS = 0.6;

  private final Country country;
  private final Gaze gaze;

  public Visibility(Country country) {
    this.country = country;
    this.gaze = country.gaze();
  }

  /**
   * What was visible.
   *
   * @param shareInFrame of the target's places
   * @param shareVisible of those in the frame
   * @param shareSunlit of those visible
   * @param pixels that show it, about
   * @param groundSamplingMeters across the line of sight, at the target
   * @param offNadirDegrees of the line of sight
   * @param slopeDegrees of the ground
   */
  public record Seen(
      double shareInFrame,
      double shareVisible,
      double shareSunlit,
      double pixels,
      double groundSamplingMeters,
      double offNadirDegrees,
      double slopeDegrees) {}

  /** What a camera in its true pose could see; empty when nothing of it is in the frame. */
  public Optional<Seen> of(TrueTarget target, CameraModel camera, Pose pose) {
    Sight sight = Sight.of(camera, pose);
    List<PlanePoint> places = places(target.outline());
    int inFrame = 0;
    int visible = 0;
    int sunlit = 0;
    for (PlanePoint place : places) {
      double up =
          country.groundMeters(place.eastMeters(), place.northMeters())
              + 0.5 * target.objectMeters();
      if (sight.find(place.eastMeters(), place.northMeters(), up).isEmpty()) {
        continue;
      }
      inFrame++;
      if (isSeen(target, sight.to(place.eastMeters(), place.northMeters(), up))) {
        visible++;
        sunlit += gaze.sunShare() > 0.25 ? 1 : 0;
      }
    }
    return inFrame == 0
        ? Optional.empty()
        : Optional.of(seen(target, camera, pose, places.size(), inFrame, visible, sunlit));
  }

  private boolean isSeen(TrueTarget target, Ray ray) {
    if (!gaze.follow(ray)) {
      return false;
    }
    double east = ray.eastAt(gaze.meters());
    double north = ray.northAt(gaze.meters());
    double above = ray.upAt(gaze.meters()) - country.groundMeters(east, north);
    return above < 1.3 * target.objectMeters() + SLACK_METERS
        && target.outline().metersOutside(east, north) < SLACK_METERS;
  }

  private Seen seen(
      TrueTarget target,
      CameraModel camera,
      Pose pose,
      int places,
      int inFrame,
      int visible,
      int sunlit) {
    PlanePoint middle = target.outline().middle();
    double level =
        Math.hypot(
            middle.eastMeters() - pose.place().eastMeters(),
            middle.northMeters() - pose.place().northMeters());
    double drop = pose.upMeters() - country.groundMeters(middle.eastMeters(), middle.northMeters());
    double range = Math.hypot(level, drop);
    double sampling = range / camera.focalLengthPixels();
    double seenSquareMeters =
        target.outline().areaSquareMeters() * visible / places * Math.max(0.1, drop / range);
    return new Seen(
        (double) inFrame / places,
        (double) visible / inFrame,
        visible == 0 ? 0 : (double) sunlit / visible,
        seenSquareMeters / (sampling * sampling),
        sampling,
        Math.toDegrees(Math.atan2(level, drop)),
        slopeDegrees(middle));
  }

  private double slopeDegrees(PlanePoint place) {
    double reach = 6;
    double east =
        country.groundMeters(place.eastMeters() + reach, place.northMeters())
            - country.groundMeters(place.eastMeters() - reach, place.northMeters());
    double north =
        country.groundMeters(place.eastMeters(), place.northMeters() + reach)
            - country.groundMeters(place.eastMeters(), place.northMeters() - reach);
    return Math.toDegrees(Math.atan(Math.hypot(east, north) / (2 * reach)));
  }

  private static List<PlanePoint> places(Outline outline) {
    List<PlanePoint> places = new ArrayList<>();
    PlanePoint middle = outline.middle();
    double step = 2 * outline.reachMeters() / PLACES_ACROSS;
    for (int row = 0; row < PLACES_ACROSS; row++) {
      for (int column = 0; column < PLACES_ACROSS; column++) {
        double east = middle.eastMeters() - outline.reachMeters() + (column + 0.5) * step;
        double north = middle.northMeters() - outline.reachMeters() + (row + 0.5) * step;
        if (outline.contains(east, north)) {
          places.add(new PlanePoint(east, north));
        }
      }
    }
    if (places.isEmpty()) {
      places.add(middle);
    }
    return places;
  }
}

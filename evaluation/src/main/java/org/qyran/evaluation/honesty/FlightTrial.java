package org.qyran.evaluation.honesty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.qyran.geo.locate.GroundFix;
import org.qyran.geo.locate.GroundLocator;
import org.qyran.geo.locate.LocateSettings;
import org.qyran.geo.terrain.Terrain;
import org.qyran.geo.terrain.TerrainSettings;
import org.qyran.model.Band;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.Height;
import org.qyran.model.ImageRef;
import org.qyran.model.PixelPoint;
import org.qyran.model.PlatformState;
import org.qyran.sampledata.camera.Sight;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.flight.Shot;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.surface.Ray;

/**
 * One simulated flight: pixels are followed along the true rays to the true ground, then handed to
 * the product with the stated pose and the wrong elevation raster.
 */
final class FlightTrial {

  private static final int PIXELS_PER_FRAME = 3;
  private static final Instant START = Instant.parse("2026-07-24T04:30:00Z");
  private static final String NO_HASH = "0".repeat(64);

  private final Site site;
  private final int number;
  private final Chance chance;
  private final RoughGround ground;
  private final WrongElevation elevation;
  private final TiltedFlight flight;
  private final LocateSettings settings = LocateSettings.defaults();

  private int refused;

  /** A pixel of a shot and the true place that it shows. */
  private record Seen(Shot shot, PixelPoint stated, double offNadirDegrees, TruePlace truth) {}

  private record TruePlace(double eastMeters, double northMeters, double upMeters) {}

  FlightTrial(Site site, int number, Chance chance, RoughGround ground, WrongElevation elevation) {
    this.site = site;
    this.number = number;
    this.chance = chance;
    this.ground = ground;
    this.elevation = elevation;
    flight = TiltedFlight.of(number, chance);
  }

  /** Pixels that really show ground, for which the product gave no place. */
  int refused() {
    return refused;
  }

  /**
   * Tries.
   *
   * @param raster is written, read and deleted
   * @param elevationErrorMeters one standard deviation that the product is told of the raster
   */
  List<TriedPoint> points(Path raster, double elevationErrorMeters) throws IOException {
    List<Seen> seen = seen();
    List<PlanePoint> places = new ArrayList<>();
    for (Seen one : seen) {
      places.add(new PlanePoint(one.truth().eastMeters(), one.truth().northMeters()));
      places.add(one.shot().truth().place());
    }
    elevation.write(raster, site, places);
    Terrain terrain =
        Terrain.open(
            List.of(raster),
            new TerrainSettings(TerrainSettings.Datum.OF_FILE, 1, elevationErrorMeters));
    GroundLocator locator = new GroundLocator(terrain, settings);
    List<TriedPoint> points = new ArrayList<>();
    for (Seen one : seen) {
      Optional<GroundFix> fix = locator.locate(frame(one.shot()), one.stated()).find();
      fix.ifPresent(found -> points.add(point(one, found)));
      refused += fix.isPresent() ? 0 : 1;
    }
    Files.delete(raster);
    return points;
  }

  private List<Seen> seen() {
    CameraModel real = flight.trueCamera(chance);
    List<Seen> seen = new ArrayList<>();
    List<Shot> shots = flight.shots(ground, START, chance.of("poses"));
    for (int frame = 0; frame < shots.size(); frame++) {
      Shot shot = shots.get(frame);
      Sight sight = Sight.of(real, shot.truth());
      for (int at = 0; at < PIXELS_PER_FRAME; at++) {
        Chance pixel = chance.of("pixel").of(frame, at);
        double x = pixel.of("x").between(0, real.widthPixels());
        double y = pixel.of("y").between(0, real.heightPixels());
        Ray ray = sight.through(x, y);
        double offNadir = Math.toDegrees(Math.acos(Math.min(1, -ray.upward())));
        OptionalDouble meters =
            offNadir < Honesty.MOST_OFF_NADIR_DEGREES
                ? ground.findMeters(ray)
                : OptionalDouble.empty();
        if (meters.isPresent()) {
          double along = meters.getAsDouble();
          double error = settings.pixelErrorPixels();
          seen.add(
              new Seen(
                  shot,
                  new PixelPoint(
                      x + error * pixel.of("right").heavyTailed(4),
                      y + error * pixel.of("below").heavyTailed(4)),
                  offNadir,
                  new TruePlace(ray.eastAt(along), ray.northAt(along), ray.upAt(along))));
        }
      }
    }
    return seen;
  }

  private TriedPoint point(Seen seen, GroundFix fix) {
    PlanePoint place = site.plane().pointAt(fix.point());
    TruePlace truth = seen.truth();
    return new TriedPoint(
        number,
        flight.camera().name(),
        seen.offNadirDegrees(),
        ground.slopeDegrees(truth.eastMeters(), truth.northMeters()),
        Math.hypot(
            place.eastMeters() - truth.eastMeters(), place.northMeters() - truth.northMeters()),
        fix.ce90Meters(),
        fix.heightMeters() - site.ellipsoidMeters(truth.upMeters()),
        fix.le90Meters(),
        fix.grazing());
  }

  private Frame frame(Shot shot) {
    ImageRef image = new ImageRef("file:///none", NO_HASH, "none.jpg", 1);
    PlatformState stated =
        new PlatformState(
            shot.statedTime(),
            site.plane().geoPointAt(shot.stated().place()),
            List.of(
                new Height(site.ellipsoidMeters(shot.stated().upMeters()), Height.Datum.ELLIPSOID)),
            shot.stated().attitude(),
            flight.shared(shot),
            flight.own(),
            PlatformState.Source.PICTURE);
    return new Frame(
        "frame " + shot.number(),
        "flight " + number,
        flight.camera().name(),
        shot.statedTime(),
        Capture.TimeSource.GPS,
        List.of(new BandImage(image, 0, new Band("red", 650, 60), flight.camera())),
        stated,
        null,
        false);
  }
}

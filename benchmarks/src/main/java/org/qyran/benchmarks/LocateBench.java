package org.qyran.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.qyran.geo.geoid.Egm96;
import org.qyran.geo.locate.FrameLocator;
import org.qyran.geo.locate.GroundFix;
import org.qyran.geo.locate.GroundLocator;
import org.qyran.geo.locate.LocateSettings;
import org.qyran.geo.terrain.Terrain;
import org.qyran.geo.terrain.TerrainSettings;
import org.qyran.jobs.io.FolderTree;
import org.qyran.model.Attitude;
import org.qyran.model.Band;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.ImageRef;
import org.qyran.model.PixelPoint;
import org.qyran.model.PlatformState;
import org.qyran.model.PoseError;

/**
 * How many pixels a second of one core finds its ground points, with their errors: pictures from
 * 300 m over rough country in cells of 30 m, straight down and oblique, through a lens with
 * distortion.
 *
 * <p>Next to it, where it is installed, GDAL's {@code gdaltransform} with a rational polynomial and
 * the same elevations, which gives no error: whole process, its start and its text included, as
 * anybody would call it.
 */
public final class LocateBench {

  /** Points for a second of one core, which pixels must reach. */
  public static final double BAR = 100_000;

  private static final int POINTS = 200_000;
  private static final int WARM_UPS = 2;
  private static final int ROUNDS = 3;
  private static final int FRAMES = 20;
  private static final int WIDTH = 4_000;
  private static final int HEIGHT = 3_000;
  private static final GeoPoint MIDDLE = new GeoPoint(43.3, 75.2);
  private static final double ABOVE_GROUND_METERS = 300;
  private static final Instant NOON = Instant.parse("2026-07-01T06:00:00Z");

  /** A line for straight down, one for oblique, one for the peer. */
  public List<String> lines() throws IOException {
    Path folder = Files.createTempDirectory("qyran-bench-locate");
    try {
      Path elevations = RoughCountry.write(folder.resolve("dem.tif"), MIDDLE);
      Terrain terrain = Terrain.open(List.of(elevations), TerrainSettings.defaults());
      double ground = terrain.findGround(MIDDLE).orElseThrow().heightMeters();
      double down = pointsPerSecond(terrain, frames(ground, -90));
      double oblique = pointsPerSecond(terrain, frames(ground, -45));
      List<String> lines = new ArrayList<>();
      lines.add(line("straight down", down));
      lines.add(line("45° oblique", oblique));
      lines.add(
          new GdalPeer(folder, elevations, MIDDLE, ground - Egm96.undulationMeters(MIDDLE))
              .line(POINTS, down));
      return lines;
    } finally {
      FolderTree.delete(folder);
    }
  }

  private static String line(String what, double pointsPerSecond) {
    return String.format(
        Locale.ROOT,
        "locating   %-16s %,9.0f points/s of a core with their errors, bar %,.0f",
        what,
        pointsPerSecond,
        BAR);
  }

  /** The best of some rounds, after warming up: the machine has other things to do as well. */
  private static double pointsPerSecond(Terrain terrain, List<Frame> frames) {
    GroundLocator locator = new GroundLocator(terrain, LocateSettings.defaults());
    double best = 0;
    for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
      CpuClock cpu = new CpuClock();
      int found = locate(locator, frames, new Random(round));
      double rate = found / cpu.lapSeconds();
      best = round < WARM_UPS ? 0 : Math.max(best, rate);
    }
    return best;
  }

  private static int locate(GroundLocator locator, List<Frame> frames, Random random) {
    int found = 0;
    for (Frame frame : frames) {
      FrameLocator pixels = locator.over(frame).find().orElseThrow();
      for (int point = 0; point < POINTS / FRAMES; point++) {
        PixelPoint pixel = new PixelPoint(random.nextDouble(WIDTH), random.nextDouble(HEIGHT));
        GroundFix fix = pixels.locate(pixel).find().orElseThrow();
        found += fix.ce90Meters() > 0 ? 1 : 0;
      }
    }
    return found;
  }

  private static List<Frame> frames(double groundMeters, double pitchDegrees) {
    Random random = new Random(7);
    List<Frame> frames = new ArrayList<>();
    for (int at = 0; at < FRAMES; at++) {
      frames.add(
          frame(
              new GeoPoint(
                  MIDDLE.latitudeDegrees() + random.nextDouble(-0.005, 0.005),
                  MIDDLE.longitudeDegrees() + random.nextDouble(-0.005, 0.005)),
              groundMeters + ABOVE_GROUND_METERS,
              new Attitude(random.nextDouble(360), pitchDegrees, 0)));
    }
    return frames;
  }

  private static Frame frame(GeoPoint position, double meters, Attitude attitude) {
    CameraModel camera =
        new CameraModel(
            "bench",
            WIDTH,
            HEIGHT,
            3_000,
            WIDTH / 2.0,
            HEIGHT / 2.0,
            new CameraModel.Distortion(-0.02, 0.01, 0, 0.0005, -0.0005),
            CameraModel.Source.CATALOG,
            0.005);
    ImageRef image = new ImageRef("file:///bench.jpg", "0".repeat(64), "bench.jpg", 1);
    return new Frame(
        "bench",
        "bench",
        "bench",
        NOON,
        Capture.TimeSource.GPS,
        List.of(new BandImage(image, 0, new Band("red", 650, 40), camera)),
        new PlatformState(
            NOON,
            position,
            List.of(new Height(meters, Height.Datum.ELLIPSOID)),
            attitude,
            new PoseError(1.5, 3, 2, 0.5),
            PlatformState.Source.PICTURE),
        null,
        false);
  }
}

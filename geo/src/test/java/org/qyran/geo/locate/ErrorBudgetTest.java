package org.qyran.geo.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.terrain.GeoTiffSketch;
import org.qyran.geo.terrain.LevelPlane;
import org.qyran.geo.terrain.Terrain;
import org.qyran.geo.terrain.TerrainSettings;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;
import org.qyran.model.GroundError;
import org.qyran.model.Height;
import org.qyran.model.PixelPoint;
import org.qyran.model.PoseError;

class ErrorBudgetTest {

  private static final GeoPoint STEPPE = new GeoPoint(43.2, 75.1);

  private static final double STEPPE_NORTHING = 4_783_029.699;

  /** A long lens and a pixel error of nothing, where a table counts none. */
  private static final LocateSettings SHARP = new LocateSettings(5, 30_000, 5, 0.1, 0.01);

  /**
   * A budget worked out independently, by Monte Carlo over the flat-earth formulas: along the look
   * H sec² θ σ_tilt and tan θ σ_height, across H sec θ σ_tilt and H tan θ σ_yaw, position both
   * ways. Sigmas: position 1.5 m, tilt 0.5°, yaw 1.5°, height 1.5 m of the camera and 4 m of the
   * ground. The two other rows are RTK (0.03 m, 0.2°, 0.5°, ground 1.5 m) and a hand-held camera in
   * a helicopter (1.5 m, 2°, 3°, ground 6 m).
   */
  @ParameterizedTest(name = "from {0} m at {1} degrees off nadir: {7} m")
  @CsvSource({
    "100, 0, 1.5, 1.5, 1.5, 0.5, 4, 3.7",
    "100, 20, 1.5, 1.5, 1.5, 0.5, 4, 4.7",
    "100, 35, 1.5, 1.5, 1.5, 0.5, 4, 6.8",
    "100, 45, 1.5, 1.5, 1.5, 0.5, 4, 8.9",
    "100, 60, 1.5, 1.5, 1.5, 0.5, 4, 15.0",
    "120, 0, 1.5, 1.5, 1.5, 0.5, 4, 3.9",
    "120, 35, 1.5, 1.5, 1.5, 0.5, 4, 7.2",
    "120, 60, 1.5, 1.5, 1.5, 0.5, 4, 16.1",
    "300, 0, 1.5, 1.5, 1.5, 0.5, 4, 6.5",
    "300, 20, 1.5, 1.5, 1.5, 0.5, 4, 8.5",
    "300, 45, 1.5, 1.5, 1.5, 0.5, 4, 17.0",
    "300, 60, 1.5, 1.5, 1.5, 0.5, 4, 29.6",
    "1000, 0, 1.5, 1.5, 1.5, 0.5, 4, 19.0",
    "1000, 35, 1.5, 1.5, 1.5, 0.5, 4, 38.5",
    "1000, 60, 1.5, 1.5, 1.5, 0.5, 4, 91.9",
    "120, 0, 0.03, 0.03, 0.5, 0.2, 1.5, 0.9",
    "120, 45, 0.03, 0.03, 0.5, 0.2, 1.5, 3.2",
    "300, 0, 1.5, 1.5, 3, 2, 6, 22.7",
    "300, 45, 1.5, 1.5, 3, 2, 6, 46.8",
  })
  void agreesWithAnIndependentBudget(
      double height,
      double offNadir,
      double position,
      double vertical,
      double yaw,
      double tilt,
      double ground,
      double expected) {
    GroundLocator locator = new GroundLocator(new LevelPlane(0, ground), SHARP);
    Pictures pictures =
        Pictures.above(STEPPE, height)
            .looking(40, offNadir - 90, 0)
            .knownTo(new PoseError(position, vertical, yaw, tilt), 0);

    GroundFix fix = locator.locate(pictures.frame(), Pictures.MIDDLE).find().orElseThrow();

    // The table is rounded to 0.1 m and gives its ellipses a simpler factor: 4 % covers both.
    assertThat(fix.ce90Meters()).isCloseTo(expected, within(0.05 + 0.04 * expected));
  }

  /**
   * Moves one part of the frame at a time by a little and locates again: the covariance must be the
   * sum of those moves. Another road to the same numbers, over the whole chain of lens, pose and
   * plane.
   */
  @Test
  void isTheSumOfWhatEachErrorMoves() {
    Random random = new Random(20261124);
    for (int trial = 0; trial < 200; trial++) {
      double height = random.nextDouble(50, 500);
      double groundError = random.nextDouble(1, 6);
      PoseError error =
          new PoseError(
              random.nextDouble(0.1, 3), random.nextDouble(0.1, 3), random.nextDouble(0.1, 4), 0);
      double focal = random.nextDouble(0.02);
      Pictures pictures =
          Pictures.above(STEPPE, height)
              .looking(random.nextDouble(360), random.nextDouble(-90, -30), random.nextDouble(20))
              .knownTo(error, focal);
      PixelPoint pixel = Pictures.pixel(random.nextDouble(250, 550), random.nextDouble(200, 400));
      GroundLocator locator =
          new GroundLocator(new LevelPlane(0, groundError), LocateSettings.defaults());
      LocalAxes axes = LocalAxes.at(STEPPE, 0);
      Enu here = local(axes, locator, pictures, 1_000, pixel);
      Attitude attitude = pictures.attitude();
      LocalAxes camera = LocalAxes.at(STEPPE, height);
      double small = 1e-3;
      Function<Enu, Enu> scaled = moved -> moved.minus(here).times(1 / small);

      Enu[] moves = {
        scaled
            .apply(
                local(
                    axes,
                    locator,
                    pictures.from(camera.toGeo(new Enu(small, 0, 0)).point()),
                    1_000,
                    pixel))
            .times(error.horizontalMeters()),
        scaled
            .apply(
                local(
                    axes,
                    locator,
                    pictures.from(camera.toGeo(new Enu(0, small, 0)).point()),
                    1_000,
                    pixel))
            .times(error.horizontalMeters()),
        scaled
            .apply(
                local(
                    axes,
                    locator,
                    pictures.at(new Height(height + small, Height.Datum.ELLIPSOID)),
                    1_000,
                    pixel))
            .times(Math.hypot(error.verticalMeters(), groundError)),
        scaled
            .apply(
                local(
                    axes,
                    locator,
                    pictures.looking(
                        attitude.yawDegrees() + small,
                        attitude.pitchDegrees(),
                        attitude.rollDegrees()),
                    1_000,
                    pixel))
            .times(error.yawDegrees()),
        scaled.apply(local(axes, locator, pictures, 1_000 * (1 + small), pixel)).times(focal),
        scaled.apply(
            local(
                axes,
                locator,
                pictures,
                1_000,
                Pictures.pixel(pixel.xPixels() + small, pixel.yPixels()))),
        scaled.apply(
            local(
                axes,
                locator,
                pictures,
                1_000,
                Pictures.pixel(pixel.xPixels(), pixel.yPixels() + small))),
      };
      double xx = 0;
      double yy = 0;
      double xy = 0;
      for (Enu move : moves) {
        xx += move.eastMeters() * move.eastMeters();
        yy += move.northMeters() * move.northMeters();
        xy += move.eastMeters() * move.northMeters();
      }

      GroundFix fix = locator.locate(pictures.frame(), pixel).find().orElseThrow();

      assertThat(fix.ce90Meters())
          .as("trial %d: %s, %s", trial, pictures, pixel)
          .isCloseTo(
              CircularError.ce90Meters(new GroundError(xx, yy, xy, 0)),
              within(0.002 * fix.ce90Meters()));
    }
  }

  @Test
  void heightErrorOfTheGroundIsTheLe90() {
    GroundLocator locator = new GroundLocator(new LevelPlane(0, 4), SHARP);

    GroundFix fix =
        locator
            .locate(Pictures.above(STEPPE, 100).looking(10, -50, 0).frame(), Pictures.MIDDLE)
            .find()
            .orElseThrow();

    assertThat(fix.le90Meters()).isCloseTo(1.6449 * 4, within(1e-3));
  }

  @Test
  void tiltSidewaysCountsStraightDownWhereRollCannotSayIt() {
    // 1 degree from 100 m is 1.7455 m each way; nothing else is wrong.
    GroundLocator locator = new GroundLocator(new LevelPlane(0, 0), SHARP);
    Pictures pictures = Pictures.above(STEPPE, 100).knownTo(new PoseError(0, 0, 0, 1), 0);

    GroundFix fix = locator.locate(pictures.frame(), Pictures.MIDDLE).find().orElseThrow();

    assertThat(fix.ce90Meters()).isCloseTo(2.146 * 1.7453, within(0.005));
  }

  @Test
  void groundThatFallsAwayFromTheCameraIsWorseThanGroundThatRises(@TempDir Path folder)
      throws IOException {
    // Looking north at 45 degrees at a slope of 1/2: moving the ground up by h moves the point by
    // h tan θ / (1 + slope tan θ), so h / 1.5 where it rises away, h / 0.5 where it falls away.
    PoseError exact = new PoseError(0, 0, 0, 0);
    Pictures pictures = Pictures.above(STEPPE, 100).looking(0, -45, 0).knownTo(exact, 0);

    double rising =
        new GroundLocator(slopeNorthwards(folder.resolve("up.tif"), 0.5), SHARP)
            .locate(pictures.frame(), Pictures.MIDDLE)
            .find()
            .orElseThrow()
            .ce90Meters();
    double falling =
        new GroundLocator(slopeNorthwards(folder.resolve("down.tif"), -0.5), SHARP)
            .locate(pictures.frame(), Pictures.MIDDLE)
            .find()
            .orElseThrow()
            .ce90Meters();

    assertThat(rising).isCloseTo(1.6449 * 4 / 1.5, within(0.05));
    assertThat(falling).isCloseTo(1.6449 * 4 / 0.5, within(0.15));
  }

  /**
   * A slope that is 0 m high at STEPPE: echo "75.1 43.2" | cct +proj=utm +zone=43 for its place.
   */
  private static Terrain slopeNorthwards(Path file, double slope) throws IOException {
    return Terrain.open(
        List.of(
            GeoTiffSketch.write(
                file,
                "EPSG:32643",
                507_500,
                4_783_900,
                10,
                130,
                130,
                (x, y) -> slope * (y - STEPPE_NORTHING))),
        new TerrainSettings(TerrainSettings.Datum.ELLIPSOID, 1, 4));
  }

  private static Enu local(
      LocalAxes axes,
      GroundLocator locator,
      Pictures pictures,
      double focalLengthPixels,
      PixelPoint pixel) {
    GroundFix fix = locator.locate(pictures.frame(focalLengthPixels), pixel).find().orElseThrow();
    return axes.toLocal(fix.point(), fix.heightMeters());
  }
}

package org.qyran.geo.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.qyran.geo.locate.Pictures.detection;
import static org.qyran.geo.locate.Pictures.pixel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.geoid.Egm96;
import org.qyran.geo.terrain.GeoTiffSketch;
import org.qyran.geo.terrain.LevelPlane;
import org.qyran.geo.terrain.Terrain;
import org.qyran.geo.terrain.TerrainSettings;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.IssueCode;
import org.qyran.model.Outcome;
import org.qyran.model.PoseError;
import org.qyran.model.Sighting;
import org.qyran.sampledata.RealData;

/** Expected numbers can be checked with a pencil, but where another program is named. */
class GroundLocatorTest {

  private static final GeoPoint STEPPE = new GeoPoint(43.2, 75.1);
  private static final TerrainSettings ABOVE_ELLIPSOID =
      new TerrainSettings(TerrainSettings.Datum.ELLIPSOID, 1, 4);

  private final GroundLocator flat =
      new GroundLocator(new LevelPlane(0, 4), LocateSettings.defaults());
  private final GroundLocator blind =
      new GroundLocator(Terrain.unknown(), LocateSettings.defaults());

  @ParameterizedTest(
      name = "yaw {0} pitch {1} roll {2}, {3} px right {4} px up: {5} m east {6} north")
  @CsvSource({
    "  0, -90,  0,    0,    0,    0,    0",
    "  0, -90,  0,  100,    0,   10,    0", // 100 px of 1,000 from 100 m
    "  0, -90,  0,    0,  100,    0,   10",
    " 90, -90,  0,    0,  100,   10,    0", // top of the picture east
    " 90, -90,  0,  100,    0,    0,  -10",
    " 90, -45,  0,    0,    0,  100,    0",
    "180, -45,  0,    0,    0,    0, -100",
    "  0, -45,  0,  100,    0, 14.142136, 100", // 141.42 m of slant, a tenth of it sideways
    // Right side down by 45: the line of sight 45 down stays, the picture turns clockwise on it.
    "  0, -45, 90,    0,  100, 14.142136, 100",
    "  0, -90, 30,    0,    0,    0,    0",
    "  0, -90, 30,    0,  100,    5, 8.660254", // straight down, roll is one more yaw
  })
  void locatesWithSimilarTriangles(
      double yaw, double pitch, double roll, double right, double up, double east, double north) {
    Frame frame = Pictures.above(STEPPE, 100).looking(yaw, pitch, roll).frame();

    GroundFix fix = found(flat.locate(frame, pixel(400 + right, 300 - up)));

    // The earth falls away by under a millimetre in 100 m.
    Enu local = LocalAxes.at(STEPPE, 0).toLocal(fix.point(), fix.heightMeters());
    assertThat(local.eastMeters()).isCloseTo(east, within(0.002));
    assertThat(local.northMeters()).isCloseTo(north, within(0.002));
    assertThat(fix.heightMeters()).isCloseTo(0, within(1e-3));
  }

  @ParameterizedTest(name = "{0} north, {1} east")
  @CsvSource({
    "60, 10",
    "-33.9, 151.2",
    "0, 0",
    "43.2, 179.9999999",
    "-16.5, -179.9999999",
    "89, 30"
  })
  void aPixelIsAsLargeEverywhereOnEarth(double latitude, double longitude) {
    GeoPoint place = new GeoPoint(latitude, longitude);
    Frame frame = Pictures.above(place, 100).frame();

    GroundFix fix = found(flat.locate(frame, pixel(400 + 200, 300 - 100)));

    Enu local = LocalAxes.at(place, 0).toLocal(fix.point(), fix.heightMeters());
    assertThat(local.eastMeters()).isCloseTo(20, within(0.001));
    assertThat(local.northMeters()).isCloseTo(10, within(0.001));
    assertThat(fix.point().longitudeDegrees()).isBetween(-180.0, 180.0);
  }

  @Test
  void pixelsGrowWithSlantAndObliqueness() {
    // From 100 m at θ off nadir a pixel is H sec² θ / f along and H sec θ / f across.
    Pictures pictures = Pictures.above(STEPPE, 100);

    GroundFix nadir = found(flat.locate(pictures.frame(), Pictures.MIDDLE));
    GroundFix oblique = found(flat.locate(pictures.looking(30, -30, 0).frame(), Pictures.MIDDLE));

    assertThat(nadir.groundSamplingDistanceMeters()).isCloseTo(0.1, within(1e-6));
    assertThat(nadir.offNadirDegrees()).isCloseTo(0, within(1e-9));
    assertThat(nadir.slantMeters()).isCloseTo(100, within(1e-3));
    assertThat(oblique.groundSamplingDistanceMeters()).isCloseTo(0.1 * Math.sqrt(8), within(1e-4));
    assertThat(oblique.offNadirDegrees()).isCloseTo(60, within(1e-9));
    assertThat(oblique.slantMeters()).isCloseTo(200, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"-4.9", "0", "30"})
  void refusesARayThatBarelyOrNeverComesDown(double pitch) {
    Frame frame = Pictures.above(STEPPE, 100).looking(0, pitch, 0).frame();

    FrameIssue issue = refused(flat.locate(frame, Pictures.MIDDLE));

    assertThat(issue.code()).isEqualTo(IssueCode.NEAR_HORIZON);
    assertThat(issue.detail()).contains("pixel (400.0, 300.0)", "5.0° are needed");
    assertThat(issue.file()).isEqualTo("a.jpg");
  }

  @Test
  void followsARayThatComesDownEnough() {
    Frame frame = Pictures.above(STEPPE, 100).looking(0, -5.1, 0).frame();

    // 100 m / tan 5.1°, and the earth's curvature adds 0.09 / tan 5.1°.
    assertThat(found(flat.locate(frame, Pictures.MIDDLE)).slantMeters())
        .isCloseTo(1_124.9 + 1.1, within(0.2));
  }

  @Test
  void saysWhyAFrameCannotBePlacedAtAll() {
    Pictures pictures = Pictures.above(STEPPE, 100);

    assertThat(refused(flat.locate(pictures.unplacedFrame(), Pictures.MIDDLE)).code())
        .isEqualTo(IssueCode.NO_ATTITUDE);
    assertThat(refused(flat.locate(pictures.frameOfUnknownCamera(), Pictures.MIDDLE)).code())
        .isEqualTo(IssueCode.NO_CAMERA_MODEL);
    assertThat(refused(flat.locate(pictures.at().frame(), Pictures.MIDDLE)).code())
        .isEqualTo(IssueCode.NO_POSITION);
    FrameIssue below =
        refused(
            flat.locate(
                pictures.at(new Height(-3, Height.Datum.ELLIPSOID)).frame(), Pictures.MIDDLE));
    assertThat(below.code()).isEqualTo(IssueCode.RAY_MISSES_GROUND);
    assertThat(below.detail()).contains("not above the ground");
  }

  @Test
  void withoutTerrainTakesTheGroundToBeLevelAndSaysSo() {
    Pictures pictures = Pictures.above(STEPPE, 100).looking(90, -45, 0);
    Height sea = new Height(900, Height.Datum.MEAN_SEA_LEVEL);
    Height takeoff = new Height(100, Height.Datum.TAKEOFF);

    GroundFix level = found(blind.locate(pictures.at(sea, takeoff).frame(), Pictures.MIDDLE));
    GroundFix known = found(flat.locate(pictures.frame(), Pictures.MIDDLE));

    assertThat(level.levelGround()).isTrue();
    assertThat(known.levelGround()).isFalse();
    assertThat(level.heightMeters()).isCloseTo(800 + Egm96.undulationMeters(STEPPE), within(1e-3));
    assertThat(level.slantMeters()).isCloseTo(141.42, within(0.01));
    // 10 m instead of 4 m of error in the ground's height.
    assertThat(level.ce90Meters()).isGreaterThan(known.ce90Meters() + 5);
    assertThat(level.le90Meters()).isCloseTo(1.6449 * Math.hypot(10, 1.5), within(0.01));
  }

  @Test
  void prefersTheHeightAboveGroundToThatAboveTakeoff() {
    Frame frame =
        Pictures.above(STEPPE, 100)
            .at(
                new Height(900, Height.Datum.ELLIPSOID),
                new Height(300, Height.Datum.TAKEOFF),
                new Height(100, Height.Datum.GROUND))
            .frame();

    assertThat(found(blind.locate(frame, Pictures.MIDDLE)).slantMeters())
        .isCloseTo(100, within(1e-3));
  }

  @Test
  void aFrameThatOnlyKnowsItsHeightAboveTakeoffIsPlacedButItsHeightIsUnknown() {
    Frame frame =
        Pictures.above(STEPPE, 100)
            .looking(90, -45, 0)
            .at(new Height(100, Height.Datum.TAKEOFF))
            .frame();

    GroundFix fix = found(blind.locate(frame, Pictures.MIDDLE));

    Enu local = LocalAxes.at(STEPPE, 0).toLocal(fix.point(), 0);
    assertThat(local.eastMeters()).isCloseTo(100, within(0.01));
    assertThat(fix.ce90Meters()).isLessThan(50);
    assertThat(fix.le90Meters()).isGreaterThan(4_000);
  }

  @Test
  void withNeitherTerrainNorRelativeHeightNamesTheRemedy() {
    Frame frame =
        Pictures.above(STEPPE, 100).at(new Height(900, Height.Datum.MEAN_SEA_LEVEL)).frame();

    FrameIssue issue = refused(blind.locate(frame, Pictures.MIDDLE));

    assertThat(issue.code()).isEqualTo(IssueCode.NO_TERRAIN);
    assertThat(issue.detail()).contains("--terrain");
  }

  @Test
  void standsOnTheTerrainBelowWhereOnlyARelativeHeightIsKnown(@TempDir Path folder)
      throws IOException {
    GroundLocator locator =
        new GroundLocator(plateau(folder, 740, Double.NaN), LocateSettings.defaults());
    Pictures pictures = Pictures.above(STEPPE, 100);

    GroundFix fix =
        found(
            locator.locate(
                pictures.at(new Height(100, Height.Datum.TAKEOFF)).frame(), Pictures.MIDDLE));

    assertThat(fix.heightMeters()).isCloseTo(740, within(0.01));
    assertThat(fix.slantMeters()).isCloseTo(100, within(0.01));
    assertThat(fix.levelGround()).isFalse();
  }

  @Test
  void aHoleInTheTerrainMakesAFrameNoWorseOffThanNoTerrain(@TempDir Path folder)
      throws IOException {
    // The plateau is unknown east of the camera.
    GroundLocator locator =
        new GroundLocator(plateau(folder, 740, 75.1), LocateSettings.defaults());
    Pictures east = Pictures.above(STEPPE, 100).looking(90, -45, 0);
    Height ellipsoid = new Height(840, Height.Datum.ELLIPSOID);
    Height takeoff = new Height(95, Height.Datum.TAKEOFF);

    GroundFix level = found(locator.locate(east.at(ellipsoid, takeoff).frame(), Pictures.MIDDLE));
    FrameIssue hole = refused(locator.locate(east.at(ellipsoid).frame(), Pictures.MIDDLE));
    FrameIssue past =
        refused(
            locator.locate(
                east.at(new Height(2_500, Height.Datum.ELLIPSOID)).looking(270, -45, 0).frame(),
                Pictures.MIDDLE));

    assertThat(level.levelGround()).isTrue();
    assertThat(level.heightMeters()).isCloseTo(745, within(0.01));
    assertThat(hole.code()).isEqualTo(IssueCode.NO_TERRAIN);
    assertThat(past.code()).isEqualTo(IssueCode.RAY_MISSES_GROUND);
    assertThat(past.detail()).contains("edge of the elevation raster");
  }

  @Test
  void aSightingIsCounterClockwiseAndAsLargeAsItLooks() {
    Frame frame = Pictures.above(STEPPE, 100).looking(30, -90, 0).frame();
    // 80 x 50 px, 10 cm each; the same ring both ways round.
    Sighting one =
        found(
            flat.locate(
                frame, detection(pixel(10, 10), pixel(90, 10), pixel(90, 60), pixel(10, 60))));
    Sighting other =
        found(
            flat.locate(
                frame, detection(pixel(10, 60), pixel(90, 60), pixel(90, 10), pixel(10, 10))));

    assertThat(one.areaSquareMeters()).isCloseTo(40, within(1e-3));
    assertThat(other.areaSquareMeters()).isCloseTo(40, within(1e-3));
    assertThat(one.ring()).hasSize(4);
    assertThat(signedArea(one.ring())).isCloseTo(40, within(0.01));
    assertThat(signedArea(other.ring())).isCloseTo(40, within(0.01));
    assertThat(one.groundSamplingDistanceMeters()).isCloseTo(0.1, within(1e-6));
    assertThat(one.sha256()).isEqualTo("0".repeat(64));
  }

  @Test
  void anOutlineThatCrossesItselfBecomesItsLargestPart() {
    Frame frame = Pictures.above(STEPPE, 100).frame();

    // A bow tie: triangles of 100 x 100 / 2 px on the left and 50 x 50 / 2 px on the right.
    Sighting sighting =
        found(
            flat.locate(
                frame,
                detection(pixel(100, 100), pixel(250, 175), pixel(250, 125), pixel(100, 200))));

    assertThat(sighting.areaSquareMeters()).isCloseTo(50, within(1e-3));
    assertThat(sighting.ring()).hasSize(3);
    assertThat(signedArea(sighting.ring())).isCloseTo(50, within(0.01));
  }

  @Test
  void anOutlineWithoutAnAreaBecomesAPixelWide() {
    Frame frame = Pictures.above(STEPPE, 100).frame();

    Sighting sighting =
        found(flat.locate(frame, detection(pixel(100, 100), pixel(150, 100), pixel(200, 100))));

    // 10 m long, 0.1 m wide, with round ends.
    assertThat(sighting.areaSquareMeters()).isBetween(1.0, 1.02);
  }

  @Test
  void refusesADetectionThatReachesTheHorizon() {
    Frame frame = Pictures.above(STEPPE, 100).looking(0, -10, 0).frame();

    // The top of the picture is atan(0.3) = 16.7 degrees above the line of sight.
    assertThat(
            refused(flat.locate(frame, detection(pixel(100, 0), pixel(200, 0), pixel(150, 400))))
                .code())
        .isEqualTo(IssueCode.NEAR_HORIZON);
  }

  @Test
  void turningTheCameraTurnsTheGroundPointAroundIt() {
    Random random = new Random(20240611);
    LocalAxes axes = LocalAxes.at(STEPPE, 0);
    for (int trial = 0; trial < 1_000; trial++) {
      double x = random.nextDouble(800);
      double y = random.nextDouble(600);
      double turn = random.nextDouble(360);
      double roll = random.nextDouble(-10, 10);
      Pictures pictures = Pictures.above(STEPPE, 80);

      GroundFix north = found(flat.locate(pictures.looking(0, -60, roll).frame(), pixel(x, y)));
      GroundFix turned = found(flat.locate(pictures.looking(turn, -60, roll).frame(), pixel(x, y)));

      Enu before = axes.toLocal(north.point(), 0);
      Enu after = axes.toLocal(turned.point(), 0);
      double radians = Math.toRadians(turn);
      assertThat(after.eastMeters())
          .as("trial %d: pixel (%s, %s) turned %s°", trial, x, y, turn)
          .isCloseTo(
              before.eastMeters() * Math.cos(radians) + before.northMeters() * Math.sin(radians),
              within(1e-3));
      assertThat(after.northMeters())
          .as("trial %d: pixel (%s, %s) turned %s°", trial, x, y, turn)
          .isCloseTo(
              before.northMeters() * Math.cos(radians) - before.eastMeters() * Math.sin(radians),
              within(1e-3));
    }
  }

  /**
   * Another program's ray walk, in steps of 1 m, from 41.801 N 12.6483 E at 500 m, azimuth 315, 20
   * degrees down, over the SRTM of Rome: 41.807133, 12.640073, 149.09 m, slant 1,026.02 m. It takes
   * camera and terrain to be in one datum; so 500 m above mean sea level over terrain above mean
   * sea level, or both above the ellipsoid, give the same point, 48.5 m apart in height.
   *
   * <p>By its own figures the terrain there is 146.63 m high: it stopped 2.46 m above the ground,
   * 7.2 m short along the ray (2.46 / sin 20°). With 5 m for steps and interpolation that is 12 m
   * along the ray; across it, and in height, 5 m.
   */
  @Test
  @Tag("real")
  void landsOnTheHillBehindRomeWhereAnotherProgramDoes() throws IOException {
    Path rome =
        RealData.find("dem_geoid")
            .orElseGet(() -> Assumptions.abort(RealData.absent("dem_geoid")))
            .resolve("Rome-30m-DEM.tif");
    GeoPoint aircraft = new GeoPoint(41.801, 12.6483);
    GeoPoint expected = new GeoPoint(41.807133, 12.640073);
    Pictures pictures = Pictures.above(aircraft, 500).looking(315, -20, 0);
    GroundLocator sea =
        new GroundLocator(
            Terrain.open(List.of(rome), TerrainSettings.defaults()), LocateSettings.defaults());
    GroundLocator ellipsoid =
        new GroundLocator(Terrain.open(List.of(rome), ABOVE_ELLIPSOID), LocateSettings.defaults());

    GroundFix bySea =
        found(
            sea.locate(
                pictures.at(new Height(500, Height.Datum.MEAN_SEA_LEVEL)).frame(),
                Pictures.MIDDLE));
    GroundFix byEllipsoid =
        found(
            ellipsoid.locate(
                pictures.at(new Height(500, Height.Datum.ELLIPSOID)).frame(), Pictures.MIDDLE));

    for (GroundFix fix : List.of(byEllipsoid, bySea)) {
      Enu off = LocalAxes.at(expected, 0).toLocal(fix.point(), 0);
      double ahead = (off.northMeters() - off.eastMeters()) / Math.sqrt(2);
      double aside = (off.northMeters() + off.eastMeters()) / Math.sqrt(2);
      assertThat(ahead).isCloseTo(7.2, within(5.0));
      assertThat(aside).isCloseTo(0, within(5.0));
      assertThat(fix.slantMeters()).isCloseTo(1_026.02 + 7.2, within(5.0));
    }
    assertThat(byEllipsoid.heightMeters()).isCloseTo(149.09, within(5.0));
    assertThat(bySea.heightMeters() - Egm96.undulationMeters(bySea.point()))
        .isCloseTo(149.09, within(5.0));
  }

  @Test
  void theErrorGrowsWithEveryPartOfThePose() {
    Pictures pictures = Pictures.above(STEPPE, 100).looking(0, -50, 0);
    double before = found(flat.locate(pictures.frame(), pixel(500, 300))).ce90Meters();

    assertThat(
            List.of(
                new PoseError(3, 1.5, 1.5, 0.5),
                new PoseError(1.5, 3, 1.5, 0.5),
                new PoseError(1.5, 1.5, 3, 0.5),
                new PoseError(1.5, 1.5, 1.5, 1)))
        .allSatisfy(
            worse ->
                assertThat(
                        found(flat.locate(pictures.knownTo(worse, 0).frame(), pixel(500, 300)))
                            .ce90Meters())
                    .isGreaterThan(before * 1.01));
    assertThat(
            found(
                    flat.locate(
                        pictures.knownTo(new PoseError(1.5, 1.5, 1.5, 0.5), 0.1).frame(),
                        pixel(500, 300)))
                .ce90Meters())
        .isGreaterThan(before);
  }

  /** Flat ground in degrees around STEPPE, 2 km wide, unknown east of a longitude. */
  private static Terrain plateau(Path folder, double height, double unknownEastOf)
      throws IOException {
    return Terrain.open(
        List.of(
            GeoTiffSketch.write(
                folder.resolve("plateau.tif"),
                "EPSG:4326",
                75.09,
                43.21,
                0.0001,
                200,
                200,
                (x, y) -> x > unknownEastOf + 0.0001 ? -9_999 : height)),
        ABOVE_ELLIPSOID);
  }

  /** The shoelace formula: positive when counter-clockwise seen from above. */
  private static double signedArea(List<GeoPoint> ring) {
    LocalAxes axes = LocalAxes.at(ring.get(0), 0);
    double twice = 0;
    for (int at = 0; at < ring.size(); at++) {
      Enu one = axes.toLocal(ring.get(at), 0);
      Enu next = axes.toLocal(ring.get((at + 1) % ring.size()), 0);
      twice += one.eastMeters() * next.northMeters() - one.northMeters() * next.eastMeters();
    }
    return twice / 2;
  }

  private static <T> T found(Outcome<T> outcome) {
    assertThat(outcome.findIssue()).isEmpty();
    return outcome.find().orElseThrow();
  }

  private static FrameIssue refused(Outcome<?> outcome) {
    return outcome.findIssue().orElseThrow(() -> new AssertionError("found " + outcome));
  }
}

package org.qyran.geo.mosaic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.terrain.LevelPlane;
import org.qyran.geo.terrain.Terrain;
import org.qyran.model.Band;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Detection;
import org.qyran.model.DetectionType;
import org.qyran.model.Footprint;
import org.qyran.model.Frame;
import org.qyran.model.GeoPoint;
import org.qyran.model.GroundError;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.Mosaic;
import org.qyran.model.Mosaic.Transform;
import org.qyran.model.MosaicWindow;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;
import org.qyran.model.SeenArea;
import org.qyran.model.Sighting;
import org.qyran.sampledata.Scene;

/**
 * Pixels are turned into positions on the map with a pencil, and these into degrees by
 * gdaltransform 3.6.2. The mosaic is 1000 x 800 pixels of 10 cm in UTM 43 until a test says
 * otherwise.
 */
class MosaicLocatorTest {

  private static final String UTM_43 = "EPSG:32643";
  private static final Transform NORTH_UP = new Transform(500_000, 4_800_000, 0.1, 0, 0, -0.1);

  /** Turned, so that rows run north-east and columns south-east: (0.06, 0.08) is 0.1 long. */
  private static final Transform TURNED =
      new Transform(500_000, 4_800_000, 0.06, 0.08, 0.08, -0.06);

  private final MosaicLocator overNothing = new MosaicLocator(Terrain.unknown());

  @ParameterizedTest(name = "turned: {0}")
  @CsvSource({
    // Pixel (10, 20) of a window that begins at (300, 200) is pixel (310, 220) of the mosaic.
    // echo 500031 4799978 | gdaltransform -s_srs EPSG:32643 -t_srs EPSG:4326
    "false, 75.0003825240711, 43.3526572917816",
    // 500000 + 0.06 · 310 + 0.08 · 220 and 4800000 + 0.08 · 310 - 0.06 · 220:
    // echo 500036.2 4800011.6 | gdaltransform -s_srs EPSG:32643 -t_srs EPSG:4326
    "true, 75.0004466916182, 43.3529598438659",
  })
  void aPixelOfAWindowLiesWhereGdalPutsThatPixelOfTheWholeRaster(
      boolean turned, double longitude, double latitude) {
    Mosaic mosaic = mosaic(turned ? TURNED : NORTH_UP, UTM_43);

    Sighting sighting = locate(overNothing, window(mosaic, 300, 200, 400, 300), at(10, 20));

    assertThat(sighting.ring())
        .anySatisfy(
            corner -> {
              assertThat(corner.longitudeDegrees()).isCloseTo(longitude, within(1e-9));
              assertThat(corner.latitudeDegrees()).isCloseTo(latitude, within(1e-9));
            });
  }

  @Test
  void oneThingHasOnePlaceWhicheverWindowShowsIt() {
    Random random = new Random(20261125);
    Mosaic mosaic = mosaic(TURNED, UTM_43);
    for (int trial = 0; trial < 1_000; trial++) {
      int x = 300 + random.nextInt(300);
      int y = 300 + random.nextInt(200);
      MosaicWindow one = window(mosaic, random.nextInt(300), random.nextInt(300), 650, 450);
      MosaicWindow other = window(mosaic, random.nextInt(300), random.nextInt(300), 650, 450);

      assertThat(locate(overNothing, other, inWindow(other, x, y)).ring())
          .as("trial %d: (%d, %d) in %s and %s", trial, x, y, one, other)
          .isEqualTo(locate(overNothing, one, inWindow(one, x, y)).ring());
    }
  }

  @Test
  void ringsRunCounterclockwiseAndKeepTheirAreaHoweverTheRasterIsTurnedOrMirrored() {
    Random random = new Random(7);
    for (int trial = 0; trial < 1_000; trial++) {
      double angle = random.nextDouble(2 * Math.PI);
      double mirror = random.nextBoolean() ? 1 : -1;
      Transform transform =
          new Transform(
              500_000,
              4_800_000,
              0.1 * Math.cos(angle),
              mirror * 0.1 * Math.sin(angle),
              0.1 * Math.sin(angle),
              mirror * -0.1 * Math.cos(angle));
      PixelOutline outline =
          new PixelOutline(
              List.of(
                  new PixelPoint(0, 0),
                  new PixelPoint(50, 0),
                  new PixelPoint(50, 20),
                  new PixelPoint(20, 20),
                  new PixelPoint(20, 60),
                  new PixelPoint(0, 60)));

      Sighting sighting =
          locate(overNothing, window(mosaic(transform, UTM_43), 300, 200, 400, 300), outline);

      // An L of 50 x 20 and 20 x 40 pixels of a hundredth of a square metre. On the central
      // meridian a square metre of ground is 0.9996² of the map.
      assertThat(signedSquareMeters(sighting.ring()))
          .as("trial %d: turned by %s, mirrored %s", trial, angle, mirror)
          .isCloseTo(18 / (0.9996 * 0.9996), within(1e-4));
      assertThat(sighting.areaSquareMeters())
          .isCloseTo(signedSquareMeters(sighting.ring()), within(1e-6));
    }
  }

  @Test
  void theWholeErrorIsTheOneThatTheMosaicStatesAndIsSharedByAllOfIt() {
    Sighting sighting = locate(overNothing, whole(mosaic(NORTH_UP, UTM_43)), at(10, 20));

    // A circle of 2.1460 standard deviations holds 90 of 100 (Rayleigh): 5 m are 2.33 m each way.
    GroundError shared = sighting.shared();
    assertThat(shared.eastSquareMeters()).isCloseTo(2.33 * 2.33, within(0.01));
    assertThat(shared.northSquareMeters()).isCloseTo(2.33 * 2.33, within(0.01));
    assertThat(shared.eastNorthSquareMeters()).isZero();
    assertThat(sighting.own()).isEqualTo(GroundError.NONE);
    assertThat(sighting.ce90Meters()).isEqualTo(5);
    assertThat(sighting.ringCe90Meters()).hasSameSizeAs(sighting.ring()).containsOnly(5.0);
    assertThat(sighting.offNadirDegrees()).isZero();
  }

  @Test
  void theHeightIsTheTerrainsWithTheTerrainsError() {
    MosaicLocator overPlane = new MosaicLocator(new LevelPlane(700, 4));
    Frame frame = frame(whole(mosaic(NORTH_UP, UTM_43)));

    Sighting sighting = overPlane.locate(frame, detection(at(10, 20))).find().orElseThrow();
    Footprint footprint = overPlane.footprint(frame).find().orElseThrow();

    assertThat(sighting.groundHeightMeters()).isEqualTo(700);
    // 1.6449 standard deviations on either side hold 90 of 100 (normal distribution).
    assertThat(sighting.le90Meters()).isCloseTo(6.58, within(0.005));
    assertThat(sighting.shared().upSquareMeters()).isEqualTo(16);
    assertThat(footprint.groundHeightMeters()).isEqualTo(700);
    assertThat(footprint.levelGround()).isFalse();
  }

  @Test
  void withoutATerrainTheHeightIsZeroAndItsErrorReachesEveryMountain() {
    Frame frame = frame(whole(mosaic(NORTH_UP, UTM_43)));

    Sighting sighting = overNothing.locate(frame, detection(at(10, 20))).find().orElseThrow();
    Footprint footprint = overNothing.footprint(frame).find().orElseThrow();

    assertThat(sighting.groundHeightMeters()).isZero();
    assertThat(sighting.le90Meters()).isGreaterThan(4_900);
    assertThat(footprint.levelGround()).isTrue();
  }

  @Test
  void theHeightsOfATerrainDoNotMoveAMap() {
    MosaicLocator overPlane = new MosaicLocator(new LevelPlane(4_000, 4));
    MosaicWindow window = window(mosaic(TURNED, UTM_43), 300, 200, 400, 300);

    assertThat(locate(overPlane, window, at(10, 20)).ring())
        .isEqualTo(locate(overNothing, window, at(10, 20)).ring());
  }

  @Test
  void aFootprintIsTheCoreAndItsCornersAreThePictures() {
    // 400 x 300 pixels, of which 40 on the left and 30 at the top are a neighbour's.
    MosaicWindow window =
        new MosaicWindow(mosaic(NORTH_UP, UTM_43), 300, 200, 400, 300, 340, 230, 360, 270);

    Footprint footprint = overNothing.footprint(frame(window)).find().orElseThrow();

    assertThat(signedSquareMeters(footprint.ring()))
        .isCloseTo(36 * 27 / (0.9996 * 0.9996), within(0.01));
    assertThat(-signedSquareMeters(footprint.corners())) // clockwise, as a picture's corners are
        .isCloseTo(40 * 30 / (0.9996 * 0.9996), within(0.01));
    Enu middle = fromFirst(footprint.corners(), footprint.center());
    assertThat(middle.eastMeters()).isCloseTo(4 + 18, within(0.02));
    assertThat(middle.northMeters()).isCloseTo(-(3 + 13.5), within(0.02));
    assertThat(footprint.map()).isTrue();
    assertThat(footprint.ce90Meters()).isEqualTo(5);
  }

  @Test
  void footprintsOfNeighboursMeetWithoutAGap() {
    Mosaic mosaic = mosaic(TURNED, UTM_43);
    MosaicWindow left = new MosaicWindow(mosaic, 0, 0, 550, 800, 0, 0, 500, 800);
    MosaicWindow right = new MosaicWindow(mosaic, 450, 0, 550, 800, 500, 0, 500, 800);

    List<GeoPoint> one = overNothing.footprint(frame(left)).find().orElseThrow().ring();
    List<GeoPoint> other = overNothing.footprint(frame(right)).find().orElseThrow().ring();

    assertThat(one).filteredOn(other::contains).hasSize(2);
  }

  @Test
  void whatNobodySawIsNoPartOfAFootprint() {
    MosaicWindow window = whole(mosaic(NORTH_UP, UTM_43));
    SeenArea topHalf = new SeenArea(PixelOutline.rectangle(0, 0, 1_000, 400), List.of());
    SeenArea corner = new SeenArea(PixelOutline.rectangle(0, 500, 100, 800), List.of());

    List<Footprint> footprints = overNothing.footprints(frame(window), List.of(topHalf, corner));

    assertThat(footprints)
        .extracting(footprint -> Math.round(signedSquareMeters(footprint.ring())))
        // 100 m x 40 m and 10 m x 30 m, in ground and not on the map
        .containsExactly(Math.round(4_000 / 0.99920016), Math.round(300 / 0.99920016));
    assertThat(overNothing.footprints(frame(window), List.of())).isEmpty();
  }

  @Test
  void aRasterAcrossTheAntimeridianKeepsItsSizeAndItsLongitudesTheirRange() {
    // Cells of a millionth of a degree, 0.0005° on either side of 180° at the equator.
    Mosaic mosaic = mosaic(new Transform(179.9995, 0.0004, 1e-6, 0, 0, -1e-6), "EPSG:4326");

    List<GeoPoint> ring = overNothing.footprint(frame(whole(mosaic))).find().orElseThrow().ring();

    assertThat(ring)
        .extracting(point -> Math.round(point.longitudeDegrees() * 1e4) / 1e4)
        .containsExactlyInAnyOrder(179.9995, 179.9995, -179.9995, -179.9995);
    // WGS 84 at the equator: 111,319.49 m and 110,574.28 m a degree.
    assertThat(signedSquareMeters(ring)).isCloseTo(111.31949 * 88.459424, within(0.1));
  }

  @Test
  void refusesWhatLiesOutsideOfWhereItsMapIsValid() {
    Frame frame = frame(whole(mosaic(new Transform(-400_000, 8_000_000, 0.1, 0, 0, -0.1), UTM_43)));

    assertThat(overNothing.locate(frame, detection(at(10, 20))).findIssue().orElseThrow().code())
        .isEqualTo(IssueCode.RAY_MISSES_GROUND);
    assertThat(overNothing.footprint(frame).findIssue().orElseThrow().file())
        .isEqualTo("ortho.tif");
  }

  @Test
  void aPhotographIsNoPieceOfAMosaic() {
    Frame photograph = Scene.above(new GeoPoint(43.3, 70.9), 100).photograph();

    assertThatThrownBy(() -> overNothing.footprint(photograph))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(photograph.id() + " is no piece of a mosaic");
  }

  private static Sighting locate(MosaicLocator locator, MosaicWindow window, PixelOutline seen) {
    return locator.locate(frame(window), detection(seen)).find().orElseThrow();
  }

  /** The shoelace formula: positive when counter-clockwise seen from above. */
  private static double signedSquareMeters(List<GeoPoint> ring) {
    double twice = 0;
    for (int at = 0; at < ring.size(); at++) {
      Enu one = fromFirst(ring, ring.get(at));
      Enu next = fromFirst(ring, ring.get((at + 1) % ring.size()));
      twice += one.eastMeters() * next.northMeters() - one.northMeters() * next.eastMeters();
    }
    return twice / 2;
  }

  private static Enu fromFirst(List<GeoPoint> ring, GeoPoint point) {
    return LocalAxes.at(ring.get(0), 0).toLocal(point, 0);
  }

  /** A thing that has one of its corners there, in pixels of the window. */
  private static PixelOutline at(double x, double y) {
    return PixelOutline.rectangle(x, y, x + 30, y + 20);
  }

  private static PixelOutline inWindow(MosaicWindow window, int x, int y) {
    return at(x - window.leftPixels(), y - window.topPixels());
  }

  private static Detection detection(PixelOutline outline) {
    return new Detection(
        "d-1",
        "frame",
        DetectionType.STRUCTURE_OF_INTEREST,
        "",
        outline,
        0.5,
        List.of(),
        List.of(),
        "a test");
  }

  private static Mosaic mosaic(Transform transform, String system) {
    return new Mosaic(1_000, 800, transform, system, 0.1, 5, Mosaic.Values.AS_STORED, 1_000, 0);
  }

  private static MosaicWindow whole(Mosaic mosaic) {
    return window(mosaic, 0, 0, 1_000, 800);
  }

  /** A window that is all core. */
  private static MosaicWindow window(Mosaic mosaic, int left, int top, int width, int height) {
    return new MosaicWindow(mosaic, left, top, width, height, left, top, width, height);
  }

  private static Frame frame(MosaicWindow window) {
    ImageRef image = new ImageRef("file:///ortho.tif", "0".repeat(64), "ortho.tif", 1);
    return new Frame(
        "frame",
        "survey",
        "orthophoto",
        Instant.EPOCH,
        Capture.TimeSource.NONE,
        List.of(
            new BandImage(
                image,
                0,
                new Band("grey", 550, 300),
                CameraModel.unknown("orthophoto", window.widthPixels(), window.heightPixels()))),
        null,
        null,
        false,
        window);
  }
}

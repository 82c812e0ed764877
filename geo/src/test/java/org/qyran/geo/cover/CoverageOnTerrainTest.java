package org.qyran.geo.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.qyran.geo.locate.Footprinter;
import org.qyran.geo.locate.LocateSettings;
import org.qyran.geo.survey.Shot;
import org.qyran.geo.survey.Site;
import org.qyran.geo.terrain.GeoTiffSketch;
import org.qyran.geo.terrain.LevelPlane;
import org.qyran.geo.terrain.Terrain;
import org.qyran.geo.terrain.TerrainSettings;
import org.qyran.model.CameraModel;
import org.qyran.model.CoveragePatch;
import org.qyran.model.CoveragePatch.State;
import org.qyran.model.Footprint;
import org.qyran.model.GeoPoint;
import org.qyran.model.Search;

/**
 * From frames to patches through the real doors, over ground that is a formula; expected numbers
 * are a pencil's, or counted among points that are thrown at random and looked at by that formula.
 */
class CoverageOnTerrainTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double THING_METERS = 1;

  @TempDir private Path folder;

  private final Site site = Site.inTheSteppe();

  /** Height above the ellipsoid at metres east and north of the site. */
  @FunctionalInterface
  private interface Formula {
    double heightAt(double east, double north);
  }

  /** Where a camera is, in metres, and how it looks. */
  private record Eye(double east, double north, double up, double yaw, double pitch, double roll) {

    Shot shot(Site site, String name) {
      return Shot.from(name, site.point(east, north), up).looking(yaw, pitch, roll);
    }

    /** Written out by hand: turned back by yaw, pitch and roll, divided by the depth. */
    boolean sees(Formula ground, double x, double y) {
      double e = x - east;
      double n = y - north;
      double z = ground.heightAt(x, y) - up;
      double a = Math.toRadians(yaw);
      double ahead = n * Math.cos(a) + e * Math.sin(a);
      double right = e * Math.cos(a) - n * Math.sin(a);
      double p = Math.toRadians(pitch);
      double depth = ahead * Math.cos(p) + z * Math.sin(p);
      double above = z * Math.cos(p) - ahead * Math.sin(p);
      double r = Math.toRadians(roll);
      double column = right * Math.cos(r) - above * Math.sin(r);
      double line = right * Math.sin(r) + above * Math.cos(r);
      boolean inPicture =
          depth > 0 && Math.abs(column / depth) <= 0.4 && Math.abs(line / depth) <= 0.3;
      return inPicture
          && -z >= Math.tan(Math.toRadians(5)) * Math.hypot(e, n)
          && isFree(ground, x, y);
    }

    private boolean isFree(Formula ground, double x, double y) {
      double from = ground.heightAt(x, y) + THING_METERS;
      int steps = (int) Math.ceil(Math.hypot(x - east, y - north));
      for (int step = 1; step < steps; step++) {
        double share = step / (double) steps;
        double line = from + (up - from) * share;
        if (ground.heightAt(x + (east - x) * share, y + (north - y) * share) > line) {
          return false;
        }
      }
      return true;
    }
  }

  @Test
  void pain1TheAreaSeenIsThatOfPointsThrownAtRandomOnRoughGround() throws IOException {
    Formula rough =
        (east, north) ->
            300
                + 18 * Math.sin(east / 47) * Math.cos(north / 61)
                + 9 * Math.sin((east + north) / 23);
    Terrain terrain = terrain(rough);
    Random random = new Random(8);
    for (int trial = 0; trial < 2; trial++) {
      List<Eye> eyes = new ArrayList<>();
      List<Footprint> footprints = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        Eye eye =
            new Eye(
                random.nextDouble(-130, 130),
                random.nextDouble(-130, 130),
                random.nextDouble(400, 450),
                random.nextDouble(360),
                i % 3 == 0 ? random.nextDouble(-55, -35) : random.nextDouble(-90, -75),
                random.nextDouble(-8, 8));
        eyes.add(eye);
        footprints.add(footprint(terrain, eye.shot(site, "f" + i)));
      }

      List<CoveragePatch> patches =
          new Coverage(CoverSettings.defaults(), terrain).cover(footprints);

      int throwsInAll = 150_000;
      double side = 1_000;
      int hits = 0;
      for (int i = 0; i < throwsInAll; i++) {
        double east = random.nextDouble(-side / 2, side / 2);
        double north = random.nextDouble(-side / 2, side / 2);
        hits += eyes.stream().anyMatch(eye -> eye.sees(rough, east, north)) ? 1 : 0;
      }
      assertThat(area(patches, State.SURVEYED))
          .as("trial %d", trial)
          .isCloseTo(hits * side * side / throwsInAll, Percentage.withPercentage(1));
      assertThat(area(patches, State.COULD_NOT_BE_SEEN)).as("trial %d", trial).isPositive();
    }
  }

  @Test
  void pain2TheValleyBehindARidgeCouldNotBeSeenAndWhatLiesBeyondTheBlockWasNotSurveyed()
      throws IOException {
    // From 60 m up over a crest of 40 m at 105 m: things of 1 m are hidden up to 105 + 39 · 105 /
    // 20
    // = 310 m.
    Formula ridge = (east, north) -> 300 + Math.max(0, Math.min(40, 80 - 4 * Math.abs(east - 105)));
    Terrain terrain = terrain(ridge);
    Footprint oblique = footprint(terrain, new Eye(0, 0, 360, 90, -20, 0).shot(site, "oblique"));

    List<CoveragePatch> patches =
        new Coverage(CoverSettings.defaults(), terrain).cover(List.of(oblique));

    assertThat(stateAt(patches, 90, 0)).as("before the ridge").isEqualTo(State.SURVEYED);
    assertThat(stateAt(patches, 140, 0)).isEqualTo(State.COULD_NOT_BE_SEEN);
    assertThat(stateAt(patches, 325, 10)).isEqualTo(State.COULD_NOT_BE_SEEN);
    assertThat(stateAt(patches, 350, 10)).as("beyond").isEqualTo(State.SURVEYED);
    assertThat(stateAt(patches, -50, 0)).as("behind the camera").isEqualTo(State.NOT_SURVEYED);
    assertThat(patches)
        .filteredOn(patch -> patch.state() == State.COULD_NOT_BE_SEEN)
        .isNotEmpty()
        .allSatisfy(
            hidden -> {
              assertThat(hidden.looks()).isZero();
              assertThat(hidden.gap()).isFalse();
              assertThat(hidden.detectionProbabilities())
                  .isNotEmpty()
                  .allMatch(bySize -> bySize.probability() == 0);
            });
  }

  @Test
  void pain2AFrameFromTheOtherSideMakesTheHiddenValleySurveyed() throws IOException {
    Formula ridge = (east, north) -> 300 + Math.max(0, Math.min(40, 80 - 4 * Math.abs(east - 105)));
    Terrain terrain = terrain(ridge);
    List<Footprint> both =
        List.of(
            footprint(terrain, new Eye(0, 0, 360, 90, -20, 0).shot(site, "oblique")),
            footprint(terrain, new Eye(200, 0, 400, 0, -90, 0).shot(site, "from above")));

    List<CoveragePatch> patches = new Coverage(CoverSettings.defaults(), terrain).cover(both);

    CoveragePatch valley = patchAt(patches, 200, 0).orElseThrow();
    assertThat(valley.looks()).as("one of two looks was hidden").isEqualTo(1);
    assertThat(stateAt(patches, 260, 0)).isEqualTo(State.COULD_NOT_BE_SEEN);
    assertThat(Objects.requireNonNull(valley.viewing()).occludedFraction()).isBetween(0.01, 0.5);
  }

  @Test
  void pain2WithoutTerrainNothingIsHidden() {
    Terrain level = new LevelPlane(300, 4);
    Footprint oblique = footprint(level, new Eye(0, 0, 360, 90, -20, 0).shot(site, "oblique"));

    List<CoveragePatch> patches =
        new Coverage(CoverSettings.defaults(), Terrain.unknown()).cover(List.of(oblique));

    assertThat(patches).extracting(CoveragePatch::state).containsExactly(State.SURVEYED);
  }

  @Test
  void whatAPatchSaysOfItsViewingIsWhatAPencilSays() throws IOException {
    Terrain flat = terrain((east, north) -> 300);
    Footprint down = footprint(flat, new Eye(0, 0, 400, 0, -90, 0).shot(site, "down"));

    CoveragePatch patch = new Coverage(CoverSettings.defaults(), flat).cover(List.of(down)).get(0);

    // 100 m over 1,000 pixels; an upright picture of level ground has one scale.
    CoveragePatch.Viewing viewing = Objects.requireNonNull(patch.viewing());
    assertThat(viewing.bestSamplingMeters()).isCloseTo(0.1, within(1e-4));
    assertThat(viewing.medianSamplingMeters()).isCloseTo(0.1, within(1e-4));
    // Half of 80 m by 60 m lies within 29.0 m of the middle (π r² = 2,400 would be 27.6, cut at
    // 30).
    assertThat(viewing.offNadirDegrees()).isCloseTo(15.5, within(0.7));
    assertThat(viewing.occludedFraction()).isZero();
    // Noon UTC is 4:30 pm by the sun at 68° E; by the almanac 35.6° at 43.3° N on the first of
    // July.
    assertThat(viewing.sunElevationDegrees()).isCloseTo(33, within(5.0));
    assertThat(viewing.detectionCeiling()).isLessThanOrEqualTo(0.9).isGreaterThan(0.88);
  }

  @Test
  void pain1AHardlyKnownCameraMakesAnEstimatedFootprintAndIsNeverDropped() {
    Terrain level = new LevelPlane(300, 4);
    Shot shot = Shot.from("f", site.point(0, 0), 400);
    Footprint known = footprint(level, shot);
    Footprint guessed = footprint(level, shot.by(CameraModel.Source.EXIF));

    assertThat(known.estimated()).isFalse();
    assertThat(guessed.estimated()).isTrue();
    assertThat(guessed.ring()).isEqualTo(known.ring());
    Coverage coverage = new Coverage(CoverSettings.defaults(), level);
    assertThat(coverage.cover(List.of(known))).noneMatch(CoveragePatch::estimated);
    assertThat(coverage.cover(List.of(guessed))).hasSize(1).allMatch(CoveragePatch::estimated);
  }

  @Test
  void pain3GapsAreThereWhateverHidesTheGroundAround() throws IOException {
    // Two strips 20 m apart along the ridge, which hides ground in both.
    Formula ridge = (east, north) -> 300 + Math.max(0, 40 - 4 * Math.abs(east - 20));
    Terrain terrain = terrain(ridge);
    List<Footprint> strips = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      strips.add(footprint(terrain, Shot.from("s" + i, site.point(0, 40 * i), 400)));
      strips.add(footprint(terrain, Shot.from("n" + i, site.point(100, 40 * i), 400)));
    }

    List<CoveragePatch> gaps =
        new Coverage(CoverSettings.defaults(), terrain)
            .cover(strips).stream().filter(CoveragePatch::gap).toList();

    assertThat(gaps).hasSize(1);
    assertThat(gaps.get(0).state()).isEqualTo(State.NOT_SURVEYED);
    assertThat(stateAt(gaps, 50, 80)).isEqualTo(State.NOT_SURVEYED);
    // 20 m between the strips, 220 m long.
    assertThat(gaps.get(0).areaSquareMeters()).isCloseTo(20 * 220, Percentage.withPercentage(5));
  }

  @Test
  void theOrderOfFramesOverRoughGroundNeverMatters() throws IOException {
    Formula rough = (east, north) -> 300 + 25 * Math.sin(east / 20) * Math.cos(north / 25);
    Terrain terrain = terrain(rough);
    Random random = new Random(5);
    List<Footprint> footprints = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      footprints.add(
          footprint(
              terrain,
              new Eye(
                      random.nextDouble(-100, 100),
                      random.nextDouble(-100, 100),
                      420,
                      random.nextDouble(360),
                      random.nextDouble(-90, -40),
                      0)
                  .shot(site, "f" + i)));
    }
    Coverage coverage = new Coverage(CoverSettings.defaults(), terrain);
    List<CoveragePatch> expected = coverage.cover(footprints);

    for (int shuffle = 0; shuffle < 3; shuffle++) {
      Collections.shuffle(footprints, random);
      assertThat(coverage.cover(footprints)).as("shuffle %d", shuffle).isEqualTo(expected);
    }
  }

  private static Footprint footprint(Terrain terrain, Shot shot) {
    return new Footprinter(terrain, LocateSettings.defaults())
        .footprint(shot.frame())
        .find()
        .map(ground -> ground.searchedFor(Search.ALL))
        .orElseThrow();
  }

  /** 1.6 km around the site, every 4 to 5 m. */
  private Terrain terrain(Formula formula) throws IOException {
    double cell = 0.00005;
    Path file =
        GeoTiffSketch.write(
            folder.resolve("ground.tif"),
            "EPSG:4326",
            68.19,
            43.308,
            cell,
            400,
            320,
            (x, y) -> {
              double[] meters = site.meters(new GeoPoint(y, x));
              return formula.heightAt(meters[0], meters[1]);
            });
    return Terrain.open(List.of(file), new TerrainSettings(TerrainSettings.Datum.ELLIPSOID, 1, 4));
  }

  private State stateAt(List<CoveragePatch> patches, double east, double north) {
    return patchAt(patches, east, north).map(CoveragePatch::state).orElse(State.NOT_SURVEYED);
  }

  private Optional<CoveragePatch> patchAt(List<CoveragePatch> patches, double east, double north) {
    Coordinate place = new Coordinate(east, north);
    List<CoveragePatch> there =
        patches.stream()
            .filter(patch -> SimplePointInAreaLocator.isContained(place, polygon(patch)))
            .toList();
    assertThat(there).as("patches do not overlap at %s", place).hasSizeLessThan(2);
    return there.stream().findFirst();
  }

  private static double area(List<CoveragePatch> patches, State state) {
    return patches.stream()
        .filter(patch -> patch.state() == state)
        .mapToDouble(CoveragePatch::areaSquareMeters)
        .sum();
  }

  private Polygon polygon(CoveragePatch patch) {
    return FACTORY.createPolygon(
        ring(patch.ring()),
        patch.holes().stream().map(hole -> ring(hole.ring())).toArray(LinearRing[]::new));
  }

  private LinearRing ring(List<GeoPoint> ring) {
    List<Coordinate> corners = new ArrayList<>();
    for (GeoPoint point : ring) {
      double[] meters = site.meters(point);
      corners.add(new Coordinate(meters[0], meters[1]));
    }
    corners.add(corners.get(0));
    return FACTORY.createLinearRing(corners.toArray(Coordinate[]::new));
  }
}

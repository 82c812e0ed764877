package org.qyran.geo.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.axes.Place;
import org.qyran.model.GeoPoint;

class RasterWalkTest {

  private static final TerrainSettings ABOVE_ELLIPSOID =
      new TerrainSettings(TerrainSettings.Datum.ELLIPSOID, 1, 4);

  private final Path folder;

  /** 2 x 2 km of hills, needles and walls, in cells of 10 m, with holes; around 60 N 25.3 E. */
  private final Path rough;

  /** The middle of {@code rough}: echo "405000 6655000" | cs2cs EPSG:32635 EPSG:4326. */
  private static final GeoPoint MIDDLE = new GeoPoint(60.021233, 25.295592);

  RasterWalkTest(@TempDir Path folder) {
    this.folder = folder;
    Random random = new Random(20261124);
    rough =
        GeoTiffSketch.write(
            folder.resolve("rough.tif"),
            "EPSG:32635",
            404_000,
            6_656_000,
            10,
            200,
            200,
            (x, y) -> {
              double hills = 60 * Math.sin(x / 170) * Math.cos(y / 230) + 40 * Math.sin(y / 60);
              double needle = random.nextInt(40) == 0 ? random.nextDouble(120) : 0;
              boolean hole = random.nextInt(300) == 0;
              return hole ? -9_999 : 200 + hills + needle + random.nextDouble(15);
            });
  }

  @Test
  @Tag("slow")
  void meetsTheGroundWhereTinyStepsMeetIt() throws IOException {
    Terrain terrain = Terrain.open(List.of(rough), ABOVE_ELLIPSOID);
    Random random = new Random(7);
    int met = 0;
    for (int trial = 0; trial < 2_000; trial++) {
      Sightline line = line(terrain, random);
      if (terrain.findGround(line.camera()).isEmpty()) {
        continue;
      }

      Meeting meeting = terrain.follow(line);
      Meeting expected = byTinySteps(terrain, line);

      assertThat(meeting.kind()).as("trial %d: %s", trial, line).isEqualTo(expected.kind());
      if (meeting.kind() == Meeting.Kind.GROUND) {
        met++;
        assertThat(meeting.distanceMeters())
            .as("trial %d: %s", trial, line)
            .isCloseTo(expected.distanceMeters(), within(0.6));
        Place place = line.placeAt(meeting.distanceMeters());
        // The needles rise by up to 13 m to the metre, and the walk is good to some millimetres.
        assertThat(terrain.findGround(place.point()).orElseThrow().heightMeters())
            .as("trial %d: the ground under the point", trial)
            .isCloseTo(place.heightMeters(), within(0.1));
      }
    }
    assertThat(met).isGreaterThan(1_000);
  }

  @Test
  @Tag("slow")
  void walksSeveralRastersAsTheOneSurfaceTheyMake() throws IOException {
    // A terrace over the south-west quarter, finer than what it lies on.
    Path terrace =
        GeoTiffSketch.write(
            folder.resolve("terrace.tif"),
            "EPSG:32635",
            404_003,
            6_655_004,
            3,
            330,
            330,
            (x, y) -> 330 + 20 * Math.sin(x / 20) + 20 * Math.cos(y / 31));
    Terrain terrain = Terrain.open(List.of(terrace, rough), ABOVE_ELLIPSOID);
    Random random = new Random(8);
    for (int trial = 0; trial < 1_000; trial++) {
      Sightline line = line(terrain, random);
      if (terrain.findGround(line.camera()).isEmpty()) {
        continue;
      }

      Meeting meeting = terrain.follow(line);
      Meeting expected = byTinySteps(terrain, line);

      assertThat(meeting.kind()).as("trial %d: %s", trial, line).isEqualTo(expected.kind());
      assertThat(meeting.distanceMeters())
          .as("trial %d: %s", trial, line)
          .isCloseTo(expected.distanceMeters(), within(0.6));
    }
  }

  @Test
  void doesNotStepOverAWallOneCellThick() throws IOException {
    // A wall of 100 m along x = 405100..405110 on flat ground at 0; the camera is 50 m up, 1,000 m
    // west of it, and looks east down to 2.8 degrees: 1 m lower every 20 m.
    Path wall =
        GeoTiffSketch.write(
            folder.resolve("wall.tif"),
            "EPSG:32635",
            404_000,
            6_656_000,
            10,
            200,
            200,
            (x, y) -> x > 405_100 && x < 405_110 ? 100 : 0);
    Terrain terrain = Terrain.open(List.of(wall), ABOVE_ELLIPSOID);
    // echo "404110 6655000" | cs2cs EPSG:32635 EPSG:4326
    GeoPoint camera = new GeoPoint(60.021026, 25.279633);
    Sightline line = line(camera, 50, Math.toRadians(90), Math.atan(1 / 20.0));

    Meeting meeting = terrain.follow(line);

    // The wall rises from 0 at x = 405095 to 100 at 405105; it is 0.2 m up where the ray meets it.
    assertThat(meeting.kind()).isEqualTo(Meeting.Kind.GROUND);
    assertThat(meeting.distanceMeters()).isBetween(980.0, 1_000.0);
  }

  @Test
  void saysWhyItDoesNotMeetTheGround() throws IOException {
    Path flat =
        GeoTiffSketch.write(
            folder.resolve("flat.tif"),
            "EPSG:32635",
            404_000,
            6_656_000,
            10,
            200,
            200,
            (x, y) -> Math.hypot(x - 405_500, y - 6_655_000) < 200 ? -9_999 : 100);
    Terrain terrain = Terrain.open(List.of(flat), ABOVE_ELLIPSOID);
    double east = Math.toRadians(90);
    double west = Math.toRadians(-90);

    // Over flat ground at 100 m: from 200 m up, 11.3 degrees reach 500 m, 4.6 degrees 1,250 m.
    assertThat(terrain.follow(line(MIDDLE, 200, west, Math.atan(0.2))).kind())
        .isEqualTo(Meeting.Kind.GROUND);
    assertThat(terrain.follow(line(MIDDLE, 200, east, Math.atan(0.2))).kind())
        .isEqualTo(Meeting.Kind.HOLE);
    assertThat(terrain.follow(line(MIDDLE, 200, west, Math.atan(0.08))).kind())
        .isEqualTo(Meeting.Kind.OUTSIDE);
    assertThat(terrain.follow(line(MIDDLE, 99, west, Math.atan(0.2))).kind())
        .isEqualTo(Meeting.Kind.CAMERA_BELOW_GROUND);
    assertThat(terrain.follow(line(MIDDLE, 9_000, west, Math.atan(0.2))).kind())
        .isEqualTo(Meeting.Kind.BEYOND_RANGE);
  }

  @Test
  void aLevelPlaneIsMetWhereItsHeightIs() {
    Random random = new Random(9);
    for (int trial = 0; trial < 1_000; trial++) {
      double ground = random.nextDouble(-100, 3_000);
      Sightline line =
          line(
              new GeoPoint(random.nextDouble(-90, 90), random.nextDouble(-180, 180)),
              ground + random.nextDouble(1, 2_000),
              random.nextDouble(2 * Math.PI),
              Math.toRadians(random.nextDouble(5, 90)));

      Meeting meeting =
          new LevelPlane(ground, 5)
              .follow(
                  new Sightline(
                      line.axes(), line.camera(), line.heightMeters(), line.direction(), 50_000));

      assertThat(meeting.kind()).isEqualTo(Meeting.Kind.GROUND);
      assertThat(line.placeAt(meeting.distanceMeters()).heightMeters())
          .as("trial %d: %s", trial, line)
          .isCloseTo(ground, within(1e-3));
    }
  }

  /** The same question answered slowly: 10 cm at a time, and only by asking for single heights. */
  private static Meeting byTinySteps(Terrain terrain, Sightline line) {
    double step = 0.1;
    boolean known = true;
    for (double distance = 0; distance < 3_000; distance += step) {
      Place place = line.placeAt(distance);
      Optional<Ground> ground = terrain.findGround(place.point());
      if (ground.isPresent() && ground.get().heightMeters() >= place.heightMeters()) {
        return known
            ? Meeting.ground(distance, ground.get().errorMeters())
            : Meeting.none(Meeting.Kind.HOLE);
      }
      known = ground.isPresent();
      if (place.heightMeters() < 50) {
        break;
      }
      // Far above everything there is no need to look closely.
      step = place.heightMeters() > 480 ? 1 : 0.1;
    }
    return Meeting.none(Meeting.Kind.OUTSIDE);
  }

  private static Sightline line(Terrain terrain, Random random) {
    LocalAxes axes = LocalAxes.at(MIDDLE, 0);
    GeoPoint camera =
        axes.toGeo(new Enu(random.nextDouble(-700, 700), random.nextDouble(-700, 700), 0)).point();
    double ground = terrain.findGround(camera).map(Ground::heightMeters).orElse(500.0);
    return line(
        camera,
        ground + random.nextDouble(1, 250),
        random.nextDouble(2 * Math.PI),
        Math.toRadians(random.nextDouble(5, 89)));
  }

  private static Sightline line(
      GeoPoint camera, double height, double yawRadians, double dipRadians) {
    return new Sightline(
        LocalAxes.at(camera, height),
        camera,
        height,
        new Enu(
            Math.sin(yawRadians) * Math.cos(dipRadians),
            Math.cos(yawRadians) * Math.cos(dipRadians),
            -Math.sin(dipRadians)),
        5_000);
  }
}

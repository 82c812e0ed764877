package org.qyran.sampledata.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.sampledata.chance.ValueNoise;

/** What a ray meets, by pencil where the country is plain, and by tiny steps where it is not. */
class GazeTest {

  private static final Skin EARTH = Skin.of(new float[] {0.2f}, Sheen.GROUND, 10);
  private static final Skin PLASTER =
      Skin.of(new float[] {0.6f}, Sheen.MADE, 0).withWall(new float[] {0.4f});
  private static final SunDirection SUN = SunDirection.of(45, 180);

  /** A house 10 m high, 4 m by 4 m, its near wall 20 m east of the origin. */
  private static final Layer HOUSE = Blocks.box(20, -2, 24, 2, 10, PLASTER);

  private final Gaze gaze = Blocks.level(List.of(Blocks.ground(EARTH), HOUSE), 0.25, SUN).gaze();

  @Test
  void meetsTheGroundStraightBelow() {
    assertThat(gaze.follow(new Ray(3.1, -7.3, 180, 0, 0, -1))).isTrue();

    assertThat(gaze.meters()).isCloseTo(80, within(1e-9));
    assertThat(gaze.skin()).isSameAs(EARTH);
    assertThat(gaze.isWall()).isFalse();
  }

  @ParameterizedTest(name = "from {2} m above, {1}° below the horizon towards {0}°")
  @CsvSource({
    "270, 30, 40",
    "200, 45, 40",
    "0, 5, 40",
    "311, 80, 250",
    "180, 2, 9",
    "90, 89.9, 40"
  })
  void meetsLevelGroundAtTheHeightOverTheSineOfTheDip(
      double heading, double dip, double heightMeters) {
    assertThat(gaze.follow(Blocks.ray(0, 0, 100 + heightMeters, heading, dip))).isTrue();

    assertThat(gaze.meters()).isCloseTo(heightMeters / Math.sin(Math.toRadians(dip)), within(1e-6));
    assertThat(gaze.skin()).isSameAs(EARTH);
  }

  @Test
  void meetsARoofAtItsHeight() {
    // 30 m up, 10 m high, seen from 10 m west of it under 45 degrees: down 20, along 20 √2.
    assertThat(gaze.follow(Blocks.ray(2, 0, 130, 90, 45))).isTrue();

    assertThat(gaze.meters()).isCloseTo(20 * Math.sqrt(2), within(1e-9));
    assertThat(gaze.skin()).isSameAs(PLASTER);
    assertThat(gaze.isWall()).isFalse();
  }

  @Test
  void meetsAWallWhereItStands() {
    // 8 m up and 20 m away: at the wall the ray is 8 − 20 tan 5° = 6.25 m above the ground.
    assertThat(gaze.follow(Blocks.ray(0, 0, 108, 90, 5))).isTrue();

    assertThat(gaze.meters()).isCloseTo(20 / Math.cos(Math.toRadians(5)), within(1e-9));
    assertThat(gaze.isWall()).isTrue();
  }

  @ParameterizedTest(name = "the wall that faces {3} catches {4} of the sun in the south")
  @CsvSource({
    "22, -40, 0, south, 0.70711",
    "22, 40, 180, north, 0",
    "-20, 0, 90, west, 0",
    "60, 0, 270, east, 0",
  })
  void aWallIsLitByTheSideThatItFaces(
      double east, double north, double heading, String side, double caught) {
    assertThat(gaze.follow(Blocks.ray(east, north, 106, heading, 1))).as(side).isTrue();

    assertThat(gaze.isWall()).isTrue();
    assertThat(gaze.sunShare()).isCloseTo(caught, within(1e-4));
  }

  @Test
  void aRayThatClimbsLeavesForTheHorizon() {
    assertThat(gaze.follow(Blocks.ray(0, 0, 150, 77, -3))).isFalse();
    assertThat(gaze.follow(Blocks.ray(0, 0, 150, 77, 0))).isFalse();
  }

  @Test
  void passesOverAHouseThatIsLowerThanTheRay() {
    // At the far wall, 24 m on, the ray is 13 − 24 tan 5° = 10.9 m above the ground: over the roof.
    assertThat(gaze.follow(Blocks.ray(0, 0, 113, 90, 5))).isTrue();

    assertThat(gaze.skin()).isSameAs(EARTH);
    assertThat(gaze.meters()).isCloseTo(13 / Math.sin(Math.toRadians(5)), within(1e-6));
  }

  @Test
  void neverStepsThroughAnythingNorStopsInTheAir() {
    Random random = new Random(20260724);
    Relief hills = hills();
    List<Layer> things = things(random);
    Scale few = new Scale(0.25, 64, 9, 0.8, 9);
    Scale many = new Scale(0.25, 64, 9, 0.8, 2_000);
    Gaze followed = new Country(hills, things, few, SUN).gaze();
    Country known = new Country(hills, things, many, SUN);
    double stepMeters = 0.05;
    for (int trial = 0; trial < 2_000; trial++) {
      double dip = trial % 50 == 0 ? 90 : 8 + 80 * random.nextDouble();
      // Along the axes of the cells a ray crosses one kind of border only.
      double heading = trial % 10 == 0 ? 90 * random.nextInt(4) : random.nextDouble(360);
      double east = random.nextDouble(120) - 60;
      double north = random.nextDouble(120) - 60;
      Ray ray = Blocks.ray(east, north, hills.upMeters(east, north) + 15, heading, dip);

      assertThat(followed.follow(ray)).isTrue();

      double found = followed.meters();
      double walked = walked(known, ray, stepMeters);
      String as = "trial %d: %s".formatted(trial, ray);
      assertThat(found).as(as).isLessThanOrEqualTo(walked + 1e-6);
      // Steps may miss a corner of a cell; so what was met must be there.
      double top = topAt(known, ray, found + 1e-6);
      assertThat(ray.upAt(found + 1e-6)).as(as).isLessThanOrEqualTo(top + 1e-3);
      if (found > walked - 3 * stepMeters) {
        assertThat(followed.skin()).as(as).isSameAs(skinAt(known, ray, found + 1e-6));
      }
    }
  }

  private static Relief hills() {
    ValueNoise noise = new ValueNoise(7);
    return (east, north) -> 300 + 6 * noise.fractal(east / 30, north / 30, 3);
  }

  /** Thin walls, houses and posts, of one cell too. */
  private static List<Layer> things(Random random) {
    List<Layer> things = new ArrayList<>();
    things.add(Blocks.ground(EARTH));
    for (int i = 0; i < 300; i++) {
      double east = random.nextDouble(240) - 120;
      double north = random.nextDouble(240) - 120;
      boolean alongEast = random.nextBoolean();
      double along = 0.25 + random.nextDouble(12);
      double across = 0.25 + (i % 3) * random.nextDouble();
      things.add(
          Blocks.box(
              east,
              north,
              east + (alongEast ? along : across),
              north + (alongEast ? across : along),
              1 + random.nextDouble(8),
              PLASTER));
    }
    return things;
  }

  private static double walked(Country country, Ray ray, double stepMeters) {
    for (double at = 0; at < 400; at += stepMeters) {
      if (ray.upAt(at) <= topAt(country, ray, at)) {
        return at;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private static double topAt(Country country, Ray ray, double meters) {
    return tileAt(country, ray, meters).up[cellAt(country, ray, meters)];
  }

  private static Skin skinAt(Country country, Ray ray, double meters) {
    Tile tile = tileAt(country, ray, meters);
    return tile.palette.get(tile.skins[cellAt(country, ray, meters)]);
  }

  private static Tile tileAt(Country country, Ray ray, double meters) {
    double side = country.scale().tileMeters();
    return country.tile(
        (int) Math.floor(ray.eastAt(meters) / side), (int) Math.floor(ray.northAt(meters) / side));
  }

  private static int cellAt(Country country, Ray ray, double meters) {
    double cell = country.scale().cellMeters();
    int cells = country.scale().cells();
    int column = Math.floorMod((int) Math.floor(ray.eastAt(meters) / cell), cells);
    int row = Math.floorMod((int) Math.floor(ray.northAt(meters) / cell), cells);
    return row * cells + column;
  }
}

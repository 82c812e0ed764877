package org.qyran.sampledata.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.sampledata.chance.ValueNoise;

/** Shadows by pencil, and tiles that do not remember who looked first. */
class CountryTest {

  private static final Skin EARTH = Skin.of(new float[] {0.2f}, Sheen.GROUND, 10);
  private static final Skin BRICK = Skin.of(new float[] {0.3f}, Sheen.MADE, 20);
  private static final double CELL_METERS = 0.1;

  @ParameterizedTest(name = "sun at {0}°")
  @ValueSource(doubles = {0, 90, 180, 270})
  void aWallTenMetersHighThrowsTenMetersOfShadowUnderHalfASun(double azimuth) {
    // A wall through the origin, square to the sun, one meter thick.
    boolean sunAlongNorth = azimuth % 180 == 0;
    double half = 0.5;
    Layer wall =
        sunAlongNorth
            ? Blocks.box(-30, -half, 30, half, 10, BRICK)
            : Blocks.box(-half, -30, half, 30, 10, BRICK);
    Gaze gaze =
        Blocks.level(List.of(Blocks.ground(EARTH), wall), CELL_METERS, SunDirection.of(45, azimuth))
            .gaze();

    // From the face away from the sun: tan 45° = 1.
    assertThat(darkMeters(gaze, azimuth + 180, half)).isCloseTo(10, within(0.15));
    assertThat(darkMeters(gaze, azimuth, half)).isZero();
  }

  @ParameterizedTest(name = "sun at {0}°")
  @ValueSource(doubles = {33, 118, 200, 301})
  void theShadowOfAPostPointsAwayFromTheSun(double azimuth) {
    Layer post = Blocks.box(-0.3, -0.3, 0.3, 0.3, 6, BRICK);
    Gaze gaze =
        Blocks.level(List.of(Blocks.ground(EARTH), post), CELL_METERS, SunDirection.of(30, azimuth))
            .gaze();
    // 6 m / tan 30° = 10.39 m.
    for (double meters : new double[] {1, 4, 8, 9.8}) {
      assertThat(sunAt(gaze, azimuth + 180, meters)).as("%s m away", meters).isLessThan(0.1);
      assertThat(sunAt(gaze, azimuth, meters)).as("%s m ahead", meters).isGreaterThan(0.45);
      assertThat(sunAt(gaze, azimuth + 90, meters)).as("%s m right", meters).isGreaterThan(0.45);
      assertThat(sunAt(gaze, azimuth + 270, meters)).as("%s m left", meters).isGreaterThan(0.45);
    }
    assertThat(sunAt(gaze, azimuth + 180, 11.2)).isGreaterThan(0.45);
  }

  @Test
  void levelGroundCatchesTheSineOfTheElevation() {
    for (double elevation : new double[] {10, 30, 61, 90}) {
      Gaze gaze =
          Blocks.level(List.of(Blocks.ground(EARTH)), CELL_METERS, SunDirection.of(elevation, 140))
              .gaze();

      // Shares are kept in 255 steps.
      assertThat(sunAt(gaze, 0, 1))
          .isCloseTo(Math.sin(Math.toRadians(elevation)), within(1 / 255.0));
      assertThat(gaze.skyShare()).isEqualTo(1);
    }
  }

  @Test
  void aSlopeThatFacesTheSunCatchesItAllAndAHillHidesIt() {
    // Rises one in one to the north; the sun in the south stands square to it at 45 degrees.
    Country slope =
        new Country(
            (east, north) -> 500 + north,
            List.of(Blocks.ground(EARTH)),
            new Scale(0.25, 64, 5, 1.1, 64),
            SunDirection.of(45, 180));
    Gaze up = slope.gaze();
    assertThat(up.follow(new Ray(3, 3, 600, 0, 0, -1))).isTrue();
    assertThat(up.sunShare()).isCloseTo(1, within(0.005));

    // A hill of 200 m, 150 m to the south, hides a sun 30 degrees high.
    Country valley =
        new Country(
            (east, north) -> north < -150 ? 300 : 100,
            List.of(Blocks.ground(EARTH)),
            new Scale(0.25, 64, 5, 60, 64),
            SunDirection.of(30, 180));
    Gaze below = valley.gaze();
    assertThat(below.follow(new Ray(3, 3, 200, 0, 0, -1))).isTrue();
    assertThat(below.sunShare()).isLessThan(0.06);
  }

  @Test
  void theFootOfAWallSeesLessSkyThanTheOpenField() {
    Gaze gaze =
        Blocks.level(
                List.of(Blocks.ground(EARTH), Blocks.box(0, -20, 2, 20, 8, BRICK)),
                CELL_METERS,
                SunDirection.of(45, 270))
            .gaze();

    assertThat(gaze.follow(new Ray(-0.2, 0, 150, 0, 0, -1))).isTrue();
    assertThat(gaze.skyShare()).isLessThan(0.7);
    assertThat(gaze.follow(new Ray(-10, 0, 150, 0, 0, -1))).isTrue();
    assertThat(gaze.skyShare()).isEqualTo(1);
  }

  @Test
  void aTileIsTheSameWhoeverLooksWhereFirst() {
    int[][] places = {{0, 0}, {3, 2}, {-1, 0}, {0, -1}, {-4, -3}, {1, 0}};
    Country forward = rough(64);
    Country backward = rough(64);
    for (int[] place : places) {
      forward.tile(place[0], place[1]);
    }
    for (int i = places.length - 1; i >= 0; i--) {
      backward.tile(places[i][0], places[i][1]);
    }

    for (int[] place : places) {
      assertSame(forward.tile(place[0], place[1]), backward.tile(place[0], place[1]));
    }
  }

  @Test
  void tilesAreForgottenAndMadeAgainAlike() {
    Country country = rough(2);
    Tile first = country.tile(0, 0);
    for (int column = 1; column < 12; column++) {
      country.tile(column, 5);
    }

    Tile again = country.tile(0, 0);

    assertThat(again).isNotSameAs(first);
    assertSame(again, first);
  }

  @Test
  void holdsAsManyTilesAsItWasAllowed() {
    Country country = rough(4);
    List<Tile> made = new ArrayList<>();
    for (int column = 0; column < 8; column++) {
      made.add(country.tile(column, 0));
    }

    for (int column = 7; column > 3; column--) {
      assertThat(country.tile(column, 0)).isSameAs(made.get(column));
    }
    assertThat(country.tile(3, 0)).isNotSameAs(made.get(3));
    // The one looked at longest ago made room for it.
    assertThat(country.tile(7, 0)).isNotSameAs(made.get(7));
  }

  @Test
  void neighboursMeetWithoutASeam() {
    // A roof over a corner of four tiles: its height and its light go on across the borders.
    double side = 64 * CELL_METERS;
    Country country =
        Blocks.level(
            List.of(
                Blocks.ground(EARTH), Blocks.box(side - 1, side - 1, side + 1, side + 1, 3, BRICK)),
            CELL_METERS,
            SunDirection.of(50, 100));
    Gaze gaze = country.gaze();
    Random random = new Random(4);
    for (int trial = 0; trial < 1_000; trial++) {
      double east = side + random.nextDouble(1.6) - 0.8;
      double north = side + random.nextDouble(1.6) - 0.8;

      assertThat(gaze.follow(new Ray(east, north, 150, 0, 0, -1))).isTrue();

      assertThat(gaze.meters()).as("trial %d", trial).isEqualTo(47);
      assertThat(gaze.skin()).isSameAs(BRICK);
      assertThat(gaze.sunShare()).isCloseTo(Math.sin(Math.toRadians(50)), within(1 / 255.0));
    }
  }

  @Test
  void theReliefIsKeptToCentimetersBetweenItsNodes() {
    // A hill of 5 m over 60 m bends by at most 5 · (2π/60)² = 0.055 per meter; a chord of 4 m sags
    // by 0.055 · 4² / 8 = 0.11 m in each direction.
    Relief hills =
        (east, north) -> 5 * Math.sin(Math.PI * east / 30) * Math.cos(Math.PI * north / 30);
    BakedRelief baked = new BakedRelief(hills);
    Random random = new Random(8);
    for (int trial = 0; trial < 1_000; trial++) {
      double east = random.nextDouble(4_000) - 2_000;
      double north = random.nextDouble(4_000) - 2_000;

      assertThat(baked.upMeters(east, north))
          .as("trial %d at %s, %s", trial, east, north)
          .isCloseTo(hills.upMeters(east, north), within(0.22));
    }
    assertThat(baked.upMeters(-256, -260)).isCloseTo(hills.upMeters(-256, -260), within(1e-5));
  }

  private static Country rough(int tilesKept) {
    ValueNoise noise = new ValueNoise(3);
    Random random = new Random(17);
    List<Layer> layers = new ArrayList<>();
    layers.add(Blocks.ground(EARTH));
    for (int i = 0; i < 200; i++) {
      double east = random.nextDouble(120) - 60;
      double north = random.nextDouble(120) - 60;
      layers.add(
          Blocks.box(
              east,
              north,
              east + random.nextDouble(5),
              north + random.nextDouble(5),
              random.nextDouble(6),
              BRICK));
    }
    return new Country(
        (east, north) -> 200 + 4 * noise.fractal(east / 40, north / 40, 3),
        layers,
        new Scale(0.2, 64, 6, 0.7, tilesKept),
        SunDirection.of(35, 130));
  }

  private static void assertSame(Tile tile, Tile other) {
    assertThat(tile.up).isEqualTo(other.up);
    assertThat(tile.sun).isEqualTo(other.sun);
    assertThat(tile.sky).isEqualTo(other.sky);
    assertThat(tile.skins).isEqualTo(other.skins);
    assertThat(tile.tints).isEqualTo(other.tints);
    assertThat(tile.palette).isEqualTo(other.palette);
  }

  /** Length of the dark ground from a wall's face outwards. */
  private static double darkMeters(Gaze gaze, double headingDegrees, double fromMeters) {
    int dark = 0;
    double step = 0.01;
    for (int i = 0; i < 1_500; i++) {
      double sun = sunAt(gaze, headingDegrees, fromMeters + (i + 0.5) * step);
      dark += sun < Math.sin(Math.toRadians(45)) / 2 ? 1 : 0;
    }
    return dark * step;
  }

  private static double sunAt(Gaze gaze, double headingDegrees, double meters) {
    double heading = Math.toRadians(headingDegrees);
    assertThat(
            gaze.follow(
                new Ray(meters * Math.sin(heading), meters * Math.cos(heading), 150, 0, 0, -1)))
        .isTrue();
    return gaze.sunShare();
  }
}

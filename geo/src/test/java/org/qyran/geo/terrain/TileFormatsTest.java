package org.qyran.geo.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.elevation.SurfaceKind;
import org.qyran.geo.elevation.file.TileSketch;
import org.qyran.geo.elevation.file.TileSketch.Heights;
import org.qyran.geo.elevation.file.TileSketch.Part;
import org.qyran.geo.geoid.Egm96;
import org.qyran.model.GeoPoint;

class TileFormatsTest {

  private static final int SIDE = 1_201;
  private static final double CELL = 1.0 / 1_200;

  private final Path folder;

  TileFormatsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theSameGridIsTheSameGroundInEveryFormat() throws IOException {
    Heights hills =
        (column, row) ->
            (int) Math.round(900 + 300 * Math.sin(column / 37.0) * Math.cos(row / 23.0))
                + (column * 31 + row * 17) % 40;
    Path hgt = TileSketch.hgt(folder.resolve("N43E076.hgt"), SIDE, hills);
    List<Path> others =
        List.of(
            TileSketch.dted(
                folder.resolve("n43.dt1"),
                "0760000E0430000N",
                "00300030",
                SIDE,
                SIDE,
                "NA  ",
                hills),
            GeoTiffSketch.write(
                folder.resolve("n43.tif"),
                "EPSG:4326",
                76 - CELL / 2,
                44 + CELL / 2,
                CELL,
                SIDE,
                SIDE,
                (x, y) ->
                    hills.at((int) Math.round((x - 76) / CELL), (int) Math.round((44 - y) / CELL))),
            TileSketch.vrt(
                folder.resolve("n43.vrt"),
                76 - CELL / 2,
                44 + CELL / 2,
                CELL,
                SIDE,
                SIDE,
                List.of(new Part("N43E076.hgt", SIDE, SIDE, 0, 0))));
    Terrain first = Terrain.open(List.of(hgt), TerrainSettings.defaults());

    for (Path other : others) {
      Terrain terrain = Terrain.open(List.of(other), TerrainSettings.defaults());
      Random random = new Random(3);
      for (int trial = 0; trial < 1_000; trial++) {
        GeoPoint point = new GeoPoint(random.nextDouble(43.1, 43.9), random.nextDouble(76.1, 76.9));
        Sightline line = line(first, point, random);

        assertThat(terrain.findGround(point).orElseThrow().heightMeters())
            .as("%s at %s", other.getFileName(), point)
            .isCloseTo(first.findGround(point).orElseThrow().heightMeters(), within(1e-5));
        Meeting meeting = terrain.follow(line);
        Meeting expected = first.follow(line);
        assertThat(meeting.kind()).isEqualTo(Meeting.Kind.GROUND);
        assertThat(meeting.distanceMeters())
            .as("%s along %s", other.getFileName(), line)
            .isCloseTo(expected.distanceMeters(), within(0.01));
      }
    }
  }

  @Test
  void neighbouringTilesAreOneSurface() throws IOException {
    Heights hills = (column, row) -> 500 + (column * 7 + row * 5) % 90;
    TileSketch.hgt(folder.resolve("t/N43E076.hgt"), SIDE, hills);
    TileSketch.hgt(
        folder.resolve("t/N43E077.hgt"), SIDE, (column, row) -> hills.at(column + SIDE - 1, row));
    Path both =
        TileSketch.vrt(
            folder.resolve("both.vrt"),
            76 - CELL / 2,
            44 + CELL / 2,
            CELL,
            2 * SIDE - 1,
            SIDE,
            List.of(
                new Part("t/N43E076.hgt", SIDE, SIDE, 0, 0),
                new Part("t/N43E077.hgt", SIDE, SIDE, SIDE - 1, 0)));
    Terrain tiles = Terrain.open(List.of(folder.resolve("t")), TerrainSettings.defaults());
    Terrain mosaic = Terrain.open(List.of(both), TerrainSettings.defaults());
    Random random = new Random(4);
    for (int trial = 0; trial < 1_000; trial++) {
      GeoPoint point =
          new GeoPoint(random.nextDouble(43.2, 43.8), random.nextDouble(76.998, 77.002));
      Sightline line = line(mosaic, point, random);

      assertThat(tiles.findGround(point).orElseThrow().heightMeters())
          .as("at %s", point)
          .isCloseTo(mosaic.findGround(point).orElseThrow().heightMeters(), within(1e-5));
      assertThat(tiles.follow(line).kind()).isEqualTo(Meeting.Kind.GROUND);
      assertThat(tiles.follow(line).distanceMeters())
          .as("along %s", line)
          .isCloseTo(mosaic.follow(line).distanceMeters(), within(0.01));
    }
  }

  @Test
  void namesTheTileThatALineCameDownOn() throws IOException {
    TileSketch.hgt(folder.resolve("t/N43E076.hgt"), SIDE, (column, row) -> 500);
    Terrain terrain = Terrain.open(List.of(folder.resolve("t")), TerrainSettings.defaults());
    // 1.6 km west of the eastern edge of the tile; 100 m up, 1 degree down reaches 5.7 km.
    GeoPoint camera = new GeoPoint(43.5, 76.98);
    double height = terrain.findGround(camera).orElseThrow().heightMeters() + 100;

    Meeting east = terrain.follow(line(camera, height, 90, 1));
    Meeting west = terrain.follow(line(camera, height, 270, 1));
    Meeting outside = terrain.follow(line(new GeoPoint(43.5, 75.99), height, 270, 1));

    assertThat(east)
        .isEqualTo(
            Meeting.none(
                Meeting.Kind.OUTSIDE, "N43E077.hgt is not among the elevation tiles; add it to t"));
    assertThat(west.kind()).isEqualTo(Meeting.Kind.GROUND);
    assertThat(outside.missing()).startsWith("N43E075.hgt is not among");
    assertThat(terrain.findMissing(new GeoPoint(-0.1, 10)))
        .contains("S01E010.hgt is not among the elevation tiles; add it to t");
  }

  @Test
  void aThousandTilesAreOpenedWithoutReadingThemAndUsedOneByOne() throws IOException {
    Path sample = TileSketch.hgt(folder.resolve("sample"), SIDE, (column, row) -> column);
    Path tiles = Files.createDirectories(folder.resolve("world"));
    for (int south = 0; south < 20; south++) {
      for (int west = 0; west < 50; west++) {
        Files.createLink(tiles.resolve("N%02dE%03d.hgt".formatted(30 + south, 40 + west)), sample);
      }
    }

    Terrain terrain = Terrain.open(List.of(tiles), TerrainSettings.defaults());

    assertThat(terrain.sources())
        .singleElement()
        .satisfies(
            source -> {
              assertThat(source.name()).isEqualTo("world");
              assertThat(source.tiles()).isEqualTo(1_000);
              assertThat(source.kind()).isEqualTo(SurfaceKind.SURFACE);
              assertThat(source.datum()).isEqualTo(TerrainSettings.Datum.MEAN_SEA_LEVEL);
            });
    Random random = new Random(6);
    for (int trial = 0; trial < 300; trial++) {
      double share = random.nextDouble();
      GeoPoint point = new GeoPoint(random.nextDouble(30, 50), 40 + random.nextInt(50) + share);
      double undulation = Egm96.undulationMeters(point);

      assertThat(terrain.findGround(point).orElseThrow().heightMeters() - undulation)
          .as("trial %d: %s", trial, point)
          .isCloseTo(share * 1_200, within(1e-3));
      assertThat(terrain.follow(line(terrain, point, random)).kind())
          .isIn(Meeting.Kind.GROUND, Meeting.Kind.OUTSIDE);
    }
  }

  private static Sightline line(Terrain terrain, GeoPoint camera, Random random) {
    return line(
        camera,
        terrain.findGround(camera).orElseThrow().heightMeters() + random.nextDouble(1, 500),
        random.nextDouble(360),
        random.nextDouble(5, 89));
  }

  private static Sightline line(
      GeoPoint camera, double height, double yawDegrees, double dipDegrees) {
    double yaw = Math.toRadians(yawDegrees);
    double dip = Math.toRadians(dipDegrees);
    return new Sightline(
        LocalAxes.at(camera, height),
        camera,
        height,
        new Enu(Math.sin(yaw) * Math.cos(dip), Math.cos(yaw) * Math.cos(dip), -Math.sin(dip)),
        30_000);
  }
}

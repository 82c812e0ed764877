package org.qyran.geo.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.model.GeoPoint;
import org.qyran.sampledata.RealData;

class TerrainTest {

  private static final TerrainSettings ABOVE_ELLIPSOID =
      new TerrainSettings(TerrainSettings.Datum.ELLIPSOID, 1, 4);

  private final Path folder;

  TerrainTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void isBilinearBetweenTheMiddlesOfCells() throws IOException {
    // Cells of a thousandth of a degree around 43 N 75 E; the height is 100 + column + 10 row.
    Path file =
        GeoTiffSketch.write(
            folder.resolve("plane.tif"),
            "EPSG:4326",
            75,
            43,
            0.001,
            20,
            10,
            (x, y) -> 100 + (x - 75.0005) * 1_000 + (42.9995 - y) * 10_000);
    Terrain terrain = Terrain.open(List.of(file), ABOVE_ELLIPSOID);

    assertThat(height(terrain, 42.9995, 75.0005)).isCloseTo(100, within(1e-4));
    assertThat(height(terrain, 42.99925, 75.00175)).isCloseTo(103.75, within(1e-4));
  }

  @Test
  void isLevelAcrossItsOuterHalfCellsAndUnknownBeyond() throws IOException {
    Path file =
        GeoTiffSketch.write(
            folder.resolve("edge.tif"), "EPSG:4326", 75, 43, 0.001, 20, 10, (x, y) -> 7);
    Terrain terrain = Terrain.open(List.of(file), ABOVE_ELLIPSOID);

    assertThat(height(terrain, 42.99999, 75.00001)).isCloseTo(7, within(1e-6));
    assertThat(height(terrain, 42.99001, 75.01999)).isCloseTo(7, within(1e-6));
    assertThat(terrain.findGround(new GeoPoint(43.00001, 75.01))).isEmpty();
    assertThat(terrain.findGround(new GeoPoint(42.995, 75.02001))).isEmpty();
  }

  @Test
  void addsTheGeoidUnlessTheSettingSaysEllipsoid() throws IOException {
    Path file =
        GeoTiffSketch.write(
            folder.resolve("sea.tif"), "EPSG:4326", 12, 42, 0.1, 10, 10, (x, y) -> 100);
    GeoPoint rome = new GeoPoint(41.807, 12.64);

    Terrain bySea = Terrain.open(List.of(file), TerrainSettings.defaults());
    Terrain byEllipsoid = Terrain.open(List.of(file), ABOVE_ELLIPSOID);

    // The undulation at this point is SciPy's, as in Egm96Test.
    assertThat(bySea.findGround(rome).orElseThrow().heightMeters())
        .isCloseTo(148.489, within(0.006));
    assertThat(byEllipsoid.findGround(rome).orElseThrow().heightMeters())
        .isCloseTo(100, within(1e-5));
  }

  @Test
  void readsUtmOnBothHemispheresWhereProjPutsThem() throws IOException {
    // echo "75.0 43.0" | cct +proj=utm +zone=43 -> 500000.000 4760814.796
    Path north =
        GeoTiffSketch.write(
            folder.resolve("north.tif"),
            "EPSG:32643",
            499_000,
            4_761_800,
            10,
            200,
            200,
            (x, y) -> (x - 499_000) / 10 + (y - 4_759_800) / 100);
    // echo "151.2 -33.9" | cct +proj=utm +zone=56 +south -> 333568.941 6247473.337
    Path south =
        GeoTiffSketch.write(
            folder.resolve("south.tif"),
            "EPSG:32756",
            333_000,
            6_248_000,
            10,
            100,
            100,
            (x, y) -> (x - 333_000) / 10 + (y - 6_247_000) / 100);
    Terrain terrain = Terrain.open(List.of(north, south), ABOVE_ELLIPSOID);

    assertThat(height(terrain, 43, 75)).isCloseTo(100 + 10.148, within(1e-3));
    assertThat(height(terrain, -33.9, 151.2)).isCloseTo(56.894 + 4.733, within(1e-3));
  }

  @Test
  void reachesAcrossTheAntimeridian() throws IOException {
    Path degrees =
        GeoTiffSketch.write(
            folder.resolve("degrees.tif"), "EPSG:4326", 179.9, 1, 0.01, 20, 20, (x, y) -> x);
    // UTM zone 60 ends at the antimeridian; this raster goes on for 10 km.
    // echo "180.05 66" | cct +proj=utm +zone=60 -> 638385.281 7323275.965
    Path meters =
        GeoTiffSketch.write(
            folder.resolve("meters.tif"),
            "EPSG:32660",
            630_000,
            7_330_000,
            100,
            160,
            160,
            (x, y) -> (x - 630_000) / 100);
    Terrain terrain = Terrain.open(List.of(degrees, meters), ABOVE_ELLIPSOID);

    assertThat(height(terrain, 0.9, 179.95)).isCloseTo(179.95, within(1e-3));
    assertThat(height(terrain, 0.9, -179.95)).isCloseTo(180.05, within(1e-3));
    assertThat(height(terrain, 66, -179.95)).isCloseTo(83.853, within(1e-2));
  }

  @Test
  void takesTheFirstRasterThatHasAValue() throws IOException {
    Path coarse =
        GeoTiffSketch.write(
            folder.resolve("coarse.tif"), "EPSG:4326", 75, 43, 0.001, 50, 50, (x, y) -> 500);
    Path fine =
        GeoTiffSketch.write(
            folder.resolve("fine.tif"),
            "EPSG:4326",
            75.01,
            42.99,
            0.000005,
            400,
            400,
            (x, y) -> x > 75.011 && x < 75.0115 ? -9999 : 520);
    Terrain terrain = Terrain.open(List.of(fine, coarse), ABOVE_ELLIPSOID);

    Ground fromFine = terrain.findGround(new GeoPoint(42.9892, 75.0108)).orElseThrow();
    Ground fromCoarse = terrain.findGround(new GeoPoint(42.97, 75.0108)).orElseThrow();
    Ground inHole = terrain.findGround(new GeoPoint(42.9892, 75.0112)).orElseThrow();

    assertThat(fromFine.heightMeters()).isCloseTo(520, within(1e-4));
    assertThat(fromFine.errorMeters()).isEqualTo(1);
    assertThat(fromFine.spacingMeters()).isBetween(0.4, 0.6);
    assertThat(fromCoarse.heightMeters()).isCloseTo(500, within(1e-4));
    assertThat(fromCoarse.errorMeters()).isEqualTo(4);
    assertThat(inHole.heightMeters()).isCloseTo(500, within(1e-4));
  }

  @Test
  void saysInOneSentenceWhyAFileCannotBeUsed() throws IOException {
    Path absent = folder.resolve("absent.tif");
    Path text = Files.writeString(folder.resolve("text.tif"), "not a picture");
    Path empty =
        GeoTiffSketch.write(
            folder.resolve("empty.tif"), "EPSG:4326", 75, 43, 0.001, 9, 9, (x, y) -> -32768);

    assertThatThrownBy(() -> Terrain.open(List.of(absent), TerrainSettings.defaults()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("absent.tif is not there");
    assertThatThrownBy(() -> Terrain.open(List.of(text), TerrainSettings.defaults()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("text.tif cannot be read as a GeoTIFF");
    assertThatThrownBy(() -> Terrain.open(List.of(empty), TerrainSettings.defaults()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("empty.tif holds no height");
  }

  @Test
  void knowsNothingWithoutRasters() throws IOException {
    Terrain terrain = Terrain.open(List.of(), TerrainSettings.defaults());

    assertThat(terrain.isKnown()).isFalse();
    assertThat(terrain.findGround(new GeoPoint(43, 75))).isEmpty();
  }

  @Test
  void refusesErrorsThatAreNone() {
    assertThatThrownBy(() -> new TerrainSettings(TerrainSettings.Datum.OF_FILE, -1, 4))
        .hasMessageContaining("surfaceModelErrorMeters is -1.0");
    assertThatThrownBy(() -> new TerrainSettings(TerrainSettings.Datum.OF_FILE, 1, Double.NaN))
        .hasMessageContaining("elevationModelErrorMeters is NaN");
  }

  @Test
  @Tag("real")
  void opensTheBrightonSurfaceModelWithItsHoles() throws IOException {
    Path brighton = real("brighton_dji");
    Terrain terrain =
        Terrain.open(List.of(brighton.resolve("dsm_from_laz_025m.tif")), ABOVE_ELLIPSOID);

    // gdallocationinfo dsm_from_laz_025m.tif 200 200 (and 100 300, 300 150, 50 50) at the middles
    // of
    // cells, which cs2cs EPSG:32615 EPSG:4326 puts at these places.
    assertThat(height(terrain, 46.842577426, -91.993930561)).isCloseTo(162.75, within(0.01));
    assertThat(height(terrain, 46.842355366, -91.994262584)).isCloseTo(162.01, within(0.01));
    assertThat(height(terrain, 46.842687014, -91.993600636)).isCloseTo(161.94, within(0.01));
    assertThat(terrain.findGround(new GeoPoint(46.842919158, -91.994416001))).isEmpty();

    // gdalinfo -stats: mean 161.732; we lose the cells beside holes.
    double mean =
        DoubleStream.iterate(46.84216, latitude -> latitude < 46.84303, latitude -> latitude + 5e-6)
            .boxed()
            .flatMap(
                latitude ->
                    DoubleStream.iterate(-91.99459, at -> at < -91.9932, at -> at + 7e-6)
                        .mapToObj(longitude -> new GeoPoint(latitude, longitude)))
            .flatMap(point -> terrain.findGround(point).stream())
            .mapToDouble(Ground::heightMeters)
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(161.7, within(0.15));
  }

  @Test
  @Tag("real")
  void readsRomeAsGdalDoes() throws IOException {
    Terrain terrain =
        Terrain.open(List.of(real("dem_geoid").resolve("Rome-30m-DEM.tif")), ABOVE_ELLIPSOID);

    // gdallocationinfo Rome-30m-DEM.tif 500 300 (and 1000 700, 10 20), at the middles of the cells.
    assertThat(height(terrain, 41.9166666667, 12.4888888889)).isCloseTo(58, within(0.01));
    assertThat(height(terrain, 41.8055555556, 12.6277777778)).isCloseTo(136, within(0.01));
    assertThat(height(terrain, 41.9944444444, 12.3527777778)).isCloseTo(113, within(0.01));
  }

  private static double height(Terrain terrain, double latitude, double longitude) {
    return terrain.findGround(new GeoPoint(latitude, longitude)).orElseThrow().heightMeters();
  }

  private static Path real(String name) {
    return RealData.find(name).orElseGet(() -> Assumptions.abort(RealData.absent(name)));
  }
}

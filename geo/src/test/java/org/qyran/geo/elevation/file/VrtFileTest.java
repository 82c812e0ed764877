package org.qyran.geo.elevation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.qyran.geo.elevation.file.HgtFileTest.height;
import static org.qyran.geo.elevation.file.HgtFileTest.open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.geo.elevation.ElevationRaster;
import org.qyran.geo.elevation.file.TileSketch.Part;
import org.qyran.geo.terrain.GeoTiffSketch;
import org.qyran.model.GeoPoint;

class VrtFileTest {

  private final Path folder;

  VrtFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void isBilinearAcrossTheSeamOfItsTiles() throws IOException {
    tile("west.tif", 75, 10);
    tile("east.tif", 75.01, 20);
    Path file =
        TileSketch.vrt(
            folder.resolve("both.vrt"),
            75,
            43,
            0.001,
            20,
            10,
            List.of(new Part("west.tif", 10, 10, 0, 0), new Part("east.tif", 10, 10, 10, 0)));

    ElevationRaster raster = open(file);

    assertThat(raster.facts().tiles()).isEqualTo(2);
    assertThat(height(raster, 42.995, 75.0095)).isCloseTo(10, within(1e-4));
    // The seam lies half way between the last middle of the one and the first of the other.
    assertThat(height(raster, 42.995, 75.01)).isCloseTo(15, within(1e-4));
    assertThat(height(raster, 42.995, 75.0105)).isCloseTo(20, within(1e-4));
  }

  @Test
  void laterSourcesLieOverEarlierOnesExceptWhereTheyKnowNothing() throws IOException {
    tile("low.tif", 75, 10);
    GeoTiffSketch.write(
        folder.resolve("high.tif"),
        "EPSG:4326",
        75,
        43,
        0.001,
        10,
        10,
        (x, y) -> x < 75.005 ? -32768 : 30);
    Path file =
        TileSketch.vrt(
            folder.resolve("pile.vrt"),
            75,
            43,
            0.001,
            10,
            10,
            List.of(new Part("low.tif", 10, 10, 0, 0), new Part("high.tif", 10, 10, 0, 0)));

    ElevationRaster raster = open(file);

    assertThat(height(raster, 42.995, 75.0025)).isCloseTo(10, within(1e-4));
    assertThat(height(raster, 42.995, 75.0075)).isCloseTo(30, within(1e-4));
  }

  @Test
  void takesTheNearestCellWhereTheWindowsDifferInSize() throws IOException {
    // A column's height is ten times its number; the mosaic shows columns 2 to 7 in three cells.
    GeoTiffSketch.write(
        folder.resolve("steps.tif"),
        "EPSG:4326",
        75,
        43,
        0.001,
        10,
        10,
        (x, y) -> 10 * Math.floor((x - 75) * 1_000 + 1e-6));
    Path file =
        TileSketch.vrt(
            folder.resolve("coarse.vrt"),
            75.002,
            43,
            0.002,
            3,
            3,
            """
            <SimpleSource>
              <SourceFilename relativeToVRT="1">steps.tif</SourceFilename>
              <SrcRect xOff="2" yOff="0" xSize="6" ySize="6" />
              <DstRect xOff="0" yOff="0" xSize="3" ySize="3" />
            </SimpleSource>
            """);

    ElevationRaster raster = open(file);

    // gdal_translate -of XYZ coarse.vrt /vsistdout/: 30, 50 and 70 in each row.
    assertThat(height(raster, 42.999, 75.003)).isCloseTo(30, within(1e-4));
    assertThat(height(raster, 42.999, 75.005)).isCloseTo(50, within(1e-4));
    assertThat(height(raster, 42.999, 75.007)).isCloseTo(70, within(1e-4));
  }

  @Test
  void namesTheSourceThatIsNotThere() throws IOException {
    tile("west.tif", 75, 10);
    Path file =
        TileSketch.vrt(
            folder.resolve("half.vrt"),
            75,
            43,
            0.001,
            20,
            10,
            List.of(new Part("west.tif", 10, 10, 0, 0), new Part("tiles/east.tif", 10, 10, 10, 0)));

    ElevationRaster raster = open(file);

    assertThat(height(raster, 42.995, 75.005)).isCloseTo(10, within(1e-4));
    assertThat(height(raster, 42.995, 75.015)).isNaN();
    assertThat(raster.findMissing(new GeoPoint(42.995, 75.015)))
        .contains("tiles/east.tif, a source of half.vrt, is not there; add it");
    assertThat(raster.findMissing(new GeoPoint(42.995, 75.005))).isEmpty();
    assertThat(raster.findMissing(new GeoPoint(42.995, 75.1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside.tif",
        "/etc/hostname",
        "a/../../outside.tif",
        "/vsicurl/http://x/y.tif",
        "."
      })
  void refusesSourcesOutsideItsFolder(String name) throws IOException {
    Path inner = Files.createDirectories(folder.resolve("inner"));
    GeoTiffSketch.write(
        folder.resolve("outside.tif"), "EPSG:4326", 75, 43, 0.001, 10, 10, (x, y) -> 1);
    Path file =
        TileSketch.vrt(
            inner.resolve("sly.vrt"), 75, 43, 0.001, 10, 10, List.of(new Part(name, 10, 10, 0, 0)));

    assertThatThrownBy(() -> VrtFile.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("sly.vrt cannot be used: its source " + name + " lies outside");
  }

  @Test
  void refusesALinkThatLeadsOutOfItsFolder() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("inner"));
    GeoTiffSketch.write(
        folder.resolve("outside.tif"), "EPSG:4326", 75, 43, 0.001, 10, 10, (x, y) -> 1);
    Files.createSymbolicLink(inner.resolve("link.tif"), folder.resolve("outside.tif"));
    Path file =
        TileSketch.vrt(
            inner.resolve("sly.vrt"),
            75,
            43,
            0.001,
            10,
            10,
            List.of(new Part("link.tif", 10, 10, 0, 0)));

    assertThatThrownBy(() -> VrtFile.open(file)).hasMessageContaining("link.tif lies outside");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<ScaleRatio>2</ScaleRatio>                   | has a ScaleRatio",
        "<ScaleOffset>5</ScaleOffset>                 | has a ScaleOffset",
        "<LUT>0:0,1:10</LUT>                          | has a LUT",
        "<ColorTableComponent>1</ColorTableComponent> | has a ColorTableComponent",
        "<SourceBand>2</SourceBand>                   | asked for band 2",
      })
  void refusesWhatWouldChangeValues(String extra, String why) {
    tile("tile.tif", 75, 10);
    Path file =
        TileSketch.vrt(
            folder.resolve("odd.vrt"),
            75,
            43,
            0.001,
            10,
            10,
            """
            <ComplexSource>
              <SourceFilename relativeToVRT="1">tile.tif</SourceFilename>
              %s
              <SrcRect xOff="0" yOff="0" xSize="10" ySize="10" />
              <DstRect xOff="0" yOff="0" xSize="10" ySize="10" />
            </ComplexSource>
            """
                .formatted(extra));

    assertThatThrownBy(() -> VrtFile.open(file)).hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<VRTDataset subClass='VRTWarpedDataset'/>                           | only a plain VRTDataset",
        "<html/>                                                             | only a plain VRTDataset",
        "<VRTDataset rasterXSize='5' rasterYSize='5'/>                       | no VRTRasterBand",
        "<VRTDataset><VRTRasterBand subClass='VRTDerivedRasterBand'/></VRTDataset> | VRTDerivedRasterBand",
        "<VRTDataset><VRTRasterBand><Scale>2</Scale></VRTRasterBand></VRTDataset>  | its band has a Scale",
        "<VRTDataset><MaskBand/><VRTRasterBand/></VRTDataset>                | has a mask",
        "<VRTDataset rasterXSize='5' rasterYSize='5'><VRTRasterBand/></VRTDataset> | has no sources",
        "<VRTDataset><VRTRasterBand>                                         | no well-formed XML",
        "not xml                                                             | no well-formed XML",
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><x>&a;</x>  | document type",
        "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><x>&b;</x>     | document type",
      })
  void refusesFilesThatAreSomethingElse(String text, String why) throws IOException {
    Path file = Files.writeString(folder.resolve("other.vrt"), text);

    assertThatThrownBy(() -> VrtFile.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other.vrt cannot be used")
        .hasMessageContaining(why);
  }

  @Test
  void refusesElementsWithoutEnd() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("deep.vrt"), "<a>".repeat(100_000) + "</a>".repeat(100_000));

    assertThatThrownBy(() -> VrtFile.open(file)).hasMessageContaining("more than 32 deep");
  }

  private void tile(String name, double west, double height) {
    GeoTiffSketch.write(
        folder.resolve(name), "EPSG:4326", west, 43, 0.001, 10, 10, (x, y) -> height);
  }
}

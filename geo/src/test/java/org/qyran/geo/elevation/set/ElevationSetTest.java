package org.qyran.geo.elevation.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.geo.elevation.BlockCache;
import org.qyran.geo.elevation.ElevationRaster;
import org.qyran.geo.elevation.file.TileSketch;
import org.qyran.geo.elevation.file.TileSketch.Part;
import org.qyran.geo.terrain.GeoTiffSketch;
import org.qyran.model.GeoPoint;

class ElevationSetTest {

  private final BlockCache cache = new BlockCache(10_000_000);
  private final Path folder;

  ElevationSetTest(@TempDir Path folder) throws IOException {
    this.folder = Files.createDirectories(folder.resolve("tiles"));
  }

  @Test
  void findsEveryKindOfFileInAFolderAndBelow() throws IOException {
    tiff("fine.tif", 0.0001);
    TileSketch.hgt(folder.resolve("srtm/N43E076.hgt"), 1201, (column, row) -> 1);
    TileSketch.dted(
        folder.resolve("dted/e075/n43.dt0"),
        "0750000E0430000N",
        "03000300",
        121,
        121,
        "NA  ",
        (column, row) -> 1);
    TileSketch.vrt(
        folder.resolve("all.vrt"),
        75,
        43,
        0.001,
        10,
        10,
        List.of(new Part("fine.tif", 10, 10, 0, 0)));

    ElevationSet set = ElevationSet.open(folder, cache);

    // The virtual raster, then one of 11 m, one of 90 m and one of 900 m.
    assertThat(set.rasters())
        .extracting(ElevationRaster::name)
        .extracting(name -> folder.relativize(Path.of(name)).toString())
        .containsExactly("all.vrt", "fine.tif", "srtm/N43E076.hgt", "dted/e075/n43.dt0");
    assertThat(set.remarks()).isEmpty();
    assertThat(cache.heldBytes()).as("heights read so far").isZero();
  }

  @Test
  void saysOnceWhatItLeavesOutAndGoesOn() throws IOException {
    tiff("good.tif", 0.001);
    Files.writeString(folder.resolve("broken.tif"), "no picture");
    Files.writeString(folder.resolve("N43E076.hgt"), "too short");
    Files.writeString(folder.resolve("holiday.jpg"), "x");
    Files.writeString(folder.resolve("flight.csv"), "x");
    Files.writeString(folder.resolve("good.tif.aux.xml"), "x");
    Files.writeString(folder.resolve(".DS_Store"), "x");

    ElevationSet set = ElevationSet.open(folder, cache);

    assertThat(set.rasters()).hasSize(1);
    assertThat(set.remarks()).hasSize(2);
    assertThat(set.remarks().get(0))
        .startsWith("Of the elevation folder tiles, 2 files were left out. N43E076.hgt: ")
        .contains("broken.tif: ")
        .doesNotContain(folder.toString());
    assertThat(set.remarks().get(1))
        .isEqualTo(
            "In the elevation folder tiles, 2 files are no elevation and not looked at:"
                + " flight.csv, holiday.jpg.");
  }

  @Test
  void refusesAFolderWithoutElevationInOneSentence() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "x");
    assertThatThrownBy(() -> ElevationSet.open(folder, cache))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the folder "
                + folder
                + " holds no elevation that can be read: no GeoTIFF, HGT, DTED or VRT");

    Files.writeString(folder.resolve("broken.tif"), "no picture");
    assertThatThrownBy(() -> ElevationSet.open(folder, cache))
        .hasMessageContaining("no GeoTIFF, HGT, DTED or VRT but broken.tif: ");
  }

  @ParameterizedTest
  @CsvSource({
    "srtm/N43E076.hgt, 43.5,  77.5, N43E077.hgt",
    "srtm/n43e076.hgt, -0.5, -71.5, s01w072.hgt",
    "N43/N43E076.SRTMGL3.hgt, 44.5, 76.5, N44E076.SRTMGL3.hgt",
  })
  void namesTheTileThatIsMissing(String tile, double latitude, double longitude, String missing)
      throws IOException {
    TileSketch.hgt(folder.resolve(tile), 1201, (column, row) -> 1);

    ElevationSet set = ElevationSet.open(folder, cache);

    assertThat(set.findMissing(new GeoPoint(latitude, longitude)))
        .contains(missing + " is not among the elevation tiles; add it to tiles");
    assertThat(set.findMissing(new GeoPoint(43.5, 76.5))).isEmpty();
  }

  @Test
  void namesAMissingCellOfDtedAsItsFoldersAreNamed() throws IOException {
    TileSketch.dted(
        folder.resolve("e075/n43.dt0"),
        "0750000E0430000N",
        "03000300",
        121,
        121,
        "NA  ",
        (column, row) -> 1);

    ElevationSet set = ElevationSet.open(folder, cache);

    assertThat(set.findMissing(new GeoPoint(-42.5, 5.5)))
        .contains("e005/s43.dt0 is not among the elevation tiles; add it to tiles");
  }

  @Test
  void aTileHandedInByItselfMissesItsNeighbours() throws IOException {
    Path tile = TileSketch.hgt(folder.resolve("N43E076.hgt"), 1201, (column, row) -> 1);

    ElevationSet set = ElevationSet.open(tile, cache);

    assertThat(set.findMissing(new GeoPoint(42.9, 76.5)))
        .contains("N42E076.hgt is not among the elevation tiles; add it with --terrain");
  }

  @Test
  void leavesPicturesOutOfAFolderButTakesThemAtTheirOwnersWord() throws IOException {
    tiff("dem.tif", 0.001);
    Path picture =
        GeoTiffSketch.writeBytes(folder.resolve("ortho.tif"), "EPSG:4326", 75, 43, 0.001, 10, 10);

    assertThat(ElevationSet.open(folder, cache).remarks())
        .containsExactly(
            "Of the elevation folder tiles, 1 file was left out. ortho.tif: it is a picture and no"
                + " elevation.");
    assertThat(ElevationSet.open(picture, cache).rasters()).hasSize(1);
  }

  private void tiff(String name, double cell) {
    GeoTiffSketch.write(folder.resolve(name), "EPSG:4326", 75, 43, cell, 10, 10, (x, y) -> 100);
  }
}

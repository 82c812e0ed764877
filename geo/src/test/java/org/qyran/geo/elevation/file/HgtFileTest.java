package org.qyran.geo.elevation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.geo.elevation.BlockCache;
import org.qyran.geo.elevation.ElevationRaster;
import org.qyran.model.GeoPoint;

class HgtFileTest {

  private final Path folder;

  HgtFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest(name = "{0} with {1} values begins at {2} N {3} E")
  @CsvSource({
    "N43E076.hgt,       1201,  43,   76",
    "N43E076.hgt,       3601,  43,   76",
    "s01w072.hgt,       1201,  -1,  -72",
    "N00E000.SRTMGL3.hgt, 1201,  0,    0",
    "S34E151.HGT,       1201, -34,  151",
    "N65W180.hgt,       1201,  65, -180",
  })
  void liesWhereItsNameSays(String name, int side, int south, int west) throws IOException {
    // 7 in the north-western corner, 9 one value east of it, 30 and 40 on the southern corners.
    int last = side - 1;
    Path file =
        TileSketch.hgt(
            folder.resolve(name),
            side,
            (column, row) ->
                row == 0 && column == 0
                    ? 7
                    : row == 0 && column == 1
                        ? 9
                        : row == last && column == 0 ? 30 : row == last && column == last ? 40 : 0);

    ElevationRaster raster = open(file);

    assertThat(height(raster, south + 1, west)).isEqualTo(7);
    assertThat(height(raster, south + 1, west + 1.0 / last)).isCloseTo(9, within(1e-6));
    assertThat(height(raster, south + 1, west + 0.5 / last)).isCloseTo(8, within(1e-6));
    assertThat(height(raster, south, west)).isEqualTo(30);
    assertThat(height(raster, south, west + 1)).isEqualTo(40);
    assertThat(height(raster, south + 1.0001, west + 0.5)).isNaN();
    assertThat(height(raster, south + 0.5, west - 0.0001)).isNaN();
  }

  @Test
  void isUnknownAroundAVoidAndBelowTheSeaWhereItSaysSo() throws IOException {
    Path file =
        TileSketch.hgt(
            folder.resolve("N31E035.hgt"),
            1201,
            (column, row) -> column == 600 && row == 600 ? -32768 : -430);

    ElevationRaster raster = open(file);

    assertThat(height(raster, 31.25, 35.25)).isEqualTo(-430);
    assertThat(height(raster, 31.5, 35.5)).isNaN();
    assertThat(height(raster, 31.5 + 0.5 / 1200, 35.5)).isNaN();
    assertThat(height(raster, 31.5 + 1.5 / 1200, 35.5)).isEqualTo(-430);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tile.hgt", "N4E76.hgt", "N91E000.hgt", "N43E181.hgt", "43N076E.hgt"})
  void refusesANameThatIsNoCorner(String name) {
    Path file = TileSketch.hgt(folder.resolve(name), 11, (column, row) -> 0);

    assertThatThrownBy(() -> HgtFile.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(name + " must be named after its south-western corner");
  }

  @Test
  void refusesATileThatIsCutShort() throws IOException {
    Path file = Files.write(folder.resolve("N43E076.hgt"), new byte[2_884_800]);

    assertThatThrownBy(() -> HgtFile.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("N43E076.hgt has 2,884,800 bytes; a whole one has 2,884,802");
  }

  static ElevationRaster open(Path file) throws IOException {
    return ElevationFile.raster(file, ElevationFile.read(file), new BlockCache(10_000_000));
  }

  static double height(ElevationRaster raster, double latitude, double longitude) {
    double[] position = new double[2];
    raster.locate(new GeoPoint(latitude, Math.IEEEremainder(longitude, 360)), position, 0);
    return raster.heightMeters(position[0], position[1]);
  }
}

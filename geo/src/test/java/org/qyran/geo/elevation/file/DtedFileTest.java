package org.qyran.geo.elevation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.qyran.geo.elevation.file.HgtFileTest.height;
import static org.qyran.geo.elevation.file.HgtFileTest.open;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.geo.elevation.ElevationRaster;
import org.qyran.geo.elevation.StatedDatum;
import org.qyran.geo.elevation.SurfaceKind;

class DtedFileTest {

  private final Path folder;

  DtedFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void countsColumnsFromTheWestAndValuesFromTheSouth() throws IOException {
    // Level 0 above 50 degrees: 61 columns of one minute, 121 values of half a minute.
    Path file =
        TileSketch.dted(
            folder.resolve("n52.dt0"),
            "0210000W0520000N",
            "06000300",
            61,
            121,
            "NA  ",
            (column, row) -> 10 * column - row);

    ElevationRaster raster = open(file);

    assertThat(height(raster, 53, -21)).isEqualTo(0);
    assertThat(height(raster, 52, -21)).isEqualTo(-120);
    assertThat(height(raster, 52, -20)).isEqualTo(600 - 120);
    // A quarter of the way east and half a value south of the northern edge.
    assertThat(height(raster, 53 - 0.5 / 120, -20.75)).isCloseTo(150 - 0.5, within(1e-6));
    assertThat(height(raster, 51.999, -20.5)).isNaN();
  }

  @Test
  void readsSignAndMagnitudeTheVoidAndTheMistakeThatIsOftenMade() throws IOException {
    // -100 is written 0x8064; whoever writes two's complement puts 0xFF9C, which would be -32668.
    short[] written = {(short) 0x8064, (short) 0xFF9C, (short) 0xFFFF, 100};
    Path file =
        TileSketch.dted(
            folder.resolve("n10.dt0"),
            "0200000E0100000N",
            "03000300",
            121,
            121,
            "NA  ",
            (column, row) -> column < 40 ? written[column / 10] & 0xFFFF : 7);

    ElevationRaster raster = open(file);

    assertThat(height(raster, 10.5, 20 + 5.0 / 120)).isEqualTo(-100);
    assertThat(height(raster, 10.5, 20 + 15.0 / 120)).isEqualTo(-100);
    assertThat(height(raster, 10.5, 20 + 25.0 / 120)).isNaN();
    assertThat(height(raster, 10.5, 20 + 35.0 / 120)).isEqualTo(100);
  }

  @Test
  void takesTheErrorFromTheAccuracyHeader() throws IOException {
    Path stated =
        TileSketch.dted(
            folder.resolve("a.dt0"), "0200000E0100000N", "03000300", 121, 121, "0020", (c, r) -> 1);
    Path silent =
        TileSketch.dted(
            folder.resolve("b.dt0"), "0200000E0100000N", "03000300", 121, 121, "NA  ", (c, r) -> 1);

    // 20 m at 90 percent over 1.645.
    assertThat(open(stated).facts().errorMeters()).isCloseTo(12.158, within(1e-3));
    assertThat(open(silent).facts().errorMeters()).isZero();
    assertThat(open(silent).facts().datum()).isEqualTo(StatedDatum.MEAN_SEA_LEVEL);
    assertThat(open(silent).facts().kind()).isEqualTo(SurfaceKind.SURFACE);
  }

  @Test
  void refusesHeadersThatCannotBe() throws IOException {
    Path text = Files.writeString(folder.resolve("text.dt1"), "x".repeat(5_000));
    Path tiny = Files.writeString(folder.resolve("tiny.dt1"), "UHL1");
    Path good =
        TileSketch.dted(
            folder.resolve("c.dt0"), "0200000E0100000N", "03000300", 121, 121, "NA  ", (c, r) -> 1);
    Path cut = Files.write(folder.resolve("cut.dt0"), firstBytes(good, 20_000));
    Path huge = withText(good, folder.resolve("huge.dt0"), 47, "99999999");
    Path words = withText(good, folder.resolve("words.dt0"), 20, "abcd");
    Path old = withText(good, folder.resolve("old.dt0"), 80 + 144, "WGS72");

    assertThatThrownBy(() -> DtedFile.open(text)).hasMessageContaining("text.dt1 is no DTED");
    assertThatThrownBy(() -> DtedFile.open(tiny)).hasMessageContaining("tiny.dt1 ends too early");
    // 3428 + 121 * (12 + 2 * 121)
    assertThatThrownBy(() -> DtedFile.open(cut))
        .hasMessageContaining("cut.dt0 has 20000 bytes; its header announces 34162");
    assertThatThrownBy(() -> DtedFile.open(huge)).hasMessageContaining("a grid that cannot be");
    assertThatThrownBy(() -> DtedFile.open(words)).hasMessageContaining("words.dt0 cannot be read");
    assertThatThrownBy(() -> DtedFile.open(old)).hasMessageContaining("on the datum WGS72");
  }

  private static byte[] firstBytes(Path file, int count) throws IOException {
    return Arrays.copyOf(Files.readAllBytes(file), count);
  }

  private static Path withText(Path file, Path changed, int at, String text) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, bytes, at, text.length());
    return Files.write(changed, bytes);
  }
}

package org.qyran.detection.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Mat;
import org.qyran.model.Mosaic;
import org.qyran.model.MosaicWindow;

/** The files are written by the JDK, so what is read back was said by somebody else. */
class RasterWindowTest {

  private static final int WIDTH = 300;
  private static final int HEIGHT = 200;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "Deflate", "LZW", "PackBits"})
  void readsAnyWindowOfTilesAndStripsAsItWasWritten(String compression) throws IOException {
    BufferedImage picture = picture(BufferedImage.TYPE_3BYTE_BGR);
    for (int tile : new int[] {0, 64}) {
      Path file = write(picture, compression, tile);
      Random random = new Random(7);
      for (int trial = 0; trial < 20; trial++) {
        int x = random.nextInt(WIDTH - 1);
        int y = random.nextInt(HEIGHT - 1);
        int width = 1 + random.nextInt(WIDTH - x);
        int height = 1 + random.nextInt(HEIGHT - y);
        MosaicWindow window = window(Mosaic.Values.AS_STORED, x, y, width, height);

        RasterPart part = RasterWindow.read(file, window, List.of(2, 0), 1);

        assertThat(part.unseen().count()).isZero();
        assertBand(part.bands().get(0), picture, window, 0);
        assertBand(part.bands().get(1), picture, window, 16);
        part.release();
      }
    }
  }

  @Test
  void averagesByAWholeNumberAndLeavesOutWhatNobodySaw() throws IOException {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        picture.getRaster().setSample(x, y, 0, x < 2 ? 0 : 10 * (x % 2 + 1));
      }
    }
    Mosaic.Values noZero = new Mosaic.Values(-1, 0.0, List.of(), List.of());

    RasterPart part =
        RasterWindow.read(
            write(picture, "", 0), window(noZero, 0, 0, WIDTH, HEIGHT), List.of(0), 3.9);

    // Three in one: 20 10 20 and 10 20 10 in turn, and 15 is the mean of the whole, for the first
    // has seen one pixel of three.
    byte[] line = new byte[3];
    part.bands().get(0).get(0, 0, line);
    assertThat(line).containsExactly(15, 17, 13);
    assertThat(part.unseen().at(0, 0)).isTrue();
    assertThat(part.unseen().at(1, 0)).isFalse();
    assertThat(part.bands().get(0).cols()).isEqualTo(100);
    part.release();
  }

  @Test
  void alphaSaysWhatWasSeenAndGainMakesAReflectance() throws IOException {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_4BYTE_ABGR);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        picture.setRGB(x, y, (x < 100 ? 0 : 0xff000000) | 0x00503020);
      }
    }
    Mosaic.Values values =
        new Mosaic.Values(3, null, List.of(0.01, 1.0, 1.0, 1.0), List.of(0.5, 0.0, 0.0, 0.0));

    RasterPart part =
        RasterWindow.read(
            write(picture, "", 0), window(values, 0, 0, WIDTH, HEIGHT), List.of(0), 1);

    float[] line = new float[WIDTH];
    part.bands().get(0).get(0, 0, line);
    assertThat(line[200]).isEqualTo(0x50 * 0.01f + 0.5f);
    assertThat(part.unseen().count()).isEqualTo(100 * HEIGHT);
    part.release();
  }

  @Test
  void aFileOfAnotherSizeOrDamagedIsToldAndNotThrownThrough() throws IOException {
    Path file = write(picture(BufferedImage.TYPE_3BYTE_BGR), "Deflate", 64);
    MosaicWindow window = window(Mosaic.Values.AS_STORED, 0, 0, WIDTH, HEIGHT);
    byte[] bytes = Files.readAllBytes(file);
    Random random = new Random(11);
    for (int trial = 0; trial < 200; trial++) {
      byte[] damaged = bytes.clone();
      for (int hit = 0; hit < 8; hit++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, trial % 2 == 0 ? damaged : Arrays.copyOf(damaged, bytes.length / 2));
      try {
        RasterWindow.read(file, window, List.of(0, 1, 2), 1).release();
      } catch (IOException told) {
        assertThat(told.getMessage()).as("trial %d", trial).contains("raster");
      }
    }
    Path other = write(new BufferedImage(30, 20, BufferedImage.TYPE_BYTE_GRAY), "", 0);
    assertThatThrownBy(() -> RasterWindow.read(other, window, List.of(0), 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is 30 x 20 pixels and was said to be 300 x 200");
  }

  private static void assertBand(Mat band, BufferedImage picture, MosaicWindow window, int shift) {
    byte[] line = new byte[window.widthPixels()];
    for (int y = 0; y < window.heightPixels(); y += 7) {
      band.get(y, 0, line);
      for (int x = 0; x < line.length; x++) {
        int rgb = picture.getRGB(window.leftPixels() + x, window.topPixels() + y);
        assertThat(line[x]).isEqualTo((byte) (rgb >> shift));
      }
    }
  }

  private static BufferedImage picture(int type) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, type);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        picture.setRGB(x, y, 0xff000000 | ((x * 7 + y) % 256 << 16) | (y % 256 << 8) | x % 251);
      }
    }
    return picture;
  }

  private static MosaicWindow window(
      Mosaic.Values values, int left, int top, int width, int height) {
    Mosaic mosaic =
        new Mosaic(
            WIDTH,
            HEIGHT,
            new Mosaic.Transform(0, 0, 1, 0, 0, -1),
            "EPSG:32643",
            1,
            5,
            values,
            1_000,
            0);
    return new MosaicWindow(mosaic, left, top, width, height, left, top, width, height);
  }

  private Path write(BufferedImage picture, String compression, int tilePixels) throws IOException {
    Path file = folder.resolve("raster.tif");
    Files.deleteIfExists(file);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    if (!compression.isEmpty()) {
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionType(compression);
    }
    if (tilePixels > 0) {
      how.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
      how.setTiling(tilePixels, tilePixels, 0, 0);
    }
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return file;
  }
}

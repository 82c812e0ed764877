package org.qyran.jobs;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.GeoTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;

/**
 * A small orthophoto of bare soil with what a test puts on it, in UTM 42, written by the JDK: a
 * pixel is 8 cm, and the corner of the first lies at 500000 m east and 4800000 m north.
 */
final class Orthophoto {

  private static final double PIXEL_METERS = 0.08;
  private static final Color TIN = new Color(217, 217, 219);
  private static final int NOISE = 8;

  private final BufferedImage picture;
  private final Random random;

  Orthophoto(int width, int height) {
    picture = new BufferedImage(width, height, BufferedImage.TYPE_4BYTE_ABGR);
    random = new Random(2);
    paint(new Rectangle(width, height), new Color(128, 107, 89));
  }

  /** A roof of tin. */
  Orthophoto roof(Rectangle pixels) {
    paint(pixels, TIN);
    return this;
  }

  /** Ground of which there is no picture: its alpha is 0. */
  Orthophoto without(Rectangle pixels) {
    for (int y = pixels.y; y < pixels.y + pixels.height; y++) {
      for (int x = pixels.x; x < pixels.x + pixels.width; x++) {
        picture.setRGB(x, y, 0);
      }
    }
    return this;
  }

  private void paint(Rectangle pixels, Color colour) {
    for (int y = pixels.y; y < pixels.y + pixels.height; y++) {
      for (int x = pixels.x; x < pixels.x + pixels.width; x++) {
        picture.setRGB(
            x,
            y,
            new Color(noisy(colour.getRed()), noisy(colour.getGreen()), noisy(colour.getBlue()))
                .getRGB());
      }
    }
  }

  private int noisy(int value) {
    return Math.max(0, Math.min(255, (int) Math.round(value + NOISE * random.nextGaussian())));
  }

  /** Writes it, and the folders that it lies in. */
  Path write(Path file) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    ImageWriter writer = jdks();
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(picture), writer.getDefaultWriteParam());
    TIFFDirectory tags = TIFFDirectory.createFromMetadata(metadata);
    // OGC 19-008r4, GeoTIFF 1.1: scale, one tie point, and the keys.
    add(tags, GeoTIFFTagSet.TAG_MODEL_PIXEL_SCALE, new double[] {PIXEL_METERS, PIXEL_METERS, 0});
    add(tags, GeoTIFFTagSet.TAG_MODEL_TIE_POINT, new double[] {0, 0, 0, 500_000, 4_800_000, 0});
    char[] projectedAreasUtm42 = {1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 32_642};
    TIFFTag keys = GeoTIFFTagSet.getInstance().getTag(GeoTIFFTagSet.TAG_GEO_KEY_DIRECTORY);
    tags.addTIFFField(
        new TIFFField(keys, TIFFTag.TIFF_SHORT, projectedAreasUtm42.length, projectedAreasUtm42));
    Files.deleteIfExists(file);
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(stream);
      writer.write(new IIOImage(picture, null, tags.getAsMetadata()));
    } finally {
      writer.dispose();
    }
    return file;
  }

  private static void add(TIFFDirectory tags, int number, double[] values) {
    TIFFTag tag = GeoTIFFTagSet.getInstance().getTag(number);
    tags.addTIFFField(new TIFFField(tag, TIFFTag.TIFF_DOUBLE, values.length, values));
  }

  /** Other libraries bring writers of their own. */
  private static ImageWriter jdks() {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("tiff");
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      if (writer.getClass().getModule().getName() != null) {
        return writer;
      }
    }
    throw new IllegalStateException("every JDK since 9 writes TIFF");
  }
}

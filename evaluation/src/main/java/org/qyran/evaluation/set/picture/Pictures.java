package org.qyran.evaluation.set.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Reads pictures of 8 bits and writes those that people look at. Colour is red, green, blue; a
 * fourth channel is left out.
 */
public final class Pictures {

  private Pictures() {}

  /**
   * A picture in colour.
   *
   * @throws IOException when it is not there or cannot be decoded
   */
  public static BufferedImage read(Path file) throws IOException {
    BufferedImage decoded = decoded(file);
    BufferedImage colour = blank(decoded.getWidth(), decoded.getHeight());
    for (int y = 0; y < decoded.getHeight(); y++) {
      for (int x = 0; x < decoded.getWidth(); x++) {
        colour.setRGB(x, y, decoded.getRGB(x, y));
      }
    }
    return colour;
  }

  /**
   * The first channel of a picture, 255 as 1, row by row.
   *
   * @param width that the picture must have
   * @param height that the picture must have
   * @throws IOException when it is not there, cannot be decoded or has another size
   */
  public static float[] readBand(Path file, int width, int height) throws IOException {
    BufferedImage decoded = decoded(file);
    if (decoded.getWidth() != width || decoded.getHeight() != height) {
      throw new IOException(
          "%s is %d x %d pixels, its capture is %d x %d"
              .formatted(file, decoded.getWidth(), decoded.getHeight(), width, height));
    }
    float[] values = decoded.getRaster().getSamples(0, 0, width, height, 0, (float[]) null);
    for (int i = 0; i < values.length; i++) {
      values[i] /= 255;
    }
    return values;
  }

  /** A black picture. */
  public static BufferedImage blank(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
  }

  /** Lays a picture on another. */
  public static void lay(BufferedImage picture, BufferedImage on, int x, int y) {
    Graphics2D graphics = on.createGraphics();
    graphics.drawImage(picture, x, y, null);
    graphics.dispose();
  }

  /** A part of a picture, enlarged by repeating its pixels. */
  public static BufferedImage cut(
      BufferedImage picture, int x, int y, int width, int height, int factor) {
    BufferedImage cut = blank(width * factor, height * factor);
    for (int row = 0; row < cut.getHeight(); row++) {
      for (int column = 0; column < cut.getWidth(); column++) {
        cut.setRGB(column, row, picture.getRGB(x + column / factor, y + row / factor));
      }
    }
    return cut;
  }

  /** As JPEG; the same picture gives the same bytes. */
  public static byte[] jpeg(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }

  /** The files of a folder, by name. */
  public static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("the folder " + folder + " does not exist");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static BufferedImage decoded(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("the picture " + file + " does not exist");
    }
    BufferedImage decoded = ImageIO.read(file.toFile());
    if (decoded == null) {
      throw new IOException(file + " is no picture that can be read");
    }
    return decoded;
  }
}

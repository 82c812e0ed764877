package org.qyran.evaluation.set.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.GeoTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.FileImageOutputStream;
import org.qyran.detection.plane.Plane;
import org.qyran.geo.survey.WholeFile;

/**
 * Writes score maps as TIFF of 32-bit floats, so that others can compute their own figures; on a
 * projected grid as GeoTIFF 1.0. Uncompressed, no date: same scores, same bytes.
 */
public final class ScoreMapFile {

  private static final int MODEL_TYPE_KEY = 1024;
  private static final int PROJECTED = 1;
  private static final int RASTER_TYPE_KEY = 1025;
  private static final int PIXEL_IS_AREA = 1;
  private static final int PROJECTED_SYSTEM_KEY = 3072;

  private ScoreMapFile() {}

  /**
   * Where a map lies.
   *
   * @param epsgCode of a projected system
   * @param westMeters of its left edge
   * @param northMeters of its upper edge
   * @param cellWidthMeters of a pixel
   * @param cellHeightMeters of a pixel
   */
  public record Grid(
      int epsgCode,
      double westMeters,
      double northMeters,
      double cellWidthMeters,
      double cellHeightMeters) {}

  /** Writes a map that lies nowhere. The folder is made if need be. */
  public static void write(Path file, Plane scores) throws IOException {
    write(file, scores, Optional.empty());
  }

  /** Writes a map on a grid. The folder is made if need be. */
  public static void write(Path file, Plane scores, Grid grid) throws IOException {
    write(file, scores, Optional.of(grid));
  }

  private static void write(Path file, Plane scores, Optional<Grid> grid) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    WholeFile.make(file, part -> encode(part, image(scores), grid));
  }

  private static void encode(Path file, BufferedImage image, Optional<Grid> grid)
      throws IOException {
    ImageWriter writer = writer();
    try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      ImageWriteParam settings = writer.getDefaultWriteParam();
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), settings);
      TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
      grid.ifPresent(where -> tieToTheGround(directory, where));
      writer.write(null, new IIOImage(image, null, directory.getAsMetadata()), settings);
    } finally {
      writer.dispose();
    }
  }

  /** Java's own: others that a class path may bring write other tags. */
  private static ImageWriter writer() {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("tiff");
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      if (writer.getClass().getModule().equals(ImageIO.class.getModule())) {
        return writer;
      }
    }
    throw new IllegalStateException("this Java has no TIFF writer of its own; Java 17 has one");
  }

  private static BufferedImage image(Plane scores) {
    ColorModel floats =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            false,
            false,
            ColorModel.OPAQUE,
            DataBuffer.TYPE_FLOAT);
    WritableRaster raster = floats.createCompatibleWritableRaster(scores.width(), scores.height());
    raster.setDataElements(0, 0, scores.width(), scores.height(), scores.values());
    return new BufferedImage(floats, raster, false, null);
  }

  private static void tieToTheGround(TIFFDirectory directory, Grid grid) {
    directory.addTagSet(GeoTIFFTagSet.getInstance());
    double[] scale = {grid.cellWidthMeters(), grid.cellHeightMeters(), 0};
    double[] upperLeftCorner = {0, 0, 0, grid.westMeters(), grid.northMeters(), 0};
    // Version 1.1.0, three keys; then key, where its value is (0: here), how many, the value.
    char[] keys = {
      1,
      1,
      0,
      3,
      MODEL_TYPE_KEY,
      0,
      1,
      PROJECTED,
      RASTER_TYPE_KEY,
      0,
      1,
      PIXEL_IS_AREA,
      PROJECTED_SYSTEM_KEY,
      0,
      1,
      (char) grid.epsgCode()
    };
    add(directory, GeoTIFFTagSet.TAG_MODEL_PIXEL_SCALE, TIFFTag.TIFF_DOUBLE, 3, scale);
    add(directory, GeoTIFFTagSet.TAG_MODEL_TIE_POINT, TIFFTag.TIFF_DOUBLE, 6, upperLeftCorner);
    add(directory, GeoTIFFTagSet.TAG_GEO_KEY_DIRECTORY, TIFFTag.TIFF_SHORT, keys.length, keys);
  }

  private static void add(TIFFDirectory directory, int tag, int type, int count, Object values) {
    directory.addTIFFField(
        new TIFFField(GeoTIFFTagSet.getInstance().getTag(tag), type, count, values));
  }
}

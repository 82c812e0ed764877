package org.qyran.sampledata.place;

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
import java.util.function.ToDoubleFunction;
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
import org.qyran.model.GeoPoint;

/**
 * Writes heights as a GeoTIFF of 32-bit floats in a UTM grid (GeoTIFF 1.0, sections 2.4 to 2.7).
 *
 * <p>Each cell holds the height at its middle; the file says so ("pixel is area"). The vertical
 * datum is not stated in the file, as in most elevation rasters that one is handed: by the
 * product's convention it is mean sea level. Uncompressed, no date: same heights, same bytes.
 *
 * @param zone of the grid
 * @param westMeters easting of the raster's left edge
 * @param northMeters northing of its upper edge
 * @param cellMeters side of a cell
 * @param cells in each direction
 */
public record ElevationFile(
    UtmZone zone, double westMeters, double northMeters, double cellMeters, int cells) {

  private static final int MODEL_TYPE_KEY = 1024;
  private static final int PROJECTED = 1;
  private static final int RASTER_TYPE_KEY = 1025;
  private static final int PIXEL_IS_AREA = 1;
  private static final int PROJECTED_SYSTEM_KEY = 3072;

  /** Writes the heights that a function answers for places on Earth. */
  public void write(Path file, ToDoubleFunction<GeoPoint> heightMeters) throws IOException {
    BufferedImage image = image(heightMeters);
    Files.deleteIfExists(file);
    ImageWriter writer = writer();
    try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      ImageWriteParam settings = writer.getDefaultWriteParam();
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), settings);
      TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
      tieToTheGround(directory);
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
    throw new IllegalStateException(
        "this Java has no TIFF writer of its own, Java 9 and later have");
  }

  private BufferedImage image(ToDoubleFunction<GeoPoint> heightMeters) {
    ColorModel floats =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            false,
            false,
            ColorModel.OPAQUE,
            DataBuffer.TYPE_FLOAT);
    WritableRaster raster = floats.createCompatibleWritableRaster(cells, cells);
    for (int row = 0; row < cells; row++) {
      for (int column = 0; column < cells; column++) {
        GeoPoint middle =
            zone.geoPointAt(
                westMeters + (column + 0.5) * cellMeters, northMeters - (row + 0.5) * cellMeters);
        raster.setSample(column, row, 0, (float) heightMeters.applyAsDouble(middle));
      }
    }
    return new BufferedImage(floats, raster, false, null);
  }

  private void tieToTheGround(TIFFDirectory directory) {
    GeoTIFFTagSet tags = GeoTIFFTagSet.getInstance();
    directory.addTagSet(tags);
    double[] scale = {cellMeters, cellMeters, 0};
    double[] upperLeftCorner = {0, 0, 0, westMeters, northMeters, 0};
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
      (char) zone.epsgCode()
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

package org.qyran.geo.elevation.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes small elevation tiles for tests, byte by byte as their standards say. */
public final class TileSketch {

  /** The whole metres of a value, counted from the north-western one. */
  @FunctionalInterface
  public interface Heights {
    int at(int column, int row);
  }

  private TileSketch() {}

  /** A tile of SRTM; -32768 is unknown. */
  public static Path hgt(Path file, int side, Heights heights) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * side * side);
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        bytes.putShort((short) heights.at(column, row));
      }
    }
    return write(file, bytes.array());
  }

  /**
   * A cell of DTED; -32767 is unknown.
   *
   * @param origin of the south-western value, {@code 0760000E0430000N}
   * @param steps between columns and rows in tenths of seconds of arc, {@code 00300030}
   * @param le90 the accuracy that the header ACC states, four characters
   */
  public static Path dted(
      Path file, String origin, String steps, int columns, int rows, String le90, Heights heights) {
    ByteBuffer bytes = ByteBuffer.allocate(3428 + columns * (12 + 2 * rows));
    text(
        bytes,
        80,
        String.format(
            Locale.ROOT, "UHL1%s%sNA  U  %12s%04d%04d0", origin, steps, "", columns, rows));
    text(bytes, 648, String.format(Locale.ROOT, "DSIU%137sMSLWGS84", ""));
    text(bytes, 2700, "ACCNA  " + le90);
    for (int column = 0; column < columns; column++) {
      bytes.put((byte) 0xAA).put((byte) 0).putShort((short) column);
      bytes.putShort((short) column).putShort((short) 0);
      for (int row = rows - 1; row >= 0; row--) {
        int height = heights.at(column, row);
        bytes.putShort((short) (height < 0 ? 0x8000 | -height : height));
      }
      bytes.putInt(0);
    }
    return write(file, bytes.array());
  }

  /** A source of a virtual raster: a window of a file and where its first cell goes. */
  public record Part(String file, int columns, int rows, int toColumn, int toRow) {}

  /** A virtual raster in WGS 84, as gdalbuildvrt 3.6 writes it. */
  public static Path vrt(
      Path file, double west, double north, double cell, int columns, int rows, List<Part> parts) {
    StringBuilder sources = new StringBuilder();
    for (Part part : parts) {
      sources.append(
          """
              <ComplexSource>
                <SourceFilename relativeToVRT="1">%s</SourceFilename>
                <SourceBand>1</SourceBand>
                <SrcRect xOff="0" yOff="0" xSize="%d" ySize="%d" />
                <DstRect xOff="%d" yOff="%d" xSize="%d" ySize="%d" />
                <NODATA>-32768</NODATA>
              </ComplexSource>
          """
              .formatted(
                  part.file(),
                  part.columns(),
                  part.rows(),
                  part.toColumn(),
                  part.toRow(),
                  part.columns(),
                  part.rows()));
    }
    return vrt(file, west, north, cell, columns, rows, sources.toString());
  }

  /** A virtual raster whose sources are written out. */
  public static Path vrt(
      Path file, double west, double north, double cell, int columns, int rows, String sources) {
    String text =
        """
        <VRTDataset rasterXSize="%d" rasterYSize="%d">
          <SRS dataAxisToSRSAxisMapping="2,1">GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]</SRS>
          <GeoTransform> %s, %s, 0.0, %s, 0.0, -%s</GeoTransform>
          <VRTRasterBand dataType="Int16" band="1">
            <NoDataValue>-32768</NoDataValue>
        %s  </VRTRasterBand>
        </VRTDataset>
        """
            .formatted(columns, rows, west, cell, north, cell, sources);
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void text(ByteBuffer bytes, int length, String text) {
    int end = bytes.position() + length;
    bytes.put(text.getBytes(StandardCharsets.US_ASCII));
    while (bytes.position() < end) {
      bytes.put((byte) ' ');
    }
  }

  private static Path write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.qyran.geo.elevation.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.qyran.geo.elevation.ElevationRaster.BlockSize;
import org.qyran.geo.elevation.GridPlacement;
import org.qyran.geo.elevation.GridSource;
import org.qyran.geo.elevation.RasterFacts;
import org.qyran.geo.elevation.StatedDatum;
import org.qyran.geo.elevation.SurfaceKind;

/**
 * A cell of Digital Terrain Elevation Data, level 0, 1 or 2 (MIL-PRF-89020B).
 *
 * <p>Three headers of fixed length (UHL, DSI, ACC) are followed by one record for each meridian,
 * from the west; a record has an eight-byte head, the heights from the south, and a checksum, which
 * is not looked at. Heights are 16-bit sign and magnitude, big-endian, in metres above mean sea
 * level, -32767 where unknown. Some producers wrote two's complement; what would lie below -16,000
 * m is read so, as GDAL does.
 *
 * <p>The ACC header states the error of the heights at 90 percent (LE90), which is 1.645 standard
 * deviations. Immutable; threads may share it.
 */
final class DtedFile implements HeightFile {

  private static final int DSI = 80;
  private static final int ACC = DSI + 648;
  private static final int DATA = ACC + 2700;
  private static final int RECORD_HEAD = 8;
  private static final int RECORD_FRAME = RECORD_HEAD + 4;
  private static final byte SENTINEL = (byte) 0xAA;
  private static final int UNKNOWN = -32767;

  /** Of level 2; a finer one is no DTED that this reads. */
  private static final int MOST_VALUES = 3601;

  private static final double TENTHS_OF_SECONDS_PER_DEGREE = 36_000;
  private static final double LE90_PER_SIGMA = 1.645;

  private final Path file;
  private final Header header;

  /**
   * What the headers say.
   *
   * @param west longitude of the first meridian, degrees
   * @param south latitude of the first value of each, degrees
   * @param columnStep between meridians, tenths of seconds of arc
   * @param rowStep between values, tenths of seconds of arc
   * @param errorMeters one standard deviation, 0 when not stated
   */
  private record Header(
      double west,
      double south,
      int columnStep,
      int rowStep,
      int columns,
      int rows,
      double errorMeters) {}

  private DtedFile(Path file, Header header) {
    this.file = file;
    this.header = header;
  }

  static DtedFile open(Path file) throws IOException {
    String text;
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer bytes = ByteBuffer.allocate(DATA);
      PathNames.readFully(channel, bytes, 0, file);
      text = new String(bytes.array(), StandardCharsets.US_ASCII);
    }
    if (!text.startsWith("UHL1") || !text.startsWith("DSI", DSI) || !text.startsWith("ACC", ACC)) {
      throw new IOException(
          "the elevation file %s is no DTED: its headers UHL, DSI and ACC are not where they belong"
              .formatted(file));
    }
    Header header = header(text, file);
    long bytes = DATA + (long) header.columns * (RECORD_FRAME + 2L * header.rows);
    if (Files.size(file) < bytes) {
      throw new IOException(
          "the elevation file %s has %d bytes; its header announces %d"
              .formatted(file, Files.size(file), bytes));
    }
    String datum = text.substring(DSI + 144, DSI + 149).strip();
    if (!datum.equals("WGS84") && !datum.isEmpty()) {
      throw new IOException(
          "the elevation file %s lies on the datum %s; only WGS84 is read".formatted(file, datum));
    }
    return new DtedFile(file, header);
  }

  private static Header header(String text, Path file) throws IOException {
    try {
      Header header =
          new Header(
              degrees(text.substring(4, 12)),
              degrees(text.substring(12, 20)),
              Integer.parseInt(text.substring(20, 24).strip()),
              Integer.parseInt(text.substring(24, 28).strip()),
              Integer.parseInt(text.substring(47, 51).strip()),
              Integer.parseInt(text.substring(51, 55).strip()),
              errorMeters(text.substring(ACC + 7, ACC + 11).strip()));
      if (header.columns >= 2
          && header.columns <= MOST_VALUES
          && header.rows >= 2
          && header.rows <= MOST_VALUES
          && header.columnStep > 0
          && header.rowStep > 0
          && Math.abs(header.west) <= 180
          && Math.abs(header.south) <= 90) {
        return header;
      }
    } catch (NumberFormatException notANumber) {
      throw new IOException(
          "the header of the DTED file %s cannot be read: %s"
              .formatted(file, notANumber.getMessage()),
          notANumber);
    }
    throw new IOException(
        "the header of the DTED file %s announces a grid that cannot be: %s"
            .formatted(file, text.substring(0, 55)));
  }

  /** {@code DDDMMSSH}. */
  private static double degrees(String text) {
    double degrees =
        Integer.parseInt(text.substring(0, 3).strip())
            + Integer.parseInt(text.substring(3, 5).strip()) / 60.0
            + Integer.parseInt(text.substring(5, 7).strip()) / 3_600.0;
    return "SWsw".indexOf(text.charAt(7)) >= 0 ? -degrees : degrees;
  }

  private static double errorMeters(String le90) {
    return le90.matches("\\d{1,4}") ? Integer.parseInt(le90) / LE90_PER_SIGMA : 0;
  }

  @Override
  public int columns() {
    return header.columns;
  }

  @Override
  public int rows() {
    return header.rows;
  }

  @Override
  public BlockSize blockSize() {
    return new BlockSize(400, 400);
  }

  @Override
  public RasterFacts facts() {
    return new RasterFacts(StatedDatum.MEAN_SEA_LEVEL, SurfaceKind.SURFACE, header.errorMeters, 1);
  }

  @Override
  public GridPlacement placement() {
    double rowsPerDegree = TENTHS_OF_SECONDS_PER_DEGREE / header.rowStep;
    return GridPlacement.ofDegrees(
        header.columns,
        header.rows,
        header.west,
        header.south + (header.rows - 1) / rowsPerDegree,
        TENTHS_OF_SECONDS_PER_DEGREE / header.columnStep,
        rowsPerDegree);
  }

  @Override
  public Optional<DegreeCorner> findCorner() {
    boolean oneDegree =
        (header.columns - 1) * header.columnStep == TENTHS_OF_SECONDS_PER_DEGREE
            && (header.rows - 1) * header.rowStep == TENTHS_OF_SECONDS_PER_DEGREE
            && header.west == Math.rint(header.west)
            && header.south == Math.rint(header.south);
    return oneDegree
        ? Optional.of(new DegreeCorner((int) header.south, (int) header.west))
        : Optional.empty();
  }

  @Override
  public float[] read(int column, int row, int columns, int rows) throws IOException {
    float[] heights = new float[columns * rows];
    ByteBuffer head = ByteBuffer.allocate(1);
    ByteBuffer values = ByteBuffer.allocate(2 * rows);
    int fromSouth = header.rows - row - rows;
    try (FileChannel channel = FileChannel.open(file)) {
      for (int right = 0; right < columns; right++) {
        long record = DATA + (column + right) * (RECORD_FRAME + 2L * header.rows);
        PathNames.readFully(channel, head.clear(), record, file);
        if (head.get(0) != SENTINEL) {
          throw new IOException(
              "record %d of the DTED file %s is damaged".formatted(column + right, file));
        }
        PathNames.readFully(channel, values.clear(), record + RECORD_HEAD + 2L * fromSouth, file);
        for (int up = 0; up < rows; up++) {
          heights[(rows - 1 - up) * columns + right] = height(values.getShort(2 * up));
        }
      }
    }
    return heights;
  }

  private static float height(short value) {
    int meters = value >= 0 ? value : -(value & 0x7FFF);
    if (meters == UNKNOWN) {
      return Float.NaN;
    }
    return GridSource.heightOrUnknown(meters < -16_000 ? value : meters);
  }
}

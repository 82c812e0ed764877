package org.qyran.evaluation.set.crowns;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The first ring of each polygon of a shapefile, in the units of its own grid (ESRI Shapefile
 * Technical Description, 1998, pages 4 to 9). Further rings of a polygon are left out.
 */
final class PolygonShapefile {

  private static final int FILE_CODE = 9994;
  private static final int HEADER_BYTES = 100;
  private static final int BOX_BYTES = 32;
  private static final int EMPTY = 0;
  private static final List<Integer> POLYGONS = List.of(5, 15, 25);

  private PolygonShapefile() {}

  /** The rings in the order of the file, the first corner not repeated. */
  static List<List<Coordinate>> rings(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    try {
      if (bytes.getInt() != FILE_CODE) {
        throw new IOException(file + " is no shapefile");
      }
      bytes.position(HEADER_BYTES);
      List<List<Coordinate>> rings = new ArrayList<>();
      while (bytes.hasRemaining()) {
        bytes.getInt();
        int length = 2 * bytes.getInt();
        ByteBuffer record = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + length);
        int type = record.getInt();
        if (POLYGONS.contains(type)) {
          rings.add(firstRing(record));
        } else if (type != EMPTY) {
          throw new IOException("%s holds shapes of type %d, not polygons".formatted(file, type));
        }
      }
      return rings;
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException(file + " is cut short or damaged", e);
    }
  }

  private static List<Coordinate> firstRing(ByteBuffer record) {
    record.position(record.position() + BOX_BYTES);
    int parts = record.getInt();
    int points = record.getInt();
    record.getInt();
    int end = parts > 1 ? record.getInt() : points;
    record.position(record.position() + 4 * Math.max(0, parts - 2));
    List<Coordinate> ring = new ArrayList<>();
    for (int corner = 0; corner < end - 1; corner++) {
      ring.add(new Coordinate(record.getDouble(), record.getDouble()));
    }
    return ring;
  }
}

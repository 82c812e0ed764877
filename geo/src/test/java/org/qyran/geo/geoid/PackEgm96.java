package org.qyran.geo.geoid;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Packs NGA's 15-minute EGM96 grid for {@link Egm96}. A program of one file, run by hand, once:
 *
 * <pre>
 * apt-get install proj-data
 * java geo/src/test/java/org/qyran/geo/geoid/PackEgm96.java /usr/share/proj/egm96_15.gtx \
 *     geo/src/main/resources/org/qyran/geo/geoid/egm96-15-minutes.deflate
 * </pre>
 *
 * <p>The GTX file is a header of 40 bytes (south, west, step, step as doubles, rows and columns as
 * integers) and floats in metres, all big-endian, from the south-west corner. Written are whole
 * centimetres as differences, a byte each, or -128 and two bytes where one is too small.
 */
final class PackEgm96 {

  private PackEgm96() {}

  public static void main(String[] arguments) throws IOException {
    ByteBuffer source = ByteBuffer.wrap(Files.readAllBytes(Path.of(arguments[0])));
    source.position(32);
    int rows = source.getInt();
    int columns = source.getInt();
    int[] grid = new int[rows * columns];
    for (int at = 0; at < grid.length; at++) {
      grid[at] = (int) Math.round(source.getFloat() * 100.0);
    }
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(plain);
    for (int at = 0; at < grid.length; at++) {
      boolean hasWest = at % columns > 0;
      boolean hasSouth = at >= columns;
      int west = hasWest ? grid[at - 1] : 0;
      int south = hasSouth ? grid[at - columns] : 0;
      int corner = hasWest && hasSouth ? grid[at - columns - 1] : 0;
      int rest = grid[at] - (west + south - corner);
      if (rest > Byte.MIN_VALUE && rest <= Byte.MAX_VALUE) {
        out.writeByte(rest);
      } else {
        out.writeByte(Byte.MIN_VALUE);
        out.writeShort(rest);
      }
    }
    try (OutputStream file =
        new DeflaterOutputStream(
            Files.newOutputStream(Path.of(arguments[1])),
            new Deflater(Deflater.BEST_COMPRESSION))) {
      file.write(plain.toByteArray());
    }
  }
}

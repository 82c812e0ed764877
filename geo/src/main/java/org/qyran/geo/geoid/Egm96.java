package org.qyran.geo.geoid;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.InflaterInputStream;
import org.qyran.model.GeoPoint;

/**
 * The height of the EGM96 geoid above the WGS 84 ellipsoid.
 *
 * <p>Turns a height above mean sea level H into one above the ellipsoid: h = H + N. N is bilinear
 * in the grid of 15 minutes of arc that NGA publishes (public domain), kept in whole centimetres as
 * in NGA's own binary edition. The rounding adds at most 5 mm, bilinear instead of NGA's spline
 * interpolation up to a few decimetres in high mountains; the geoid model itself is good to about
 * half a metre.
 *
 * <p>The grid is unpacked on first use, in some tens of milliseconds, and is 4 MB from then on.
 * Threads may call it freely.
 */
public final class Egm96 {

  private static final int COLUMNS = 1440;
  private static final int ROWS = 721;
  private static final double CELLS_PER_DEGREE = 4;
  private static final double METERS_PER_UNIT = 0.01;

  private Egm96() {}

  /**
   * Height of mean sea level above the WGS 84 ellipsoid, between -107 and +86.
   *
   * @param point anywhere, poles and antimeridian included
   */
  public static double undulationMeters(GeoPoint point) {
    double row = (90 + point.latitudeDegrees()) * CELLS_PER_DEGREE;
    double column = (180 + point.longitudeDegrees()) * CELLS_PER_DEGREE;
    int south = Math.min((int) row, ROWS - 2);
    int west = (int) column;
    double northShare = row - south;
    double eastShare = column - west;
    double below = along(south, west, eastShare);
    double above = along(south + 1, west, eastShare);
    return METERS_PER_UNIT * (below + (above - below) * northShare);
  }

  private static double along(int row, int west, double eastShare) {
    short[] grid = Grid.CENTIMETERS;
    double left = grid[row * COLUMNS + west % COLUMNS];
    double right = grid[row * COLUMNS + (west + 1) % COLUMNS];
    return left + (right - left) * eastShare;
  }

  /** Holds the grid; the class loader makes its unpacking lazy and safe between threads. */
  private static final class Grid {

    /** Row by row from the south pole, each from longitude -180 eastwards. */
    static final short[] CENTIMETERS = unpacked();

    private static short[] unpacked() {
      try (InputStream packed = Egm96.class.getResourceAsStream("egm96-15-minutes.deflate")) {
        if (packed == null) {
          throw new IllegalStateException(
              "the geoid grid egm96-15-minutes.deflate is missing from the program: rebuild it");
        }
        byte[] bytes = new InflaterInputStream(packed).readAllBytes();
        return decoded(new DataInputStream(new ByteArrayInputStream(bytes)));
      } catch (IOException e) {
        throw new UncheckedIOException("the geoid grid in the program is damaged: rebuild it", e);
      }
    }

    /**
     * Each value is stored as what is left when its western and southern neighbours have been used
     * to foretell it (west + south - southwest), which is nearly always one byte.
     */
    private static short[] decoded(DataInputStream in) throws IOException {
      short[] grid = new short[ROWS * COLUMNS];
      for (int at = 0; at < grid.length; at++) {
        int first = in.readByte();
        int rest = first == Byte.MIN_VALUE ? in.readShort() : first;
        boolean hasWest = at % COLUMNS > 0;
        boolean hasSouth = at >= COLUMNS;
        int west = hasWest ? grid[at - 1] : 0;
        int south = hasSouth ? grid[at - COLUMNS] : 0;
        int corner = hasWest && hasSouth ? grid[at - COLUMNS - 1] : 0;
        grid[at] = (short) (rest + west + south - corner);
      }
      return grid;
    }
  }
}

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
 * <p>Turns a height above mean sea level H into one above the ellipsoid: h = H + N. N comes from
 * the grid of 15 minutes of arc that NGA publishes (public domain), kept in whole centimetres as in
 * NGA's own binary edition, by natural cubic splines through four rows of four values, which is
 * what NGA's own program (F477) does. It meets that program's answers to the 5 mm of the rounding;
 * the straight lines between grid points that most software draws lie up to some decimetres beside
 * it in high mountains. The geoid model itself is good to about half a metre.
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
    double eastShare = column - west;
    return METERS_PER_UNIT
        * spline(
            along(south - 1, west, eastShare),
            along(south, west, eastShare),
            along(south + 1, west, eastShare),
            along(south + 2, west, eastShare),
            row - south);
  }

  private static double along(int row, int west, double eastShare) {
    return spline(
        value(row, west - 1),
        value(row, west),
        value(row, west + 1),
        value(row, west + 2),
        eastShare);
  }

  /** Beyond a pole lies the row before it, half a turn further. */
  private static double value(int row, int column) {
    boolean beyond = row < 0 || row >= ROWS;
    int inside = row < 0 ? -row : row >= ROWS ? 2 * (ROWS - 1) - row : row;
    int turned = column + COLUMNS + (beyond ? COLUMNS / 2 : 0);
    return Grid.CENTIMETERS[inside * COLUMNS + turned % COLUMNS];
  }

  /**
   * The natural cubic spline through four values a step apart, between the middle two. Its second
   * derivatives m₁, m₂ there solve 4 m₁ + m₂ = 6 (y₀ - 2 y₁ + y₂) and m₁ + 4 m₂ = 6 (y₁ - 2 y₂ +
   * y₃); with s = 1 - t the value is s y₁ + t y₂ + ((s³ - s) m₁ + (t³ - t) m₂) / 6 (de Boor, A
   * Practical Guide to Splines, IV).
   *
   * @param share t, of the way from the second value to the third
   */
  private static double spline(double y0, double y1, double y2, double y3, double share) {
    double bendLeft = y0 - 2 * y1 + y2;
    double bendRight = y1 - 2 * y2 + y3;
    double left = (4 * bendLeft - bendRight) / 15;
    double right = (4 * bendRight - bendLeft) / 15;
    double rest = 1 - share;
    return rest * y1
        + share * y2
        + (rest * rest * rest - rest) * left
        + (share * share * share - share) * right;
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

package org.qyran.sampledata.surface;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * A square of country while it is being drawn, cell by cell. Rows go north, columns east; a cell is
 * asked for at its middle.
 *
 * <p>Layers {@link #paint paint} what lies flat, {@link #raise raise} what stands, and may do so
 * beyond the sheet: what falls outside is left out.
 */
public final class Sheet {

  private final double westMeters;
  private final double southMeters;
  private final int cells;
  private final double cellMeters;
  private final float[] floor;
  private final float[] up;
  private final char[] skins;
  private final byte[] tints;
  private final List<Skin> palette = new ArrayList<>();
  private final IdentityHashMap<Skin, Integer> numbers = new IdentityHashMap<>();

  Sheet(double westMeters, double southMeters, int cells, double cellMeters, float[] floor) {
    this.westMeters = westMeters;
    this.southMeters = southMeters;
    this.cells = cells;
    this.cellMeters = cellMeters;
    this.floor = floor;
    this.up = floor.clone();
    this.skins = new char[floor.length];
    this.tints = new byte[floor.length];
  }

  public double westMeters() {
    return westMeters;
  }

  public double southMeters() {
    return southMeters;
  }

  public double eastMeters() {
    return westMeters + cells * cellMeters;
  }

  public double northMeters() {
    return southMeters + cells * cellMeters;
  }

  public double cellMeters() {
    return cellMeters;
  }

  /** Cells along a side. */
  public int cells() {
    return cells;
  }

  /** Of the middle of a column, from the country's origin. */
  public double eastOf(int column) {
    return westMeters + (column + 0.5) * cellMeters;
  }

  /** Of the middle of a row. */
  public double northOf(int row) {
    return southMeters + (row + 0.5) * cellMeters;
  }

  /** The first column whose middle lies at or east of a place, within the sheet's bounds. */
  public int firstColumn(double eastMeters) {
    return bounded((int) Math.ceil((eastMeters - westMeters) / cellMeters - 0.5));
  }

  /** The first column whose middle lies east of a place: the end of a loop up to it. */
  public int endColumn(double eastMeters) {
    return bounded((int) Math.floor((eastMeters - westMeters) / cellMeters - 0.5) + 1);
  }

  /** The first row whose middle lies at or north of a place, within the sheet's bounds. */
  public int firstRow(double northMeters) {
    return bounded((int) Math.ceil((northMeters - southMeters) / cellMeters - 0.5));
  }

  /** The first row whose middle lies north of a place: the end of a loop up to it. */
  public int endRow(double northMeters) {
    return bounded((int) Math.floor((northMeters - southMeters) / cellMeters - 0.5) + 1);
  }

  /** Whether a circle reaches into the sheet. */
  public boolean isReachedBy(double eastMeters, double northMeters, double radiusMeters) {
    return eastMeters + radiusMeters > westMeters
        && eastMeters - radiusMeters < eastMeters()
        && northMeters + radiusMeters > southMeters
        && northMeters - radiusMeters < northMeters();
  }

  /** The bare ground of a cell, above mean sea level. */
  public float floorAt(int column, int row) {
    return floor[row * cells + column];
  }

  /** The top of a cell so far. */
  public float upAt(int column, int row) {
    return up[row * cells + column];
  }

  /** What lies on top of a cell so far. */
  public Skin skinAt(int column, int row) {
    return palette.get(skins[row * cells + column]);
  }

  /** The number by which this sheet knows a skin. Skins are told apart by identity. */
  public int numberOf(Skin skin) {
    Integer known = numbers.get(skin);
    if (known != null) {
      return known;
    }
    int number = palette.size();
    if (number > Character.MAX_VALUE) {
      throw new IllegalStateException(
          "a sheet has more than 65,536 skins; share them between plants of a stand");
    }
    palette.add(skin);
    numbers.put(skin, number);
    return number;
  }

  /**
   * Covers the top of a cell, at the height it has.
   *
   * @param number of the skin, from {@link #numberOf}
   * @param tint brighter above 0, darker below: a share, bounded to ±0.63
   */
  public void paint(int column, int row, int number, double tint) {
    int at = row * cells + column;
    skins[at] = (char) number;
    tints[at] = packed(tint);
  }

  /** Lifts or sinks the top of a cell, whatever lies on it, by so much; for small unevenness. */
  public void roughen(int column, int row, double byMeters) {
    up[row * cells + column] += (float) byMeters;
  }

  /** Puts something on a cell if it reaches higher than what is there; otherwise nothing. */
  public void raise(int column, int row, double upMeters, int number, double tint) {
    int at = row * cells + column;
    if (upMeters > up[at]) {
      up[at] = (float) upMeters;
      skins[at] = (char) number;
      tints[at] = packed(tint);
    }
  }

  /** Digs a cell out, or fills it: the top is what is given, and so is the floor. */
  public void level(int column, int row, double upMeters, int number, double tint) {
    int at = row * cells + column;
    up[at] = (float) upMeters;
    floor[at] = (float) upMeters;
    skins[at] = (char) number;
    tints[at] = packed(tint);
  }

  static double unpacked(byte tint) {
    return 1 + tint / 200.0;
  }

  private static byte packed(double tint) {
    return (byte) Math.max(-127, Math.min(127, Math.round(200 * tint)));
  }

  float[] floors() {
    return floor;
  }

  float[] ups() {
    return up;
  }

  char[] skins() {
    return skins;
  }

  byte[] tints() {
    return tints;
  }

  List<Skin> palette() {
    return palette;
  }

  private int bounded(int index) {
    return Math.max(0, Math.min(cells, index));
  }
}

package org.qyran.geo.look;

import java.util.Collection;
import org.locationtech.jts.geom.Envelope;

/**
 * A grid of square cells over the level plane, in square tiles of {@value #TILE_CELLS} by {@value
 * #TILE_CELLS} of them. Cell (0, 0) has its south-west corner at the origin; rows grow northwards.
 *
 * @param sideMillimeters of a cell; whole, so that cells and tiles share their corners exactly
 */
public record CellGrid(long sideMillimeters) {

  public static final int TILE_CELLS = 48;

  /** Some 16 cells along the side of a footprint. */
  private static final long LOOKS_PER_VIEW = 256;

  /** A few footprints may be looked at more closely than many. */
  private static final long LOOKS_AT_LEAST = 50_000;

  /**
   * A grid for some views: as fine as is asked for, but so that all views together have no more
   * than {@value #LOOKS_PER_VIEW} cells each on the average; so neither time nor memory grows
   * faster than the number of frames.
   */
  public static CellGrid of(Collection<View> views, double leastSideMeters) {
    double area = views.stream().mapToDouble(view -> view.outline().getArea()).sum();
    long looks = Math.max(LOOKS_AT_LEAST, LOOKS_PER_VIEW * views.size());
    double side = Math.max(leastSideMeters, Math.sqrt(area / looks));
    return new CellGrid((long) Math.ceil(side * 1_000));
  }

  public double sideMeters() {
    return sideMillimeters / 1_000.0;
  }

  /** Where a column or row begins. */
  public double edgeMeters(long cell) {
    return cell * sideMillimeters / 1_000.0;
  }

  /** The middle of a column or row. */
  public double middleMeters(long cell) {
    return (cell + 0.5) * sideMillimeters / 1_000.0;
  }

  /** The column or row of a coordinate. */
  public int cellOf(double meters) {
    return (int) Math.floor(meters / sideMeters());
  }

  /** The tile, along one axis, of a coordinate. */
  public int tileOf(double meters) {
    return Math.floorDiv(cellOf(meters), TILE_CELLS);
  }

  /** The ground of a tile. */
  public Envelope tile(int tileColumn, int tileRow) {
    return new Envelope(
        edgeMeters((long) tileColumn * TILE_CELLS),
        edgeMeters((tileColumn + 1L) * TILE_CELLS),
        edgeMeters((long) tileRow * TILE_CELLS),
        edgeMeters((tileRow + 1L) * TILE_CELLS));
  }
}

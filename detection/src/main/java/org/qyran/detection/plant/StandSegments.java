package org.qyran.detection.plant;

import java.util.ArrayList;
import java.util.List;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Plane;

/**
 * Joins cells that may be cannabis into stands, in several ways at once.
 *
 * <p>One threshold does not serve: where shrubs stand close, a low one joins a plot with all that
 * is around it; a high one breaks a pale plot into plants. So the likelihoods of cells, smoothed
 * over a cell to each side, are cut at several levels (as level sets in J. Matas et al., MSER, BMVC
 * 2002). Of stands that lie in one another {@link Rivals} keeps the best cut. At each level gaps of
 * a cell are closed and threads of a cell taken away; holes belong to the stand.
 */
final class StandSegments {

  /** Log-odds, where cannabis and all else were equally frequent. */
  private static final double[] LEVELS = {-0.5, 0.5, 1.5, 2.5};

  private static final double LEAST_SQUARE_METERS = 2;

  /** A stand that shrinks by less than this from one level to the next is the same. */
  private static final double SAME = 0.85;

  private StandSegments() {}

  /** Stands of all levels, in cells; the lowest level first, then top to bottom. */
  static List<Blob> of(CellGrid grid, Plane logOdds) {
    Plane smooth = logOdds.boxMean(1);
    double leastCells = LEAST_SQUARE_METERS / (grid.cellMeters() * grid.cellMeters());
    List<Blob> stands = new ArrayList<>();
    List<Blob> below = List.of();
    for (double level : LEVELS) {
      List<Blob> here = above(grid, smooth, level);
      here.removeIf(blob -> blob.areaPixels() < leastCells);
      for (Blob blob : here) {
        if (below.stream().noneMatch(lower -> isSame(blob, lower))) {
          stands.add(blob);
        }
      }
      below = here;
    }
    return stands;
  }

  private static List<Blob> above(CellGrid grid, Plane smooth, double level) {
    byte[] marks = new byte[smooth.values().length];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = (byte) (smooth.values()[i] >= level && grid.isSeen(i) ? 1 : 0);
    }
    return new ArrayList<>(
        new Mask(grid.columns(), grid.rows(), marks).closed(1).opened(1).blobs());
  }

  private static boolean isSame(Blob blob, Blob lower) {
    return blob.areaPixels() >= SAME * lower.areaPixels()
        && lower.bounds().contains(blob.bounds().x(), blob.bounds().y())
        && lower.bounds().contains(blob.bounds().right() - 1, blob.bounds().bottom() - 1);
  }
}

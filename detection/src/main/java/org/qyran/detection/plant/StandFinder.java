package org.qyran.detection.plant;

import java.util.List;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.learn.Forest;
import org.qyran.detection.plane.Plane;

/**
 * Cuts a picture into stands that may be cannabis, and measures them: the first three stages.
 *
 * <p>Keeps nothing between pictures, so threads may share it.
 */
public final class StandFinder {

  private final Palette palette;
  private final Forest cells;

  /**
   * With a forest that knows cells.
   *
   * @param cells answers the log-odds that a cell is cannabis
   */
  public StandFinder(Palette palette, Forest cells) {
    this.palette = palette;
    this.cells = cells;
  }

  /** Names of the features of a stand, in their order. */
  public static List<String> features(Palette palette) {
    return StandFeatures.names(palette);
  }

  /**
   * The stands of a picture, with what was measured of them. Some lie in others: they are different
   * ways to cut the same plants.
   */
  public List<Stand> find(PreparedImage image) {
    CellGrid grid = CellGrid.of(image, palette);
    CellFeatures features = CellFeatures.of(grid);
    int count = grid.columns() * grid.rows();
    Plane logOdds =
        new Plane(grid.columns(), grid.rows(), cells.logOdds(features.columns(), count));
    StandFeatures measure = new StandFeatures(image, features, logOdds);
    return StandSegments.of(grid, logOdds).stream()
        .map(blob -> new Stand(blob, measure.of(blob)))
        .toList();
  }
}

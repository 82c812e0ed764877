package org.qyran.training;

import java.util.SortedMap;
import java.util.TreeMap;
import org.qyran.detection.learn.PlantModel;
import org.qyran.detection.plant.CellFeatures;
import org.qyran.detection.plant.CellGrid;
import org.qyran.detection.plant.Palette;
import org.qyran.training.fit.Table;
import org.qyran.training.label.LabelledFlight.LabelledPicture;
import org.qyran.training.label.TruthInPicture;

/**
 * Takes cells out of labelled pictures, of each kind so many at the most, spread evenly by a
 * multiplicative hash of their numbers: no randomness, and no picture counts for more than another.
 */
final class CellSampler implements Sampler {

  private static final int MOST_CANNABIS = 1_200;
  private static final int MOST_GROUND = 500;
  private static final int MOST_OTHER = 150;

  /** Leaning plants and poses are good to about that. */
  private static final double OPEN_METERS = 0.4;

  private final Palette palette;
  private final Table table;

  CellSampler(Palette palette) {
    this.palette = palette;
    this.table = Table.growing(palette.cellFeatures().size());
  }

  @Override
  public void add(LabelledPicture picture) {
    CellGrid grid = CellGrid.of(picture.image(), palette);
    CellFeatures features = CellFeatures.of(grid);
    int open = Math.max(1, (int) Math.round(OPEN_METERS / grid.cellMeters()));
    String[] kinds = picture.truth().cells(grid.columns(), grid.rows(), grid.cellPixels(), open);
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (int cell = 0; cell < kinds.length; cell++) {
      if (grid.isSeen(cell)) {
        counts.merge(kinds[cell], 1, Integer::sum);
      }
    }
    for (int cell = 0; cell < kinds.length; cell++) {
      String kind = kinds[cell];
      if (grid.isSeen(cell) && !kind.equals(TruthInPicture.OPEN)) {
        double share = (double) most(kind) / counts.getOrDefault(kind, 1);
        if (isTaken(cell, share)) {
          table.rows().add(Table.Row.of(features.row(cell), kind));
        }
      }
    }
  }

  private static int most(String kind) {
    if (PlantModel.isCannabis(kind)) {
      return MOST_CANNABIS;
    }
    return kind.equals(TruthInPicture.GROUND) ? MOST_GROUND : MOST_OTHER;
  }

  /** Knuth's multiplicative hash: the golden ratio spreads neighbours apart. */
  private static boolean isTaken(int cell, double share) {
    long hash = (cell * 2_654_435_769L) & 0xFFFF_FFFFL;
    return hash < share * 0x1_0000_0000L;
  }

  @Override
  public Table table() {
    return table;
  }
}

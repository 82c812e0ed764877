package org.qyran.training;

import java.util.List;
import java.util.Optional;
import org.qyran.detection.learn.Forest;
import org.qyran.detection.plant.CellGrid;
import org.qyran.detection.plant.Palette;
import org.qyran.detection.plant.Rivals;
import org.qyran.detection.plant.Stand;
import org.qyran.detection.plant.StandFinder;
import org.qyran.training.fit.Table;
import org.qyran.training.label.LabelledFlight.LabelledPicture;
import org.qyran.training.label.TruthInPicture;

/** Cuts labelled pictures into stands as the detector does, and says what each really is. */
final class StandSampler implements Sampler {

  private final StandFinder finder;
  private final Optional<Forest> cuts;
  private final Table table;

  StandSampler(Palette palette, Forest cells, Optional<Forest> cuts) {
    this.cuts = cuts;
    this.finder = new StandFinder(palette, cells);
    this.table = Table.growing(StandFinder.features(palette).size());
  }

  @Override
  public void add(LabelledPicture picture) {
    int side = CellGrid.cellPixels(picture.image().gsdMeters());
    int columns = picture.image().whole().width() / side;
    int rows = picture.image().whole().height() / side;
    String[] kinds = picture.truth().cells(columns, rows, side, 0);
    List<Stand> cut = finder.find(picture.image());
    for (Stand stand : cuts.map(forest -> Rivals.best(cut, forest)).orElse(cut)) {
      TruthInPicture.Cut truth = picture.truth().of(stand.blob(), kinds, columns, side);
      table.rows().add(new Table.Row(stand.features(), truth.kind(), 1, truth.overlap()));
    }
  }

  @Override
  public Table table() {
    return table;
  }
}

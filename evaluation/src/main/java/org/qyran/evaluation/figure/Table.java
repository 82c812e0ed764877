package org.qyran.evaluation.figure;

import java.util.List;

/**
 * What is told of an evaluation: our figures beside those to be beaten.
 *
 * @param product the figures of the run on trial
 * @param baselines the figures of detectors that ran over the same flights; none where they could
 *     not
 * @param areas how right the surveyed area is, one of each survey whose pictures are there
 * @param notes sentences that a reader must know: what the truth lacks, why there is no baseline
 */
public record Table(
    Figures product, List<Figures> baselines, List<AreaFigures> areas, List<String> notes) {

  public Table {
    baselines = List.copyOf(baselines);
    areas = List.copyOf(areas);
    notes = List.copyOf(notes);
  }
}

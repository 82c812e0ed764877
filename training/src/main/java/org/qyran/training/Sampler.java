package org.qyran.training;

import org.qyran.training.fit.Table;
import org.qyran.training.label.LabelledFlight.LabelledPicture;

/** Takes rows to learn from out of the pictures of one survey. */
interface Sampler {

  void add(LabelledPicture picture);

  /** What was taken so far. */
  Table table();
}

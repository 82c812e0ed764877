package org.qyran.evaluation.set.result;

import java.io.IOException;
import java.nio.file.Path;

/** A labelled set that the detectors can be scored on. */
public interface LabelledSet {

  /**
   * Scores the detectors on a folder that is laid out as the set is.
   *
   * @param data the folder of this one set
   * @param out where {@code scores/} and, for flights, {@code run/} are written; exists
   * @throws IOException when the folder is not laid out so, in one sentence, or cannot be read
   */
  SetResult evaluate(Path data, Path out) throws IOException;
}

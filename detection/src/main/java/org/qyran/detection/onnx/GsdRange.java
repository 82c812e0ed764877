package org.qyran.detection.onnx;

/**
 * The ground size of a pixel that a model was made for.
 *
 * @param leastMeters finer pictures are not looked at
 * @param workingMeters pictures that are finer than this are averaged down to about this
 * @param mostMeters coarser pictures are not looked at
 */
public record GsdRange(double leastMeters, double workingMeters, double mostMeters) {

  /** A picture may be this much finer or coarser than the limits: heights are not known better. */
  private static final double SLACK = 1.05;

  public GsdRange {
    if (!(leastMeters > 0
        && leastMeters <= workingMeters
        && workingMeters <= mostMeters
        && mostMeters <= 10_000)) {
      throw new IllegalArgumentException(
          "least %s, working %s and most %s m do not rise from above 0 to 10000"
              .formatted(leastMeters, workingMeters, mostMeters));
    }
  }

  /** Whole pixels of a picture along the side of one of the model's, at least 1. */
  int block(double gsdMeters) {
    return (int) Math.max(1, Math.round(workingMeters / gsdMeters));
  }

  boolean holds(double gsdMeters) {
    return gsdMeters * SLACK >= leastMeters && gsdMeters <= mostMeters * SLACK;
  }
}

package org.qyran.detection.image;

/**
 * How large the pixels of the working grid are.
 *
 * @param reduction frame pixels per working pixel that is aimed at, at least 1
 * @param gsdMeters ground size of a working pixel; assumed where {@code known} is false
 * @param known whether the ground size follows from where the frame was taken
 */
public record WorkingScale(double reduction, double gsdMeters, boolean known) {

  /** Frames that cannot be placed are looked at with this many of their pixels in one. */
  public static final double UNPLACED_REDUCTION = 4;

  /**
   * What a working grid may hold, all bands together. At one or two bytes a sample, and as much
   * again for masks, two workers stay within half a gigabyte however large their pictures are.
   */
  private static final double MOST_SAMPLES = 60e6;

  public WorkingScale {
    if (!(reduction >= 1 && reduction <= 10_000)) {
      throw new IllegalArgumentException(
          "reduction is %s, must lie in [1, 10000]".formatted(reduction));
    }
    if (!(gsdMeters > 0 && gsdMeters <= 10_000)) {
      throw new IllegalArgumentException(
          "gsdMeters is %s, must lie in (0, 10000]".formatted(gsdMeters));
    }
  }

  /**
   * The working grid of a frame that was placed: never finer than the frame.
   *
   * @param frameGsdMeters ground size of a pixel of the frame
   * @param workingGsdMeters aimed at
   */
  public static WorkingScale of(double frameGsdMeters, double workingGsdMeters) {
    double reduction = Math.max(1, workingGsdMeters / frameGsdMeters);
    return new WorkingScale(reduction, frameGsdMeters * reduction, true);
  }

  /**
   * The same, coarser if a picture of this size would not fit.
   *
   * @param samples of the frame: its pixels times its bands
   */
  public WorkingScale bounded(double samples) {
    double least = Math.sqrt(samples / MOST_SAMPLES);
    return least <= reduction
        ? this
        : new WorkingScale(least, gsdMeters * least / reduction, known);
  }

  /**
   * The working grid of a frame of which nobody knows how far the ground is: a quarter of its
   * pixels, as if one of them were as large as detectors expect.
   */
  public static WorkingScale unplaced(double workingGsdMeters) {
    return new WorkingScale(UNPLACED_REDUCTION, workingGsdMeters, false);
  }
}

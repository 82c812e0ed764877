package org.qyran.jobs.settings;

/**
 * How the stream itself is run.
 *
 * @param parallelism how many frames are worked on at once; 0 takes the number of processors
 */
public record RunSettings(int parallelism) {

  public RunSettings {
    if (parallelism < 0 || parallelism > 1_024) {
      throw new IllegalArgumentException(
          "parallelism is %d, must lie in [0, 1024]".formatted(parallelism));
    }
  }

  /** As many frames at once as there are processors. */
  public static RunSettings defaults() {
    return new RunSettings(0);
  }

  /** The number of frames worked on at once, on a machine with so many processors. */
  public int parallelismOn(int processors) {
    return parallelism == 0 ? processors : parallelism;
  }
}

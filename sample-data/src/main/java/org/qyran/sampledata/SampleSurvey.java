package org.qyran.sampledata;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The survey that {@code qyran demo} runs: a small drone over an invented valley in the south of
 * Kazakhstan, on a morning in July: three strips of five pictures, two of which were never taken.
 */
public final class SampleSurvey {

  private SampleSurvey() {}

  /**
   * Writes {@code flight/}, {@code dem.tif} and {@code truth/} into a folder, which is made where
   * it is missing. Files of the same names are replaced; others are left alone.
   *
   * @param seed of the world, the flight and the noise; same seed, same bytes
   */
  public static void write(Path folder, long seed) throws IOException {
    Simulator.write(folder, SurveyDesign.sample(seed), (done, total) -> {});
  }
}

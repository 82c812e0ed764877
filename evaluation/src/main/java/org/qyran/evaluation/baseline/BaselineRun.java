package org.qyran.evaluation.baseline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.qyran.evaluation.truth.SurveyFacts;
import org.qyran.jobs.SurveyInput;
import org.qyran.jobs.SurveyRun;
import org.qyran.jobs.report.Progress;
import org.qyran.jobs.settings.Settings;
import org.qyran.jobs.settings.SettingsException;

/**
 * The same flight, the same pipeline, the same settings but {@code detect.by=baseline}. Settings
 * that the run on trial was given by hand are not repeated: the baseline stands as it comes.
 */
public final class BaselineRun {

  private BaselineRun() {}

  /** Whether the pictures are there. */
  public static boolean isPossible(SurveyFacts facts) {
    return !facts.flight().isEmpty();
  }

  /**
   * Runs the baseline detectors.
   *
   * @param out where the result goes
   */
  public static void into(SurveyFacts facts, Path out, Progress progress) throws IOException {
    new SurveyRun(new SurveyInput.Folders(facts.flight()), facts.terrain(), settings())
        .into(out, progress);
  }

  private static Settings settings() {
    try {
      return Settings.of(Map.of("detect.by", "baseline"));
    } catch (SettingsException e) {
      throw new IllegalStateException("detect.by is a setting", e);
    }
  }
}

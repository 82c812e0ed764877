package org.qyran.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.qyran.jobs.SurveyInput;
import org.qyran.jobs.SurveyRun;
import org.qyran.jobs.report.Progress;
import org.qyran.jobs.settings.Settings;
import org.qyran.sampledata.SampleSurvey;

/** The sample survey, rendered and run once for all tests of this module; not to be written to. */
public final class SampleRun {

  private static final long SEED = 2;

  private SampleRun() {}

  public static Path truthFolder() {
    return Holder.FOLDER.resolve("truth");
  }

  public static Path runFolder() {
    return Holder.FOLDER.resolve("result");
  }

  private static final class Holder {

    private static final Path FOLDER = made();

    private static Path made() {
      try {
        Path folder = Files.createTempDirectory("qyran-sample");
        SampleSurvey.write(folder, SEED);
        new SurveyRun(
                new SurveyInput.Folders(List.of(folder.resolve("flight"))),
                List.of(folder.resolve("dem.tif")),
                Settings.defaults())
            .into(folder.resolve("result"), Progress.unwatched());
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException("cannot make the sample run", e);
      }
    }
  }
}

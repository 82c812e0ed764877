package org.qyran.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.jobs.settings.Settings;

@Tag("slow")
class SameBytesTest {

  @TempDir Path folder;

  @Test
  void theSameInputGivesTheSameBytesAtAnyParallelism() throws Exception {
    Path one = run("1");
    Path three = run("3");

    assertThat(SampleFlight.results(three)).isEqualTo(SampleFlight.results(one));
  }

  @Test
  void aSecondRunIntoTheSameFolderReplacesEverything() throws Exception {
    Path out = run("2");
    Map<String, String> first = SampleFlight.results(out);
    run("2");

    assertThat(SampleFlight.results(out)).isEqualTo(first);
  }

  /** The folder's name differs; no result may tell it. */
  private Path run(String parallelism) throws Exception {
    Path out = folder.resolve("parallelism-" + parallelism);
    SampleFlight.run(
        new SurveyInput.Folders(List.of(SampleFlight.flight())), out, settings(parallelism));
    return out;
  }

  private static Settings settings(String parallelism) throws IOException {
    try {
      return Settings.of(Map.of("run.parallelism", parallelism));
    } catch (org.qyran.jobs.settings.SettingsException e) {
      throw new IOException(e);
    }
  }
}

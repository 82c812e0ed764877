package org.qyran.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @Test
  void everyKeyCanBeWrittenInAFile() {
    assertThat(Settings.allKeys().values()).allMatch(SettingKey::supported);
  }

  @Test
  void whatIsInForceWhenNothingIsSetCanBeSetAndMeansTheSame() throws SettingsException {
    Settings defaults = Settings.defaults();

    Settings written = Settings.of(new TreeMap<>(defaults.inForce()));

    assertThat(written.inForce()).isEqualTo(defaults.inForce());
  }

  @Test
  void aValueThatIsSetReachesTheRoomsRecord() throws SettingsException {
    Settings settings = Settings.of(Map.of("run.parallelism", "3"));

    assertThat(settings.room(RunSettings.class)).isEqualTo(new RunSettings(3));
    assertThat(settings.inForce()).containsEntry("run.parallelism", "3");
  }

  @Test
  void allMistakesAreReportedTogether() {
    Map<String, String> wrong = Map.of("run.parallelsm", "3", "run.parallelism", "many");

    assertThatThrownBy(() -> Settings.of(wrong))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("run.parallelsm is no setting; did you mean run.parallelism?")
        .hasMessageContaining("run.parallelism is 'many', must be a number");
  }

  @Test
  void theMistakesOfAUsersTableOfCamerasAreToldWithTheOthers(@TempDir Path folder)
      throws IOException {
    Path table = folder.resolve("own.csv");
    Files.writeString(
        table, "make,model,width_px,pixel_um,focal_mm,focal_error\nA,B,1000,none,4,0.01\n");
    Map<String, String> wrong =
        Map.of("ingest.cameras", table.toString(), "run.parallelism", "many");

    assertThatThrownBy(() -> Settings.of(wrong))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("own.csv, line 2: pixel_um is 'none', must be a number")
        .hasMessageContaining("run.parallelism is 'many', must be a number");
  }

  @Test
  void aValueOutsideItsRangeIsRefusedNamingTheRange() {
    assertThatThrownBy(() -> Settings.of(Map.of("run.parallelism", "-1")))
        .isInstanceOf(SettingsException.class)
        .hasMessage("run: parallelism is -1, must lie in [0, 1024]");
  }
}

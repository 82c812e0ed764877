package org.qyran.jobs.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightFoldersTest {

  @TempDir private Path folder;

  @Test
  void aWholeSurveysFolderIsReadAsItsFlightAlone() throws IOException {
    write("sim/flight/DJI_0001.jpg");
    write("sim/flight/telemetry.csv");
    write("sim/dem.tif");
    write("sim/truth/poses.csv");
    write("sim/truth/targets.geojson");

    List<InputFile> files = FlightFolders.list(List.of(folder.resolve("sim")));

    assertThat(files).isEqualTo(FlightFolders.list(List.of(folder.resolve("sim/flight"))));
    assertThat(files)
        .extracting(file -> folder.relativize(Path.of(file.path())).toString())
        .containsExactly("sim/flight/DJI_0001.jpg", "sim/flight/telemetry.csv");
  }

  @Test
  void aFolderOfPicturesIsReadWithAllBelowIt() throws IOException {
    write("card/100MEDIA/DJI_0001.jpg");
    write("card/101MEDIA/DJI_0002.jpg");

    assertThat(FlightFolders.list(List.of(folder.resolve("card")))).hasSize(2);
  }

  @Test
  void twoSurveysAreTwoFlightsOfTheirOwnNames() throws IOException {
    write("monday/flight/DJI_0001.jpg");
    write("tuesday/flight/DJI_0001.jpg");

    assertThat(FlightFolders.list(List.of(folder.resolve("monday"), folder.resolve("tuesday"))))
        .extracting(InputFile::flight)
        .containsExactly("flight", "flight-2");
  }

  @Test
  void anEmptyFolderIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("empty"));

    assertThatThrownBy(() -> FlightFolders.list(List.of(folder.resolve("empty"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds no file");
  }

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
  }
}

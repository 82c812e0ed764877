package org.qyran.sampledata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.sampledata.flight.FlightPlan;

/** Every payload writes the files it promises: flights of a single shot, or two. */
@Tag("slow")
class SimulatorTest {

  @TempDir private Path folder;

  @Test
  void fiveBandsWriteFiveFilesAShotAndThePanelBefore() throws IOException {
    write("foreign-shore", SurveyDesign.Payload.MULTISPECTRAL, shots(1, 90));

    List<String> expected = new ArrayList<>(bands(0, 5));
    expected.addAll(bands(1, 5));
    expected.add("telemetry.csv");
    assertThat(flight()).containsExactlyElementsOf(expected);
    assertThat(posedFiles()).isEqualTo(expected.subList(5, 10));
  }

  @Test
  void aThermalCoreWritesASixthAndIsNamedAmongTheBands() throws IOException {
    write("desert-edge", SurveyDesign.Payload.THERMAL, shots(1, 90));

    List<String> expected = new ArrayList<>(bands(0, 5));
    expected.addAll(bands(1, 6));
    expected.add("telemetry.csv");
    assertThat(flight()).containsExactlyElementsOf(expected);
    assertThat(posedFiles()).isEqualTo(expected.subList(5, 11));
    assertThat(Files.readString(folder.resolve("truth/survey.json"))).contains("\"thermal\"");
  }

  @Test
  void anAircraftWritesPicturesAndALog() throws IOException {
    write("farmland", SurveyDesign.Payload.AIRCRAFT, shots(2, 400));

    assertThat(flight()).containsExactly("DSC00001.JPG", "DSC00002.JPG", "telemetry.csv");
    assertThat(posedFiles()).containsExactly("DSC00001.JPG", "DSC00002.JPG");
  }

  private void write(String world, SurveyDesign.Payload payload, FlightPlan plan)
      throws IOException {
    SurveyDesign design = SurveyDesign.of(world, 4).with(payload).flown(plan);
    List<Integer> done = new ArrayList<>();
    Simulator.write(folder, design, (exposed, total) -> done.add(10 * exposed + total));
    assertThat(done).hasSize(plan.shotsPerStrip()).endsWith(11 * plan.shotsPerStrip());
    assertThat(Files.readString(folder.resolve("truth/survey.json")))
        .contains("\"simulated\": true", "\"world\": \"%s\"".formatted(world), "\"seed\": 4");
  }

  private static FlightPlan shots(int count, double aboveMeters) {
    return new FlightPlan(
        30, 1, 0, count, 20, aboveMeters, -90, 8, Set.of(), Set.of(), 1 / 1_000.0, 0);
  }

  private List<String> flight() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("flight"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> posedFiles() throws IOException {
    return Files.readAllLines(folder.resolve("truth/poses.csv")).stream()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .toList();
  }

  private static List<String> bands(int shot, int count) {
    List<String> files = new ArrayList<>();
    for (int band = 1; band <= count; band++) {
      files.add("IMG_%04d_%d.tif".formatted(shot, band));
    }
    return files;
  }
}

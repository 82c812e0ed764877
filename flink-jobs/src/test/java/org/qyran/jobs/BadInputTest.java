package org.qyran.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.jobs.report.RunSummary;

/** A flight with every kind of bad file in it, next to the same flight without. */
@Tag("slow")
class BadInputTest {

  @TempDir static Path folder;

  private static Path clean;
  private static Path spoiled;
  private static int inputFiles;
  private static RunSummary summary;
  private static SortedMap<String, CSVRecord> rows;

  @BeforeAll
  static void runWithAndWithout() throws IOException {
    clean = folder.resolve("clean");
    spoiled = folder.resolve("spoiled");
    SampleFlight.run(SampleFlight.copyTo(folder.resolve("a").resolve("flight")), clean);
    Path flight = spoil(SampleFlight.copyTo(folder.resolve("b").resolve("flight")));
    try (Stream<Path> files = Files.list(flight)) {
      inputFiles = (int) files.count();
    }
    summary = SampleFlight.run(flight, spoiled);
    rows = new ResultFolder(spoiled).frames();
  }

  @ParameterizedTest
  @CsvSource({
    "zz_truncated.jpg,     refused,   UNREADABLE",
    "zz_empty.jpg,         refused,   UNREADABLE",
    "zz_text.jpg,          refused,   UNSUPPORTED_FORMAT",
    "zz_again.jpg,         refused,   DUPLICATE",
    "zz_1970.jpg,          refused,   NO_TIME",
    "zz_no_gps.jpg,        unlocated, NO_POSITION",
    "zz_zeroed_gimbal.jpg, unlocated, IMPLAUSIBLE_ATTITUDE",
  })
  void eachBadFileHasItsReason(String file, String status, String reason) {
    assertThat(rows).containsKey(file);
    CSVRecord row = Objects.requireNonNull(rows.get(file));
    assertThat(row.get("status")).isEqualTo(status);
    assertThat(row.get("reason")).isEqualTo(reason);
    assertThat(row.get("detail")).isNotBlank();
  }

  @Test
  void everyInputFileHasOneRow() {
    assertThat(rows).hasSize(inputFiles);
    assertThat(summary.read()).isEqualTo(inputFiles);
    assertThat(summary.processed() + summary.unlocated() + summary.refusedTotal())
        .isEqualTo(inputFiles);
  }

  @ParameterizedTest
  @CsvSource({"targets.geojson", "coverage.geojson"})
  void nothingElseChanges(String result) throws IOException {
    assertThat(spoiled.resolve(result)).hasSameTextualContentAs(clean.resolve(result));
  }

  private static Path spoil(Path flight) throws IOException {
    List<Path> pictures;
    try (Stream<Path> files = Files.list(flight)) {
      pictures = files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
    }
    byte[] good = Files.readAllBytes(pictures.get(0));
    Files.write(flight.resolve("zz_truncated.jpg"), Arrays.copyOf(good, good.length * 2 / 3));
    Files.createFile(flight.resolve("zz_empty.jpg"));
    Files.writeString(flight.resolve("zz_text.jpg"), "Dear analyst, the card was full.");
    Files.write(flight.resolve("zz_again.jpg"), good);
    Files.write(flight.resolve("zz_1970.jpg"), SpoiledPicture.withYear(good, "1970"));
    Files.write(flight.resolve("zz_no_gps.jpg"), SpoiledPicture.withoutPosition(good));
    Files.write(flight.resolve("zz_zeroed_gimbal.jpg"), SpoiledPicture.withZeroedGimbal(good));
    return flight;
  }
}

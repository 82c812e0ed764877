package org.qyran.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
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
  private static Map<String, CSVRecord> rows;

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
    rows = rows(spoiled.resolve("frames.csv"));
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
    Files.write(flight.resolve("zz_1970.jpg"), withYear(good, "1970"));
    Files.write(flight.resolve("zz_no_gps.jpg"), withoutPosition(good));
    Files.write(flight.resolve("zz_zeroed_gimbal.jpg"), withZeroedGimbal(good));
    return flight;
  }

  /** Every date of the metadata moved to another year; same length, so nothing else moves. */
  private static byte[] withYear(byte[] picture, String year) {
    String text = new String(picture, StandardCharsets.ISO_8859_1);
    return text.replaceAll("20[12]\\d([:-]\\d\\d[:-]\\d\\d)", year + "$1")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The pointer to the GPS directory (tag 0x8825) renamed to a tag that nobody reads. */
  private static byte[] withoutPosition(byte[] picture) {
    byte[] changed = picture.clone();
    int found = 0;
    for (int i = 0; i + 4 < Math.min(changed.length, 4_096); i++) {
      boolean little = changed[i] == 0x25 && changed[i + 1] == (byte) 0x88 && changed[i + 2] == 4;
      boolean big = changed[i] == (byte) 0x88 && changed[i + 1] == 0x25 && changed[i + 3] == 4;
      if (little) {
        changed[i + 1] = (byte) 0xF8;
        found++;
      } else if (big) {
        changed[i] = (byte) 0xF8;
        found++;
      }
    }
    assertThat(found).as("pointers to a GPS directory").isEqualTo(1);
    return changed;
  }

  /** Same length, so that nothing else of the file moves. */
  private static byte[] withZeroedGimbal(byte[] picture) {
    String text = new String(picture, StandardCharsets.ISO_8859_1);
    String zeroed =
        Pattern.compile("Gimbal(?:Yaw|Pitch|Roll)Degree=\"[^\"]*\"")
            .matcher(text)
            .replaceAll(angle -> angle.group().replaceAll("[1-9]", "0"));
    assertThat(zeroed).isNotEqualTo(text);
    return zeroed.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Map<String, CSVRecord> rows(Path csv) throws IOException {
    Map<String, CSVRecord> rows = new TreeMap<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(csv)) {
      for (CSVRecord row : format.parse(reader)) {
        assertThat(rows.put(row.get("file"), row)).as("rows of " + row.get("file")).isNull();
      }
    }
    return rows;
  }
}

package org.qyran.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that do not say where they were taken, and a flight log that does. */
@Tag("slow")
class FlightLogTest {

  private static final List<String> WITHOUT_PLACE = List.of("DJI_0003.jpg", "DJI_0009.jpg");
  private static final double METERS_PER_DEGREE = 111_100;

  @TempDir private Path folder;

  @Test
  void aPictureWithoutAPlaceGetsItFromTheLogByTime() throws IOException {
    Path flight = flightWithLog(Duration.ZERO);

    ResultFolder result = run(flight);

    assertPlacedWhereTheyReallyWere(result, 0.5);
    assertThat(result.frame("flight.csv").get("status")).isEqualTo("processed");
  }

  @Test
  void aLogWhoseClockRunsAheadIsReadByItsOwnClock() throws IOException {
    Path flight = flightWithLog(Duration.ofMillis(2_500));

    ResultFolder result = run(flight);

    // At 8 m/s a clock that is off by 2.5 s would be off by 20 m.
    assertPlacedWhereTheyReallyWere(result, 4);
    JsonNode warning = warning(result, "CLOCK_OFFSET");
    assertThat(warning.get("message").asText())
        .containsPattern("The clock of the pictures is 2\\.[3-7]\\d ± 0\\.\\d+ s behind");
  }

  @Test
  void withoutTheLogTheyAreLookedAtWithoutAPlace() throws IOException {
    Path flight = flightWithLog(Duration.ZERO);
    Files.delete(flight.resolve("flight.csv"));

    ResultFolder result = run(flight);

    for (String file : WITHOUT_PLACE) {
      assertThat(result.frame(file).get("status")).isEqualTo("unlocated");
      assertThat(result.frame(file).get("reason")).isEqualTo("NO_POSITION");
    }
  }

  private static void assertPlacedWhereTheyReallyWere(ResultFolder result, double meters)
      throws IOException {
    for (TruePose truth : truth()) {
      if (WITHOUT_PLACE.contains(truth.file())) {
        CSVRecord row = result.frame(truth.file());
        assertThat(row.get("status")).isEqualTo("processed");
        // As the log has it, before the pictures had their say.
        double north = Double.parseDouble(row.get("stated_lat")) - truth.latitude();
        double east = Double.parseDouble(row.get("stated_lon")) - truth.longitude();
        double aspect = Math.cos(Math.toRadians(truth.latitude()));
        assertThat(Math.hypot(north, east * aspect) * METERS_PER_DEGREE)
            .as(truth.file())
            .isCloseTo(0, within(meters));
      }
    }
  }

  private Path flightWithLog(Duration ahead) throws IOException {
    Path flight = SampleFlight.copyTo(folder.resolve("flight"));
    for (String file : WITHOUT_PLACE) {
      Path picture = flight.resolve(file);
      Files.write(picture, SpoiledPicture.withoutPosition(Files.readAllBytes(picture)));
    }
    Files.write(flight.resolve("flight.csv"), log(ahead));
    return flight;
  }

  /** The true way, a report a second, straight from picture to picture. */
  private static List<String> log(Duration ahead) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("time,latitude,longitude,height_msl_m");
    List<TruePose> poses = truth();
    for (int i = 0; i + 1 < poses.size(); i++) {
      TruePose from = poses.get(i);
      TruePose to = poses.get(i + 1);
      long seconds = Duration.between(from.time(), to.time()).toSeconds();
      for (long second = 0; second < seconds; second++) {
        double share = second / (double) seconds;
        lines.add(
            String.format(
                Locale.ROOT,
                "%s,%.8f,%.8f,%.2f",
                from.time().plusSeconds(second).plus(ahead),
                from.latitude() + share * (to.latitude() - from.latitude()),
                from.longitude() + share * (to.longitude() - from.longitude()),
                from.height() + share * (to.height() - from.height())));
      }
    }
    return lines;
  }

  private ResultFolder run(Path flight) throws IOException {
    Path out = folder.resolve("result");
    SampleFlight.run(flight, out);
    return new ResultFolder(out);
  }

  private static JsonNode warning(ResultFolder result, String code) throws IOException {
    for (JsonNode warning : result.report().get("warnings")) {
      if (warning.get("code").asText().equals(code)) {
        return warning;
      }
    }
    throw new AssertionError("no warning " + code + " among " + result.warnings());
  }

  private record TruePose(
      String file, Instant time, double latitude, double longitude, double height) {}

  private static List<TruePose> truth() throws IOException {
    List<TruePose> poses = new ArrayList<>();
    List<String> lines = Files.readAllLines(SampleFlight.folder().resolve("truth/poses.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      poses.add(
          new TruePose(
              cells[0],
              Instant.parse(cells[1]),
              Double.parseDouble(cells[2]),
              Double.parseDouble(cells[3]),
              Double.parseDouble(cells[5]))); // above mean sea level
    }
    return poses;
  }
}

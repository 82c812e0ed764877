package org.qyran.sampledata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole sample as files, judged by mathematics that is not the simulator's: earth-centred axes,
 * from latitude and longitude in the truth to pixels.
 */
@Tag("slow")
class SampleSurveyTest {

  private static final double UNDULATION_METERS = -41.98; // cs2cs EPSG:4979 to EPSG:4326+5773

  /** Of the camera, as its EXIF tells: 1200 by 800 pixels, 8.8 mm before 13.2 mm. */
  private static final double FOCAL_PIXELS = 800;

  @TempDir private static Path folder;

  @BeforeAll
  static void writeSurvey() throws IOException {
    SampleSurvey.write(folder, 1);
  }

  @Test
  void theSameSeedGivesTheSameBytes(@TempDir Path again) throws IOException {
    SampleSurvey.write(again, 1);

    List<Path> files = filesBelow(folder);
    assertThat(filesBelow(again)).isEqualTo(files);
    for (Path file : files) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
    }
  }

  @Test
  void theTruthLiesBesideTheFlightAndNotInIt() throws IOException {
    List<String> flight = new ArrayList<>();
    for (int number = 1; number <= 13; number++) {
      flight.add("DJI_%04d.jpg".formatted(number));
    }
    flight.add("telemetry.csv");

    assertThat(filesBelow(folder.resolve("flight")))
        .extracting(Path::toString)
        .containsExactlyElementsOf(flight);
    assertThat(filesBelow(folder.resolve("truth")))
        .extracting(Path::toString)
        .containsExactly(
            "confusers.geojson",
            "objects.csv",
            "poses.csv",
            "survey.json",
            "targets.geojson",
            "visibility.csv");
    assertThat(folder.resolve("dem.tif")).isNotEmptyFile();
  }

  @Test
  void theWholeSurveyIsSmall() throws IOException {
    long bytes = 0;
    for (Path file : filesBelow(folder)) {
      bytes += Files.size(folder.resolve(file));
    }

    assertThat(bytes).isLessThan(15_000_000);
  }

  @Test
  void everyTargetCanBeSeenInSomeFrame() throws IOException {
    List<Target> targets = targets();
    Map<String, Double> best = new HashMap<>();
    for (String[] row : rows("visibility.csv")) {
      best.merge(row[1], number(row[2]) * number(row[3]), Math::max);
    }

    assertThat(targets.stream().filter(target -> target.type().equals("cannabis_plantation")))
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(targets.stream().filter(target -> target.type().equals("structure_of_interest")))
        .hasSizeGreaterThanOrEqualTo(2);
    for (Target target : targets) {
      assertThat(best.getOrDefault(target.id(), 0.0)).as(target.id()).isGreaterThan(0.5);
    }
  }

  @Test
  void visibilityNamesTheFramesThatEarthCentredAxesName() throws IOException {
    Map<String, Double> shares = new HashMap<>();
    for (String[] row : rows("visibility.csv")) {
      shares.put(row[0] + " " + row[1], number(row[2]));
    }
    for (Pose pose : poses()) {
      for (Target target : targets()) {
        double[] pixel = project(pose, target.latitude(), target.longitude(), target.height());
        String pair = pose.file() + " " + target.id();
        // A target reaches some tens of meters, up to 200 pixels, from its middle.
        if (isInside(pixel, 250)) {
          assertThat(shares.getOrDefault(pair, 0.0)).as(pair).isEqualTo(1);
        } else if (!isInside(pixel, -400)) {
          assertThat(shares).as(pair).doesNotContainKey(pair);
        }
      }
    }
  }

  @Test
  void betweenTheFramesLiesGroundThatNoneSaw() throws IOException {
    // The pictures 40 m and 0 m along the middle strip are missing; 20 m along, heading 25, is
    // 18.1 m north and 8.5 m east of the origin, 43.3001559 N 70.8998566 E.
    double height = targets().get(0).height();
    double hole = 0;
    double beside = 0;
    for (Pose pose : poses()) {
      hole += isInside(project(pose, at(18.1), along(8.5), height), 0) ? 1 : 0;
      beside += isInside(project(pose, at(-72.5), along(-33.8), height), 0) ? 1 : 0;
    }

    assertThat(hole).isZero();
    assertThat(beside).isPositive();
  }

  @Test
  void whatThePicturesStateDiffersFromTheTruthByAFewMetersAndNeverByNothing() throws IOException {
    for (String[] row : rows("poses.csv")) {
      double north = (number(row[10]) - number(row[2])) * 111_100;
      double east = (number(row[11]) - number(row[3])) * 81_100; // times cos 43.3
      // Five deviations of 0.8 m, and a little for the clock.
      assertThat(Math.hypot(east, north)).as(row[0]).isBetween(0.01, 7.0);
      assertThat(number(row[12]) - number(row[4])).as(row[0]).isBetween(-5.0, 5.0);
      assertThat(number(row[4]) - number(row[5]))
          .as("%s: ellipsoid less geoid", row[0])
          .isCloseTo(UNDULATION_METERS, within(1e-3));
    }
  }

  @Test
  void outlinesAreClosedRingsThatRunCounterclockwise() throws IOException {
    for (String file : List.of("targets.geojson", "confusers.geojson")) {
      String text = Files.readString(folder.resolve("truth").resolve(file));
      List<MatchResult> rings =
          Pattern.compile("\"coordinates\": \\[\\[\\[(.*?)\\]\\]\\]")
              .matcher(text)
              .results()
              .toList();
      assertThat(rings).hasSizeGreaterThanOrEqualTo(2);
      for (MatchResult ring : rings) {
        List<double[]> corners = new ArrayList<>();
        for (String corner : ring.group(1).split("\\], \\[", -1)) {
          String[] parts = corner.split(", ", -1);
          corners.add(new double[] {number(parts[0]), number(parts[1])});
        }
        assertThat(corners.get(0)).isEqualTo(corners.get(corners.size() - 1));
        assertThat(twiceArea(corners)).isPositive();
        // Longitude first.
        assertThat(corners).allMatch(corner -> corner[0] > 70 && corner[1] < 44);
      }
    }
  }

  /** A line of poses.csv. */
  private record Pose(
      String file,
      double latitude,
      double longitude,
      double height,
      double yaw,
      double pitch,
      double roll) {}

  /** A feature of targets.geojson. */
  private record Target(String id, String type, double latitude, double longitude, double height) {}

  private static List<Pose> poses() throws IOException {
    return rows("poses.csv").stream()
        .map(
            row ->
                new Pose(
                    row[0],
                    number(row[2]),
                    number(row[3]),
                    number(row[4]),
                    number(row[6]),
                    number(row[7]),
                    number(row[8])))
        .toList();
  }

  private static List<String[]> rows(String file) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("truth").resolve(file));
    return lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private static List<Target> targets() throws IOException {
    String text = Files.readString(folder.resolve("truth/targets.geojson"));
    Pattern pattern =
        Pattern.compile(
            "\"properties\": \\{\"id\": \"([^\"]+)\", \"type\": \"([^\"]+)\".*?"
                + "\"lat\": ([\\d.]+), \"lon\": ([\\d.]+), \"height_m\": ([\\d.]+)");
    return pattern
        .matcher(text)
        .results()
        .map(
            match ->
                new Target(
                    match.group(1),
                    match.group(2),
                    number(match.group(3)),
                    number(match.group(4)),
                    number(match.group(5))))
        .toList();
  }

  private static double at(double north) {
    return 43.3001559 + north / 111_100;
  }

  private static double along(double east) {
    return 70.8998566 + east / 81_100;
  }

  private static boolean isInside(double[] pixel, double margin) {
    return pixel[2] > 0
        && pixel[0] > margin
        && pixel[0] < 1_200 - margin
        && pixel[1] > margin
        && pixel[1] < 800 - margin;
  }

  /** Right, down and depth, by way of earth-centred axes. */
  private static double[] project(Pose pose, double latitude, double longitude, double height) {
    double[] camera = earthCentred(pose.latitude(), pose.longitude(), pose.height());
    double[] target = earthCentred(latitude, longitude, height);
    double x = target[0] - camera[0];
    double y = target[1] - camera[1];
    double z = target[2] - camera[2];
    double phi = Math.toRadians(pose.latitude());
    double lambda = Math.toRadians(pose.longitude());
    double outwards = x * Math.cos(lambda) + y * Math.sin(lambda);
    double east = y * Math.cos(lambda) - x * Math.sin(lambda);
    double north = z * Math.cos(phi) - outwards * Math.sin(phi);
    double down = -(outwards * Math.cos(phi) + z * Math.sin(phi));
    double yaw = Math.toRadians(pose.yaw());
    double pitch = Math.toRadians(pose.pitch());
    double roll = Math.toRadians(pose.roll());
    double ahead = north * Math.cos(yaw) + east * Math.sin(yaw);
    double right = east * Math.cos(yaw) - north * Math.sin(yaw);
    double forward = ahead * Math.cos(pitch) - down * Math.sin(pitch);
    double below = ahead * Math.sin(pitch) + down * Math.cos(pitch);
    return new double[] {
      600 + FOCAL_PIXELS * (right * Math.cos(roll) + below * Math.sin(roll)) / forward,
      400 + FOCAL_PIXELS * (below * Math.cos(roll) - right * Math.sin(roll)) / forward,
      forward
    };
  }

  private static double[] earthCentred(double latitude, double longitude, double height) {
    double phi = Math.toRadians(latitude);
    double lambda = Math.toRadians(longitude);
    double eccentricitySquared = 6.69437999014e-3; // WGS 84
    double radius = 6_378_137 / Math.sqrt(1 - eccentricitySquared * Math.sin(phi) * Math.sin(phi));
    return new double[] {
      (radius + height) * Math.cos(phi) * Math.cos(lambda),
      (radius + height) * Math.cos(phi) * Math.sin(lambda),
      (radius * (1 - eccentricitySquared) + height) * Math.sin(phi)
    };
  }

  private static double twiceArea(List<double[]> ring) {
    double[] first = ring.get(0);
    double sum = 0;
    for (int i = 1; i < ring.size(); i++) {
      double[] before = ring.get(i - 1);
      double[] here = ring.get(i);
      sum +=
          (before[0] - first[0]) * (here[1] - first[1])
              - (here[0] - first[0]) * (before[1] - first[1]);
    }
    return sum;
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  private static List<Path> filesBelow(Path top) throws IOException {
    try (Stream<Path> files = Files.walk(top)) {
      return files.filter(Files::isRegularFile).map(top::relativize).sorted().toList();
    }
  }
}

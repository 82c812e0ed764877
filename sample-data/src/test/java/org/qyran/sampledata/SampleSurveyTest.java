package org.qyran.sampledata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole survey as files, read back by other people's programs and by mathematics that is not
 * the renderer's: earth-centred axes, from latitude and longitude in the truth to pixels.
 */
@Tag("slow")
class SampleSurveyTest {

  private static final double UNDULATION_METERS = -41.98; // cs2cs EPSG:4979 to EPSG:4326+5773

  @TempDir private static Path folder;

  @BeforeAll
  static void writeSurvey() throws IOException {
    SampleSurvey.write(folder, 1);
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOtherBytes(@TempDir Path again)
      throws IOException {
    SampleSurvey.write(again.resolve("same"), 1);
    SampleSurvey.write(again.resolve("other"), 2);

    List<Path> files = filesBelow(folder);
    assertThat(filesBelow(again.resolve("same"))).isEqualTo(files);
    for (Path file : files) {
      assertThat(again.resolve("same").resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
      assertThat(Files.mismatch(folder.resolve(file), again.resolve("other").resolve(file)))
          .as("first byte of %s that differs", file)
          .isNotEqualTo(-1);
    }
  }

  @Test
  void theTruthLiesBesideTheFlightAndNotInIt() throws IOException {
    assertThat(filesBelow(folder.resolve("flight")))
        .hasSize(13)
        .allSatisfy(file -> assertThat(file.toString()).matches("DJI_00[01][0-9]\\.jpg"));
    assertThat(filesBelow(folder.resolve("truth")))
        .extracting(Path::toString)
        .containsExactly("poses.csv", "targets.geojson");
  }

  @Test
  void theWholeSurveyIsSmall() throws IOException {
    long bytes = 0;
    for (Path file : filesBelow(folder)) {
      bytes += Files.size(folder.resolve(file));
    }

    assertThat(bytes).isLessThan(6_000_000);
  }

  @Test
  void exiftoolReadsWhatTheDroneStates() throws Exception {
    List<TruePose> truth = poses();

    for (TruePose pose : truth) {
      String[] tags =
          outputOf(
                  "exiftool",
                  "-n",
                  "-T",
                  "-Make",
                  "-Model",
                  "-DateTimeOriginal",
                  "-OffsetTimeOriginal",
                  "-FocalLength",
                  "-FocalLengthIn35mmFormat",
                  "-GPSLatitude",
                  "-GPSLongitude",
                  "-GPSAltitude",
                  "-AbsoluteAltitude",
                  "-RelativeAltitude",
                  "-GimbalYawDegree",
                  "-GimbalPitchDegree",
                  "-GimbalRollDegree",
                  "-FlightYawDegree",
                  flightFile(pose).toString())
              .strip()
              .split("\t");
      assertThat(tags).as(pose.file()).startsWith("DJI", "FC6310");
      // The true time is UTC, the camera's clock five hours ahead: 04:30:00Z is 09:30:00+05:00.
      assertThat(tags[2]).isEqualTo("2026:07:24 09" + pose.time().substring(13, 19));
      assertThat(tags[3]).isEqualTo("+05:00");
      assertThat(number(tags[4])).isEqualTo(8.8);
      assertThat(number(tags[5])).isEqualTo(24);
      // Stated and true differ by a metre and 0.3 degrees, one sigma: 5 sigma here, never nothing.
      double north = (number(tags[6]) - pose.latitude()) * 111_100;
      double east = (number(tags[7]) - pose.longitude()) * 81_100; // times cos 43.3
      assertThat(Math.hypot(east, north)).isBetween(0.01, 6.0);
      assertThat(number(tags[8])).isCloseTo(number(tags[9]), within(0.006));
      assertThat(number(tags[9])).isCloseTo(pose.height() - UNDULATION_METERS, within(5.0));
      assertThat(number(tags[10])).isBetween(88.0, 98.0);
      double turn = Math.IEEEremainder(number(tags[11]) - pose.yaw(), 360);
      assertThat(turn).isCloseTo(0, within(1.6));
      assertThat(number(tags[12])).isCloseTo(pose.pitch(), within(1.6));
      assertThat(number(tags[13])).isCloseTo(pose.roll(), within(1.6));
      assertThat(Math.abs(Math.IEEEremainder(number(tags[14]) - 24, 180))).isLessThan(10);
    }
  }

  @Test
  void gdalOpensTheElevationsInTheirGrid() throws Exception {
    String info = outputOf("gdalinfo", folder.resolve("dem.tif").toString());

    assertThat(info)
        .contains("Size is 150, 150")
        .contains("ID[\"EPSG\",32642]")
        .contains("Origin = (653800.0")
        .contains("4796200.0")
        .contains("Pixel Size = (4.0")
        .contains("AREA_OR_POINT=Area")
        .contains("Type=Float32");
  }

  @Test
  void theElevationsAreTheGroundOfTheTruthAboveTheGeoid() throws Exception {
    for (Landmark mark : landmarks()) {
      double height =
          number(
              outputOf(
                      "gdallocationinfo",
                      "-valonly",
                      "-wgs84",
                      folder.resolve("dem.tif").toString(),
                      Double.toString(mark.longitude()),
                      Double.toString(mark.latitude()))
                  .strip());

      // Nearest cell, so up to 2.8 m aside on slopes below one in ten.
      assertThat(height).as(mark.id()).isCloseTo(mark.height() - UNDULATION_METERS, within(0.3));
    }
  }

  @Test
  void theTentIsBlueWhereItsTrueOutlineFallsInEveryFrameThatSeesIt() throws IOException {
    Landmark tent = landmarks().get(3);
    int seen = 0;
    for (TruePose pose : poses()) {
      double[] pixel = project(pose, tent.latitude(), tent.longitude(), tent.height() + 1);
      if (!inPicture(pixel, 40)) {
        continue;
      }
      seen++;
      double[] blue = middleOfBlue(ImageIO.read(flightFile(pose).toFile()), pixel);
      assertThat(blue[0]).as(pose.file()).isCloseTo(pixel[0], within(3.0));
      assertThat(blue[1]).as(pose.file()).isCloseTo(pixel[1], within(3.0));
    }
    assertThat(seen).isGreaterThanOrEqualTo(2);
  }

  @Test
  void everyLandmarkIsSeenTwiceAndTheHoleNever() throws IOException {
    for (Landmark mark : landmarks()) {
      assertThat(looks(mark.latitude(), mark.longitude(), mark.height(), 20))
          .as(mark.id())
          .isGreaterThanOrEqualTo(2);
    }
    // The pictures 40 m and 0 m along the valley are missing; 20 m along, heading 24, is
    // 18.3 m north and 8.1 m east of the origin, 43.3001559 N 70.8998566 E.
    double height = landmarks().get(1).height();
    assertThat(looks(43.3001559 + 18.3 / 111_100, 70.8998566 + 8.1 / 81_100, height, 0)).isZero();
    assertThat(looks(43.3001559 - 73.1 / 111_100, 70.8998566 - 32.5 / 81_100, height, 0))
        .isPositive();
  }

  /** A line of poses.csv. */
  private record TruePose(
      String file,
      String time,
      double latitude,
      double longitude,
      double height,
      double yaw,
      double pitch,
      double roll) {}

  /** A feature of targets.geojson. */
  private record Landmark(String id, double latitude, double longitude, double height) {}

  private static List<TruePose> poses() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("truth/poses.csv"));
    assertThat(lines.get(0))
        .isEqualTo("file,time,lat,lon,height_m,height_msl_m,yaw_deg,pitch_deg,roll_deg");
    return lines.stream()
        .skip(1)
        .map(line -> line.split(","))
        .map(
            cells ->
                new TruePose(
                    cells[0],
                    cells[1],
                    number(cells[2]),
                    number(cells[3]),
                    number(cells[4]),
                    number(cells[6]),
                    number(cells[7]),
                    number(cells[8])))
        .toList();
  }

  private static List<Landmark> landmarks() throws IOException {
    String text = Files.readString(folder.resolve("truth/targets.geojson"));
    List<Landmark> landmarks = new ArrayList<>();
    Pattern pattern =
        Pattern.compile(
            "\"properties\": \\{\"id\": \"([^\"]+)\".*?\"lat\": ([\\d.]+), \"lon\": ([\\d.]+),"
                + " \"height_m\": ([\\d.]+)");
    for (MatchResult match : pattern.matcher(text).results().toList()) {
      landmarks.add(
          new Landmark(
              match.group(1),
              number(match.group(2)),
              number(match.group(3)),
              number(match.group(4))));
    }
    assertThat(landmarks).hasSize(5);
    return landmarks;
  }

  private static int looks(double latitude, double longitude, double height, double margin)
      throws IOException {
    int looks = 0;
    for (TruePose pose : poses()) {
      looks += inPicture(project(pose, latitude, longitude, height), margin) ? 1 : 0;
    }
    return looks;
  }

  private static boolean inPicture(double[] pixel, double margin) {
    return pixel[0] > margin
        && pixel[0] < 1_200 - margin
        && pixel[1] > margin
        && pixel[1] < 800 - margin;
  }

  /** By way of earth-centred axes; the camera has 800 pixels of focal length and 1200 x 800. */
  private static double[] project(TruePose pose, double latitude, double longitude, double height) {
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
      600 + 800 * (right * Math.cos(roll) + below * Math.sin(roll)) / forward,
      400 + 800 * (below * Math.cos(roll) - right * Math.sin(roll)) / forward
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

  private static double[] middleOfBlue(BufferedImage picture, double[] around) {
    double x = 0;
    double y = 0;
    int count = 0;
    for (int row = (int) around[1] - 38; row < around[1] + 38; row++) {
      for (int column = (int) around[0] - 38; column < around[0] + 38; column++) {
        int rgb = picture.getRGB(column, row);
        if ((rgb & 255) > (rgb >> 16 & 255) + 35) {
          x += column + 0.5;
          y += row + 0.5;
          count++;
        }
      }
    }
    assertThat(count).as("blue pixels").isGreaterThan(400);
    return new double[] {x / count, y / count};
  }

  private static Path flightFile(TruePose pose) {
    return folder.resolve("flight").resolve(pose.file());
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  private static List<Path> filesBelow(Path top) throws IOException {
    try (Stream<Path> files = Files.walk(top)) {
      return files.filter(Files::isRegularFile).map(top::relativize).sorted().toList();
    }
  }

  private static String outputOf(String... command) throws IOException, InterruptedException {
    boolean installed =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, command[0])));
    Assumptions.assumeTrue(
        installed, "skipped: " + command[0] + " is not installed, so nobody else read our files");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}

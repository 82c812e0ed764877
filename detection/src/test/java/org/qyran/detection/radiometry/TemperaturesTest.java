package org.qyran.detection.radiometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.detection.plane.OpenCv;
import org.qyran.sampledata.RealData;

class TemperaturesTest {

  private static final String SET = "thermal_flir";
  private static final long LIMIT = 10_000_000;

  @BeforeAll
  static void loadOpenCv() {
    OpenCv.load();
  }

  @ParameterizedTest(name = "raw {0} of {1} is {8} °C")
  @CsvSource({
    // Worked by a few lines of Python from the constants that ExifTool prints of each picture.
    "5046,  17096.453, 1428,   -267,  0.046582058, 1,    40, 20, 55.4977",
    "3840,  17096.453, 1428,   -370,  0.048084795, 0.7,  32, 20, 39.8120",
    "13102, 13559.122, 1368.1, -5202, 0.010364772, 1,    20, 1,  -5.8922",
    "16940, 15848.854, 1414.9, -4405, 0.014533112, 0.95, 20, 1,  44.0827",
  })
  void countsBecomeTemperatures(
      double raw,
      double r1,
      double b,
      double o,
      double r2,
      double emissivity,
      double airCelsius,
      double distance,
      double expected) {
    double reflected = distance > 1 ? 295.15 : 293.15;
    PlanckLaw law = law(r1, b, o, r2, emissivity, reflected, airCelsius + 273.15, distance);

    assertThat(law.kelvin(raw) - 273.15).isCloseTo(expected, within(1e-3));
  }

  @Test
  void anObjectSeenThroughNothingGivesItsOwnCountsBack() {
    Random random = new Random(5);
    for (int trial = 0; trial < 1_000; trial++) {
      double kelvin = 250 + 150 * random.nextDouble();
      PlanckLaw law = law(15_000, 1_400, -2_000, 0.02, 1, 293, 293, 0);

      assertThat(law.kelvin(law.counts(kelvin)))
          .as("trial %d: %s K", trial, kelvin)
          .isCloseTo(kelvin, within(1e-6));
    }
  }

  @Test
  void aCountBelowAllHeatHasNoTemperature() {
    assertThat(law(15_000, 1_400, -2_000, 0.02, 1, 293, 293, 0).kelvin(0)).isZero();
  }

  private static PlanckLaw law(
      double r1,
      double b,
      double o,
      double r2,
      double emissivity,
      double reflectedKelvin,
      double airKelvin,
      double distance) {
    return new PlanckLaw(
        r1,
        b,
        1,
        o,
        r2,
        emissivity,
        distance,
        reflectedKelvin,
        airKelvin,
        reflectedKelvin,
        1,
        0.5,
        0.006569,
        0.012620,
        -0.002276,
        -0.006670,
        1.9);
  }

  @ParameterizedTest(name = "{0} is {3} °C in its middle, says its own XMP")
  @CsvSource({"DJI_XT2.jpg, 640, 512, 34", "DJI_XTR.jpg, 640, 512, 26"})
  @Tag("real")
  void theMiddleIsAsWarmAsTheDroneWrote(String name, int width, int height, double celsius)
      throws IOException {
    Temperatures found = Temperatures.of(real(name), LIMIT).orElseThrow();

    assertThat(found.widthPixels()).isEqualTo(width);
    assertThat(found.heightPixels()).isEqualTo(height);
    assertThat(found.kelvin(width / 2, height / 2) - 273.15).isCloseTo(celsius, within(1.0));
  }

  @ParameterizedTest
  @CsvSource({"FLIR_B60.jpg, 180, 180, -20, 10", "FLIR_T640.jpg, 640, 480, 25, 45"})
  @Tag("real")
  void aPngIsReadInTheByteOrderThatMakesSense(
      String name, int width, int height, double coldest, double warmest) throws IOException {
    Temperatures found = Temperatures.of(real(name), LIMIT).orElseThrow();

    int within = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double celsius = found.kelvin(x, y) - 273.15;
        within += celsius > coldest && celsius < warmest ? 1 : 0;
      }
    }
    assertThat(within).isGreaterThan((int) (0.85 * width * height));
  }

  @Test
  @Tag("real")
  void whatIsCutShortOrTooLargeOrMadeUpHasNoTemperatures() throws IOException {
    byte[] picture = real("FLIR_T640.jpg");
    assertThat(Temperatures.of(picture, 1_000)).isEmpty();
    assertThat(Temperatures.of(new byte[0], LIMIT)).isEmpty();
    Random random = new Random(77);
    for (int trial = 0; trial < 40; trial++) {
      byte[] harmed = Arrays.copyOf(picture, random.nextInt(400_000));
      for (int flip = 0; flip < 50 && harmed.length > 0; flip++) {
        harmed[random.nextInt(Math.min(harmed.length, 5_000))] = (byte) random.nextInt();
      }

      Optional<Temperatures> found = Temperatures.of(harmed, LIMIT);

      assertThat(found.map(Temperatures::widthPixels).orElse(640))
          .as("trial %d", trial)
          .isPositive();
    }
  }

  private static byte[] real(String name) throws IOException {
    Optional<Path> folder = RealData.find(SET);
    assumeTrue(folder.isPresent(), RealData.absent(SET));
    return Files.readAllBytes(folder.orElseThrow().resolve(name));
  }
}

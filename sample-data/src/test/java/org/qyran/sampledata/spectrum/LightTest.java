package org.qyran.sampledata.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.model.GeoPoint;

/** Outside truth: the reference spectra of ASTM G173-03, and published places of the sun. */
class LightTest {

  /** The standard's air: 1.5 air masses, dust 0.084 at 500 nm, sea level. */
  private static final SkyLight STANDARD = SkyLight.clear(41.81, 0.084, 0);

  @ParameterizedTest(name = "at {0} nm {1} from the sun and {2} on the tilted plane")
  @CsvSource({
    // G173-03 columns "direct" and "global", means over ±5 nm read from the table.
    "420, 0.964, 1.223",
    "450, 1.238, 1.499",
    "475, 1.341, 1.578",
    "500, 1.343, 1.549",
    "550, 1.368, 1.543",
    "600, 1.319, 1.466",
    "670, 1.280, 1.414",
    "705, 1.177, 1.298",
    "750, 1.131, 1.238",
  })
  void agreesWithTheStandardSpectrum(double nanometers, double direct, double global) {
    assertThat(STANDARD.directNormal().at(nanometers))
        .isCloseTo(direct, Percentage.withPercentage(8));
    // The standard's plane leans 37 degrees to the sun, over ground that sends back 0.2 or so.
    double leaning = Math.toRadians(37);
    double onPlane =
        STANDARD
                .on(Math.cos(Math.toRadians(48.19 - 37)), (1 + Math.cos(leaning)) / 2)
                .at(nanometers)
            + 0.2 * (1 - Math.cos(leaning)) / 2 * STANDARD.globalHorizontal().at(nanometers);
    assertThat(onPlane).isCloseTo(global, Percentage.withPercentage(10));
  }

  @Test
  void hasTheBandsOfOxygenAndWater() {
    Spectrum sun = STANDARD.directNormal();

    // The standard averages 0.42 over 760 to 765 nm; the model's step is known to be shallower.
    assertThat(sun.at(762.5)).isBetween(0.42, 0.8 * sun.at(755));
    assertThat(sun.at(720)).isBetween(0.75 * sun.at(710), 0.95 * sun.at(710));
    assertThat(sun.at(823)).isLessThan(0.95 * sun.at(860));
  }

  @Test
  void theSkyIsBlueAndDustWhitensIt() {
    Spectrum clean = SkyLight.clear(45, 0.05, 0).diffuseHorizontal();
    Spectrum dusty = SkyLight.clear(45, 0.4, 0).diffuseHorizontal();

    assertThat(clean.at(450) / clean.at(850)).isGreaterThan(5);
    assertThat(dusty.at(450) / dusty.at(850)).isLessThan(clean.at(450) / clean.at(850) / 1.5);
    assertThat(dusty.at(650)).isGreaterThan(clean.at(650));
  }

  @Test
  void higherSunsAndHigherPlacesHaveMoreSun() {
    Random random = new Random(20260724);
    for (int trial = 0; trial < 1_000; trial++) {
      double elevation = random.nextDouble(5, 85);
      double dust = random.nextDouble(0, 0.5);
      double height = random.nextDouble(0, 3_000);
      double nanometers = random.nextDouble(400, 900);
      double sun = SkyLight.clear(elevation, dust, height).directNormal().at(nanometers);

      assertThat(SkyLight.clear(elevation + 4, dust, height).directNormal().at(nanometers))
          .as("trial %d: %s° %s dust %s m %s nm", trial, elevation, dust, height, nanometers)
          .isGreaterThan(sun);
      assertThat(SkyLight.clear(elevation, dust, height + 500).directNormal().at(nanometers))
          .as("trial %d: %s° %s dust %s m %s nm", trial, elevation, dust, height, nanometers)
          .isGreaterThanOrEqualTo(sun);
    }
  }

  @Test
  void aCloudTakesTheSunAndDimsTheLight() {
    SkyLight cloud = STANDARD.underCloud(0.3);

    assertThat(cloud.directNormal().at(550)).isZero();
    assertThat(cloud.globalHorizontal().at(550))
        .isCloseTo(0.7 * STANDARD.globalHorizontal().at(550), within(1e-6));
  }

  @Test
  void agreesWithALightSensorInTheFieldAndIsBrighterThanItsPanel() {
    // MicaSense's sample flight, 2017-10-19, blue band: its light sensor wrote 1.0848, its
    // panel on the ground gives 0.7984; why they differ is not told.
    GeoPoint field = new GeoPoint(36.576096, -119.4352689);
    SunPosition sun = SunPosition.at(field, Instant.parse("2017-10-19T20:40:39Z"));

    SkyLight sky = SkyLight.clear(sun.elevationDegrees(), 0.1, 102);

    BandResponse blue = BandSet.MICASENSE_FIVE.responses().get(0);
    assertThat(blue.in(sky.globalHorizontal())).isBetween(0.7984, 1.0848 * 1.15);
  }

  @Test
  void refusesASunAtTheHorizon() {
    assertThatThrownBy(() -> SkyLight.clear(1, 0.1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sunElevationDegrees");
  }

  @ParameterizedTest(name = "{0} at {1} {2}: elevation {3}, azimuth {4}")
  @CsvSource({
    // NOAA's solar calculator, within its last digit.
    "2026-07-24T04:30:00Z, 43.3, 70.9, 47, 109, 0.6",
    // Meeus, Astronomical Algorithms, example 25.a: 1992-10-13T00:00 TD, declination -7.785; at
    // the pole that is the elevation, and the air lifts a sun below the horizon by 0.042.
    "1992-10-12T23:59:01Z, 90, 0, -7.743, -1, 0.01",
    // NREL's solar position algorithm (Reda and Andreas 2004), its example: zenith 50.11162,
    // azimuth 194.34024 at 2003-10-17 12:30:30 -7 h, 39.742476 N 105.1786 W.
    "2003-10-17T19:30:30Z, 39.742476, -105.1786, 39.88838, 194.34024, 0.02",
  })
  void knowsWhereTheSunStands(
      Instant instant,
      double latitude,
      double longitude,
      double elevation,
      double azimuth,
      double toleranceDegrees) {
    SunPosition sun = SunPosition.at(new GeoPoint(latitude, longitude), instant);

    assertThat(sun.elevationDegrees()).isCloseTo(elevation, within(toleranceDegrees));
    if (azimuth >= 0) {
      assertThat(sun.azimuthDegrees()).isCloseTo(azimuth, within(toleranceDegrees));
    }
  }

  @Test
  void theSunIsNorthAtNoonInTheSouth() {
    // Cape Town, 18.4 E: noon is near 10:45 UTC; the sun at 23.4 S, the place at 33.9 S.
    SunPosition sun =
        SunPosition.at(new GeoPoint(-33.9, 18.4), Instant.parse("2026-12-21T10:45:00Z"));

    assertThat(sun.elevationDegrees()).isCloseTo(90 - 33.9 + 23.4, within(0.2));
    assertThat(Math.abs(((sun.azimuthDegrees() + 180) % 360) - 180)).isLessThan(6);
  }

  @Test
  void theHotSpotDoublesTheTableNearlyAndFadesAway() {
    // (1 + 1) / (1 + 1 / (1 + 35 / 1.5)) = 2 / 1.0411
    assertThat(HotSpot.CANOPY.factor(0)).isCloseTo(1.921, within(0.001));
    // (1 + 1 / 2) / 1.0411
    assertThat(HotSpot.CANOPY.factor(1.5)).isCloseTo(1.4408, within(0.001));
    for (HotSpot kind : HotSpot.values()) {
      assertThat(kind.factor(35)).isCloseTo(1, within(1e-12));
      assertThat(kind.factor(180)).isBetween(0.95, 1.0);
    }
  }

  @Test
  void calmWaterMirrorsTheSunOppositeAndNowhereElse() {
    WaterGlint calm = new WaterGlint(1);

    // π · F / (4 cos² 30° π σ²): F = 0.02 + 0.98 (1 - cos 30°)⁵ = 0.020042, σ² = 0.00812
    assertThat(calm.reflectance(30, 30, 180)).isCloseTo(0.8227, within(0.001));
    assertThat(calm.reflectance(45, 0, 0)).isLessThan(1e-6);
    assertThat(new WaterGlint(10).reflectance(45, 0, 0)).isGreaterThan(1e-3);
  }

  @Test
  void aBandOfFlatLightIsFlatAndALineGivesItsMiddle() {
    BandResponse band = BandResponse.of(BandSet.MICASENSE_FIVE.bands().get(1));

    assertThat(band.in(Spectrum.flat(0.25))).isCloseTo(0.25, within(1e-6));
    assertThat(band.in(Spectrum.through(400, 0.4, 900, 0.9))).isCloseTo(0.56, within(1e-4));
  }
}

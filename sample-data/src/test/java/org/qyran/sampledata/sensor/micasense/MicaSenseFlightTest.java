package org.qyran.sampledata.sensor.micasense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;

/**
 * Files are written and read back by {@link WrittenBand}, which knows them from their tags alone.
 */
class MicaSenseFlightTest {

  private static final Downwelling NOON = new Downwelling(1.2, 0.2, 60, 150);
  private static final int BLOCK = 40;

  @ParameterizedTest(name = "{0} at {1} by {2}")
  @CsvSource({"REDEDGE_M, 1280, 960", "REDEDGE_M, 640, 480", "ALTUM, 640, 480"})
  void radianceComesBackToHalfAPercentEverywhereInThePicture(
      MicaSenseCamera.Kind kind, int width, int height) throws IOException {
    MicaSenseCamera camera = MicaSenseCamera.of(kind, "RM01-1", width, height, 3);
    List<BandLight> lights = lights(camera, band -> 0.02 + 0.01 * band.fileNumber(), 1);

    Map<String, byte[]> files = flight(camera).files(shot(4), lights, 9);

    assertThat(files).hasSize(5);
    for (int index = 0; index < 5; index++) {
      WrittenBand band = WrittenBand.of(files, "IMG_0004_%d.tif".formatted(index + 1));
      double radiance = 0.02 + 0.01 * (index + 1);
      assertThat(band.width()).isEqualTo(width);
      assertThat(band.height()).isEqualTo(height);
      for (int[] corner : blocks(width, height)) {
        // 1600 pixels of 1.3 percent noise: their mean is off by 0.03 percent.
        assertThat(band.radiance(corner[0], corner[1], BLOCK, BLOCK))
            .as("band %d at %d, %d", index + 1, corner[0], corner[1])
            .isCloseTo(radiance, within(0.005 * radiance));
      }
    }
  }

  @Test
  void theNoiseIsThatOfTheElectronsInTheWell() throws IOException {
    MicaSenseCamera camera = camera();
    WrittenBand band =
        WrittenBand.of(
            flight(camera).files(shot(1), lights(camera, sensor -> 0.05, 1), 2), "IMG_0001_2.tif");

    double mean = 0;
    double square = 0;
    int pixels = 0;
    for (int row = 230; row < 250; row++) {
      for (int column = 310; column < 330; column++) {
        double signal = band.count(column, row) - 4_800.0;
        mean += signal;
        square += signal * signal;
        pixels++;
      }
    }
    mean /= pixels;
    double spread = Math.sqrt(square / pixels - mean * mean);

    // Four joined pixels hold 4 · 7200 electrons, a full scale is 65520 - 4800 counts: the share
    // of the scale before amplification gives the electrons, and their root the noise.
    double electrons = mean / band.gain() / 60_720 * 28_800;
    assertThat(mean / spread).isCloseTo(Math.sqrt(electrons), within(0.1 * Math.sqrt(electrons)));
  }

  @Test
  void reflectanceComesBackByThePanelWhateverTheSensorDriftedTo() throws IOException {
    MicaSenseCamera camera = camera();
    ReflectancePanel panel =
        new ReflectancePanel("RP06-1", List.of(0.49, 0.48, 0.47, 0.46, 0.45), 8);
    double drift = 1.04;
    List<BandLight> onPanel = new ArrayList<>();
    for (BandSensor band : camera.bands()) {
      onPanel.add(new BandLight(panel.radiance(band, NOON.horizontal()), NOON, drift));
    }
    Map<String, byte[]> ground = flight(camera).panelFiles(shot(0), panel, onPanel, 1);
    // Leaves of 0.05 to 0.45.
    ToDoubleFunction<BandSensor> leaves = band -> 0.09 * band.fileNumber() - 0.04;
    Map<String, byte[]> air =
        flight(camera)
            .files(
                shot(1),
                lights(
                    camera,
                    band -> leaves.applyAsDouble(band) * NOON.horizontal() / Math.PI,
                    drift),
                1);

    for (BandSensor sensor : camera.bands()) {
      WrittenBand onGround =
          WrittenBand.of(ground, "IMG_0000_%d.tif".formatted(sensor.fileNumber()));
      WrittenBand above = WrittenBand.of(air, "IMG_0001_%d.tif".formatted(sensor.fileNumber()));
      double[] area =
          List.of(onGround.text("Camera:ReflectArea").split(",", -1)).stream()
              .mapToDouble(Double::parseDouble)
              .toArray();
      int middleX = (int) ((area[0] + area[2] + area[4] + area[6]) / 4);
      int middleY = (int) ((area[1] + area[3] + area[5] + area[7]) / 4);
      double factor =
          onGround.number("Camera:Albedo")
              / onGround.radiance(middleX - 20, middleY - 20, BLOCK, BLOCK);
      double truth = leaves.applyAsDouble(sensor);
      assertThat(factor * above.radiance(300, 100, BLOCK, BLOCK))
          .as(sensor.writtenName())
          .isCloseTo(truth, within(0.005 * truth));
    }
  }

  @Test
  void withoutAPanelTheDriftStaysIn() throws IOException {
    MicaSenseCamera camera = camera();
    List<BandLight> lights = lights(camera, band -> 0.05, 1.04);

    WrittenBand band = WrittenBand.of(flight(camera).files(shot(1), lights, 2), "IMG_0001_3.tif");

    assertThat(band.radiance(300, 200, BLOCK, BLOCK)).isCloseTo(0.052, within(0.0002));
  }

  @Test
  void brightSpotsSaturateAtTwelveBitsInTheUpperPartOfSixteen() throws IOException {
    MicaSenseCamera camera = camera();
    List<BandLight> lights = lights(camera, band -> 0.05, 1);
    lights.get(0).radiance()[100 * 640 + 50] = 5;

    WrittenBand band = WrittenBand.of(flight(camera).files(shot(1), lights, 2), "IMG_0001_1.tif");

    assertThat(band.count(50, 100)).isEqualTo(65_520);
    for (int column = 0; column < 640; column++) {
      assertThat(band.count(column, 7) % 16).isZero();
    }
  }

  @Test
  void theShutterFollowsTheLight() throws IOException {
    MicaSenseCamera camera = camera();

    WrittenBand dull =
        WrittenBand.of(
            flight(camera).files(shot(1), lights(camera, band -> 0.002, 1), 2), "IMG_0001_3.tif");
    WrittenBand bright =
        WrittenBand.of(
            flight(camera).files(shot(1), lights(camera, band -> 0.2, 1), 2), "IMG_0001_3.tif");

    assertThat(dull.gain()).isGreaterThan(1);
    assertThat(bright.gain()).isEqualTo(1);
    assertThat(bright.exposureSeconds()).isLessThan(dull.exposureSeconds());
    // Four fifths of the scale of counts, in the middle of the picture, where the lens takes
    // nothing.
    assertThat(bright.count(320, 10) / 65_520.0).isBetween(0.65, 0.95);
  }

  @Test
  void theNewLightSensorWritesItsUnitAndTheOldOneIsFreedOfItsTiltByTheMakersFormula()
      throws IOException {
    // The maker takes direct light for six times the scattered where nobody knows.
    Downwelling light = new Downwelling(1.2, 0.2, 35, 220);
    MicaSenseCamera camera = camera();
    List<BandLight> lights = new ArrayList<>();
    for (BandSensor band : camera.bands()) {
      lights.add(new BandLight(flat(band, 0.05), light, 1));
    }
    MicaSenseFlight old = new MicaSenseFlight(camera, "f", BOOT, Downwelling.LightSensor.DLS1);

    WrittenBand first = WrittenBand.of(old.files(shot(1), lights, 2), "IMG_0001_2.tif");
    WrittenBand second = WrittenBand.of(flight(camera).files(shot(1), lights, 2), "IMG_0001_2.tif");

    double level = 1.2 * Math.sin(Math.toRadians(35)) + 0.2;
    double scale = second.number("DLS:IrradianceScaleToSIUnits");
    assertThat(scale * second.number("DLS:HorizontalIrradiance")).isCloseTo(level, within(1e-9));
    assertThat(
            scale
                * (second.number("DLS:DirectIrradiance")
                        * Math.sin(second.number("DLS:SolarElevation"))
                    + second.number("DLS:ScatteredIrradiance")))
        .isCloseTo(level, within(1e-9));
    assertThat(first.text("DLS:HorizontalIrradiance")).isEmpty();
    assertThat(freedOfTilt(first, light)).isCloseTo(level, within(1e-6));
  }

  /** dls.py and image.py: compute_horizontal_irradiance_dls1, in other words. */
  private static double freedOfTilt(WrittenBand band, Downwelling light) {
    double yaw = band.number("DLS:Yaw");
    double pitch = band.number("DLS:Pitch");
    double roll = band.number("DLS:Roll");
    double elevation = Math.toRadians(light.sunElevationDegrees());
    double azimuth = Math.toRadians(light.sunAzimuthDegrees());
    // The sensor's axis, up (0, 0, -1), rolled, pitched and yawed.
    double afterRollRight = Math.sin(roll);
    double afterRollDown = -Math.cos(roll);
    double afterPitchAhead = Math.sin(pitch) * afterRollDown;
    double down = Math.cos(pitch) * afterRollDown;
    double north = Math.cos(yaw) * afterPitchAhead - Math.sin(yaw) * afterRollRight;
    double east = Math.sin(yaw) * afterPitchAhead + Math.cos(yaw) * afterRollRight;
    double cosine =
        north * Math.cos(elevation) * Math.cos(azimuth)
            + east * Math.cos(elevation) * Math.sin(azimuth)
            - down * Math.sin(elevation);
    double outside = Math.asin(Math.sin(Math.acos(cosine)) / 1.000277);
    double inside = Math.asin(Math.sin(outside) / 1.6);
    double sensor =
        band.number("DLS:SpectralIrradiance")
            / (surface(outside, 1.000277, 1.6) * surface(inside, 1.6, 1.38));
    double direct = sensor / (1 / 6.0 + cosine);
    return direct * Math.sin(elevation) + direct / 6;
  }

  private static double surface(double angle, double from, double to) {
    double a = Math.cos(angle);
    double b = Math.sqrt(1 - Math.pow(from / to * Math.sin(angle), 2));
    double s = Math.pow((from * a - to * b) / (from * a + to * b), 2);
    double p = Math.pow((from * b - to * a) / (from * b + to * a), 2);
    return 1 - 0.5 * s - 0.5 * p;
  }

  @Test
  void bandsOfACaptureShareItsIdentifierAndCapturesOfAFlightItsOwn() throws IOException {
    MicaSenseCamera camera = camera();
    List<BandLight> lights = lights(camera, band -> 0.05, 1);
    Map<String, byte[]> one = flight(camera).files(shot(1), lights, 2);
    Map<String, byte[]> two = flight(camera).files(shot(2), lights, 2);

    WrittenBand blue = WrittenBand.of(one, "IMG_0001_1.tif");
    WrittenBand edge = WrittenBand.of(one, "IMG_0001_5.tif");
    WrittenBand later = WrittenBand.of(two, "IMG_0002_1.tif");

    assertThat(blue.text("MicaSense:CaptureId"))
        .hasSize(20)
        .isEqualTo(edge.text("MicaSense:CaptureId"))
        .isNotEqualTo(later.text("MicaSense:CaptureId"));
    assertThat(blue.text("MicaSense:FlightId"))
        .hasSize(20)
        .isEqualTo(later.text("MicaSense:FlightId"));
  }

  @Test
  void sameLightAndSeedGiveTheSameBytesAndAnotherSeedOthers() throws IOException {
    MicaSenseCamera camera = camera();
    List<BandLight> lights = lights(camera, band -> 0.05, 1);

    byte[] first = flight(camera).files(shot(1), lights, 2).get("IMG_0001_4.tif");

    assertThat(flight(camera()).files(shot(1), lights, 2).get("IMG_0001_4.tif")).isEqualTo(first);
    assertThat(flight(camera).files(shot(1), lights, 3).get("IMG_0001_4.tif")).isNotEqualTo(first);
  }

  @Test
  void theThermalCoreCountsHundredthsOfAKelvin() throws IOException {
    ThermalCore core = ThermalCore.of("A1", 5);
    float[] kelvin = new float[160 * 120];
    Arrays.fill(kelvin, 300);

    Map<String, byte[]> files =
        flight(camera()).thermalFile(shot(7), core, new ThermalCore.Warmth(kelvin, 1.5, 2), 4);

    assertThat(files).containsOnlyKeys("IMG_0007_6.tif");
    WrittenBand band = WrittenBand.of(files, "IMG_0007_6.tif");
    assertThat(band.text("Camera:BandName")).isEqualTo("LWIR");
    double middle = 0;
    double square = 0;
    for (int row = 50; row < 70; row++) {
      for (int column = 70; column < 90; column++) {
        double celsius = band.count(column, row) / 100.0 - 273.15;
        middle += celsius / 400;
        square += celsius * celsius / 400;
      }
    }
    // 300 K + 1.5 K is 28.35 °C; 0.05 K of noise, and 0.003 of rounding.
    assertThat(middle).isCloseTo(28.35 + 0.02, within(0.02));
    assertThat(Math.sqrt(square - middle * middle)).isCloseTo(0.05, within(0.01));
    assertThat(band.count(0, 0)).isCloseTo(30_000 + 150 + 200, within(30));
  }

  @Test
  void refusesLightOfAnotherSize() {
    MicaSenseCamera camera = camera();
    List<BandLight> lights = new ArrayList<>(lights(camera, band -> 0.05, 1));
    lights.set(2, new BandLight(new float[5], NOON, 1));

    assertThatThrownBy(() -> flight(camera).files(shot(1), lights, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Red has 5 pixels");
    assertThatThrownBy(() -> flight(camera).files(shot(1), lights.subList(0, 4), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 bands");
  }

  private static final Instant BOOT = Instant.parse("2026-07-20T05:00:00Z");

  private static MicaSenseCamera camera() {
    return MicaSenseCamera.of(MicaSenseCamera.Kind.REDEDGE_M, "RM01-2", 640, 480, 11);
  }

  private static MicaSenseFlight flight(MicaSenseCamera camera) {
    return new MicaSenseFlight(camera, "f", BOOT, Downwelling.LightSensor.DLS2);
  }

  private static MicaSenseShot shot(int number) {
    return new MicaSenseShot(
        number,
        Instant.parse("2026-07-20T05:09:59.25Z").plusSeconds(number),
        new GeoPoint(-43.3, 70.9),
        734.5,
        new Attitude(-150, 4, -3));
  }

  private static List<BandLight> lights(
      MicaSenseCamera camera, ToDoubleFunction<BandSensor> radiance, double drift) {
    return camera.bands().stream()
        .map(band -> new BandLight(flat(band, radiance.applyAsDouble(band)), NOON, drift))
        .toList();
  }

  private static float[] flat(BandSensor band, double radiance) {
    float[] light = new float[band.pixels()];
    Arrays.fill(light, (float) radiance);
    return light;
  }

  /** The corners, the middle and the ends of the axes. */
  private static List<int[]> blocks(int width, int height) {
    List<int[]> blocks = new ArrayList<>();
    for (int right = 0; right <= 2; right++) {
      for (int below = 0; below <= 2; below++) {
        blocks.add(new int[] {right * (width - BLOCK) / 2, below * (height - BLOCK) / 2});
      }
    }
    return blocks;
  }
}

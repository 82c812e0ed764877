package org.qyran.jobs.radiometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.detection.image.PixelUnit;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.radiometry.Calibration;
import org.qyran.ingest.metadata.ReadSettings;
import org.qyran.model.Attitude;
import org.qyran.model.Frame;
import org.qyran.model.GeoPoint;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.sensor.Lens;
import org.qyran.sampledata.sensor.micasense.BandLight;
import org.qyran.sampledata.sensor.micasense.BandSensor;
import org.qyran.sampledata.sensor.micasense.Downwelling;
import org.qyran.sampledata.sensor.micasense.MicaSenseCamera;
import org.qyran.sampledata.sensor.micasense.MicaSenseFlight;
import org.qyran.sampledata.sensor.micasense.MicaSenseShot;
import org.qyran.sampledata.sensor.micasense.ReflectancePanel;

/**
 * Simulated ground of known reflectance, photographed by a simulated rig and read back: black
 * level, vignette, rows, shutter, noise, panel, light sensor, lenses and rig are all in the way.
 * The bars are those of the brief: bias 1 %, root mean square 0.01.
 */
class ReflectanceRoundTripTest {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int RIM = 24;
  private static final Instant NOON = Instant.parse("2026-07-01T07:00:00Z");

  private final MicaSenseCamera camera =
      MicaSenseCamera.of(MicaSenseCamera.Kind.REDEDGE_M, "RX02-2142157-SC", WIDTH, HEIGHT, 3);
  private final ValueNoise texture = new ValueNoise(12);

  @TempDir private Path folder;

  /** How far an answer is off the truth: as a share of the mean, and root mean square. */
  private record Off(double bias, double rms) {}

  @Test
  void aPanelGivesTheReflectanceBack() throws Exception {
    write(1, 1, true);

    PreparedImage image = read();

    assertThat(image.unit()).isEqualTo(PixelUnit.REFLECTANCE);
    assertThat(image.calibratedBy()).isEqualTo(Calibration.Source.PANEL);
    assertThat(image.findBandResidualPixels().orElseThrow()).isLessThan(0.5);
    assertOff(image, 0.01, 0.01);
  }

  @Test
  void aPanelMakesGoodALightSensorThatIsOffAndASensorThatDrifted() throws Exception {
    write(1.08, 1.05, true);

    assertOff(read(), 0.01, 0.01);
  }

  @Test
  void theLightSensorAloneDoesWhereThereIsNoPanel() throws Exception {
    write(1, 1, false);

    PreparedImage image = read();

    assertThat(image.unit()).isEqualTo(PixelUnit.REFLECTANCE);
    assertThat(image.calibratedBy()).isEqualTo(Calibration.Source.LIGHT_SENSOR);
    assertOff(image, 0.01, 0.01);
  }

  @Test
  void aLightSensorThatIsOffByThreePercentIsPassedOn() throws Exception {
    write(1.03, 1, false);

    Map<String, Off> off = off(read());

    off.forEach(
        (band, found) ->
            assertThat(found.bias()).as("band %s", band).isCloseTo(1 / 1.03 - 1, within(0.01)));
  }

  @Test
  void theUsersReflectanceGoesBeforeThePictures() throws Exception {
    write(1, 1, true);

    List<Frame> frames =
        FlightOnDisk.frames(folder, new ReadSettings("", "", "", Double.toString(0.49 * 1.1)));
    PreparedImage image = FlightOnDisk.open(flown(frames));

    off(image)
        .forEach(
            (band, found) ->
                assertThat(found.bias()).as("band %s", band).isCloseTo(0.1, within(0.012)));
  }

  private void assertOff(PreparedImage image, double bias, double rms) {
    off(image)
        .forEach(
            (band, found) -> {
              assertThat(Math.abs(found.bias())).as("bias of %s", band).isLessThan(bias);
              assertThat(found.rms()).as("root mean square of %s", band).isLessThan(rms);
            });
  }

  private PreparedImage read() throws Exception {
    return FlightOnDisk.open(flown(FlightOnDisk.frames(folder, ReadSettings.defaults())));
  }

  private static Frame flown(List<Frame> frames) {
    return frames.stream().filter(frame -> !frame.calibrationPanel()).findFirst().orElseThrow();
  }

  /** On the grid of the first band, its rim left out: some lens did not see it. */
  private Map<String, Off> off(PreparedImage image) {
    Map<String, Off> all = new LinkedHashMap<>();
    BandSensor first = camera.bands().get(0);
    for (BandSensor band : camera.bands()) {
      int number = image.findBand(band.band().name()).orElseThrow();
      Plane found = image.read(number, image.whole());
      double sum = 0;
      double truth = 0;
      double squares = 0;
      int count = 0;
      for (int y = RIM; y < HEIGHT - RIM; y++) {
        for (int x = RIM; x < WIDTH - RIM; x++) {
          double[] ray = new Lens(first.lens()).ray(x + 0.5, y + 0.5);
          double expected = reflectance(band, first.rig().turn().of(1, ray[0], ray[1]));
          sum += found.at(x, y);
          truth += expected;
          squares += Math.pow(found.at(x, y) - expected, 2);
          count++;
        }
      }
      all.put(band.band().name(), new Off(sum / truth - 1, Math.sqrt(squares / count)));
    }
    return all;
  }

  /** Patches of dark and bright ground, alike in place and unlike in brightness between bands. */
  private double reflectance(BandSensor band, double[] direction) {
    double right = 30 * direction[1] / direction[0];
    double below = 30 * direction[2] / direction[0];
    double brightest = 0.1 + 0.3 * (band.band().centerNanometers() - 400) / 500;
    double patch = 0.5 + 0.5 * Math.tanh(3 * texture.fractal(right, below, 2));
    return 0.03 + brightest * patch;
  }

  private void write(double lightSensor, double drift, boolean panel) throws IOException {
    MicaSenseFlight flight =
        new MicaSenseFlight(camera, "round-trip", NOON, Downwelling.LightSensor.DLS2);
    Downwelling truth = new Downwelling(1.1, 0.2, 55, 150);
    Downwelling told = new Downwelling(1.1 * lightSensor, 0.2 * lightSensor, 55, 150);
    List<BandLight> ground = new ArrayList<>();
    List<BandLight> square = new ArrayList<>();
    ReflectancePanel known =
        new ReflectancePanel("RP04-1234567-OB", List.of(0.49, 0.49, 0.49, 0.49, 0.49), 5);
    for (BandSensor band : camera.bands()) {
      ground.add(new BandLight(radiance(band, truth.horizontal()), told, drift));
      square.add(new BandLight(known.radiance(band, truth.horizontal()), told, drift));
    }
    store(flight.files(shot(1, 80), ground, 9));
    if (panel) {
      store(flight.panelFiles(shot(0, 0), known, square, 9));
    }
  }

  private static MicaSenseShot shot(int number, double up) {
    return new MicaSenseShot(
        number,
        NOON.plusSeconds(600 + 60L * number),
        new GeoPoint(43.3, 70.9),
        800 + up,
        new Attitude(40, 1, -2));
  }

  private void store(Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private float[] radiance(BandSensor band, double irradiance) {
    Lens lens = new Lens(band.lens());
    float[] radiance = new float[band.pixels()];
    for (int at = 0; at < radiance.length; at++) {
      int row = at / WIDTH;
      double[] ray = lens.ray(at % WIDTH + 0.5, row + 0.5);
      double[] direction = band.rig().turn().of(1, ray[0], ray[1]);
      radiance[at] = (float) (reflectance(band, direction) * irradiance / Math.PI);
    }
    return radiance;
  }
}

package org.qyran.detection.radiometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.qyran.detection.plane.OpenCv;
import org.qyran.model.Band;
import org.qyran.model.ImageRef;
import org.qyran.model.PanelMark;
import org.qyran.model.PanelView;
import org.qyran.model.SensorResponse;
import org.qyran.model.SensorResponse.Quantity;
import org.qyran.model.Vignette;
import org.qyran.sampledata.RealData;
import org.qyran.sampledata.sensor.micasense.BandSensor;
import org.qyran.sampledata.sensor.micasense.MicaSenseCamera;
import org.qyran.sampledata.sensor.micasense.ReflectancePanel;

class PanelMeterTest {

  private static final String SET = "micasense_rededge";

  /** Of the real blue band, as ExifTool prints it. */
  private static final SensorResponse BLUE =
      new SensorResponse(
          Quantity.RADIANCE,
          4_800,
          65_536,
          1 / 2116.0,
          1,
          1.46485412806e-4,
          1.17941065157e-07,
          1.39743308538e-06,
          new Vignette(
              Vignette.Form.RADIAL_SHARE,
              676.702973150,
              480.445091059,
              List.of(
                  -3.18819098753e-05,
                  1.13807414521e-07,
                  -2.77768297781e-09,
                  9.98118498130e-12,
                  -1.47039367386e-14,
                  7.33409723081e-18)));

  private static final Band BLUE_LIGHT = new Band("blue", 475, 20);

  @BeforeAll
  static void loadOpenCv() {
    OpenCv.load();
  }

  @Test
  @Tag("real")
  void measuresARealPanelAsItsMakersProgramDoes() {
    PanelMark stated = new PanelMark(0.67, PanelMark.Source.SETTING, List.of());

    PanelMeasure panel = real(1, BLUE, stated).orElseThrow();

    // micasense/imageprocessing, its own tests of these files.
    assertThat(panel.counts()).isCloseTo(45_406, within(454.0));
    // Theirs is 738: they smooth the picture by straightening it first.
    assertThat(panel.countsDeviation()).isBetween(738.0, 1_100.0);
    assertThat(panel.radiance()).isCloseTo(0.170284, within(0.0017));
    assertThat(Math.PI * panel.radiance() / 0.67).isCloseTo(0.7984, within(0.008));
    assertThat(panel.source()).isEqualTo(PanelMeasure.Source.SETTING);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  @Tag("real")
  void findsTheCodeInEveryBandAndKnowsAnOldPanelByIt(int file) {
    PanelMeasure panel = real(file, BLUE, PanelMark.NONE).orElseThrow();

    assertThat(panel.source()).isEqualTo(PanelMeasure.Source.ASSUMED);
    assertThat(panel.reflectance()).isEqualTo(PanelMeasure.ASSUMED_OLD);
    assertThat(panel.countsDeviation() / panel.counts()).isLessThan(0.05);
  }

  @Test
  @Tag("real")
  void findsNoPanelInAnOrchard() {
    Path folder = folder();

    assertThat(measure(folder.resolve("IMG_0001_1.tif"), BLUE, PanelMark.NONE)).isEmpty();
  }

  private static Optional<PanelMeasure> real(int file, SensorResponse response, PanelMark mark) {
    return measure(folder().resolve("IMG_0000_%d.tif".formatted(file)), response, mark);
  }

  private static Path folder() {
    Optional<Path> folder = RealData.find(SET);
    assumeTrue(folder.isPresent(), RealData.absent(SET));
    return folder.orElseThrow();
  }

  private static Optional<PanelMeasure> measure(
      Path file, SensorResponse response, PanelMark mark) {
    PanelMeter meter = new PanelMeter(image -> counts(file));
    return meter.measure(view(response, mark), BLUE_LIGHT);
  }

  /** By the JDK: OpenCV complains on the terminal about a maker's private tags. */
  private static Mat counts(Path file) throws IOException {
    Raster raster = ImageIO.read(file.toFile()).getRaster();
    short[] counts =
        (short[]) raster.getDataElements(0, 0, raster.getWidth(), raster.getHeight(), null);
    Mat mat = new Mat(raster.getHeight(), raster.getWidth(), CvType.CV_16UC1);
    mat.put(0, 0, counts);
    return mat;
  }

  private static PanelView view(SensorResponse response, PanelMark mark) {
    return new PanelView(
        new ImageRef("file:///panel.tif", "0".repeat(64), "panel.tif", 1), 0, response, 0, mark, 1);
  }

  @Test
  void findsASimulatedPanelByTheCornersThatTheCameraWrote() {
    for (BandSensor sensor : camera().bands()) {
      ReflectancePanel panel = panel();
      PanelMark mark = new PanelMark(0.49, PanelMark.Source.PICTURE, panel.corners(sensor));

      assertThat(simulated(panel, sensor, mark).radiance())
          .as("band %s", sensor.band().name())
          .isCloseTo(0.49 / Math.PI, within(0.001));
    }
  }

  @Test
  void findsASimulatedPanelByItsShapeWhereSomebodySaysItIsThere() {
    for (BandSensor sensor : camera().bands()) {
      PanelMark mark = new PanelMark(0.49, PanelMark.Source.SETTING, List.of());

      assertThat(simulated(panel(), sensor, mark).radiance())
          .as("band %s", sensor.band().name())
          .isCloseTo(0.49 / Math.PI, within(0.0015));
    }
  }

  @Test
  void aSaturatedPanelIsNone() {
    BandSensor sensor = camera().bands().get(0);
    PanelMark mark = new PanelMark(0.49, PanelMark.Source.PICTURE, panel().corners(sensor));

    assertThat(measured(panel(), sensor, mark, 450_000)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "RP04-1901234-OB04005000900400, 400, 0.5", // where it begins
    "RP04-1901234-OB04005000900400, 650, 0.45", // half way to 0.4 at 900 nm
  })
  void aPanelsCodeSaysWhatItReflects(String code, double nanometers, double reflectance) {
    assertThat(PanelCode.reflectance(code, nanometers).orElseThrow())
        .isCloseTo(reflectance, within(1e-9));
  }

  @Test
  void anOldCodeSaysOnlyItsGeneration() {
    assertThat(PanelCode.generation("RP02-1603036-SC")).contains(2);
    assertThat(PanelCode.reflectance("RP02-1603036-SC", 475)).isEmpty();
    assertThat(PanelCode.generation("https://example.org")).isEmpty();
  }

  private static MicaSenseCamera camera() {
    return MicaSenseCamera.of(MicaSenseCamera.Kind.REDEDGE_M, "RX02-2142157-SC", 1_280, 960, 3);
  }

  private static ReflectancePanel panel() {
    return new ReflectancePanel("RP04-1234567-OB", List.of(0.49, 0.49, 0.49, 0.49, 0.49), 11);
  }

  private static PanelMeasure simulated(ReflectancePanel panel, BandSensor sensor, PanelMark mark) {
    return measured(panel, sensor, mark, 200_000).orElseThrow();
  }

  /** A sensor of so many counts for a unit of radiance, without black level, noise or vignette. */
  private static Optional<PanelMeasure> measured(
      ReflectancePanel panel, BandSensor sensor, PanelMark mark, double countsPerRadiance) {
    float[] radiance = panel.radiance(sensor, 1);
    short[] counts = new short[radiance.length];
    for (int at = 0; at < counts.length; at++) {
      counts[at] = (short) Math.min(65_535, Math.round(countsPerRadiance * radiance[at]));
    }
    int width = sensor.lens().widthPixels();
    SensorResponse response =
        new SensorResponse(Quantity.RADIANCE, 0, countsPerRadiance, 1, 1, 1, 0, 0, Vignette.NONE);
    PanelMeter meter =
        new PanelMeter(
            image -> {
              Mat mat = new Mat(counts.length / width, width, CvType.CV_16UC1);
              mat.put(0, 0, counts);
              return mat;
            });
    return meter.measure(view(response, mark), sensor.band());
  }
}

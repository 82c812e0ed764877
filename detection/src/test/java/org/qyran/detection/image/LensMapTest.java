package org.qyran.detection.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Size;
import org.qyran.detection.plane.OpenCv;
import org.qyran.model.Band;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.CameraModel.Distortion;
import org.qyran.model.ImageRef;
import org.qyran.model.LensTurn;
import org.qyran.model.Radiometry;
import org.qyran.sampledata.sensor.Turn;
import org.qyran.sampledata.sensor.micasense.BandSensor;
import org.qyran.sampledata.sensor.micasense.MicaSenseCamera;

/** The truth is the simulator's own lens and rig, which share no code with what is tested. */
class LensMapTest {

  private static final double[] UNMOVED = {1, 0, 0, 0, 1, 0};

  @BeforeAll
  static void loadOpenCv() {
    OpenCv.load();
  }

  @Test
  void knowsWhereEachLensOfARigSeesAPixelOfTheFirst() {
    MicaSenseCamera camera =
        MicaSenseCamera.of(MicaSenseCamera.Kind.REDEDGE_M, "RX02-2142157-SC", 1_280, 960, 3);
    BandSensor first = camera.bands().get(0);
    Size whole = new Size(1_280, 960);
    Random random = new Random(6);
    for (BandSensor other : camera.bands()) {
      LensMap map = new LensMap(band(first), band(other), whole, whole, true);
      LensMap.Positions positions = map.positions(UNMOVED);
      for (int trial = 0; trial < 1_000; trial++) {
        int x = random.nextInt(1_280);
        int y = random.nextInt(960);
        double[] expected = seenBy(first, other, x + 0.5, y + 0.5);

        assertThat(positions.x()[y * 1_280 + x] + 0.5)
            .as("band %s, pixel %d, %d", other.band().name(), x, y)
            .isCloseTo(expected[0], within(0.02));
        assertThat(positions.y()[y * 1_280 + x] + 0.5)
            .as("band %s, pixel %d, %d", other.band().name(), x, y)
            .isCloseTo(expected[1], within(0.02));
      }
    }
  }

  private static double[] seenBy(BandSensor first, BandSensor other, double x, double y) {
    double[] ray = new org.qyran.sampledata.sensor.Lens(first.lens()).ray(x, y);
    double[] rig = first.rig().turn().of(1, ray[0], ray[1]);
    Turn back = other.rig().turn().reversed();
    double[] seen = back.of(rig[0], rig[1], rig[2]);
    return new org.qyran.sampledata.sensor.Lens(other.lens())
        .pixel(seen[1] / seen[0], seen[2] / seen[0]);
  }

  @Test
  void aLensThatIsNotKnownSeesTheSameScaled() {
    BandImage one = band(CameraModel.unknown("one", 200, 100));
    BandImage other = band(CameraModel.unknown("other", 400, 200));
    Size small = new Size(200, 100);
    Size large = new Size(400, 200);

    LensMap.Positions positions = new LensMap(one, other, small, large, true).positions(UNMOVED);

    // The middle of pixel 30 is at 30.5 of 200, and at 61 of 400: between pixels 60 and 61.
    assertThat(positions.x()[7 * 200 + 30]).isCloseTo(60.5f, within(1e-3f));
    assertThat(positions.y()[7 * 200 + 30]).isCloseTo(14.5f, within(1e-3f));
  }

  @Test
  void directionsGoThroughEveryLensAndComeBack() {
    Random random = new Random(7);
    List<Distortion> bends =
        List.of(
            Distortion.NONE,
            new Distortion(-0.1, 0.13, -0.02, 3e-4, 7e-4),
            Distortion.fisheye(-0.02, 0.006, -0.001, 0));
    for (int trial = 0; trial < 1_000; trial++) {
      Lens lens = new Lens(camera(bends.get(trial % 3)));
      double x = 1_280 * random.nextDouble();
      double y = 960 * random.nextDouble();

      double[] direction = lens.direction(x, y);
      double[] pixel = lens.pixel(direction[0], direction[1], direction[2]);

      assertThat(pixel[0]).as("trial %d: %s, %s", trial, x, y).isCloseTo(x, within(0.01));
      assertThat(pixel[1]).as("trial %d: %s, %s", trial, x, y).isCloseTo(y, within(0.01));
    }
  }

  private static CameraModel camera(Distortion bend) {
    return new CameraModel(
        "test", 1_280, 960, 1_450, 655, 470, bend, CameraModel.Source.METADATA, 0);
  }

  private static BandImage band(BandSensor sensor) {
    return new BandImage(
        image(),
        0,
        sensor.band(),
        sensor.lens(),
        LensTurn.ofDegrees(
            sensor.rig().xDegrees(), sensor.rig().yDegrees(), sensor.rig().zDegrees()),
        Radiometry.NONE);
  }

  private static BandImage band(CameraModel camera) {
    return new BandImage(image(), 0, new Band("red", 650, 20), camera);
  }

  private static ImageRef image() {
    return new ImageRef("file:///a.tif", "0".repeat(64), "a.tif", 1);
  }
}

package org.qyran.sampledata.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.model.Attitude;
import org.qyran.model.CameraModel;
import org.qyran.model.PixelPoint;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.surface.Blocks;
import org.qyran.sampledata.surface.CloudShadow;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Ray;
import org.qyran.sampledata.surface.Sheen;
import org.qyran.sampledata.surface.Skin;
import org.qyran.sampledata.surface.SunDirection;

/** Light and places in pictures of level country, by pencil. */
class PhotographerTest {

  private static final CloudShadow CLEAR = new CloudShadow(0, new ValueNoise(1));
  private static final Skin WHITE = Skin.of(new float[] {1, 0.5f}, Sheen.MADE, 0);
  private static final Skin BLACK = Skin.of(new float[] {0, 0}, Sheen.MADE, 0);
  private static final Skin HOT = Skin.of(new float[] {1, 1}, Sheen.MADE, 20).warm(5);

  /** 100 pixels of focal length: from 100 m up, a pixel is a meter. */
  private static final CameraModel CAMERA = camera(120, 100);

  private static final double ABOVE_METERS = 100;

  @Test
  void aWhitePlainSendsBackItsIrradianceOverPi() {
    // A sun 55 degrees high is 35 degrees from a camera overhead, where hot spots count for one.
    Photographer photographer =
        photographer(List.of(Blocks.ground(WHITE)), SunDirection.of(55, 140), 0);

    LightImage image = photographer.photograph(CAMERA, down(0), Flightway.STILL);

    double first = (1.2 * Math.sin(Math.toRadians(55)) + 0.3) / Math.PI;
    double second = 0.5 * (0.9 * Math.sin(Math.toRadians(55)) + 0.1) / Math.PI;
    assertThat((double) middle(image, 0)).isCloseTo(first, within(0.01 * first));
    assertThat((double) middle(image, 1)).isCloseTo(second, within(0.01 * second));
  }

  @Test
  void hazeAddsItsLightByTheKilometer() {
    Photographer photographer =
        photographer(List.of(Blocks.ground(BLACK)), SunDirection.of(55, 140), 0.02);

    LightImage image = photographer.photograph(CAMERA, down(0), Flightway.STILL);

    assertThat((double) middle(image, 0)).isCloseTo(0.02 * ABOVE_METERS / 1_000, within(1e-6));
  }

  @ParameterizedTest(name = "sun {0}° high at {1}°")
  @CsvSource({"72, 0", "72, 90", "66, 205", "70, 310"})
  void roughGroundIsBrightestWhereTheSunStandsBehindTheCamera(double elevation, double azimuth) {
    Skin clods = Skin.of(new float[] {0.3f, 0.3f}, Sheen.GROUND, 0);
    SunDirection sun = SunDirection.of(elevation, azimuth);
    Photographer photographer = photographer(List.of(Blocks.ground(clods)), sun, 0);

    LightImage image = photographer.photograph(CAMERA, down(30), Flightway.STILL);

    double away = ABOVE_METERS / Math.tan(Math.toRadians(elevation));
    PixelPoint expected =
        Sight.of(CAMERA, down(30))
            .find(
                -away * Math.sin(Math.toRadians(azimuth)),
                -away * Math.cos(Math.toRadians(azimuth)),
                Blocks.GROUND_METERS)
            .orElseThrow();
    assertThat(brightest(image).xPixels()).isCloseTo(expected.xPixels(), within(1.0));
    assertThat(brightest(image).yPixels()).isCloseTo(expected.yPixels(), within(1.0));
  }

  @ParameterizedTest(name = "heading {0}°: a sheet 20 m north is {1} px right and {2} px down")
  @CsvSource({"0, 0, -20", "90, -20, 0", "180, 0, 20", "-90, 20, 0"})
  void northIsAtTheTopOfAPictureThatFacesNorth(double yaw, double right, double below) {
    Layer sheet = Blocks.paint(-2.5, 17.5, 2.5, 22.5, WHITE);
    Photographer photographer =
        photographer(List.of(Blocks.ground(BLACK), sheet), SunDirection.of(55, 140), 0);

    LightImage image = photographer.photograph(CAMERA, down(yaw), Flightway.STILL);

    PixelPoint seen = centroid(image);
    assertThat(seen.xPixels()).isCloseTo(60 + right, within(0.1));
    assertThat(seen.yPixels()).isCloseTo(50 + below, within(0.1));
  }

  @Test
  void aTiltedCameraLooksAheadAndWhatIsFartherIsHigherInThePicture() {
    // Half way to the horizon and facing east, the axis meets the ground 100 m east.
    Pose pose = pose(new Attitude(90, -45, 0));
    Layer sheet = Blocks.paint(95.5, -2.5, 104.5, 2.5, WHITE);
    Photographer photographer =
        photographer(List.of(Blocks.ground(BLACK), sheet), SunDirection.of(55, 140), 0);

    PixelPoint seen = centroid(photographer.photograph(CAMERA, pose, Flightway.STILL));

    assertThat(seen.xPixels()).isCloseTo(60, within(0.1));
    assertThat(seen.yPixels()).isCloseTo(50, within(0.6));
    Sight sight = Sight.of(CAMERA, pose);
    // 150 m east: 100 below; ahead of the axis by atan(1.5) − 45° = 11.31°, 100 tan = 20 px.
    PixelPoint farther = sight.find(150, 0, Blocks.GROUND_METERS).orElseThrow();
    assertThat(farther.yPixels()).isCloseTo(30, within(1e-9));
  }

  @Test
  void aRollingShutterShearsWhatStandsStill() {
    // East at 10 m/s, a second from the first row to the last: the first row is seen from 5 m west
    // of the middle, so a line along the flight's north lies 5 px farther right there.
    Layer line = Blocks.paint(-1.5, -60, 1.5, 60, WHITE);
    Photographer photographer =
        photographer(List.of(Blocks.ground(BLACK), line), SunDirection.of(55, 140), 0);

    LightImage still = photographer.photograph(CAMERA, down(0), new Flightway(10, 0, 0, 0));
    LightImage sheared = photographer.photograph(CAMERA, down(0), new Flightway(10, 0, 0, 1));

    for (int row : new int[] {0, 25, 50, 99}) {
      double late = (row + 0.5) / 100 - 0.5;
      assertThat(centroid(still, row)).as("row %d", row).isCloseTo(60, within(0.05));
      // Rays are a pixel apart, so edges are found to half of one.
      assertThat(centroid(sheared, row)).as("row %d", row).isCloseTo(60 - 10 * late, within(0.55));
    }
  }

  @Test
  void cloudsDimTheSunAndNotTheSky() {
    ValueNoise noise = new ValueNoise(3);
    CloudShadow clouds = new CloudShadow(0.3, noise);
    int shaded = 0;
    for (int i = 0; i < 10_000; i++) {
      double through = clouds.through(37.0 * (i % 100), 0.41 * i);
      assertThat(through).isBetween(0.38, 1.0);
      shaded += through < 0.69 ? 1 : 0;
    }

    assertThat(shaded / 10_000.0).isBetween(0.15, 0.45);
    assertThat(new CloudShadow(0, noise).through(5, 5)).isEqualTo(1);
  }

  @Test
  void inTheSunAThingIsAsWarmAsItIsByItselfAndHeated() {
    Photographer photographer =
        photographer(
            List.of(Blocks.ground(BLACK), Blocks.paint(-20, -20, 20, 20, HOT)),
            SunDirection.of(30, 140),
            0);

    float[] kelvin = photographer.temperatures(CAMERA, down(0));

    // 5 K by itself and 20 K · sin 30°.
    assertThat((double) kelvin[50 * 120 + 60]).isCloseTo(15, within(0.1));
    assertThat(kelvin[5 * 120 + 5]).isZero();
    assertThat(photographer.kelvinAlong(new Ray(0, 0, 200, 0, 1, 0))).isZero();
  }

  private static Photographer photographer(List<Layer> layers, SunDirection sun, double haze) {
    Air air =
        new Air(
            new float[] {1.2f, 0.9f},
            new float[] {0.3f, 0.1f},
            new float[] {(float) haze, (float) haze});
    return new Photographer(Blocks.level(layers, 0.25, sun), air, CLEAR);
  }

  private static Pose down(double yaw) {
    return pose(new Attitude(yaw, -90, 0));
  }

  private static Pose pose(Attitude attitude) {
    return new Pose(new PlanePoint(0, 0), Blocks.GROUND_METERS + ABOVE_METERS, attitude);
  }

  private static CameraModel camera(int width, int height) {
    return new CameraModel(
        "ideal",
        width,
        height,
        100,
        width / 2.0,
        height / 2.0,
        CameraModel.Distortion.NONE,
        CameraModel.Source.METADATA,
        0);
  }

  private static float middle(LightImage image, int band) {
    return image.planes()[band][image.height() / 2 * image.width() + image.width() / 2];
  }

  private static PixelPoint brightest(LightImage image) {
    float[] plane = image.planes()[0];
    int best = 0;
    for (int at = 0; at < plane.length; at++) {
      best = plane[at] > plane[best] ? at : best;
    }
    int row = best / image.width();
    return new PixelPoint(best % image.width() + 0.5, row + 0.5);
  }

  private static PixelPoint centroid(LightImage image) {
    double sum = 0;
    double x = 0;
    double y = 0;
    for (int at = 0; at < image.planes()[0].length; at++) {
      double light = image.planes()[0][at];
      sum += light;
      x += light * (at % image.width() + 0.5);
      int row = at / image.width();
      y += light * (row + 0.5);
    }
    return new PixelPoint(x / sum, y / sum);
  }

  private static double centroid(LightImage image, int row) {
    double sum = 0;
    double x = 0;
    for (int column = 0; column < image.width(); column++) {
      double light = image.planes()[0][row * image.width() + column];
      sum += light;
      x += light * (column + 0.5);
    }
    return x / sum;
  }
}

package org.qyran.geo.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.model.CameraModel;
import org.qyran.model.CameraModel.Distortion;
import org.qyran.model.PixelPoint;

class LensTest {

  private static final int WIDTH = 4_000;
  private static final int HEIGHT = 3_000;

  /** Lenses as makers calibrate them: long and short, barrel and cushion, well and badly seated. */
  private static final List<CameraModel> LENSES =
      List.of(
          camera(3_600, Distortion.NONE),
          camera(3_600, new Distortion(-0.02, 0.01, -0.005, 0.0004, -0.0006)),
          camera(3_000, new Distortion(-0.27, 0.11, -0.03, -0.001, 0.0012)),
          camera(2_900, new Distortion(0.12, -0.28, 0.26, 0.001, 0.002)),
          camera(8_000, new Distortion(0.3, 0.5, 0, 0, 0)),
          camera(1_800, Distortion.fisheye(0, 0, 0, 0)),
          camera(3_300, Distortion.fisheye(-0.046, -0.019, 0.027, -0.015)),
          camera(1_500, Distortion.fisheye(0.02, -0.01, 0.004, -0.001)));

  @Test
  void withoutDistortionARayIsSimilarTriangles() {
    Lens lens = Lens.of(camera(1_000, Distortion.NONE));

    CameraRay ray = lens.ray(new PixelPoint(2_010 + 1_000, 1_490 - 500)).orElseThrow();

    assertThat(ray.right() / ray.forward()).isCloseTo(1, within(1e-12));
    assertThat(ray.below() / ray.forward()).isCloseTo(-0.5, within(1e-12));
    assertThat(lens.ray(new PixelPoint(2_010, 1_490))).contains(CameraRay.FORWARD);
  }

  @Test
  void distortsAsTheConventionSaysTermByTerm() {
    // x = 0.3, y = -0.4, so r² = 0.25. With a pencil:
    // radial = 1 + 0.1·0.25 - 0.2·0.0625 + 0.4·0.015625 = 1.01875
    // x' = 0.3·1.01875 + 2·0.01·(-0.12) + 0.02·(0.25 + 0.18) = 0.311825
    // y' = -0.4·1.01875 + 0.01·(0.25 + 0.32) + 2·0.02·(-0.12) = -0.4066
    Lens lens = Lens.of(camera(1_000, new Distortion(0.1, -0.2, 0.4, 0.01, 0.02)));

    PixelPoint pixel = lens.pixel(CameraRay.towards(0.3, -0.4, 1)).orElseThrow();

    assertThat(pixel.xPixels()).isCloseTo(2_010 + 311.825, within(1e-9));
    assertThat(pixel.yPixels()).isCloseTo(1_490 - 406.6, within(1e-9));
  }

  @Test
  void thereAndBackIsTheSamePixelAllOverThePicture() {
    Random random = new Random(4711);
    for (CameraModel camera : LENSES) {
      Lens lens = Lens.of(camera);
      for (int trial = 0; trial < 1_000; trial++) {
        PixelPoint pixel =
            switch (trial) {
              case 0 -> new PixelPoint(0, 0);
              case 1 -> new PixelPoint(WIDTH, 0);
              case 2 -> new PixelPoint(0, HEIGHT);
              case 3 -> new PixelPoint(WIDTH, HEIGHT);
              case 4 -> new PixelPoint(camera.principalXPixels(), camera.principalYPixels());
              default -> new PixelPoint(random.nextDouble(WIDTH), random.nextDouble(HEIGHT));
            };

        PixelPoint back = lens.pixel(lens.ray(pixel).orElseThrow()).orElseThrow();

        // The contract is 0.01 px; the search converges far below.
        assertThat(Math.hypot(back.xPixels() - pixel.xPixels(), back.yPixels() - pixel.yPixels()))
            .as("trial %d: %s through %s", trial, pixel, camera.distortion())
            .isLessThan(1e-6);
      }
    }
  }

  @Test
  void refusesPixelsBeyondTheFoldOfTheDistortion() {
    // r (1 - r²/3) grows up to r = 1 and is 2/3 there: no pixel further out than 2/3 f is shown.
    Lens lens = Lens.of(camera(1_000, new Distortion(-1.0 / 3, 0, 0, 0, 0)));

    assertThat(lens.ray(new PixelPoint(2_010 + 666, 1_490))).isPresent();
    assertThat(lens.ray(new PixelPoint(2_010 + 667, 1_490))).isEmpty();
    assertThat(lens.ray(new PixelPoint(2_010 - 500, 1_490 - 500))).isEmpty();
    assertThat(lens.pixel(CameraRay.towards(0.99, 0, 1))).isPresent();
    assertThat(lens.pixel(CameraRay.towards(1.01, 0, 1))).isEmpty();
  }

  @Test
  void findsAFoldThatTheCubicTermLaterUndoes() {
    // 1 + 3 k1 s + 5 k2 s² + 7 k3 s³ with k1 = -1/2, k2 = 0, k3 = 1/14 is 1 - 1.5 s + 0.5 s³ =
    // (s - 1)² (s + 2) / 2: it touches zero at s = 1; with k1 a little below it crosses there.
    Lens lens = Lens.of(camera(1_000, new Distortion(-0.51, 0, 1.0 / 14, 0, 0)));

    assertThat(lens.pixel(CameraRay.towards(0.85, 0, 1))).isPresent();
    assertThat(lens.pixel(CameraRay.towards(1.0, 0, 1))).isEmpty();
    assertThat(lens.pixel(CameraRay.towards(2.0, 0, 1))).isEmpty();
  }

  @Test
  void aFisheyeShowsAnglesAsLengths() {
    // θ = 0.5, with a pencil: 0.5(1 + 0.1·0.25 - 0.2·0.0625 + 0.4·0.015625 + 0.8·0.00390625) =
    // 0.5109375; towards (3, 4)/5 that is 306.5625 and 408.75 pixels of a thousand.
    Lens lens = Lens.of(camera(1_000, Distortion.fisheye(0.1, -0.2, 0.4, 0.8)));
    double sine = Math.sin(0.5);

    PixelPoint pixel =
        lens.pixel(CameraRay.towards(sine * 0.6, sine * 0.8, Math.cos(0.5))).orElseThrow();

    assertThat(pixel.xPixels()).isCloseTo(2_010 + 306.5625, within(1e-9));
    assertThat(pixel.yPixels()).isCloseTo(1_490 + 408.75, within(1e-9));
    assertThat(lens.ray(new PixelPoint(2_010, 1_490))).contains(CameraRay.FORWARD);
  }

  @Test
  void aFisheyeLooksSidewaysAndALittleBehindItself() {
    Lens lens = Lens.of(camera(1_000, Distortion.fisheye(0, 0, 0, 0)));

    PixelPoint side = lens.pixel(CameraRay.towards(1, 0, 0)).orElseThrow();

    assertThat(side.xPixels()).isCloseTo(2_010 + 1_000 * Math.PI / 2, within(1e-9));
    CameraRay behind = lens.ray(new PixelPoint(2_010, 1_490 + 1_745.33)).orElseThrow(); // 100°
    assertThat(behind.forward()).isCloseTo(Math.cos(Math.toRadians(100)), within(1e-5));
    assertThat(lens.pixel(CameraRay.towards(0.1, 0, -1))).isEmpty();
  }

  @Test
  void refusesPixelsBeyondTheFoldOfAFisheye() {
    // θ(1 - θ²/3) grows up to θ = 1 and is 2/3 there.
    Lens lens = Lens.of(camera(1_000, Distortion.fisheye(-1.0 / 3, 0, 0, 0)));

    assertThat(lens.ray(new PixelPoint(2_010 + 666, 1_490))).isPresent();
    assertThat(lens.ray(new PixelPoint(2_010 + 667, 1_490))).isEmpty();
    assertThat(lens.pixel(CameraRay.towards(Math.sin(0.99), 0, Math.cos(0.99)))).isPresent();
    assertThat(lens.pixel(CameraRay.towards(Math.sin(1.01), 0, Math.cos(1.01)))).isEmpty();
  }

  @Test
  void showsNothingBehindTheCamera() {
    Lens lens = Lens.of(camera(1_000, Distortion.NONE));

    assertThat(lens.pixel(CameraRay.towards(0.1, 0.1, -1))).isEmpty();
    assertThat(lens.pixel(CameraRay.towards(1, 0, 0))).isEmpty();
  }

  private static CameraModel camera(double focalLengthPixels, Distortion distortion) {
    return new CameraModel(
        "test",
        WIDTH,
        HEIGHT,
        focalLengthPixels,
        2_010,
        1_490,
        distortion,
        CameraModel.Source.CATALOG,
        0.01);
  }
}

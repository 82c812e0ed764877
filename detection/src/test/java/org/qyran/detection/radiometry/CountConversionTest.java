package org.qyran.detection.radiometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.qyran.detection.plane.OpenCv;
import org.qyran.model.SensorResponse;
import org.qyran.model.SensorResponse.Quantity;
import org.qyran.model.Vignette;

/** Expected values are the makers' formulas, written out here once more and worked by hand. */
class CountConversionTest {

  private static final int WIDTH = 40;
  private static final int HEIGHT = 30;

  @BeforeAll
  static void loadOpenCv() {
    OpenCv.load();
  }

  @Test
  void takesBlackAwayAndDividesByGainAndTime() {
    // (36000 - 4800) / 65536 · 2e-4 / (2 · 0.001) = 0.0476074
    SensorResponse response =
        new SensorResponse(Quantity.RADIANCE, 4_800, 65_536, 0.001, 2, 2e-4, 0, 0, Vignette.NONE);

    assertThat(converted(response, 36_000)[0]).isCloseTo(0.0476074, within(1e-6));
    assertThat(converted(response, 4_800, 36_000)[0]).isZero();
    assertThat(converted(response, 100, 36_000)[0]).as("darker than black").isZero();
  }

  @Test
  void laterRowsAreExposedLonger() {
    // Row 20: 1 + 1e-6 · 20 / 0.001 - 1e-3 · 20 = 1; with a3 = 0 it is 1.02.
    SensorResponse even =
        new SensorResponse(Quantity.RADIANCE, 0, 65_536, 0.001, 1, 1, 1e-6, 1e-3, Vignette.NONE);
    SensorResponse longer =
        new SensorResponse(Quantity.RADIANCE, 0, 65_536, 0.001, 1, 1, 1e-6, 0, Vignette.NONE);

    double[] flat = converted(even, 30_000);
    double[] sloped = converted(longer, 30_000);

    assertThat(flat[20 * WIDTH] / flat[0]).isCloseTo(1, within(1e-4));
    assertThat(sloped[20 * WIDTH] / sloped[0]).isCloseTo(1 / 1.02, within(1e-4));
  }

  @Test
  void aShareIsDividedByAndAGainIsMultipliedWith() {
    // 10 columns right of the centre: 1 + 0.02 · 10 = 1.2.
    Vignette share = new Vignette(Vignette.Form.RADIAL_SHARE, 5, 5, List.of(0.02, 0.0));
    Vignette gain = new Vignette(Vignette.Form.RADIAL_GAIN, 5, 5, List.of(0.02, 0.0));

    double[] divided = converted(vignetted(share), 20_000);
    double[] multiplied = converted(vignetted(gain), 20_000);

    int centre = 5 * WIDTH + 5;
    assertThat(divided[centre + 10] / divided[centre]).isCloseTo(1 / 1.2, within(2e-3));
    assertThat(multiplied[centre + 10] / multiplied[centre]).isCloseTo(1.2, within(2e-3));
  }

  @Test
  void aPlaneVignetteIsOfSharesOfThePicture() {
    // 0.7 + 0.4 x: 0.8 a quarter of the way across, 0.7 at the left.
    Vignette plane =
        new Vignette(Vignette.Form.PLANE_SHARE, 0, 0, List.of(0.7, 0.0, 0.0, 0.4, 1.0, 0.0));

    double[] values = converted(vignetted(plane), 20_000);

    assertThat(values[10] / values[0]).isCloseTo(0.7 / 0.8, within(1e-4));
  }

  @Test
  void everyPixelIsTheFormula() {
    Random random = new Random(20171019);
    for (int trial = 0; trial < 1_000; trial++) {
      double k0 = -3e-5 * random.nextDouble();
      double k1 = -1e-4 * random.nextDouble();
      double centerX = WIDTH * random.nextDouble();
      double centerY = HEIGHT * random.nextDouble();
      double seconds = 0.0005 + 0.001 * random.nextDouble();
      double a2 = 1e-7 * random.nextGaussian();
      double a3 = 1e-5 * random.nextGaussian();
      SensorResponse response =
          new SensorResponse(
              Quantity.RADIANCE,
              4_800,
              65_536,
              seconds,
              1,
              1.5e-4,
              a2,
              a3,
              new Vignette(Vignette.Form.RADIAL_SHARE, centerX, centerY, List.of(k0, k1)));
      int count = 5_000 + random.nextInt(60_000);
      int x = random.nextInt(WIDTH);
      int y = random.nextInt(HEIGHT);

      double[] values = converted(response, count);

      double r = Math.hypot(x - centerX, y - centerY);
      double expected =
          (count - 4_800)
              / 65_536.0
              * 1.5e-4
              / seconds
              / (1 + k0 * r + k1 * r * r)
              / (1 + a2 * y / seconds - a3 * y);
      assertThat(values[y * WIDTH + x])
          .as("trial %d: pixel %d, %d of count %d", trial, x, y, count)
          .isCloseTo(expected, within(1e-3 * expected + 1e-7));
    }
  }

  private static SensorResponse vignetted(Vignette vignette) {
    return new SensorResponse(Quantity.RELATIVE_RADIANCE, 0, 65_535, 1, 1, 1, 0, 0, vignette);
  }

  /** A picture of one count, or of one and brighter ones below it. */
  private static double[] converted(SensorResponse response, int... counts) {
    short[] all = new short[WIDTH * HEIGHT];
    for (int at = 0; at < all.length; at++) {
      all[at] = (short) counts[at / WIDTH == 0 ? 0 : counts.length - 1];
    }
    Mat mat = new Mat(HEIGHT, WIDTH, CvType.CV_16UC1);
    mat.put(0, 0, all);
    double step = new CountConversion(response, WIDTH, HEIGHT, 1).convert(mat);
    mat.get(0, 0, all);
    mat.release();
    double[] values = new double[all.length];
    for (int at = 0; at < all.length; at++) {
      values[at] = Short.toUnsignedInt(all[at]) * step;
    }
    return values;
  }
}

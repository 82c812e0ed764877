package org.qyran.sampledata.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.model.CameraModel;

class LensTest {

  private static final CameraModel REDEDGE =
      new CameraModel(
          "like a RedEdge",
          1_280,
          960,
          1_450,
          633,
          486,
          new CameraModel.Distortion(-0.1, 0.13, -0.01, 0.0004, -0.0006),
          CameraModel.Source.METADATA,
          0);

  @Test
  void aRayFallsOnThePixelThatThePencilPutsItOn() {
    // x = 0.3, y = -0.2, r² = 0.13: radial 1 - 0.013 + 0.002197 - 0.00002197 = 0.98917503;
    // x' = 0.296752509 + 2 · 0.0004 · (-0.06) - 0.0006 · (0.13 + 0.18) = 0.296518509;
    // y' = -0.197835006 + 0.0004 · (0.13 + 0.08) + 2 · (-0.0006) · (-0.06) = -0.197679006.
    double[] pixel = new Lens(REDEDGE).pixel(0.3, -0.2);

    assertThat(pixel[0]).isCloseTo(633 + 1_450 * 0.296518509, within(1e-5));
    assertThat(pixel[1]).isCloseTo(486 - 1_450 * 0.197679006, within(1e-5));
  }

  @Test
  void everyPixelComesBackToItself() {
    Random random = new Random(7);
    Lens lens = new Lens(REDEDGE);
    for (int trial = 0; trial < 1_000; trial++) {
      double x = random.nextDouble(1_280);
      double y = random.nextDouble(960);

      double[] ray = lens.ray(x, y);
      double[] back = lens.pixel(ray[0], ray[1]);

      assertThat(back).as("(%s, %s)", x, y).containsExactly(new double[] {x, y}, within(1e-3));
    }
  }
}

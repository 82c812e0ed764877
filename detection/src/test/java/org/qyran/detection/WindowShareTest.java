package org.qyran.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.model.Mosaic;
import org.qyran.model.MosaicWindow;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;

/** A mosaic of 2000 x 500 pixels in two windows of 1100, which share 200 around its middle. */
class WindowShareTest {

  private static final Mosaic MOSAIC =
      new Mosaic(
          2_000,
          500,
          new Mosaic.Transform(0, 0, 1, 0, 0, -1),
          "EPSG:32643",
          1,
          5,
          Mosaic.Values.AS_STORED,
          1_100,
          200);

  private static final MosaicWindow LEFT =
      new MosaicWindow(MOSAIC, 0, 0, 1_100, 500, 0, 0, 1_000, 500);

  private static final MosaicWindow RIGHT =
      new MosaicWindow(MOSAIC, 900, 0, 1_100, 500, 1_000, 0, 1_000, 500);

  @Test
  void whatIsNoLongerThanTheOverlapIsToldByOneWindowThatShowsItWhole() {
    Random random = new Random(20261125);
    for (int trial = 0; trial < 1_000; trial++) {
      double width = 1 + random.nextDouble(180);
      double x = random.nextDouble(2_000 - width);

      boolean left = tells(LEFT, x, x + width);
      boolean right = tells(RIGHT, x, x + width);

      assertThat(left ^ right).as("trial %d: %s to %s", trial, x, x + width).isTrue();
      MosaicWindow teller = left ? LEFT : RIGHT;
      assertThat(x).isGreaterThanOrEqualTo(teller.leftPixels());
      assertThat(x + width).isLessThanOrEqualTo(teller.leftPixels() + teller.widthPixels());
    }
  }

  @Test
  void whatIsLongerIsToldByEveryWindowWhoseCoreItReaches() {
    assertThat(tells(LEFT, 700, 1_300)).isTrue();
    assertThat(tells(RIGHT, 700, 1_300)).isTrue();
    assertThat(tells(LEFT, 1_500, 1_900)).isFalse();
  }

  /** Whether a window tells of a thing, of which it shows what lies inside of it. */
  private static boolean tells(MosaicWindow window, double from, double to) {
    double left = Math.max(from, window.leftPixels()) - window.leftPixels();
    double right = Math.min(to, window.leftPixels() + window.widthPixels()) - window.leftPixels();
    return right > left
        && new WindowShare(window, 1)
            .holds(
                new PixelOutline(
                    List.of(
                        new PixelPoint(left, 100),
                        new PixelPoint(right, 100),
                        new PixelPoint(right, 120),
                        new PixelPoint(left, 120))));
  }
}

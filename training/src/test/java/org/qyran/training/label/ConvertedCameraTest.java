package org.qyran.training.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qyran.detection.image.PixelUnit;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.plant.Palette;
import org.qyran.model.Band;

class ConvertedCameraTest {

  private static final int SIDE = 40;

  /** Leaves on the left half, soil on the right. */
  private final PreparedImage bands =
      PreparedImage.of(
              List.of(
                  new Band("blue", 475, 32),
                  new Band("green", 560, 27),
                  new Band("red", 668, 14),
                  new Band("red edge", 717, 12),
                  new Band("nir", 842, 57)),
              List.of(
                  halves(0.03f, 0.08f),
                  halves(0.08f, 0.12f),
                  halves(0.03f, 0.16f),
                  halves(0.2f, 0.2f),
                  halves(0.5f, 0.25f)),
              0.08)
          .meaning(PixelUnit.REFLECTANCE);

  @Test
  void givesCountsOfThreeBandsOnTheSameGrid() {
    PreparedImage seen = new ConvertedCamera("one").see(bands);

    assertThat(Palette.of(seen)).isEqualTo(Optional.of(Palette.NIR_CONVERTED));
    assertThat(seen.unit()).isEqualTo(PixelUnit.DN);
    assertThat(seen.whole()).isEqualTo(bands.whole());
    assertThat(seen.gsdMeters()).isEqualTo(bands.gsdMeters());
    for (int band = 0; band < 3; band++) {
      for (float count : seen.read(band, seen.whole()).values()) {
        assertThat(count).isBetween(0f, 1f);
        assertThat(count * 255).isCloseTo((float) Math.round(count * 255), within(1e-3f));
      }
    }
  }

  @Test
  void leavesAreTheBrightestInItsInfraredWhateverTheSurvey() {
    for (int survey = 0; survey < 20; survey++) {
      PreparedImage seen = new ConvertedCamera("survey " + survey).see(bands);

      Plane infrared = seen.read(0, seen.whole());
      assertThat(infrared.at(5, 5)).isGreaterThan(infrared.at(SIDE - 5, 5));
    }
  }

  @Test
  void eachSurveyHasItsOwnCameraAndAlwaysTheSame() {
    List<Double> ratios = new ArrayList<>();
    for (int survey = 0; survey < 10; survey++) {
      PreparedImage seen = new ConvertedCamera("survey " + survey).see(bands);
      PreparedImage again = new ConvertedCamera("survey " + survey).see(bands);

      assertThat(again.read(1, again.whole()).values())
          .isEqualTo(seen.read(1, seen.whole()).values());
      ratios.add(
          (double) seen.read(0, seen.whole()).at(5, 5) / seen.read(1, seen.whole()).at(5, 5));
    }

    assertThat(ratios).doesNotHaveDuplicates();
  }

  private static Plane halves(float left, float right) {
    float[] values = new float[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % SIDE < SIDE / 2 ? left : right;
    }
    return new Plane(SIDE, SIDE, values);
  }
}

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

class ColourCameraTest {

  private static final int SIDE = 40;

  /** Lawn on the left half, a gravel road on the right. */
  private final PreparedImage plain =
      PreparedImage.of(
              List.of(
                  new Band("red", 650, 80), new Band("green", 550, 80), new Band("blue", 460, 80)),
              List.of(halves(0.3f, 0.55f), halves(0.45f, 0.53f), halves(0.2f, 0.5f)),
              0.08)
          .meaning(PixelUnit.DN);

  @Test
  void givesCountsOfTheSameBandsOnTheSameGrid() {
    PreparedImage seen = new ColourCamera("one").see(plain);

    assertThat(Palette.of(seen)).isEqualTo(Optional.of(Palette.COLOUR));
    assertThat(seen.unit()).isEqualTo(PixelUnit.DN);
    assertThat(seen.whole()).isEqualTo(plain.whole());
    assertThat(seen.gsdMeters()).isEqualTo(plain.gsdMeters());
    for (int band = 0; band < 3; band++) {
      for (float count : seen.read(band, seen.whole()).values()) {
        assertThat(count).isBetween(0f, 1f);
        assertThat(count * 255).isCloseTo((float) Math.round(count * 255), within(1e-3f));
      }
    }
  }

  @Test
  void aLawnStaysGreenAndARoadBrighterThanItWhateverTheSurvey() {
    for (int survey = 0; survey < 30; survey++) {
      PreparedImage seen = new ColourCamera("survey " + survey).see(plain);

      assertThat(at(seen, "green", 5)).isGreaterThan(at(seen, "red", 5));
      assertThat(at(seen, "green", 5)).isGreaterThan(at(seen, "blue", 5));
      assertThat(at(seen, "green", SIDE - 5)).isGreaterThan(at(seen, "green", 5));
    }
  }

  @Test
  void eachSurveyHasItsOwnCameraAndAlwaysTheSame() {
    List<List<Double>> lawns = new ArrayList<>();
    for (int survey = 0; survey < 10; survey++) {
      PreparedImage seen = new ColourCamera("survey " + survey).see(plain);
      PreparedImage again = new ColourCamera("survey " + survey).see(plain);

      assertThat(at(again, "red", 5)).isEqualTo(at(seen, "red", 5));
      lawns.add(List.of(at(seen, "red", 5), at(seen, "green", 5), at(seen, "blue", 5)));
    }

    assertThat(lawns).doesNotHaveDuplicates();
  }

  @Test
  void whatIsGreyStaysNearGreyAndWhatIsBlackStaysBlack() {
    PreparedImage grey =
        PreparedImage.of(
                plain.bands(), List.of(halves(0, 0.5f), halves(0, 0.5f), halves(0, 0.5f)), 0.08)
            .meaning(PixelUnit.DN);
    for (int survey = 0; survey < 30; survey++) {
      PreparedImage seen = new ColourCamera("survey " + survey).see(grey);

      assertThat(at(seen, "blue", 5)).isZero();
      assertThat(at(seen, "blue", SIDE - 5)).isCloseTo(at(seen, "red", SIDE - 5), within(0.2));
    }
  }

  private static double at(PreparedImage image, String band, int column) {
    return image.read(image.findBand(band).orElseThrow(), image.whole()).at(column, 5);
  }

  private static Plane halves(float left, float right) {
    float[] values = new float[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % SIDE < SIDE / 2 ? left : right;
    }
    return new Plane(SIDE, SIDE, values);
  }
}

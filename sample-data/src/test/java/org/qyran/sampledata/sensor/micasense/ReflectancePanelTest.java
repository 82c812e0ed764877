package org.qyran.sampledata.sensor.micasense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qyran.model.PixelPoint;
import org.qyran.sampledata.sensor.micasense.MicaSenseCamera.Kind;

class ReflectancePanelTest {

  private static final MicaSenseCamera CAMERA =
      MicaSenseCamera.of(Kind.REDEDGE_M, "RM01-5", 640, 480, 6);
  private static final ReflectancePanel PANEL =
      new ReflectancePanel("RP06-1", List.of(0.49, 0.48, 0.47, 0.46, 0.45), 8);

  @Test
  void theSquareHasTheRadianceOfItsReflectanceInEveryBand() {
    for (BandSensor band : CAMERA.bands()) {
      float[] radiance = PANEL.radiance(band, 1.5);
      List<PixelPoint> corners = PANEL.corners(band);
      double middleX = corners.stream().mapToDouble(PixelPoint::xPixels).average().orElseThrow();
      double middleY = corners.stream().mapToDouble(PixelPoint::yPixels).average().orElseThrow();

      // E ρ / π, and a grain of less than half a percent.
      double truth = 1.5 * PANEL.reflectance(band) / Math.PI;
      for (PixelPoint corner : corners) {
        int inside =
            pixel(
                middleX + 0.9 * (corner.xPixels() - middleX),
                middleY + 0.9 * (corner.yPixels() - middleY));
        int outside =
            pixel(
                middleX + 1.1 * (corner.xPixels() - middleX),
                middleY + 1.1 * (corner.yPixels() - middleY));
        assertThat((double) radiance[inside]).isCloseTo(truth, within(0.005 * truth));
        assertThat((double) radiance[outside]).as("the dark frame").isLessThan(0.2 * truth);
      }
    }
  }

  @Test
  void theSquareIsAsLargeAsItIsFarAway() {
    BandSensor band = CAMERA.bands().get(1);
    List<PixelPoint> corners = PANEL.corners(band);

    double side =
        Math.hypot(
            corners.get(0).xPixels() - corners.get(1).xPixels(),
            corners.get(0).yPixels() - corners.get(1).yPixels());

    // 0.155 m at 1 m; the lens pulls the picture together by a percent or two out there.
    assertThat(side).isCloseTo(0.155 * band.lens().focalLengthPixels(), within(3.0));
  }

  @Test
  void gravelIsBrighterInTheNearInfraredThanInTheBlue() {
    assertThat(PANEL.radiance(CAMERA.bands().get(3), 1)[0])
        .isGreaterThan(PANEL.radiance(CAMERA.bands().get(0), 1)[0]);
  }

  @Test
  void refusesAReflectanceThatNothingHas() {
    assertThatThrownBy(() -> new ReflectancePanel("RP06-1", List.of(1.2), 8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.2");
  }

  private static int pixel(double x, double y) {
    return 640 * (int) Math.floor(y) + (int) Math.floor(x);
  }
}

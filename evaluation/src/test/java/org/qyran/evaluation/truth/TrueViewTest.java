package org.qyran.evaluation.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qyran.evaluation.geojson.GroundArea;
import org.qyran.geo.axes.Place;
import org.qyran.model.Attitude;
import org.qyran.model.CameraModel;
import org.qyran.model.GeoPoint;
import org.qyran.model.PixelOutline;

class TrueViewTest {

  private static final CameraModel CAMERA =
      new CameraModel(
          "a pencil",
          800,
          600,
          1_000,
          400,
          300,
          CameraModel.Distortion.NONE,
          CameraModel.Source.CATALOG,
          0);

  /** 10 m east, 20 m north; a degree on the equator is 111,319.49 m and 110,574.28 m. */
  private static final GroundArea PLOT =
      new GroundArea(
          List.of(
              new GeoPoint(0, 10 + 10 / 111_319.49),
              new GeoPoint(20 / 110_574.28, 10 + 10 / 111_319.49),
              new GeoPoint(20 / 110_574.28, 10)),
          List.of());

  private static TrueView view(double yawDegrees, double pitchDegrees) {
    return new TrueView(
        new TruePose(
            "a.jpg",
            new Place(new GeoPoint(0, 10), 100),
            new Attitude(yawDegrees, pitchDegrees, 0)),
        CAMERA);
  }

  @Test
  void tenMetersFromAHundredUpAreAHundredPixels() {
    PixelOutline outline = view(0, -90).outline(PLOT, 0).orElseThrow();

    assertThat(outline.ring().get(0).xPixels()).isCloseTo(500, within(0.1));
    assertThat(outline.ring().get(0).yPixels()).isCloseTo(300, within(0.1));
    assertThat(outline.ring().get(1).yPixels()).isCloseTo(100, within(0.1));
  }

  @Test
  void turnedToTheEastTheNorthLiesLeft() {
    PixelOutline outline = view(90, -90).outline(PLOT, 0).orElseThrow();

    // Top is east: 10 m east are 100 px up, 20 m north 200 px left.
    assertThat(outline.ring().get(1).xPixels()).isCloseTo(200, within(0.1));
    assertThat(outline.ring().get(1).yPixels()).isCloseTo(200, within(0.1));
  }

  @Test
  void aCameraThatLooksAwayShowsNothing() {
    assertThat(view(180, 0).outline(PLOT, 0)).isEmpty();
  }

  @Test
  void aHundredMetersOverAThousandPixelsAreTenCentimeters() {
    assertThat(view(0, -90).groundSamplingDistanceMeters(new GeoPoint(0, 10), 0))
        .isCloseTo(0.1, within(1e-6));
  }
}

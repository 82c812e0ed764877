package org.qyran.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qyran.model.CameraModel;

class FisheyeCalibrationTest {

  /** Garfield's green band: exiftool -FisheyeAffineMatrix -FisheyePolynomial -PrincipalPoint. */
  private static final FisheyeCalibration SEQUOIA =
      new FisheyeCalibration(
          1_676.825547004, List.of(0.0, 1.0, 0.00592627, -0.136981656), 663.449, 467.982);

  @Test
  void aRayAppearsWherePix4dsFormulaPutsIt() {
    // 45° off the axis: θ = 0.5, ρ = 0.5 + 0.00592627 / 4 - 0.136981656 / 8 = 0.48435886.
    assertThat(SEQUOIA.radiusPixels(Math.PI / 4)).isCloseTo(812.185, within(0.001));
    assertThat(SEQUOIA.radiusPixels(0)).isEqualTo(0);
  }

  @Test
  void thePinholeThatStandsInForItAgreesWithinAThirdOfAPixelOutToTheCorner() {
    CameraModel camera = SEQUOIA.findModel("Parrot Sequoia", 1_280, 960).orElseThrow();

    for (double degrees = 1; degrees <= 45.8; degrees++) {
      double radius = Math.tan(Math.toRadians(degrees));
      double squared = radius * radius;
      CameraModel.Distortion lens = camera.distortion();
      double seen =
          camera.focalLengthPixels()
              * radius
              * (1 + squared * (lens.k1() + squared * (lens.k2() + squared * lens.k3())));
      assertThat(seen)
          .as("%s° off the axis", degrees)
          .isCloseTo(SEQUOIA.radiusPixels(Math.toRadians(degrees)), within(0.33));
    }
    // numpy.linalg.lstsq over 400 directions with the same weights: 1066.775, off by 0.25 at most.
    assertThat(camera.focalLengthPixels()).isCloseTo(1_066.775, within(0.05));
  }

  @Test
  void anEquidistantLensHasTheSeriesOfTheArcTangent() {
    // r = f·α, and α = atan x = x - x³/3 + x⁵/5 ...: within 5° of the axis k1 is -1/3 and no more.
    FisheyeCalibration lens = new FisheyeCalibration(1_000, List.of(0.0, Math.PI / 2), 50, 50);

    CameraModel camera = lens.findModel("equidistant", 100, 100).orElseThrow();

    assertThat(camera.focalLengthPixels()).isCloseTo(1_000, within(1e-3));
    assertThat(camera.distortion().k1()).isCloseTo(-1 / 3.0, within(1e-3));
  }

  @Test
  void aPictureThatReachesPastWhatAPinholeFollowsHasNoModel() {
    // 1000 pixels of radius at 90°: the corner of 2000 x 2000, 1414 away, is never reached.
    FisheyeCalibration lens = new FisheyeCalibration(1_000, List.of(0.0, 1.0), 1_000, 1_000);

    assertThat(lens.findModel("all-sky", 2_000, 2_000)).isEmpty();
  }

  @Test
  void aLensThatBendsBackBeforeTheCornerHasNoModel() {
    // ρ = θ - θ² is largest at θ = 0.5, with a quarter of 1000 pixels.
    FisheyeCalibration lens = new FisheyeCalibration(1_000, List.of(0.0, 1.0, -1.0), 200, 200);

    assertThat(lens.findModel("bent", 400, 400)).isEmpty();
  }

  @Test
  void aLensWhoseAxisIsNotAtItsPrincipalPointHasNoModel() {
    FisheyeCalibration lens = new FisheyeCalibration(1_000, List.of(0.5, 1.0), 200, 200);

    assertThat(lens.findModel("shifted", 400, 400)).isEmpty();
  }

  @Test
  void aLensThatSeesNextToNothingHasNoModel() {
    FisheyeCalibration lens = new FisheyeCalibration(1e300, List.of(0.0, 1.0), 200, 200);

    assertThat(lens.findModel("endless", 400, 400)).isEmpty();
  }

  @Test
  void aScaleOfNothingIsACallersMistake() {
    assertThatThrownBy(() -> new FisheyeCalibration(0, List.of(0.0, 1.0), 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("scale must be above 0");
  }
}

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
  void theHousesFisheyeAgreesWithinAFiftiethOfAPixelOutToTheCorner() {
    CameraModel camera = SEQUOIA.findModel("Parrot Sequoia", 1_280, 960).orElseThrow();

    for (double degrees = 1; degrees <= 45.8; degrees++) {
      assertThat(seenPixels(camera, Math.toRadians(degrees)))
          .as("%s° off the axis", degrees)
          .isCloseTo(SEQUOIA.radiusPixels(Math.toRadians(degrees)), within(0.02));
    }
    // numpy.linalg.lstsq over 400 directions with the same weights: 1067.9509, off by 0.0153 at
    // most.
    assertThat(camera.focalLengthPixels()).isCloseTo(1_067.951, within(0.001));
    assertThat(camera.distortion().k1()).isCloseTo(-0.04626, within(1e-4));
  }

  @Test
  void anEquidistantLensIsAFisheyeWithoutDistortion() {
    // ρ = π/2 · θ is α itself, so r = 1000 α.
    FisheyeCalibration lens = new FisheyeCalibration(1_000, List.of(0.0, Math.PI / 2), 50, 50);

    CameraModel camera = lens.findModel("equidistant", 100, 100).orElseThrow();

    assertThat(camera.focalLengthPixels()).isCloseTo(1_000, within(1e-6));
    assertThat(camera.distortion().formula()).isEqualTo(CameraModel.Formula.FISHEYE);
    assertThat(seenPixels(camera, 0.07)).isCloseTo(70, within(1e-9));
  }

  @Test
  void anAllSkyPictureHasItsModelToo() {
    // 1000 pixels of radius at 90°: the corner of 1400 x 1400, 990 away, lies 89.1° off the axis.
    FisheyeCalibration lens = new FisheyeCalibration(1_000, List.of(0.0, 1.0), 700, 700);

    CameraModel camera = lens.findModel("all-sky", 1_400, 1_400).orElseThrow();

    assertThat(camera.focalLengthPixels()).isCloseTo(636.62, within(0.01)); // 1000 / (π/2)
  }

  @Test
  void aPictureThatReachesBehindTheLensHasNoModel() {
    // 1000 pixels of radius at 90°: the corner of 2000 x 2000 would lie 127° off the axis.
    FisheyeCalibration lens = new FisheyeCalibration(1_000, List.of(0.0, 1.0), 1_000, 1_000);

    assertThat(lens.findModel("behind", 2_000, 2_000)).isEmpty();
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

  /** By the formula of docs/CONVENTIONS.md. */
  private static double seenPixels(CameraModel camera, double offAxisRadians) {
    CameraModel.Distortion lens = camera.distortion();
    double squared = offAxisRadians * offAxisRadians;
    double higher = squared * (lens.k2() + squared * (lens.k3() + squared * lens.k4()));
    return camera.focalLengthPixels() * offAxisRadians * (1 + squared * (lens.k1() + higher));
  }
}

package org.qyran.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.qyran.detection.onnx.ModelsOnDisk;

class DetectionSettingsTest {

  @Test
  void defaultsAreWhatThePageSays() {
    assertThat(DetectionSettings.defaults())
        .isEqualTo(
            new DetectionSettings(
                0.08, 2_048, 500_000_000, 2, 5_000, 1.5, 800, DetectorChoice.QYRAN, ""));
  }

  @Test
  void everySettingCanBeSomethingElse() {
    DetectionSettings settings =
        new DetectionSettings(0.2, 512, 1_000, 3, 400, 5, 60, DetectorChoice.QYRAN, "");

    assertThat(settings.workingGsdMeters()).isEqualTo(0.2);
    assertThat(settings.tilePixels()).isEqualTo(512);
    assertThat(settings.imageLimitPixels()).isEqualTo(1_000);
    assertThat(settings.standAtLeastSquareMeters()).isEqualTo(3);
    assertThat(settings.standAtMostSquareMeters()).isEqualTo(400);
    assertThat(settings.structureAtLeastSquareMeters()).isEqualTo(5);
    assertThat(settings.structureAtMostSquareMeters()).isEqualTo(60);
  }

  @Test
  void refusesAWorkingGsdOfNothingNamingTheRange() {
    assertThatThrownBy(
            () ->
                new DetectionSettings(
                    0, 2_048, 1_000, 2, 5_000, 1.5, 800, DetectorChoice.QYRAN, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("workingGsdMeters is 0.0, must lie in [0.005, 10.0]");
  }

  @Test
  void refusesALargestStandThatIsSmallerThanTheSmallest() {
    assertThatThrownBy(
            () ->
                new DetectionSettings(
                    0.08, 2_048, 1_000, 20, 10, 1.5, 800, DetectorChoice.QYRAN, ""))
        .hasMessage("standAtMostSquareMeters is 10.0, must lie in [20.0, 1000000.0]");
  }

  @Test
  void aModelFromOutsideIsItsManifestAndMistakesInItAreToldAtOnce() {
    assertThat(DetectionSettings.defaults().findModel()).isEmpty();
    assertThat(with(ModelsOnDisk.tiny().toString()).findModel())
        .hasValueSatisfying(model -> assertThat(model.name()).isEqualTo("tiny-leaves 1"));
    assertThatThrownBy(() -> with("none.json"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("none.json cannot be read (NoSuchFileException); name the manifest of a model");
  }

  private static DetectionSettings with(String model) {
    return new DetectionSettings(
        0.08, 2_048, 1_000, 2, 5_000, 1.5, 800, DetectorChoice.QYRAN, model);
  }
}

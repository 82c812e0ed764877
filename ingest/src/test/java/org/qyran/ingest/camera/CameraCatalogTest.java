package org.qyran.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;

/** Focal lengths in pixels by the rule of three: millimetres of lens over millimetres of sensor. */
class CameraCatalogTest {

  private static final String HEADER =
      "make,model,dialect,width_px,pixel_um,focal_mm,focal_error,k1,k2,k3,p1,p2,bands,source\n";

  private final CameraCatalog cameras = CameraCatalog.bundled();

  @ParameterizedTest(name = "{0} {1}: {4} mm over {5} mm and {2} px")
  @CsvSource({
    // sensor widths: 1/2.3 inch 6.17 mm, 1 inch 13.2 mm, 4/3 inch 17.3 mm, full frame 36 mm
    "DJI, FC300S, 4000, 2250, 3.61, 6.17",
    "DJI, FC330, 4000, 3000, 3.61, 6.17",
    "dji, fc6310, 5472, 3648, 8.8, 13.2",
    "DJI, FC6520, 5280, 3956, 15, 17.3",
    "Hasselblad, L1D-20c, 5472, 3648, 10.26, 13.2",
    "DJI, M3E, 5280, 3956, 12.29, 17.3",
    "DJI, ZenmuseP1, 8192, 5460, 35, 36",
  })
  void aKnownCameraHasItsLensOverItsSensor(
      String make, String model, int width, int height, double focal, double sensor) {
    CameraModel camera = cameras.model(facts(make, model, "dji", width, height, focal, 0, 0, 0));

    assertThat(camera.source()).isEqualTo(CameraModel.Source.CATALOG);
    assertThat(camera.focalLengthPixels())
        .isCloseTo(focal / sensor * width, within(focal / sensor * width * 0.001));
    assertThat(camera.principalXPixels()).isEqualTo(width / 2.0);
    assertThat(camera.principalYPixels()).isEqualTo(height / 2.0);
    assertThat(camera.focalLengthErrorFraction()).isBetween(0.02, 0.03);
  }

  @Test
  void theTablesOwnLensStandsInWhereExifIsSilent() {
    CameraModel camera = cameras.model(facts("DJI", "FC6310", "dji", 5_472, 3_648, 0, 0, 0, 0));

    assertThat(camera.focalLengthPixels()).isCloseTo(3_648, within(1.0)); // 8.8 / 13.2 · 5472
  }

  @Test
  void aNarrowerPictureIsScaledDownAndALowerOneCropped() {
    CameraModel half = cameras.model(facts("DJI", "FC6310", "dji", 2_736, 1_824, 8.8, 0, 0, 0));
    CameraModel low = cameras.model(facts("DJI", "FC6310", "dji", 5_472, 3_078, 8.8, 0, 0, 0));

    assertThat(half.focalLengthPixels()).isCloseTo(1_824, within(0.5));
    assertThat(low.focalLengthPixels()).isCloseTo(3_648, within(1.0));
  }

  @Test
  void aChangeableLensThatExifDoesNotNameIsUnknown() {
    CameraModel camera = cameras.model(facts("DJI", "FC6520", "dji", 5_280, 3_956, 0, 0, 0, 0));

    assertThat(camera.source()).isEqualTo(CameraModel.Source.UNKNOWN);
  }

  @Test
  void anUnknownCameraFallsBackOnItsFocalPlaneWithALargerError() {
    CameraModel camera =
        cameras.model(facts("Parrot", "Sequoia 2", "", 1_280, 960, 3.98, 0, 0.00375, 1_280));

    assertThat(camera.source()).isEqualTo(CameraModel.Source.EXIF);
    assertThat(camera.focalLengthPixels()).isCloseTo(1_061.33, within(0.01)); // 3.98 / 0.00375
    assertThat(camera.focalLengthErrorFraction()).isEqualTo(0.05);
  }

  @Test
  void aFocalPlaneOfAnotherWidthIsScaledAndItsErrorIsTheDoubtAboutThat() {
    CameraModel camera =
        cameras.model(facts("Some", "Camera", "", 3_600, 2_700, 4.3, 0, 0.0015494, 4_000));

    assertThat(camera.focalLengthPixels()).isCloseTo(2_497.7, within(0.1)); // · 3600 / 4000
    assertThat(camera.focalLengthErrorFraction()).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void filmIsTheLastResortAndItsErrorTheLargest() {
    CameraModel camera = cameras.model(facts("Some", "Phone", "", 4_000, 3_000, 4, 26, 0, 0));

    // CIPA DCG-001: of the diagonal. 26 / 43.267 · 5000.
    assertThat(camera.focalLengthPixels()).isCloseTo(3_004.6, within(0.1));
    assertThat(camera.focalLengthErrorFraction()).isEqualTo(0.1);
  }

  @ParameterizedTest(name = "{0} mm, film {1} mm, pitch {2} mm")
  @CsvSource({
    "0, 0, 0",
    "4, 0, 0",
    "0, 0, 0.0015",
    "1e300, 0, 1e-300",
    "1e-300, 0, 1",
    "0, 9999, 0"
  })
  void figuresThatNoLensHasMakeAnUnknownCamera(double focal, double film, double pitch) {
    CameraModel camera = cameras.model(facts("A", "B", "", 800, 600, focal, film, pitch, 800));

    assertThat(camera.source()).isEqualTo(CameraModel.Source.UNKNOWN);
    assertThat(camera.widthPixels()).isEqualTo(800);
  }

  @Test
  void theCanonOfSenseFlySeesInfraredOnlyWhereSenseFlyWroteItsTags() {
    String model = "Canon PowerShot ELPH 300 HS";

    assertThat(cameras.bands(facts("Canon", model, "sensefly", 3_600, 2_700, 4.3, 0, 0, 0)))
        .extracting(Band::name)
        .containsExactly("nir", "green", "blue");
    assertThat(cameras.bands(facts("Canon", model, "", 4_000, 3_000, 4.3, 0, 0, 0))).isEmpty();
  }

  @Test
  void aCameraIsNamedByMakerAndModelWithTheMakerOnce() {
    assertThat(facts("DJI", "FC6310", "", 1, 1, 0, 0, 0, 0).name()).isEqualTo("DJI FC6310");
    assertThat(facts("Canon", "Canon ELPH", "", 1, 1, 0, 0, 0, 0).name()).isEqualTo("Canon ELPH");
    assertThat(facts("", "", "", 1, 1, 0, 0, 0, 0).name()).isEqualTo("unknown camera");
  }

  @Test
  void aRowThatCannotBeReadIsNamedByItsNumber() {
    String text = HEADER + "A,B,,100,1.5,4,0.03,,,,,,,ok\nA,C,,wide,1.5,4,0.03,,,,,,,bad\n";

    assertThatThrownBy(() -> CameraCatalog.read(new StringReader(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 2");
  }

  @Test
  void aTableOfOnesOwnIsReadWithLensAndLight() throws IOException {
    String text = HEADER + "A,B,,1000,2,4,0.01,-0.1,0.02,0.003,0.0004,0.00005,nir:850:40,mine\n";
    CameraFacts facts = facts("a", "b", "", 1_000, 800, 0, 0, 0, 0);

    CameraCatalog own = CameraCatalog.read(new StringReader(text));

    assertThat(own.model(facts).focalLengthPixels()).isCloseTo(2_000, within(1e-9));
    assertThat(own.model(facts).distortion())
        .isEqualTo(new CameraModel.Distortion(-0.1, 0.02, 0.003, 0.0004, 0.00005));
    assertThat(own.bands(facts)).containsExactly(new Band("nir", 850, 40));
  }

  private static CameraFacts facts(
      String make,
      String model,
      String dialect,
      int width,
      int height,
      double focal,
      double film,
      double pitch,
      int pitchWidth) {
    return new CameraFacts(make, model, dialect, width, height, focal, film, pitch, pitchWidth);
  }
}

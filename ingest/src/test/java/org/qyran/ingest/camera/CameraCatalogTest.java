package org.qyran.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;

/** Focal lengths in pixels by the rule of three: millimetres of lens over millimetres of sensor. */
class CameraCatalogTest {

  private static final String HEADER =
      "make,model,dialect,width_px,pixel_um,focal_mm,focal_error,lens,k1,k2,k3,k4,p1,p2,bands,source\n";

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
  void everyMistakeIsToldInASentenceWithItsLine() {
    String text =
        """
        # mine
        make,model,width_px,pixel_um,focal_mm,focal_error,lens,k4,bands
        A,B,100,1.5,4,0.03,,,
        A,C,wide,1.5,4,0.03,,,
        A,D,100,1.5,4,,,,
        A,E,100,1.5,4,0.03,telephoto,,
        A,F,100,1.5,4,0.03,,0.1,
        A,G,100,1.5,4,0.03,,,nir:850
        A,H,100,1.5,4
        """;

    assertThatThrownBy(() -> CameraCatalog.read(new StringReader(text), "own.csv"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("own.csv, line 4: width_px is 'wide', must be a number")
        .hasMessageContaining("own.csv, line 5: focal_error is missing or 0, must be above 0")
        .hasMessageContaining("own.csv, line 6: lens is 'telephoto', must be brown, fisheye or")
        .hasMessageContaining("own.csv, line 7: k4 is of a fisheye")
        .hasMessageContaining("own.csv, line 8: band 'nir:850' is not name:centre:width")
        .hasMessageContaining("own.csv, line 9: there are 5 cells under 9 columns");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "make,model,width_px,pixel_um,focal_mm | line 1: the column 'focal_error' is missing",
        "make,model,width,pixel_um,focal_mm,focal_error | line 1: the column 'width' is not known",
        "make,make,model,width_px,pixel_um,focal_mm,focal_error | 'make' is named twice",
        "# nothing but a remark | there is no header",
      })
  void aHeaderThatIsNoneIsToldToo(String header, String mistake) {
    assertThatThrownBy(() -> CameraCatalog.read(new StringReader(header + "\n"), "own.csv"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(mistake);
  }

  @Test
  void aTableOfOnesOwnIsReadWithLensAndLight() throws IOException {
    String text =
        HEADER + "A,B,,1000,2,4,0.01,brown,-0.1,0.02,0.003,,0.0004,0.00005,nir:850:40,mine\n";
    CameraFacts facts = facts("a", "b", "", 1_000, 800, 0, 0, 0, 0);

    CameraCatalog own = CameraCatalog.read(new StringReader(text), "own.csv");

    assertThat(own.model(facts).focalLengthPixels()).isCloseTo(2_000, within(1e-9));
    assertThat(own.model(facts).distortion())
        .isEqualTo(new CameraModel.Distortion(-0.1, 0.02, 0.003, 0.0004, 0.00005));
    assertThat(own.bands(facts)).containsExactly(new Band("nir", 850, 40));
  }

  @Test
  void aFisheyeOfOnesOwnNeedsOnlyTheColumnsItFills() throws IOException {
    String text =
        """
        make,model,width_px,pixel_um,focal_mm,focal_error,lens,k1,k2,k3,k4
        A,B,1000,2,4,0.01,fisheye,-0.05,-0.02,0.03,-0.015
        """;

    CameraCatalog own = CameraCatalog.read(new StringReader(text), "own.csv");

    assertThat(own.model(facts("A", "B", "dji", 1_000, 800, 0, 0, 0, 0)).distortion())
        .isEqualTo(CameraModel.Distortion.fisheye(-0.05, -0.02, 0.03, -0.015));
  }

  @Test
  void aTableOfOnesOwnGoesBeforeTheProgramsAndLeavesItTheRest(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("own.csv");
    Files.writeString(file, HEADER + "DJI,FC6310,,5472,2.4123,8.62,0.002,,,,,,,,,calibrated\n");

    CameraCatalog both = CameraCatalog.extendedBy(file);
    CameraModel mine = both.model(facts("DJI", "FC6310", "dji", 5_472, 3_648, 8.8, 0, 0, 0));
    CameraModel other = both.model(facts("DJI", "FC6510", "dji", 5_472, 3_648, 8.8, 0, 0, 0));

    // EXIF's rounded 8.8 mm does not undo a calibration: 8.62 mm / 2.4123 um.
    assertThat(mine.focalLengthPixels()).isCloseTo(3_573.4, within(0.1));
    assertThat(mine.focalLengthErrorFraction()).isEqualTo(0.002);
    assertThat(other.focalLengthPixels()).isCloseTo(3_648, within(1.0));
  }

  @Test
  void aZoomThatStandsElsewhereIsAnotherLensWithoutTheTablesDistortion() throws IOException {
    String text = HEADER + "A,B,,1000,2,4,0.01,,-0.1,,,,,,,mine\n";

    CameraModel zoomed =
        CameraCatalog.read(new StringReader(text), "own.csv")
            .model(facts("A", "B", "", 1_000, 800, 8, 0, 0, 0));

    assertThat(zoomed.focalLengthPixels()).isCloseTo(4_000, within(1e-9));
    assertThat(zoomed.distortion()).isEqualTo(CameraModel.Distortion.NONE);
  }

  @Test
  void aTableThatIsNotThereIsNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> CameraCatalog.extendedBy(folder.resolve("none.csv")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none.csv does not exist");
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

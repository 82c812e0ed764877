package org.qyran.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.qyran.ingest.upload.PictureFile.Value.bytes;
import static org.qyran.ingest.upload.PictureFile.Value.number;
import static org.qyran.ingest.upload.PictureFile.Value.rationals;
import static org.qyran.ingest.upload.PictureFile.Value.text;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.ingest.upload.Kind;
import org.qyran.ingest.upload.PictureFile;
import org.qyran.ingest.upload.ReceivedFile;
import org.qyran.model.Attitude;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.FrameIssue;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.Height.Datum;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.PoseError;
import org.qyran.sampledata.camera.DjiPicture;

/** What each maker means by its tags, one tag at a time. */
class DialectTest {

  private static final String ANGLES =
      "drone-dji:GimbalYawDegree=\"%s\" drone-dji:GimbalPitchDegree=\"%s\" drone-dji:GimbalRollDegree=\"%s\"";

  @TempDir private Path folder;

  @Test
  void aSimulatedDjiPictureSaysWhatItWasMadeOf() throws IOException {
    DjiPicture made =
        new DjiPicture(
            OffsetDateTime.parse("2026-07-24T12:00:00+05:00"),
            new GeoPoint(-43.3123456, -70.9876543),
            812.5,
            80,
            new Attitude(-123.4, -75.5, 0.5),
            new Attitude(56, 3, -2));

    Capture capture =
        PictureReading.jpeg(
            folder, made.toBytes(new BufferedImage(1_200, 800, BufferedImage.TYPE_INT_RGB)));

    assertThat(capture.time()).isEqualTo(Instant.parse("2026-07-24T07:00:00Z"));
    assertThat(capture.timeSource()).isEqualTo(Capture.TimeSource.OFFSET_TAG);
    GeoPoint place = Objects.requireNonNull(capture.position());
    assertThat(place.latitudeDegrees()).isCloseTo(-43.3123456, within(3e-8));
    assertThat(place.longitudeDegrees()).isCloseTo(-70.9876543, within(3e-8));
    assertThat(capture.heights())
        .containsExactlyInAnyOrder(
            new Height(812.5, Datum.MEAN_SEA_LEVEL), new Height(80, Datum.TAKEOFF));
    assertThat(capture.cameraAttitude()).isEqualTo(new Attitude(-123.4, -75.5, 0.5));
    assertThat(camera(capture).focalLengthPixels()).isEqualTo(800);
  }

  // DJI's gimbal.

  @ParameterizedTest(name = "yaw {0}, pitch {1}, roll {2}")
  @CsvSource({"0, 0, 0", "+0.00, -0.00, +0.00"})
  void aGimbalOfExactlyNothingIsDoubted(String yaw, String pitch, String roll) {
    Capture capture = read(dji(ANGLES.formatted(yaw, pitch, roll)));

    FrameIssue doubt = Objects.requireNonNull(capture.doubt());
    assertThat(doubt.code()).isEqualTo(IssueCode.IMPLAUSIBLE_ATTITUDE);
    assertThat(doubt.file()).isEqualTo("picture");
    assertThat(doubt.detail()).contains("did not report");
  }

  @Test
  void aGimbalThatIsLevelAndTurnedIsBelieved() {
    Capture capture = read(dji(ANGLES.formatted("0.1", "0", "0")));

    assertThat(capture.doubt()).isNull();
    assertThat(capture.cameraAttitude()).isEqualTo(new Attitude(0.1, 0, 0));
  }

  @ParameterizedTest(name = "yaw {0}, pitch {1}, roll {2}")
  @CsvSource({"361, -90, 0", "0, -181, 0", "0, -90, 200", "NaN, -90, 0", "1e400, -90, 0"})
  void anglesThatNoCameraCanHaveAreDoubtedAndNotKept(String yaw, String pitch, String roll) {
    Capture capture = read(dji(ANGLES.formatted(yaw, pitch, roll)));

    assertThat(capture.cameraAttitude()).isNull();
    assertThat(Objects.requireNonNull(capture.doubt()).code())
        .isEqualTo(IssueCode.IMPLAUSIBLE_ATTITUDE);
  }

  @Test
  void aGimbalOfTwoAnglesSaysNothing() {
    Capture capture = read(dji("drone-dji:GimbalYawDegree=\"3\" drone-dji:GimbalRollDegree=\"0\""));

    assertThat(capture.cameraAttitude()).isNull();
    assertThat(capture.doubt()).isNull();
  }

  @Test
  void aGimbalInElementsIsReadLikeOneInAttributes() {
    String packet =
        PictureFile.packet("")
            .replace(
                "/>\n </rdf:RDF>",
                """
                >
                  <drone-dji:GimbalYawDegree>+12.50</drone-dji:GimbalYawDegree>
                  <drone-dji:GimbalPitchDegree>-89.90</drone-dji:GimbalPitchDegree>
                  <drone-dji:GimbalRollDegree>+180.00</drone-dji:GimbalRollDegree>
                 </rdf:Description>
                </rdf:RDF>""");

    Capture capture = read(PictureFile.sized(40, 30).by("DJI", "FC350").xmp(packet));

    assertThat(capture.cameraAttitude()).isEqualTo(new Attitude(12.5, -89.9, 180));
  }

  @Test
  void aHasselbladThatDjiFliesSpeaksDji() {
    Capture capture =
        read(
            PictureFile.sized(40, 30)
                .by("Hasselblad", "L1D-20c")
                .xmp(
                    PictureFile.packet(
                        "drone-dji:RelativeAltitude=\"+50.00\" " + ANGLES.formatted(1, -90, 0))));

    assertThat(capture.cameraAttitude()).isEqualTo(new Attitude(1, -90, 0));
    assertThat(capture.heights()).containsExactly(new Height(50, Datum.TAKEOFF));
  }

  // DJI's places and heights.

  @ParameterizedTest(name = "spelt {0}")
  @ValueSource(strings = {"GpsLongitude", "GpsLongtitude"})
  void aPlaceInDjisOwnTagsIsTakenWhereExifHasNone(String spelling) {
    Capture capture =
        read(dji("drone-dji:GpsLatitude=\"-43.25\" drone-dji:%s=\"+170.5\"".formatted(spelling)));

    assertThat(capture.position()).isEqualTo(new GeoPoint(-43.25, 170.5));
  }

  @Test
  void exifsPlaceGoesBeforeDjisOwnTags() {
    Capture capture =
        read(dji("drone-dji:GpsLatitude=\"1\" drone-dji:GpsLongitude=\"2\"").at(46.5, -91.25));

    assertThat(capture.position()).isEqualTo(new GeoPoint(46.5, -91.25));
  }

  @Test
  void aPictureWithoutAPlaceSaysSoAndIsStillRead() {
    Capture capture = read(dji(ANGLES.formatted(1, -90, 0)));

    assertThat(capture.position()).isNull();
    assertThat(capture.heights()).isEmpty();
    assertThat(capture.cameraAttitude()).isEqualTo(new Attitude(1, -90, 0));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({"0, 0", "91, 5", "5, 181", "NaN, 5"})
  void aPlaceWhereNoReceiverEverIsIsNone(String latitude, String longitude) {
    Capture capture =
        read(
            dji(
                "drone-dji:GpsLatitude=\"%s\" drone-dji:GpsLongitude=\"%s\""
                    .formatted(latitude, longitude)));

    assertThat(capture.position()).isNull();
  }

  @Test
  void anAbsoluteHeightCountsFromTheSeaUnlessRtkFixedIt() {
    String height = "drone-dji:AbsoluteAltitude=\"+812.50\" ";

    assertThat(read(dji(height)).heights())
        .containsExactly(new Height(812.5, Datum.MEAN_SEA_LEVEL));
    assertThat(read(dji(height + "drone-dji:RtkFlag=\"50\"")).heights())
        .containsExactly(new Height(812.5, Datum.ELLIPSOID));
    assertThat(read(dji(height + "drone-dji:RtkFlag=\"16\"")).heights())
        .containsExactly(new Height(812.5, Datum.MEAN_SEA_LEVEL));
    assertThat(read(dji(height + "drone-dji:AltitudeType=\"RtkAlt\"")).heights())
        .containsExactly(new Height(812.5, Datum.ELLIPSOID));
    assertThat(
            read(dji(height + "drone-dji:AltitudeType=\"GpsFusionAlt\" drone-dji:RtkFlag=\"50\""))
                .heights())
        .containsExactly(new Height(812.5, Datum.MEAN_SEA_LEVEL));
  }

  @Test
  void aHeightBelowTheSeaIsNegative() {
    Capture capture =
        read(PictureFile.sized(40, 30).by("A", "B").gps(5, bytes((byte) 1)).gps(6, rationals(28)));

    assertThat(capture.heights()).containsExactly(new Height(-28, Datum.MEAN_SEA_LEVEL));
  }

  @Test
  void aHeightWhereNothingFliesIsNone() {
    assertThat(read(dji("drone-dji:AbsoluteAltitude=\"99999\"")).heights()).isEmpty();
    assertThat(read(dji("drone-dji:RelativeAltitude=\"NaN\"")).heights()).isEmpty();
  }

  @Test
  void rtksOwnErrorGoesBeforeOursAndIsNeverBelievedBelowItsLeverArm() {
    Capture capture =
        read(
            dji(
                "drone-dji:RtkStdLon=\"0.011\" drone-dji:RtkStdLat=\"0.27\" drone-dji:RtkStdHgt=\"0.02\""));

    assertThat(capture.error().horizontalMeters()).isEqualTo(0.27);
    assertThat(capture.error().verticalMeters()).isEqualTo(0.05);
  }

  @Test
  void anErrorThatNoReceiverHasIsNotTaken() {
    PoseError usual = read(dji("")).error();

    assertThat(
            read(dji(
                    "drone-dji:RtkStdLon=\"1e300\" drone-dji:RtkStdLat=\"1\" drone-dji:RtkStdHgt=\"1\""))
                .error())
        .isEqualTo(usual);
  }

  // DJI's lenses.

  @Test
  void dewarpDataIsALensInPixelsWithItsCentreFromTheMiddle() {
    Capture capture =
        read(
            PictureFile.sized(5_280, 3_956)
                .by("DJI", "M3E")
                .xmp(
                    PictureFile.packet(
                        "drone-dji:DewarpData=\"2022-06-20;3713.29,3713.29,7.02,-8.72,-0.1126,0.0149,0.0001,-0.0002,-0.0271\" drone-dji:DewarpFlag=\"0\"")));

    CameraModel camera = camera(capture);

    assertThat(camera.focalLengthPixels()).isEqualTo(3_713.29);
    assertThat(camera.principalXPixels()).isCloseTo(2_647.02, within(1e-9)); // 2640 + 7.02
    assertThat(camera.principalYPixels()).isCloseTo(1_969.28, within(1e-9)); // 1978 - 8.72
    // DJI's order is k1, k2, p1, p2, k3.
    assertThat(camera.distortion())
        .isEqualTo(new CameraModel.Distortion(-0.1126, 0.0149, -0.0271, 0.0001, -0.0002));
  }

  @Test
  void aPictureThatWasStraightenedInTheAirHasNoDistortionLeft() {
    Capture capture =
        read(
            PictureFile.sized(5_280, 3_956)
                .by("DJI", "M3E")
                .xmp(
                    PictureFile.packet(
                        "drone-dji:DewarpData=\"2022-06-20;3713.29,3713.29,0,0,-0.1,0,0,0,0\" drone-dji:DewarpFlag=\"1\"")));

    assertThat(camera(capture).distortion()).isEqualTo(CameraModel.Distortion.NONE);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "2022-06-20;3713.29,3713.29",
        "2022-06-20;x,3713.29,0,0,0,0,0,0,0",
        "2022-06-20;1e300,3713.29,0,0,0,0,0,0,0",
        "2022-06-20;3713,3713,NaN,0,0,0,0,0,0",
        "2022-06-20;3713,3713,1e300,0,0,0,0,0,0",
        ";;;",
      })
  void dewarpDataThatIsNoLensLeavesTheTable(String dewarp) {
    Capture capture =
        read(
            PictureFile.sized(5_280, 3_956)
                .by("DJI", "M3E")
                .xmp(PictureFile.packet("drone-dji:DewarpData=\"" + dewarp + "\"")));

    assertThat(camera(capture).source()).isEqualTo(CameraModel.Source.CATALOG);
  }

  // Pix4D's words, as Parrot and MicaSense write them.

  @Test
  void aParrotThatMarksItsPanelIsBelieved() {
    Capture capture = read(sequoia("Camera:CalibrationPicture=\"1\""));

    assertThat(capture.calibrationPanel()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Camera:ModelType=\"perspective\" Camera:PerspectiveFocalLength=\"99\" Camera:PerspectiveDistortion=\"0,0,0,0,0\"",
        "Camera:ModelType=\"fisheye\" Camera:FisheyeAffineMatrix=\"1e300,0,0,1e300\" Camera:FisheyePolynomial=\"0,1\"",
        "Camera:ModelType=\"fisheye\" Camera:FisheyeAffineMatrix=\"1600,0,0,1600\" Camera:FisheyePolynomial=\"5,1\"",
        "Camera:ModelType=\"fisheye\" Camera:FisheyeAffineMatrix=\"1600,0,0,1600\" Camera:FisheyePolynomial=\"0,0,0,0,0,0,0,0,9\"",
        "Camera:ModelType=\"fisheye\" Camera:FisheyeAffineMatrix=\"1600,0,0,1600\" Camera:FisheyePolynomial=\"0,1e-300\"",
        "Camera:ModelType=\"fisheye\" Camera:FisheyeAffineMatrix=\"1600,1,0,1600\" Camera:FisheyePolynomial=\"0,1\"",
        "Camera:ModelType=\"box\"",
      })
  void aCalibrationThatIsNoLensLeavesPlainExif(String calibration) {
    Capture capture =
        read(
            sequoia("Camera:PrincipalPoint=\"2.4,1.8\" " + calibration)
                .exposure(0xA20E, rationals(266.667))
                .exposure(0xA20F, rationals(266.667))
                .exposure(0xA210, number(4))
                .exposure(0x920A, rationals(3.98)));

    assertThat(camera(capture).source()).isEqualTo(CameraModel.Source.EXIF);
    assertThat(camera(capture).focalLengthPixels())
        .isCloseTo(1_061.3, within(0.1)); // 3.98 · 266.667
  }

  @ParameterizedTest(name = "{0} of {1} and {2}")
  @CsvSource({
    "focal length, 1e-320, 266.667",
    "focal length, 1e300, 1e300",
    "focal length, 1e-300, 1e-300",
  })
  void aLensOfNoSizeOrEndlessSizeIsAnUnknownCamera(String what, double focal, double resolution) {
    Capture capture =
        read(
            PictureFile.sized(1_280, 960)
                .by("A", "B")
                .exposure(0x920A, PictureFile.Value.floating(focal))
                .exposure(0xA20E, PictureFile.Value.floating(resolution)));

    assertThat(camera(capture).source()).as(what).isEqualTo(CameraModel.Source.UNKNOWN);
  }

  // What a picture is.

  @ParameterizedTest(name = "{0} channels")
  @CsvSource({"1, grey", "2, grey", "3, red", "4, red"})
  void aTiffThatNamesNoLightIsGreyOrColour(int channels, String first) {
    byte[] bytes = tiff(channels);

    Capture capture = PictureReading.tiff(folder, bytes);

    assertThat(capture.bands().get(0).band().name()).isEqualTo(first);
  }

  @Test
  void moreChannelsThanColoursMustNameTheirLight() {
    byte[] bytes = tiff(5);

    assertThat(PictureReading.outcome(folder, bytes, Kind.PICTURE_TIFF).findIssue())
        .hasValueSatisfying(
            issue -> {
              assertThat(issue.code()).isEqualTo(IssueCode.UNSUPPORTED_FORMAT);
              assertThat(issue.detail()).contains("5 channels");
            });
  }

  @Test
  void aMapIsNoPhotograph() {
    PictureFile map = PictureFile.sized(40, 30).image(33550, PictureFile.Value.floating(1));

    assertThat(PictureReading.outcome(folder, map.toTiff(), Kind.PICTURE_TIFF).findIssue())
        .hasValueSatisfying(
            issue -> {
              assertThat(issue.code()).isEqualTo(IssueCode.UNSUPPORTED_FORMAT);
              assertThat(issue.detail()).contains("georeferenced raster");
            });
  }

  @Test
  void aRawPictureMustBeDevelopedFirst() {
    PictureFile raw = PictureFile.sized(40, 30).by("DJI", "FC6310").image(50706, bytes((byte) 1));

    assertThat(PictureReading.outcome(folder, raw.toTiff(), Kind.PICTURE_TIFF).findIssue())
        .hasValueSatisfying(
            issue -> {
              assertThat(issue.code()).isEqualTo(IssueCode.UNSUPPORTED_FORMAT);
              assertThat(issue.detail()).contains("developed first");
            });
  }

  @Test
  void aPictureOfNoSizeIsUnreadable() {
    byte[] bytes = PictureFile.sized(0, 0).by("A", "B").toJpeg();

    assertThat(PictureReading.outcome(folder, bytes, Kind.PICTURE_JPEG).findIssue())
        .hasValueSatisfying(issue -> assertThat(issue.code()).isEqualTo(IssueCode.UNREADABLE));
  }

  @Test
  void aPreviewInsideATiffDoesNotHideTheExposure() {
    // Tag 330 points to a preview's directory, and its number is lower than that of EXIF's pointer.
    PictureFile picture =
        PictureFile.sized(40, 30)
            .by("A", "B")
            .image(330, number(8))
            .exposure(0x9003, text("2020:07:01 12:00:00"));

    Capture capture = PictureReading.tiff(folder, picture.toTiff());

    assertThat(capture.time()).isEqualTo(Instant.parse("2020-07-01T12:00:00Z"));
  }

  @Test
  void aTiffsXmpMayBePaddedWithZeros() {
    PictureFile picture =
        PictureFile.sized(40, 30)
            .by("DJI", "M3E")
            .xmp(PictureFile.packet(ANGLES.formatted(1, -90, 0)) + "\0\0\0\0");

    Capture capture = PictureReading.tiff(folder, picture.toTiff());

    assertThat(capture.cameraAttitude()).isEqualTo(new Attitude(1, -90, 0));
  }

  @Test
  void aThermalMakersColoursAreNoColours() {
    Capture capture = read(PictureFile.sized(640, 480).by("FLIR Systems AB", "FLIR T640"));

    assertThat(capture.bands()).hasSize(1);
    assertThat(capture.bands().get(0).band()).extracting(Band::name).isEqualTo("thermal");
  }

  @Test
  void aFlightLogIsNoPicture() throws IOException {
    Path log = Files.write(folder.resolve("a.ulg"), new byte[16]);
    ImageRef ref = new ImageRef(log.toUri().toString(), "0".repeat(64), "a.ulg", 16);

    assertThatThrownBy(
            () ->
                new MetadataReader(ReadSettings.defaults())
                    .read(new ReceivedFile(ref, Kind.ULOG), "flight"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be a picture");
  }

  @Test
  void aPictureThatWentAwayIsUnreadable() {
    ImageRef gone =
        new ImageRef(folder.resolve("gone").toUri().toString(), "0".repeat(64), "gone", 16);
    MetadataReader reader = new MetadataReader(ReadSettings.defaults());

    assertThat(reader.read(new ReceivedFile(gone, Kind.PICTURE_JPEG), "flight").findIssue())
        .hasValueSatisfying(issue -> assertThat(issue.code()).isEqualTo(IssueCode.UNREADABLE));
    assertThat(reader.read(new ReceivedFile(gone, Kind.PICTURE_TIFF), "flight").findIssue())
        .hasValueSatisfying(issue -> assertThat(issue.code()).isEqualTo(IssueCode.UNREADABLE));
  }

  private static PictureFile dji(String attributes) {
    return PictureFile.sized(40, 30).by("DJI", "FC350").xmp(PictureFile.packet(attributes));
  }

  private static PictureFile sequoia(String attributes) {
    return PictureFile.sized(1_280, 960)
        .by("Parrot", "Sequoia")
        .xmp(PictureFile.packet(attributes));
  }

  private static byte[] tiff(int channels) {
    byte[] bytes = PictureFile.sized(40, 30).by("A", "B").toTiff();
    for (int at = 10; at < 10 + 12 * 12; at += 12) {
      boolean samplesPerPixel = (bytes[at] & 0xFF) == 0x15 && bytes[at + 1] == 1; // tag 277
      if (samplesPerPixel) {
        bytes[at + 8] = (byte) channels;
      }
    }
    return bytes;
  }

  private Capture read(PictureFile picture) {
    return PictureReading.jpeg(folder, picture.toJpeg());
  }

  private static CameraModel camera(Capture capture) {
    return capture.bands().get(0).camera();
  }
}

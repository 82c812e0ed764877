package org.qyran.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.ingest.upload.PictureFile;
import org.qyran.ingest.upload.PictureFile.Value;
import org.qyran.model.Attitude;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Height;
import org.qyran.model.Height.Datum;
import org.qyran.model.IssueCode;

/**
 * Figures that real pictures carry, of makers whose pictures are not among the test data: the tags'
 * values as the tests of OpenAthena for iOS (Theta-Limited/OpenAthenaIOS, TestDroneImage and
 * DroneImageTeal) quote them from its example pictures, and as Skydio's support pages list them.
 * DJI, senseFly and the Sequoia have real pictures: {@link RealPictureTest}.
 */
class VendorConventionTest {

  private static final double DEGREES = 1e-6;

  @TempDir private Path folder;

  // Skydio: the example "skydio-catilina" of OpenAthena for iOS.

  private static final String CATALINA =
      """
      <drone-skydio:Latitude>32.518935</drone-skydio:Latitude>
      <drone-skydio:Longitude>-110.924547</drone-skydio:Longitude>
      <drone-skydio:AbsoluteAltitude>1034.441910</drone-skydio:AbsoluteAltitude>
      """;

  @Test
  void skydiosAnglesAreInNorthEastDownAndItsHeightAboveTheSea() {
    Capture capture =
        read(
            skydio(
                CATALINA
                    + """
                    <drone-skydio:CameraOrientationNED rdf:parseType="Resource">
                      <drone-skydio:Roll>0.186841</drone-skydio:Roll>
                      <drone-skydio:Pitch>-7.468572</drone-skydio:Pitch>
                      <drone-skydio:Yaw>127.444323</drone-skydio:Yaw>
                    </drone-skydio:CameraOrientationNED>
                    """));

    assertThat(capture.cameraAttitude()).isEqualTo(new Attitude(127.444323, -7.468572, 0.186841));
    assertThat(capture.heights()).containsExactly(new Height(1_034.44191, Datum.MEAN_SEA_LEVEL));
    assertThat(Objects.requireNonNull(capture.position()).longitudeDegrees())
        .isEqualTo(-110.924547);
    // The other program's answer for the middle of the picture lies this way from the camera: 206 m
    // to the south and 270 m to the east, which is 127.3 degrees.
    assertThat(Math.toDegrees(Math.atan2(270.2, -206.1))).isCloseTo(127.444323, within(0.2));
  }

  @Test
  void skydiosOlderPicturesWriteTheSameInAttributes() {
    Capture capture =
        read(
            skydio(
                CATALINA
                    + """
                    <drone-skydio:CameraOrientationNED drone-skydio:Roll="0.186841"
                      drone-skydio:Pitch="-7.468572" drone-skydio:Yaw="127.444323"/>
                    """));

    assertThat(capture.cameraAttitude()).isEqualTo(new Attitude(127.444323, -7.468572, 0.186841));
  }

  @Test
  void skydiosForwardLeftUpAnglesSayNothingOfNorthAndAreDoubted() {
    Capture capture =
        read(
            skydio(
                CATALINA
                    + """
                    <drone-skydio:CameraOrientationFLU rdf:parseType="Resource">
                      <drone-skydio:Roll>0.2</drone-skydio:Roll>
                      <drone-skydio:Pitch>7.5</drone-skydio:Pitch>
                      <drone-skydio:Yaw>30</drone-skydio:Yaw>
                    </drone-skydio:CameraOrientationFLU>
                    """));

    assertThat(capture.cameraAttitude()).isNull();
    assertThat(Objects.requireNonNull(capture.doubt()).code())
        .isEqualTo(IssueCode.IMPLAUSIBLE_ATTITUDE);
    assertThat(Objects.requireNonNull(capture.doubt()).detail()).contains("nothing of north");
  }

  @Test
  void skydiosCalibrationNamesTheMiddlesOfPixels() {
    // Skydio's support page on the 2, 2+ and X2: nominal values for 4056 x 3040.
    CameraModel camera =
        camera(
            read(
                skydio(
                    """
                    <drone-skydio:CalibratedFocalLength rdf:parseType="Resource">
                      <drone-skydio:X>2376.5625</drone-skydio:X>
                      <drone-skydio:Y>2376.5625</drone-skydio:Y>
                    </drone-skydio:CalibratedFocalLength>
                    <drone-skydio:CalibratedOpticalCenter rdf:parseType="Resource">
                      <drone-skydio:X>2027.5000</drone-skydio:X>
                      <drone-skydio:Y>1519.5000</drone-skydio:Y>
                    </drone-skydio:CalibratedOpticalCenter>
                    <drone-skydio:DewarpData>0.13000, -0.24000, 0.10400</drone-skydio:DewarpData>
                    """)));

    assertThat(camera.source()).isEqualTo(CameraModel.Source.METADATA);
    assertThat(camera.focalLengthPixels()).isEqualTo(2_376.5625);
    assertThat(camera.principalXPixels()).isEqualTo(2_028); // the middle of 4056
    assertThat(camera.principalYPixels()).isEqualTo(1_520);
    assertThat(camera.distortion()).isEqualTo(new CameraModel.Distortion(0.13, -0.24, 0.104, 0, 0));
  }

  @Test
  void aFocalLengthThatDiffersAcrossAndDownIsDoubtedByHalfOfThat() {
    // An X2D states 4892.025463 and 4870.411816 (OpenAthenaIOS issue 41); here further apart.
    CameraModel camera =
        camera(
            read(
                skydio(
                    """
                    <drone-skydio:CalibratedFocalLength rdf:parseType="Resource">
                      <drone-skydio:X>5000</drone-skydio:X>
                      <drone-skydio:Y>4800</drone-skydio:Y>
                    </drone-skydio:CalibratedFocalLength>
                    """)));

    assertThat(camera.focalLengthPixels()).isEqualTo(4_900);
    assertThat(camera.focalLengthErrorFraction()).isCloseTo(100.0 / 4_900, within(1e-12));
  }

  // Teal 2: the example "teal2_img_eo_00015" of OpenAthena for iOS.

  private static final String TEAL =
      """
      <exif:CameraYaw>359986359/1000000</exif:CameraYaw>
      <exif:CameraPitch>-86831/1600</exif:CameraPitch>
      <exif:CameraRoll>16501/1000000</exif:CameraRoll>
      <exif:PlatformYaw>31901593/100000</exif:PlatformYaw>
      <exif:PlatformPitch>-785007/200000</exif:PlatformPitch>
      <exif:PlatformRoll>-1044397/1000000</exif:PlatformRoll>
      """;

  @Test
  void tealsCameraAnglesAreCountedFromTheAirframe() {
    Capture capture = read(teal(TEAL));

    Attitude camera = Objects.requireNonNull(capture.cameraAttitude());
    // The sums are 319.002, -58.194 and -1.028. The airframe leans left by 1.044 about its own
    // forward axis, which is 1.893 times the line of sight less 1.540 times the vertical:
    // 1.893 = cos 3.93 / cos 58.19, 1.540 = 1.893 sin 58.19 - sin 3.93.
    assertThat(camera.pitchDegrees()).isCloseTo(-58.194, within(0.02));
    assertThat(turn(camera.yawDegrees(), 319.002)).isCloseTo(1.608, within(0.03));
    assertThat(camera.rollDegrees()).isCloseTo(-1.976 + 0.017, within(0.03));
    assertThat(capture.heights()).hasSize(1);
    assertThat(capture.heights().get(0).datum()).isEqualTo(Datum.MEAN_SEA_LEVEL);
    assertThat(capture.heights().get(0).meters()).isCloseTo(1_320.455, within(0.001));
  }

  @Test
  void tealsLevelAirframeAddsUp() {
    Capture capture =
        read(teal(TEAL.replace("-1044397/1000000", "0/1").replace("359986359/1000000", "0/1")));

    Attitude camera = Objects.requireNonNull(capture.cameraAttitude());
    assertThat(camera.pitchDegrees()).isCloseTo(-54.269375 - 3.925035, within(DEGREES));
    assertThat(turn(camera.yawDegrees(), 319.01593)).isCloseTo(0, within(DEGREES));
    assertThat(camera.rollDegrees()).isCloseTo(0.016501, within(DEGREES));
  }

  @Test
  void tealsLensIsInTheTable() {
    CameraModel camera = camera(read(teal(TEAL)));

    assertThat(camera.source()).isEqualTo(CameraModel.Source.CATALOG);
    // Its maker states 67 degrees across: 4624 / 2 / tan 33.5 = 3493 pixels.
    assertThat(camera.focalLengthPixels())
        .isCloseTo(3_493, within(3_493 * camera.focalLengthErrorFraction()));
  }

  @Test
  void tealsAnglesThatNoAirframeHasAreDoubted() {
    Capture capture = read(teal(TEAL.replace("-785007/200000", "1/0")));

    assertThat(capture.cameraAttitude()).isNull();
    assertThat(Objects.requireNonNull(capture.doubt()).code())
        .isEqualTo(IssueCode.IMPLAUSIBLE_ATTITUDE);
  }

  // ANAFI: the example "parrot-2" of OpenAthena for iOS.

  private static final String ANAFI =
      """
      <drone-parrot:CameraYawDegree>176.310745</drone-parrot:CameraYawDegree>
      <drone-parrot:CameraPitchDegree>-78.362686</drone-parrot:CameraPitchDegree>
      <drone-parrot:CameraRollDegree>-0.322913</drone-parrot:CameraRollDegree>
      """;

  @Test
  void anAnafisGimbalFollowsTheHousesAxesAndItsHeightIsAboveTheSea() {
    Capture capture = read(anafi("Anafi"));

    assertThat(capture.cameraAttitude()).isEqualTo(new Attitude(176.310745, -78.362686, -0.322913));
    assertThat(capture.heights()).containsExactly(new Height(40, Datum.MEAN_SEA_LEVEL));
  }

  @Test
  void anAnafiAisHeightIsAboveTheEllipsoid() {
    assertThat(read(anafi("ANAFI Ai")).heights()).containsExactly(new Height(40, Datum.ELLIPSOID));
  }

  private Capture read(PictureFile picture) {
    return PictureReading.jpeg(folder, picture.toJpeg());
  }

  private static CameraModel camera(Capture capture) {
    return capture.bands().get(0).camera();
  }

  private static double turn(double toDegrees, double fromDegrees) {
    return Math.IEEEremainder(toDegrees - fromDegrees, 360);
  }

  private static PictureFile skydio(String elements) {
    return PictureFile.sized(4_056, 3_040)
        .by("Skydio", "2")
        .xmp(packet("drone-skydio", "https://www.skydio.com/drone-skydio/1.0/", elements));
  }

  private static PictureFile teal(String elements) {
    return PictureFile.sized(4_624, 3_472)
        .by("Teledyne FLIR", "Hadron 640R EO")
        .at(40.710335, -111.89434)
        .gps(6, Value.rationals(330_113_739 / 250_000.0))
        .exposure(0x920A, Value.rationals(4.8))
        .xmp(packet("exif", "http://ns.adobe.com/exif/1.0/", elements));
  }

  private static PictureFile anafi(String model) {
    return PictureFile.sized(4_608, 3_456)
        .by("Parrot", model)
        .gps(6, Value.rationals(40))
        .xmp(packet("drone-parrot", "http://www.parrot.com/drone-parrot/1.0/", ANAFI));
  }

  private static String packet(String prefix, String namespace, String elements) {
    return """
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
         <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about="" xmlns:%s="%s">
        %s
          </rdf:Description>
         </rdf:RDF>
        </x:xmpmeta>
        """
        .formatted(prefix, namespace, elements);
  }
}

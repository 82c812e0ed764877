package org.qyran.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.qyran.model.Height.Datum.ELLIPSOID;
import static org.qyran.model.Height.Datum.MEAN_SEA_LEVEL;
import static org.qyran.model.Height.Datum.TAKEOFF;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.model.Attitude;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Capture.TimeSource;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.sampledata.RealData;

/**
 * Recordings of others, read by us and by exiftool 12.57: {@code exiftool -n -a -G1 -s FILE}. Where
 * a camera is fixed to its airframe, exiftool prints the airframe's angles; the line of sight is
 * then the airframe's third axis, north = cos ψ sin θ cos φ + sin ψ sin φ, east = sin ψ sin θ cos φ
 * - cos ψ sin φ, down = cos θ cos φ, worked out from the printed angles with a calculator.
 */
@Tag("real")
class RealPictureTest {

  /** A ten-millionth of a degree is a centimetre on the ground. */
  private static final double PLACE_DEGREES = 1e-7;

  // Brighton: a DJI Phantom 3.

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // exiftool -n -csv -DateTimeOriginal -GPSLatitude -GPSLongitude -AbsoluteAltitude
    //   -RelativeAltitude -GimbalYawDegree -GimbalPitchDegree -GimbalRollDegree *.JPG
    "DJI_0018, 16:31:59, 46.8426070833333, -91.9945598888889, 198.31, 39.8, 45, -89.9, 0",
    "DJI_0019, 16:32:06, 46.8426906666667, -91.9944272777778, 198.61, 40.1, 42.8, -89.9, 0",
    "DJI_0021, 16:32:20, 46.8428651388889, -91.9941766388889, 198.61, 40.1, 45, -90, 0",
    "DJI_0024, 16:32:43, 46.8428646111111, -91.9936966666667, 198.41, 39.9, -140, -89.9, 0",
    "DJI_0026, 16:32:57, 46.84269025, -91.9939543888889, 198.61, 40.1, -132, -89.9, 0",
  })
  void brightonIsReadAsExiftoolReadsIt(
      String name,
      String clock,
      double latitude,
      double longitude,
      double sea,
      double takeoff,
      double yaw,
      double pitch,
      double roll) {
    Capture capture = PictureReading.capture(real("brighton_dji", name + ".JPG"));

    assertThat(capture.time()).isEqualTo(Instant.parse("2016-06-23T" + clock + "Z"));
    assertThat(capture.timeSource()).isEqualTo(TimeSource.ASSUMED_UTC);
    assertPlace(capture, latitude, longitude);
    assertThat(meters(capture, MEAN_SEA_LEVEL)).isCloseTo(sea, within(0.005));
    assertThat(meters(capture, TAKEOFF)).isCloseTo(takeoff, within(0.005));
    assertThat(capture.cameraAttitude()).isEqualTo(new Attitude(yaw, pitch, roll));
    assertThat(capture.doubt()).isNull();
  }

  @Test
  void brightonsClockReadsAsUtcOnceItsZoneIsSet() {
    Path file = real("brighton_dji", "DJI_0018.JPG");

    Capture capture = PictureReading.capture(file, new ReadSettings("America/Chicago", ""));

    assertThat(capture.time()).isEqualTo(Instant.parse("2016-06-23T21:31:59Z")); // UTC-5 in June
    assertThat(capture.timeSource()).isEqualTo(TimeSource.ZONE_SETTING);
  }

  @Test
  void brightonsFocalLengthAgreesWithItsFilmEquivalent() {
    CameraModel camera = camera(PictureReading.capture(real("brighton_dji", "DJI_0018.JPG")));

    assertThat(camera.name()).isEqualTo("DJI FC300S");
    assertThat(camera.widthPixels()).isEqualTo(4_000);
    assertThat(camera.heightPixels()).isEqualTo(2_250);
    assertThat(camera.source()).isEqualTo(CameraModel.Source.CATALOG);
    // FocalLengthIn35mmFormat 20, of the whole 4:3 sensor: 20 / hypot(36, 24) · hypot(4000, 3000).
    assertThat(camera.focalLengthPixels()).isCloseTo(2_311, within(2_311 * 0.03));
    assertThat(camera.focalLengthErrorFraction()).isBetween(0.01, 0.05);
  }

  @Test
  void brightonRecordsPlainColour() {
    Capture capture = PictureReading.capture(real("brighton_dji", "DJI_0018.JPG"));

    assertThat(bands(capture)).extracting(Band::name).containsExactly("red", "green", "blue");
    assertThat(capture.exposure()).isEqualTo(capture.image().sha256());
    assertThat(capture.calibrationPanel()).isFalse();
  }

  // Seneca: a near-infrared Canon on a senseFly fixed wing.

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // exiftool -n -csv -XMP:UTCTime -XMP:Latitude -XMP:Longitude -XMP:AltitudeWGS84
    //   -XMP:AltitudeAMSL -XMP:Height -XMP:Heading -XMP:PitchAngle -XMP:RollAngle *.jpg
    // then the line of sight of 221.854, 5.745, -3.608; of 240.273, -9.617, -0.233; of 67.539, ...
    "IMG_0457, 17:39:14, 41.0357282, -83.3047768, 283.411987, 314.776733, 66.898102, -0.032423, -0.113530, 0.993005",
    "IMG_0459, 17:39:23, 41.0352357, -83.3057527, 281.916992, 314.025665, 66.147034, 0.086371, 0.143049, 0.985940",
    "IMG_0464, 17:39:53, 41.0359328, -83.3051231, 284.830994, 321.337158, 73.458527, 0.087436, 0.109579, 0.990125",
  })
  void senecaIsReadAsExiftoolReadsIt(
      String name,
      String clock,
      double latitude,
      double longitude,
      double ellipsoid,
      double sea,
      double takeoff,
      double north,
      double east,
      double down) {
    Capture capture = PictureReading.capture(real("seneca_sensefly_nir", name + ".jpg"));

    assertThat(capture.time()).isEqualTo(Instant.parse("2013-06-04T" + clock + "Z"));
    assertThat(capture.timeSource()).isEqualTo(TimeSource.UTC_TAG);
    assertPlace(capture, latitude, longitude);
    assertThat(meters(capture, ELLIPSOID)).isCloseTo(ellipsoid, within(1e-5));
    assertThat(meters(capture, MEAN_SEA_LEVEL)).isCloseTo(sea, within(1e-5));
    assertThat(meters(capture, TAKEOFF)).isCloseTo(takeoff, within(1e-5));
    assertLooks(capture, north, east, down);
  }

  @Test
  void senecasTopOfPictureIsTowardsTheNose() {
    Capture capture = PictureReading.capture(real("seneca_sensefly_nir", "IMG_0457.jpg"));

    // The picture's bottom is the nose turned about: heading 221.85 less half a turn is 41.85.
    double[] below = below(attitude(capture));
    double towards = Math.toDegrees(Math.atan2(below[1], below[0]));
    assertThat(towards).isCloseTo(41.854, within(0.001));
  }

  @Test
  void senecasFocalLengthIsOfThePictureThatArrivedAndNotOfTheOneExifSpeaksOf() {
    CameraModel camera =
        camera(PictureReading.capture(real("seneca_sensefly_nir", "IMG_0457.jpg")));

    // File:ImageWidth 3600 and ImageHeight 2700, ExifImageWidth 4000.
    assertThat(camera.widthPixels()).isEqualTo(3_600);
    assertThat(camera.heightPixels()).isEqualTo(2_700);
    // FocalLength 4.3 mm · FocalPlaneXResolution 16393.44262 per inch / 25.4 · 3600 / 4000.
    assertThat(camera.focalLengthPixels()).isCloseTo(2_497.74, within(1.0));
    assertThat(camera.principalXPixels()).isEqualTo(1_800);
  }

  @Test
  void senecaIsNotTakenForPlainColourBecauseItsRedChannelSeesInfrared() {
    Capture capture = PictureReading.capture(real("seneca_sensefly_nir", "IMG_0457.jpg"));

    assertThat(bands(capture)).extracting(Band::name).doesNotContain("red").hasSize(3);
    assertThat(bands(capture).get(0).name()).isEqualTo("nir");
    assertThat(bands(capture).get(0).centerNanometers()).isGreaterThan(700);
  }

  @Test
  void senecasStatedErrorCoversWhatWasMeasured() {
    Capture capture = PictureReading.capture(real("seneca_sensefly_nir", "IMG_0457.jpg"));

    // Two frames disagree by 28 m in one case of ten, and 2.146 σ holds nine of ten. A frame's own
    // σ is by √2 less: 28 / 2.146 / 1.414 = 9.2 m. Half way to the corner of a picture 67 m above
    // ground a point lies 0.45 · 67 = 30 m out, where yaw counts too.
    double tilt = 67 * Math.toRadians(capture.error().tiltDegrees()) * (1 + 0.45 * 0.45);
    double yaw = 30 * Math.toRadians(capture.error().yawDegrees());
    double axis =
        Math.sqrt(Math.pow(capture.error().horizontalMeters(), 2) + tilt * tilt + yaw * yaw / 2);
    assertThat(axis).isGreaterThan(7.5);
  }

  // Garfield: Parrot's Sequoia.

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // exiftool -n -csv -BandName -CentralWavelength -WavelengthFWHM *.TIF
    "GRE, green, 550, 40",
    "RED, red, 660, 40",
    "REG, red edge, 735, 10",
    "NIR, nir, 790, 40",
  })
  void garfieldNamesItsLight(String suffix, String name, double center, double width) {
    Capture capture =
        PictureReading.capture(
            real("garfield_sequoia", "IMG_161122_163338_0011_" + suffix + ".TIF"));

    assertThat(bands(capture)).containsExactly(new Band(name, center, width));
    // exiftool -CaptureUUID
    assertThat(capture.exposure()).isEqualTo("2A665F8212D928346A3776BEC48D622E");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // exiftool -n -csv -GPSDateTime -GPSLatitude -GPSLongitude -GPSAltitude -GPSXYAccuracy
    //   -GPSZAccuracy -Yaw -Pitch -Roll *_GRE.TIF
    // then the line of sight of 205.902, 8.00688, -1.62239 and of 284.613, 4.06249, 1.37949
    "163338_0011, 16:33:37.834, 41.4298898055556, -81.60535375, 350.577, 1.782, 2.468, -0.112881, -0.086291, 0.989854",
    "164537_0123, 16:45:37.048, 41.4299586666667, -81.6052686388889, 354.272, 1.953, 2.696, -0.005427, -0.074607, 0.997198",
  })
  void garfieldIsReadAsExiftoolReadsIt(
      String number,
      String clock,
      double latitude,
      double longitude,
      double sea,
      double horizontal,
      double vertical,
      double north,
      double east,
      double down) {
    Capture capture =
        PictureReading.capture(real("garfield_sequoia", "IMG_161122_" + number + "_GRE.TIF"));

    assertThat(capture.time()).isEqualTo(Instant.parse("2016-11-22T" + clock + "Z"));
    assertThat(capture.timeSource()).isEqualTo(TimeSource.GPS);
    assertPlace(capture, latitude, longitude);
    assertThat(meters(capture, MEAN_SEA_LEVEL)).isCloseTo(sea, within(0.001));
    assertThat(capture.error().horizontalMeters()).isEqualTo(horizontal);
    assertThat(capture.error().verticalMeters()).isEqualTo(vertical);
    assertLooks(capture, north, east, down);
  }

  @Test
  void garfieldBringsItsOwnCalibration() {
    CameraModel camera =
        camera(PictureReading.capture(real("garfield_sequoia", "IMG_161122_163338_0011_GRE.TIF")));

    assertThat(camera.source()).isEqualTo(CameraModel.Source.METADATA);
    // FisheyeAffineMatrix 1676.825547 · 2 / π on the axis; FocalLength 3.98 mm · 266.67 per mm is
    // 1061.3.
    assertThat(camera.focalLengthPixels()).isCloseTo(1_067.5, within(2.0));
    // PrincipalPoint 2.487934,1.754932 · FocalPlaneXResolution 266.6666559
    assertThat(camera.principalXPixels()).isCloseTo(663.449, within(0.001));
    assertThat(camera.principalYPixels()).isCloseTo(467.982, within(0.001));
  }

  // MicaSense: a RedEdge, first over its panel and then in the air.

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // exiftool -n -csv -SubSecModifyDate -GPSLatitude -GPSLongitude -GPSAltitude -CaptureID
    //   -IrradianceYaw -IrradiancePitch -IrradianceRoll *_1.tif; the first place is the vendor's
    // too
    // then the line of sight of -175.911, -10.779, -0.767 and of -21.111, -0.553, -1.535
    "IMG_0000_1, 20:40:39.200173789, 36.576096, -119.4352689, 101.861, 5v25BtsZg3BQBhVH7Iaz, 0.187482, -0.000018, 0.982268",
    "IMG_0001_1, 20:42:10.200159489, 36.5760815, -119.4352604, 174.527, g2R43Qr5m7EeTFGbkh1W, 0.000653, 0.028470, 0.999594",
  })
  void micasenseIsReadAsExiftoolReadsIt(
      String name,
      String clock,
      double latitude,
      double longitude,
      double sea,
      String exposure,
      double north,
      double east,
      double down) {
    Capture capture = PictureReading.capture(real("micasense_rededge", name + ".tif"));

    assertThat(capture.time()).isEqualTo(Instant.parse("2017-10-19T" + clock + "Z"));
    assertThat(capture.timeSource()).isEqualTo(TimeSource.UTC_TAG);
    assertPlace(capture, latitude, longitude);
    assertThat(meters(capture, MEAN_SEA_LEVEL)).isCloseTo(sea, within(0.001));
    assertThat(capture.exposure()).isEqualTo(exposure);
    assertLooks(capture, north, east, down);
  }

  @ParameterizedTest(name = "band {0} is {1}")
  @CsvSource({
    // exiftool -n -csv -BandName -CentralWavelength -WavelengthFWHM -PerspectiveFocalLength *.tif
    "1, blue, 475, 20, 1449.3582467018371",
    "2, green, 560, 20, 1444.7053421311762",
    "3, red, 668, 10, 1443.475109272867",
    "4, nir, 840, 40, 1451.8234926600776",
    "5, red edge, 717, 10, 1441.1993107495564",
  })
  void micasenseNamesTheLightAndTheLensOfEachBand(
      int number, String name, double center, double width, double focal) {
    Capture capture =
        PictureReading.capture(real("micasense_rededge", "IMG_0001_" + number + ".tif"));

    assertThat(bands(capture)).containsExactly(new Band(name, center, width));
    assertThat(camera(capture).focalLengthPixels()).isCloseTo(focal, within(1e-6));
  }

  @Test
  void micasensesLensBendsAsItsMakerSays() {
    CameraModel camera =
        camera(PictureReading.capture(real("micasense_rededge", "IMG_0000_1.tif")));

    // PerspectiveDistortion: k1, k2, k3, p1, p2. PrincipalPoint 2.35363,1.79947 · 266.666667.
    assertThat(camera.distortion().k1()).isCloseTo(-0.0967965553, within(1e-9));
    assertThat(camera.distortion().k2()).isCloseTo(0.1404189347, within(1e-9));
    assertThat(camera.distortion().k3()).isCloseTo(-0.0229808426, within(1e-9));
    assertThat(camera.distortion().p1()).isCloseTo(0.0002758384, within(1e-9));
    assertThat(camera.distortion().p2()).isCloseTo(0.0006600730, within(1e-9));
    assertThat(camera.principalXPixels()).isCloseTo(627.6347, within(0.001));
    assertThat(camera.principalYPixels()).isCloseTo(479.8587, within(0.001));
  }

  // Thermal cameras.

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // exiftool -n -csv -SubSecDateTimeOriginal -GPSLatitude -GPSLongitude -AbsoluteAltitude
    //   -RelativeAltitude -GimbalYawDegree -GimbalPitchDegree -GimbalRollDegree DJI_*.jpg
    "DJI_XT2, 2018-07-27T14:51:54.481Z, 9.97215736111111, 76.3777858611111, 39.156853, 1.9, 82.400002, 0, 0",
    "DJI_XTR, 2018-05-16T10:22:57.047Z, -20.2327963055556, -43.4913761111111, 863.583862, 1.5, 153.600006, -8.3, 0",
  })
  void aThermalCameraOfDjiIsReadAsExiftoolReadsIt(
      String name,
      String time,
      double latitude,
      double longitude,
      double sea,
      double takeoff,
      double yaw,
      double pitch,
      double roll) {
    Capture capture = PictureReading.capture(real("thermal_flir", name + ".jpg"));

    assertThat(capture.time()).isEqualTo(Instant.parse(time));
    assertPlace(capture, latitude, longitude);
    assertThat(meters(capture, MEAN_SEA_LEVEL)).isCloseTo(sea, within(1e-6));
    assertThat(meters(capture, TAKEOFF)).isCloseTo(takeoff, within(1e-6));
    assertThat(capture.cameraAttitude()).isEqualTo(new Attitude(yaw, pitch, roll));
    assertThat(capture.doubt()).as("level, and yet turned: a gimbal that does report").isNull();
    // XMP-FLIR: BandName LWIR, CentralWavelength 10000, WavelengthFWHM 4500
    assertThat(bands(capture)).containsExactly(new Band("thermal", 10_000, 4_500));
    // FocalLength 19 mm; FLIR's Tau 2 core has pixels of 17 µm: 19 / 0.017
    assertThat(camera(capture).focalLengthPixels()).isCloseTo(1_117.6, within(0.1));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // exiftool -csv -DateTimeOriginal -Make -Model FLIR_*.jpg
    "FLIR_B60, 2010-12-18T14:44:09Z, FLIR Systems AB Flir b60",
    "FLIR_T640, 2020-11-10T10:39:48Z, FLIR Systems AB FLIR T640",
  })
  void aThermalCameraInTheHandSaysWhenAndNeitherWhereNorHowWide(
      String name, String time, String sensor) {
    Capture capture = PictureReading.capture(real("thermal_flir", name + ".jpg"));

    assertThat(capture.time()).isEqualTo(Instant.parse(time));
    assertThat(capture.sensor()).isEqualTo(sensor);
    assertThat(capture.position()).isNull();
    assertThat(capture.heights()).isEmpty();
    assertThat(capture.cameraAttitude()).isNull();
    assertThat(bands(capture)).extracting(Band::name).containsExactly("thermal");
    assertThat(camera(capture).source()).isEqualTo(CameraModel.Source.UNKNOWN);
  }

  private static Path real(String folder, String file) {
    Optional<Path> found = RealData.find(folder);
    Assumptions.assumeTrue(found.isPresent(), RealData.absent(folder));
    return found.orElseThrow().resolve(file);
  }

  private static void assertPlace(Capture capture, double latitude, double longitude) {
    GeoPoint place = Objects.requireNonNull(capture.position());
    assertThat(place.latitudeDegrees()).isCloseTo(latitude, within(PLACE_DEGREES));
    assertThat(place.longitudeDegrees()).isCloseTo(longitude, within(PLACE_DEGREES));
  }

  private static double meters(Capture capture, Height.Datum datum) {
    return capture.heights().stream()
        .filter(height -> height.datum() == datum)
        .findFirst()
        .orElseThrow()
        .meters();
  }

  private static Attitude attitude(Capture capture) {
    return Objects.requireNonNull(capture.cameraAttitude());
  }

  private static void assertLooks(Capture capture, double north, double east, double down) {
    double yaw = Math.toRadians(attitude(capture).yawDegrees());
    double pitch = Math.toRadians(attitude(capture).pitchDegrees());
    assertThat(Math.cos(pitch) * Math.cos(yaw)).as("north").isCloseTo(north, within(2e-6));
    assertThat(Math.cos(pitch) * Math.sin(yaw)).as("east").isCloseTo(east, within(2e-6));
    assertThat(-Math.sin(pitch)).as("down").isCloseTo(down, within(2e-6));
  }

  /** Where the bottom of the picture points, by the formulas of docs/CONVENTIONS.md with b = 1. */
  private static double[] below(Attitude attitude) {
    double yaw = Math.toRadians(attitude.yawDegrees());
    double pitch = Math.toRadians(attitude.pitchDegrees());
    double roll = Math.toRadians(attitude.rollDegrees());
    double right = -Math.sin(roll);
    double forward = Math.cos(roll) * Math.sin(pitch);
    return new double[] {
      forward * Math.cos(yaw) - right * Math.sin(yaw),
      forward * Math.sin(yaw) + right * Math.cos(yaw)
    };
  }

  private static CameraModel camera(Capture capture) {
    return capture.bands().get(0).camera();
  }

  private static List<Band> bands(Capture capture) {
    return capture.bands().stream().map(image -> image.band()).toList();
  }
}

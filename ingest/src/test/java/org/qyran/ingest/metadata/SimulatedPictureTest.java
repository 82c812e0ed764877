package org.qyran.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qyran.ingest.frame.FrameAssembler;
import org.qyran.ingest.frame.PairedFlight;
import org.qyran.model.Attitude;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.sampledata.camera.DjiPicture;
import org.qyran.sampledata.sensor.AircraftPicture;
import org.qyran.sampledata.sensor.JpegCamera;
import org.qyran.sampledata.sensor.Shutter;
import org.qyran.sampledata.sensor.Turn;
import org.qyran.sampledata.sensor.micasense.BandLight;
import org.qyran.sampledata.sensor.micasense.BandSensor;
import org.qyran.sampledata.sensor.micasense.Downwelling;
import org.qyran.sampledata.sensor.micasense.MicaSenseCamera;
import org.qyran.sampledata.sensor.micasense.MicaSenseFlight;
import org.qyran.sampledata.sensor.micasense.MicaSenseShot;
import org.qyran.sampledata.sensor.micasense.ReflectancePanel;
import org.qyran.sampledata.sensor.micasense.ThermalCore;

/** What the simulator's cameras write is what they were told to write, read by the product. */
class SimulatedPictureTest {

  private static final GeoPoint PLACE = new GeoPoint(-43.3123456, 170.9876543);
  private static final Instant TIME = Instant.parse("2026-07-20T05:10:00.012345678Z");
  private static final Attitude AIRFRAME = new Attitude(-150, 4, -3);
  private static final Downwelling LIGHT = new Downwelling(1.2, 0.2, 60, 150);

  /** exiftool -s on the real IMG_0001_4.tif, without the file's own and without what follows. */
  private static final List<String> REAL_NAMES =
      List.of(
          ("SubfileType ImageWidth ImageHeight BitsPerSample Compression PhotometricInterpretation"
                  + " Make Model StripOffsets Orientation SamplesPerPixel RowsPerStrip"
                  + " StripByteCounts PlanarConfiguration Software ModifyDate BlackLevelRepeatDim"
                  + " BlackLevel XMPToolkit About BootTimestamp RadiometricCalibration FlightId"
                  + " CaptureId TriggerMethod PressureAlt DarkRowValue BandName CentralWavelength"
                  + " WavelengthFWHM VignettingCenter VignettingPolynomial ModelType"
                  + " PrincipalPoint PerspectiveFocalLength PerspectiveDistortion BandSensitivity"
                  + " RigCameraIndex IrradianceExposureTime IrradianceGain Irradiance"
                  + " IrradianceYaw IrradiancePitch IrradianceRoll Serial SwVersion SensorId"
                  + " CenterWavelength Bandwidth TimeStamp Exposure Gain SpectralIrradiance"
                  + " RawMeasurement OffMeasurement Yaw Pitch Roll ExposureTime FNumber"
                  + " ExposureProgram ISOSpeed ExifVersion DateTimeOriginal CreateDate"
                  + " MeteringMode FocalLength SubSecTime FocalPlaneXResolution"
                  + " FocalPlaneYResolution FocalPlaneResolutionUnit SerialNumber GPSVersionID"
                  + " GPSLatitudeRef GPSLatitude GPSLongitudeRef GPSLongitude GPSAltitudeRef"
                  + " GPSAltitude GPSDOP")
              .split(" ", -1));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aMicaSenseIsReadAsItWasMade(MicaSenseCamera.Kind kind) throws IOException {
    MicaSenseCamera camera = MicaSenseCamera.of(kind, "RM01-2", 640, 480, 11);
    Map<String, byte[]> files = flight(camera).files(shot(12), lights(camera), 3);

    for (BandSensor sensor : camera.bands()) {
      byte[] bytes =
          Objects.requireNonNull(files.get("IMG_0012_%d.tif".formatted(sensor.fileNumber())));
      Capture capture = PictureReading.tiff(folder, bytes);

      assertThat(capture.time()).isEqualTo(TIME);
      assertThat(capture.timeSource()).isEqualTo(Capture.TimeSource.UTC_TAG);
      assertPlace(capture);
      assertThat(capture.heights()).containsExactly(new Height(734.5, Height.Datum.MEAN_SEA_LEVEL));
      assertThat(capture.calibrationPanel()).isFalse();
      Attitude expected = Turn.nadirCamera(AIRFRAME);
      Attitude read = Objects.requireNonNull(capture.cameraAttitude());
      assertThat(read.yawDegrees()).isCloseTo(expected.yawDegrees(), within(1e-9));
      assertThat(read.pitchDegrees()).isCloseTo(expected.pitchDegrees(), within(1e-9));
      assertThat(read.rollDegrees()).isCloseTo(expected.rollDegrees(), within(1e-9));
      BandImage band = capture.bands().get(0);
      assertThat(band.band()).isEqualTo(sensor.band());
      assertLens(band.camera(), sensor.lens());
    }
  }

  @Test
  void aFlightIsAPanelAndFramesOfFiveBandsAndTheThermalOnesApart() throws IOException {
    MicaSenseCamera camera = MicaSenseCamera.of(MicaSenseCamera.Kind.ALTUM, "A1", 320, 240, 11);
    MicaSenseFlight flight = flight(camera);
    ReflectancePanel panel = new ReflectancePanel("RP06-1", List.of(.5, .5, .5, .5, .5), 8);
    List<BandLight> onPanel = new ArrayList<>();
    for (BandSensor band : camera.bands()) {
      onPanel.add(new BandLight(panel.radiance(band, LIGHT.horizontal()), LIGHT, 1));
    }
    float[] kelvin = new float[160 * 120];
    Arrays.fill(kelvin, 295);
    write(flight.panelFiles(shot(0), panel, onPanel, 3));
    write(flight.files(shot(1), lights(camera), 3));
    write(
        flight.thermalFile(
            shot(1), ThermalCore.of("A1", 11), new ThermalCore.Warmth(kelvin, 0, 0), 3));

    List<Capture> captures = new ArrayList<>();
    try (var files = Files.list(folder)) {
      files.sorted().map(PictureReading::capture).forEach(captures::add);
    }
    PairedFlight paired = new FrameAssembler().pair(captures, List.of());

    assertThat(captures).hasSize(11);
    assertThat(paired.issues()).isEmpty();
    List<Frame> frames = paired.frames();
    assertThat(frames)
        .extracting(
            frame ->
                frame.bands().stream()
                    .map(band -> band.band().name())
                    .collect(Collectors.joining(",")))
        .containsExactlyInAnyOrder(
            "blue,green,red,red edge,nir", "blue,green,red,red edge,nir", "thermal");
    assertThat(frames.stream().filter(Frame::calibrationPanel))
        .singleElement()
        .satisfies(frame -> assertThat(frame.images().get(0).file()).startsWith("IMG_0000_"));
    assertThat(frames).allMatch(frame -> frame.findPlatform().isPresent());
  }

  @Test
  void exiftoolFindsAllTagsOfTheRealCamera() throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/exiftool")), "no exiftool here");
    MicaSenseCamera camera =
        MicaSenseCamera.of(MicaSenseCamera.Kind.REDEDGE_M, "RM01-2", 640, 480, 11);
    write(flight(camera).files(shot(1), lights(camera), 3));

    Process process =
        new ProcessBuilder(
                "/usr/bin/exiftool", "-s", "-a", "-n", folder.resolve("IMG_0001_4.tif").toString())
            .redirectErrorStream(true)
            .start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    process.waitFor();

    assertThat(lines).noneMatch(line -> line.contains("Warning"));
    List<String> names = lines.stream().map(line -> line.split("\\s*:", 2)[0]).toList();
    assertThat(names).containsAll(REAL_NAMES);
    assertThat(lines).anyMatch(line -> line.matches("ExifVersion\\s*: 0230"));
    assertThat(lines).anyMatch(line -> line.matches("BlackLevel\\s*: 4800 4800 4800 4800"));
    assertThat(lines).anyMatch(line -> line.matches("SubSecTime\\s*: 012345678"));
    assertThat(lines).anyMatch(line -> line.matches("GPSLatitude\\s*: -43\\.31234\\d*"));
  }

  @Test
  void aDjiWithABentLensSaysHowItBends() throws IOException {
    CameraModel lens =
        new CameraModel(
            "DJI M3E",
            1_320,
            989,
            928.3,
            661.5,
            492.25,
            new CameraModel.Distortion(-0.11, 0.015, -0.027, 0.0001, -0.0002),
            CameraModel.Source.METADATA,
            0);
    DjiPicture made =
        new DjiPicture(
            OffsetDateTime.parse("2026-07-20T11:10:00+06:00"),
            PLACE,
            734.5,
            80,
            new Attitude(-123.4, -75.5, 0.5),
            AIRFRAME);

    Capture capture =
        PictureReading.jpeg(
            folder,
            made.toBytes(
                picture(lens),
                new JpegCamera("DJI", "M3E", lens, 12.29, 24, 2.8),
                new Shutter(1 / 1_000.0, 100)));

    assertThat(capture.sensor()).isEqualTo("DJI M3E");
    assertThat(capture.time()).isEqualTo(Instant.parse("2026-07-20T05:10:00Z"));
    assertPlace(capture);
    assertThat(capture.cameraAttitude()).isEqualTo(new Attitude(-123.4, -75.5, 0.5));
    assertLens(capture.bands().get(0).camera(), lens);
  }

  @Test
  void aPictureFromAnAircraftIsPlacedByItsReceiverOrNotAtAllAndNeverTurned() throws IOException {
    JpegCamera sony =
        JpegCamera.alpha7r4(1_200, 800, 35, new CameraModel.Distortion(-0.02, 0, 0, 0, 0));
    AircraftPicture made =
        new AircraftPicture(
            sony,
            new Shutter(1 / 2_000.0, 400),
            OffsetDateTime.parse("2026-07-20T11:10:00.25+06:00"));

    Capture placed = PictureReading.jpeg(folder, made.toBytes(picture(sony.lens()), PLACE, 734.5));
    Capture bare = PictureReading.jpeg(folder, made.toBytes(picture(sony.lens())));

    assertPlace(placed);
    assertThat(placed.heights()).containsExactly(new Height(734.5, Height.Datum.MEAN_SEA_LEVEL));
    assertThat(bare.position()).isNull();
    assertThat(bare.heights()).isEmpty();
    for (Capture capture : List.of(placed, bare)) {
      assertThat(capture.time()).isEqualTo(Instant.parse("2026-07-20T05:10:00.25Z"));
      assertThat(capture.cameraAttitude()).isNull();
      CameraModel camera = capture.bands().get(0).camera();
      assertThat(camera.source()).isEqualTo(CameraModel.Source.CATALOG);
      // 35 mm before 35.7 mm and 1200 pixels: 35 / 35.7 · 1200.
      assertThat(camera.focalLengthPixels()).isCloseTo(1_176.47, within(0.05));
    }
  }

  private void write(Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static MicaSenseFlight flight(MicaSenseCamera camera) {
    return new MicaSenseFlight(camera, "f", TIME.minusSeconds(300), Downwelling.LightSensor.DLS2);
  }

  private static MicaSenseShot shot(int number) {
    return new MicaSenseShot(number, TIME, PLACE, 734.5, AIRFRAME);
  }

  private static List<BandLight> lights(MicaSenseCamera camera) {
    List<BandLight> lights = new ArrayList<>();
    for (BandSensor band : camera.bands()) {
      float[] radiance = new float[band.pixels()];
      Arrays.fill(radiance, 0.05f);
      lights.add(new BandLight(radiance, LIGHT, 1));
    }
    return lights;
  }

  private static BufferedImage picture(CameraModel lens) {
    return new BufferedImage(lens.widthPixels(), lens.heightPixels(), BufferedImage.TYPE_INT_RGB);
  }

  private static void assertPlace(Capture capture) {
    GeoPoint place = Objects.requireNonNull(capture.position());
    // Four decimals of a second: half of them are 1.4e-8 degrees.
    assertThat(place.latitudeDegrees()).isCloseTo(PLACE.latitudeDegrees(), within(3e-8));
    assertThat(place.longitudeDegrees()).isCloseTo(PLACE.longitudeDegrees(), within(3e-8));
  }

  private static void assertLens(CameraModel read, CameraModel made) {
    assertThat(read.source()).isEqualTo(CameraModel.Source.METADATA);
    assertThat(read.widthPixels()).isEqualTo(made.widthPixels());
    assertThat(read.heightPixels()).isEqualTo(made.heightPixels());
    // EXIF's pixels per millimetre have six decimals.
    assertThat(read.focalLengthPixels()).isCloseTo(made.focalLengthPixels(), within(1e-4));
    assertThat(read.principalXPixels()).isCloseTo(made.principalXPixels(), within(1e-4));
    assertThat(read.principalYPixels()).isCloseTo(made.principalYPixels(), within(1e-4));
    assertThat(read.distortion()).isEqualTo(made.distortion());
  }
}

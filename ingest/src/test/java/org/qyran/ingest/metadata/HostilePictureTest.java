package org.qyran.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qyran.ingest.upload.PictureFile.Value.number;
import static org.qyran.ingest.upload.PictureFile.Value.rationals;
import static org.qyran.ingest.upload.PictureFile.Value.raw;
import static org.qyran.ingest.upload.PictureFile.Value.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.ingest.upload.Kind;
import org.qyran.ingest.upload.PictureFile;
import org.qyran.model.Attitude;
import org.qyran.model.Capture;
import org.qyran.model.LensTurn;
import org.qyran.model.Outcome;
import org.qyran.model.Radiometry;
import org.qyran.model.SensorResponse;
import org.qyran.sampledata.RealData;

/** Pictures made to do harm, or damaged: each ends in a capture or in an issue, and in no time. */
class HostilePictureTest {

  private static final String GIMBAL =
      "drone-dji:GimbalYawDegree=\"77\" drone-dji:GimbalPitchDegree=\"-90\" drone-dji:GimbalRollDegree=\"0\"";

  private static final String DJI_SENSOR =
      "drone-dji:SensorGain=\"1\" drone-dji:SensorGainAdjustment=\"1.1\""
          + " drone-dji:ExposureTime=\"1000\" drone-dji:BlackLevel=\"4096\""
          + " drone-dji:VignettingData=\"1e-5\" drone-dji:CalibratedOpticalCenterX=\"20\""
          + " drone-dji:CalibratedOpticalCenterY=\"15\"";

  @TempDir private Path folder;

  // Bytes turned at random.

  @Test
  void aJpegOfAnyBytesIsReadOrRefused() throws IOException {
    byte[] whole =
        everything(GIMBAL + " drone-dji:UTCAtExposure=\"2020-07-01T06:31:00.5\"").toJpeg();

    assertSurvives(whole, Kind.PICTURE_JPEG, 300);
  }

  @Test
  void aTiffOfAnyBytesIsReadOrRefused() throws IOException {
    byte[] whole =
        everything(
                "Camera:Yaw=\"1\" Camera:Pitch=\"2\" Camera:Roll=\"3\" Camera:BandName=\"NIR\""
                    + " Camera:CentralWavelength=\"790\" Camera:WavelengthFWHM=\"40\""
                    + " Camera:ModelType=\"fisheye\" Camera:PrincipalPoint=\"2.4,1.8\""
                    + " Camera:FisheyeAffineMatrix=\"1600,0,0,1600\""
                    + " Camera:FisheyePolynomial=\"0,1,0.006,-0.137\"")
            .by("Parrot", "Sequoia")
            .toTiff();

    assertSurvives(whole, Kind.PICTURE_TIFF, 300);
  }

  @Tag("real")
  @ParameterizedTest(name = "{0}/{1}")
  @CsvSource({
    "brighton_dji, DJI_0018.JPG, PICTURE_JPEG",
    "seneca_sensefly_nir, IMG_0457.jpg, PICTURE_JPEG",
    "thermal_flir, FLIR_B60.jpg, PICTURE_JPEG",
    "garfield_sequoia, IMG_161122_163338_0011_GRE.TIF, PICTURE_TIFF",
    "micasense_rededge, IMG_0000_1.tif, PICTURE_TIFF",
  })
  void aRealPictureWithTurnedBytesIsReadOrRefused(String name, String file, Kind kind)
      throws IOException {
    Optional<Path> found = RealData.find(name);
    Assumptions.assumeTrue(found.isPresent(), RealData.absent(name));
    byte[] bytes = Files.readAllBytes(found.orElseThrow().resolve(file));

    assertSurvives(bytes, kind, 60);
  }

  /** Half of the trials turn bytes of the first 64 KB, half put a letter of XMP in their place. */
  private void assertSurvives(byte[] whole, Kind kind, int trials) throws IOException {
    Path file = Files.write(folder.resolve("picture"), whole);
    Random random = new Random(20261124);
    int within = Math.min(whole.length, 1 << 16);
    for (int trial = 0; trial < trials; trial++) {
      SortedSet<Integer> turned = new TreeSet<>();
      try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
        for (int flip = 0; flip <= trial % 9; flip++) {
          int at = 4 + random.nextInt(within - 4);
          turned.add(at);
          bytes.seek(at);
          bytes.write(
              trial % 2 == 0
                  ? random.nextInt(256)
                  : "0123456789-+.eE\0<>&\"".charAt(random.nextInt(20)));
        }
      }
      String label = "trial %d of %s, bytes %s".formatted(trial, kind, turned);

      Outcome<Capture> outcome =
          Assertions.assertDoesNotThrow(
              () -> PictureReading.outcome(file, kind, ReadSettings.defaults()), () -> label);

      assertThat(outcome.find().isPresent() || outcome.findIssue().isPresent()).as(label).isTrue();
      try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
        for (int at : turned) {
          bytes.seek(at);
          bytes.write(whole[at]);
        }
      }
    }
  }

  // Directories.

  @Test
  void directoriesThatPointAtThemselvesAreReadOnce() {
    PictureFile picture =
        PictureFile.sized(40, 30)
            .by("A", "B")
            .exposure(0x9003, text("2020:07:01 12:00:00"))
            .exposure(0xA005, number(8))
            .exposure(330, number(8));

    assertThat(PictureReading.jpeg(folder, picture.toJpeg()).time()).isNotNull();
    assertThat(PictureReading.tiff(folder, picture.toTiff()).time()).isNotNull();
  }

  @Test
  void aChainOfNineThousandDirectoriesIsNotFollowed() {
    int links = 9_000;
    byte[] exif = new byte[8 + links * 6 + 12];
    ByteBuffer chain = little(exif).put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    for (int link = 1; link <= links; link++) {
      chain.putShort((short) 0).putInt(8 + link * 6);
    }

    byte[] bytes = PictureFile.jpegWithExif(exif, new byte[0]);

    assertThat(PictureReading.jpeg(folder, bytes).bands()).hasSize(3);
  }

  @Test
  void threeThousandNestedDirectoriesAreNotEntered() {
    int levels = 3_000;
    byte[] exif = new byte[8 + levels * 18 + 18];
    ByteBuffer nest = little(exif).put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    for (int level = 1; level <= levels; level++) {
      nest.putShort((short) 1).putShort((short) 330).putShort((short) 4).putInt(1);
      nest.putInt(8 + level * 18).putInt(0);
    }

    byte[] bytes = PictureFile.jpegWithExif(exif, new byte[0]);

    assertThat(PictureReading.jpeg(folder, bytes).bands()).hasSize(3);
  }

  @Test
  void aMillionPointersToOneDirectoryAreNotAMillionDirectories() {
    byte[] pointers = new byte[4 * 1_000_000];
    for (int index = 0; index < pointers.length; index += 4) {
      pointers[index] = 8;
    }
    PictureFile picture =
        PictureFile.sized(40, 30).by("A", "B").image(0x8769, raw(4, 1_000_000, pointers));

    assertThat(PictureReading.tiff(folder, picture.toTiff()).bands()).hasSize(1);
  }

  @Test
  void aThousandTagsThatShareOneLargeValueAreNotAThousandValues() {
    // 2,000 tags of 1 MB, all the same bytes: 2 GB were they read, and more as numbers.
    int tags = 2_000;
    int shared = 1 << 20;
    byte[] file = new byte[8 + 2 + 8 * 12 + 4 + 2 + tags * 12 + 4 + shared];
    int exposureAt = 8 + 2 + 8 * 12 + 4;
    ByteBuffer out = little(file).put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    out.putShort((short) 8);
    for (int tag : new int[] {256, 257, 258, 262, 273, 277, 279}) {
      out.putShort((short) tag).putShort((short) 4).putInt(1).putInt(tag == 262 ? 1 : 16);
    }
    out.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(exposureAt).putInt(0);
    out.putShort((short) tags);
    for (int tag = 0; tag < tags; tag++) {
      out.putShort((short) (1 + tag)).putShort((short) 5).putInt(shared / 8);
      out.putInt(file.length - shared);
    }

    assertThat(PictureReading.outcome(folder, file, Kind.PICTURE_TIFF).findIssue())
        .as("16 channels name no light")
        .isPresent();
  }

  @Test
  void anotherMakersRawInsideExifIsNotOpened() {
    // A raw of Panasonic (marker 0x55) may hold a whole JPEG, which brings its own XMP.
    byte[] inner = everything(GIMBAL).toJpeg();
    byte[] exif = new byte[8 + 2 + 12 + 4 + inner.length];
    little(exif)
        .put((byte) 'I')
        .put((byte) 'I')
        .putShort((short) 0x55)
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x2E)
        .putShort((short) 7)
        .putInt(inner.length)
        .putInt(26)
        .putInt(0)
        .put(inner);

    byte[] bytes = PictureFile.jpegWithExif(exif, new byte[0]);

    assertThat(PictureReading.outcome(folder, bytes, Kind.PICTURE_JPEG).find())
        .as("not one tag of the inner picture")
        .isEmpty();
  }

  // XMP.

  @Test
  void xmpWithADocumentTypeIsAbsentAndItsEntitiesAreNotFollowed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "77");
    Path definitions = Files.writeString(folder.resolve("outer.dtd"), "<!ENTITY yaw \"77\">");
    List<String> types =
        List.of(
            "<!DOCTYPE x:xmpmeta [<!ENTITY yaw \"77\">]>",
            "<!DOCTYPE x:xmpmeta [<!ENTITY yaw SYSTEM \"%s\">]>".formatted(secret.toUri()),
            "<!DOCTYPE x:xmpmeta SYSTEM \"%s\">".formatted(definitions.toUri()),
            "<!DOCTYPE x:xmpmeta [<!ENTITY %% all SYSTEM \"%s\"> %%all;]>"
                .formatted(definitions.toUri()));
    for (String type : types) {
      String packet =
          type
              + PictureFile.packet("")
                  .replace(
                      "/>\n </rdf:RDF>",
                      "><drone-dji:GimbalYawDegree>&yaw;</drone-dji:GimbalYawDegree>"
                          + "<drone-dji:GimbalPitchDegree>-90</drone-dji:GimbalPitchDegree>"
                          + "<drone-dji:GimbalRollDegree>0</drone-dji:GimbalRollDegree>"
                          + "</rdf:Description></rdf:RDF>");

      Capture capture = PictureReading.jpeg(folder, dji().xmp(packet).toJpeg());

      assertThat(capture.cameraAttitude()).as(type).isNull();
    }
  }

  @Test
  void theSamePacketWithoutADocumentTypeIsRead() {
    Capture capture = PictureReading.jpeg(folder, dji().xmp(PictureFile.packet(GIMBAL)).toJpeg());

    assertThat(capture.cameraAttitude()).isEqualTo(new Attitude(77, -90, 0));
  }

  @ParameterizedTest(name = "{0} levels")
  @ValueSource(ints = {1_900, 4_000})
  void deeplyNestedXmpIsAbsentAndNotThrown(int levels) {
    String nested =
        "<rdf:Bag><rdf:li>".repeat(levels / 2) + "7" + "</rdf:li></rdf:Bag>".repeat(levels / 2);
    String packet =
        elements("<drone-dji:GimbalYawDegree>" + nested + "</drone-dji:GimbalYawDegree>");

    Capture capture = PictureReading.tiff(folder, dji().xmp(packet).toTiff());

    assertThat(capture.cameraAttitude()).isNull();
  }

  @Test
  void deeplyNestedXmpInAnEncodingThatHidesItsBracketsIsAbsent() {
    Charset ebcdic = Charset.forName("IBM037");
    int levels = 6_000;
    String packet =
        elements(
            "<drone-dji:GimbalYawDegree>"
                + "<rdf:Bag><rdf:li>".repeat(levels)
                + "</rdf:li></rdf:Bag>".repeat(levels)
                + "</drone-dji:GimbalYawDegree>");
    byte[] bytes = ("<?xml version=\"1.0\" encoding=\"Cp037\"?>" + packet).getBytes(ebcdic);

    Capture capture = PictureReading.tiff(folder, dji().xmp(bytes).toTiff());

    assertThat(capture.cameraAttitude()).isNull();
  }

  @Test
  void hugeXmpIsAbsent() {
    String padding = "<!-- " + "x".repeat(1 << 20) + " -->";

    Capture capture =
        PictureReading.tiff(folder, dji().xmp(PictureFile.packet(GIMBAL) + padding).toTiff());

    assertThat(capture.cameraAttitude()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "not XML at all",
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>",
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:li/></rdf:RDF>",
      })
  void xmpThatIsNoneIsAbsent(String packet) {
    Capture capture = PictureReading.jpeg(folder, dji().xmp(packet).toJpeg());

    assertThat(capture.cameraAttitude()).isNull();
  }

  @Test
  void onlyTheFirstXmpBlockIsRead() {
    byte[] first = dji().xmp(PictureFile.packet(GIMBAL)).toJpeg();
    byte[] name = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.ISO_8859_1);
    byte[] other = PictureFile.packet(GIMBAL.replace("77", "33")).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int frameHeader = first.length - 9 - 14 - 19; // what toJpeg puts last
    bytes.write(first, 0, frameHeader);
    bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1});
    bytes.write((name.length + other.length + 2) >> 8);
    bytes.write(name.length + other.length + 2);
    bytes.writeBytes(name);
    bytes.writeBytes(other);
    bytes.write(first, frameHeader, first.length - frameHeader);

    Capture capture = PictureReading.jpeg(folder, bytes.toByteArray());

    assertThat(capture.cameraAttitude()).isEqualTo(new Attitude(77, -90, 0));
  }

  // Numbers that are none.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m:RadiometricCalibration=\"1e999,0,0\"",
        "m:RadiometricCalibration=\"1e-4,NaN,0\"",
        "m:RadiometricCalibration=\"1e-4,0,-1e999\"",
      })
  void aSensorOfNoNumbersIsNotKnown(String calibration) {
    assertThat(radiometry(micasense(calibration)).response()).isEqualTo(SensorResponse.UNKNOWN);
  }

  @Test
  void lightWithoutEndIsNotKnown() {
    Radiometry known =
        radiometry(
            micasense(
                "m:RadiometricCalibration=\"1e-4,0,0\" Camera:HorizontalIrradiance=\"1e999\""));

    assertThat(known.response().gives()).isEqualTo(SensorResponse.Quantity.RADIANCE);
    assertThat(known.irradiance()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SensorGainAdjustment", "ExposureTime", "BlackLevel", "SensorGain"})
  void aSensorOfDjisWithANumberWithoutEndIsNotKnown(String name) {
    String attributes =
        DJI_SENSOR.replaceFirst(":" + name + "=\"[^\"]*\"", ":" + name + "=\"1e999\"");

    assertThat(radiometry(djiBand(DJI_SENSOR)).response()).isNotEqualTo(SensorResponse.UNKNOWN);
    assertThat(radiometry(djiBand(attributes)).response()).isEqualTo(SensorResponse.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e308,1e308,1e308", "NaN,0,0"})
  void aLensTurnedByNoNumberIsNotKnown(String row) {
    PictureFile picture = djiBand("drone-dji:CalibratedHMatrix=\"%s,0,1,0,0,0,1\"".formatted(row));

    assertThat(PictureReading.tiff(folder, picture.toTiff()).bands().get(0).turn())
        .isEqualTo(LensTurn.UNKNOWN);
  }

  private Radiometry radiometry(PictureFile picture) {
    return PictureReading.tiff(folder, picture.toTiff()).bands().get(0).radiometry();
  }

  private static PictureFile micasense(String attributes) {
    return PictureFile.sized(40, 30)
        .by("MicaSense", "RedEdge-M")
        .image(0xC61A, number(4_800))
        .exposure(0x829A, rationals(0.001))
        .xmp(
            PictureFile.packet(
                "xmlns:m=\"http://micasense.com/MicaSense/1.0/\" Camera:BandName=\"Red\""
                    + " Camera:CentralWavelength=\"668\" Camera:WavelengthFWHM=\"10\""
                    + " Camera:VignettingCenter=\"20,15\" Camera:VignettingPolynomial=\"1e-5\" "
                    + attributes));
  }

  private static PictureFile djiBand(String attributes) {
    return dji()
        .xmp(
            PictureFile.packet(
                "drone-dji:BandName=\"NIR\" drone-dji:BandFreq=\"860(+/-26)\" " + attributes));
  }

  private static PictureFile dji() {
    return PictureFile.sized(40, 30).by("DJI", "FC350");
  }

  private static String elements(String inside) {
    return PictureFile.packet("")
        .replace("/>\n </rdf:RDF>", ">" + inside + "</rdf:Description></rdf:RDF>");
  }

  private static PictureFile everything(String attributes) {
    return PictureFile.sized(1_280, 30)
        .by("DJI", "FC6310")
        .exposure(0x9003, text("2020:07:01 12:31:00"))
        .exposure(0x9011, text("+06:00"))
        .exposure(0x9291, text("481"))
        .exposure(0x920A, rationals(8.8))
        .exposure(0xA20E, rationals(266.667))
        .exposure(0xA20F, rationals(266.667))
        .exposure(0xA210, number(4))
        .exposure(0xA405, number(24))
        .at(43.3, -70.9)
        .gps(5, raw(1, 1, (byte) 0))
        .gps(6, rationals(812.5))
        .gps(7, rationals(6, 30, 15.25))
        .gps(29, text("2020:07:01"))
        .gps(31, rationals(1.5))
        .xmp(PictureFile.packet(attributes));
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}

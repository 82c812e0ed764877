package org.qyran.app.locate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.tiff.GeoTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.jobs.settings.Settings;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;
import org.qyran.model.RunWarning;
import org.qyran.sampledata.camera.DjiPicture;
import org.qyran.sampledata.sensor.AircraftPicture;
import org.qyran.sampledata.sensor.JpegCamera;
import org.qyran.sampledata.sensor.Shutter;

/**
 * A drone 100 m above where it took off, looking straight down, the top of its picture north: 8
 * pixels are a metre, and the middle of 1200 x 800 is straight below.
 */
class PointLocationTest {

  private static final GeoPoint STEPPE = new GeoPoint(43.3, 70.9);
  private static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-07-24T09:30:00+05:00");
  private static final String ROWS_OF_A_RUN =
      "file,sha256,status,reason,time,lat,lon,height_m,yaw_deg,pitch_deg,roll_deg,ce90_m,flight,"
          + "sensor,detail\n";

  @TempDir private Path folder;

  private final List<RunWarning> warnings = new ArrayList<>();

  @BeforeEach
  void aPictureOnACard() throws IOException {
    write("flight/DJI_0001.jpg", picture(STEPPE));
  }

  @Test
  void everyRowIsAnsweredInOrderByAPlaceOrByAReason() throws IOException {
    write(
        "flight/log.csv",
        "time,latitude,longitude\n2026-07-24T04:30:00Z,43.3,70.9\n".getBytes(UTF_8));

    List<CSVRecord> rows =
        locate(
            "file,x,y",
            "flight/DJI_0001.jpg,600,400",
            "flight/DJI_0002.jpg,600,400",
            "flight/DJI_0001.jpg,680,320",
            "flight/DJI_0001.jpg,400,900",
            "flight/log.csv,1,1",
            "flight,1,1",
            "./flight/DJI_0001.jpg,600.0,400.0");

    assertThat(rows)
        .extracting(row -> row.get("x"))
        .containsExactly("600", "600", "680", "400", "1", "1", "600.0");
    assertThat(rows)
        .extracting(row -> row.get("reason"))
        .containsExactly(
            "", "UNREADABLE", "", "RAY_MISSES_GROUND", "UNSUPPORTED_FORMAT", "UNREADABLE", "");
    assertMetersFromCamera(rows.get(0), 0, 0);
    assertMetersFromCamera(rows.get(2), 10, 10);
    assertMetersFromCamera(rows.get(6), 0, 0);
    assertThat(rows.get(0).get("detail")).contains("taken to be level");
    assertThat(rows.get(3).get("detail"))
        .isEqualTo("pixel (400.0, 900.0) lies outside the picture of 1200 x 800 pixels");
    assertThat(Double.parseDouble(rows.get(0).get("ce90_m"))).isBetween(1.0, 30.0);
  }

  @Test
  void filesAreFoundBesideTheTableBeforeTheWorkingFolder() throws IOException {
    List<CSVRecord> rows =
        locate("file,x,y", folder.resolve("flight/DJI_0001.jpg") + ",600,400", "DJI_0001.jpg,1,1");

    assertThat(rows).extracting(row -> row.get("reason")).containsExactly("", "UNREADABLE");
  }

  @Test
  void columnsMayComeInAnyOrderAmongOthers() throws IOException {
    List<CSVRecord> rows =
        locate("\uFEFFnote, Y ,X,File", "a tree,400,680,flight/DJI_0001.jpg", "");

    assertMetersFromCamera(rows.get(0), 10, 0);
  }

  @Test
  void aFlightLogInTheFolderCompletesThePose() throws IOException {
    JpegCamera camera = new JpegCamera("DJI", "FC6310", DjiPicture.CAMERA, 8.8, 24, 5.6);
    write(
        "plane/IMG_1.jpg",
        new AircraftPicture(camera, new Shutter(1 / 800.0, 100), MORNING).toBytes(blank()));
    List<CSVRecord> alone = locate("file,x,y", "plane/IMG_1.jpg,680,400");
    write(
        "plane/log.csv",
        """
        time,latitude,longitude,height_msl_m,height_ground_m,yaw_deg,pitch_deg,roll_deg
        2026-07-24T04:29:59Z,43.3,70.9,700,100,90,0,0
        2026-07-24T04:30:01Z,43.3,70.9,700,100,90,0,0
        """
            .getBytes(UTF_8));

    List<CSVRecord> rows = locate("file,x,y", "plane/IMG_1.jpg,680,400");

    assertThat(alone.get(0).get("reason")).isEqualTo("NO_POSITION");
    assertMetersFromCamera(
        rows.get(0), 0, -10); // nose east: the right side of the picture is south
  }

  @Test
  void theEastingAndNorthingOfAMapAreAddedOnRequest() throws IOException {
    List<CSVRecord> utm =
        locateOn("utm", "file,x,y", "flight/DJI_0001.jpg,600,400", "flight/DJI_0001.jpg,680,400");
    List<CSVRecord> pulkovo =
        locateOn("EPSG:28412", "file,x,y", "flight/DJI_0001.jpg,600,400", "missing.jpg,1,1");
    List<CSVRecord> far = locateOn("EPSG:28415", "file,x,y", "flight/DJI_0001.jpg,600,400");

    assertThat(utm.get(0).get("crs")).isEqualTo("EPSG:32642");
    double east = number(utm.get(1), "easting_m") - number(utm.get(0), "easting_m");
    double north = number(utm.get(1), "northing_m") - number(utm.get(0), "northing_m");
    // On the map 10 m are 10 m by the zone's scale, 0.9996 to 1.0001 here.
    assertThat(Math.hypot(east, north)).isCloseTo(10, within(0.02));
    assertThat(pulkovo.get(0).get("crs"))
        .isEqualTo("EPSG:28412 by EPSG:15865 Pulkovo 1942 to WGS 84 (16), good to 4.5 m");
    assertThat(pulkovo.get(1).get("detail")).isEqualTo("There is no such file.");
    assertThat(far.get(0).get("lat")).isNotEmpty();
    assertThat(far.get(0).get("crs")).isEmpty();
    assertThat(far.get(0).get("detail")).contains("zone 15").contains("does not reach here");
  }

  @Test
  void aRunsPosesReplaceThoseOfThePictures() throws IOException {
    String hash = sha256(folder.resolve("flight/DJI_0001.jpg"));
    Path run =
        run(
            "a/DJI_0001.jpg,00,refused,DUPLICATE,,,,,,,,,flight,,",
            "DJI_0001.jpg,%s,refused,DUPLICATE,,,,,,,,,flight,,".formatted(hash),
            "DJI_0001.jpg,%s,processed,,,43.3010000,70.9000000,700.000,90.0000,-90.0000,0.0000,5,flight,,"
                .formatted(hash));

    List<CSVRecord> rows = locateBy(run, "file,x,y", "flight/DJI_0001.jpg,600,320");

    // 0.001° of latitude are 111.10 m at 43.3°; the top of the picture, 10 m away, is now east.
    assertMetersFromCamera(rows.get(0), 10, 111.10);
  }

  @Test
  void aPictureThatWasWrittenAnewIsKnownToTheRunByItsName() throws IOException {
    Path run = run("x/DJI_0001.jpg,00,processed,,,43.3010000,70.9,700.0,0,-90,0,5,flight,,");
    Path ambiguous =
        run(
            "x/DJI_0001.jpg,00,processed,,,43.3010000,70.9,700.0,0,-90,0,5,flight,,",
            "y/DJI_0001.jpg,01,processed,,,43.3010000,70.9,700.0,0,-90,0,5,flight,,");

    assertMetersFromCamera(
        locateBy(run, "file,x,y", "flight/DJI_0001.jpg,600,400").get(0), 0, 111.10);
    assertThat(locateBy(ambiguous, "file,x,y", "flight/DJI_0001.jpg,600,400").get(0).get("reason"))
        .isEqualTo("NO_POSITION");
  }

  @Test
  void aRunThatHasNoPoseOfAPictureSaysWhy() throws IOException {
    write("flight/DJI_0002.jpg", picture(new GeoPoint(43.31, 70.9)));
    Path run = run("DJI_0001.jpg,00,unlocated,NO_ATTITUDE,,43.3,70.9,,,,,,flight,,");

    List<CSVRecord> rows =
        locateBy(run, "file,x,y", "flight/DJI_0001.jpg,600,400", "flight/DJI_0002.jpg,600,400");

    assertThat(rows)
        .extracting(row -> row.get("reason"))
        .containsExactly("NO_ATTITUDE", "NO_POSITION");
    assertThat(rows.get(1).get("detail")).contains("does not know this picture");
  }

  @Test
  void pixelsOfAnOrthophotoLieWhereItsMapPutsThemHoweverItIsCut() throws Exception {
    writeOrthophoto("survey/ortho.tif", 400, 300);
    Settings inWindows = Settings.of(Map.of("raster.window", "256px", "raster.overlap", "2m"));

    List<CSVRecord> rows =
        answers(
            inWindows,
            null,
            "EPSG:32642",
            "file,x,y",
            "survey/ortho.tif,0,0",
            "survey/ortho.tif,123.5,250.25",
            "survey/ortho.tif,400,300",
            "survey/ortho.tif,400,301");

    // A pixel is 8 cm, and the corner of the first lies at 500000 east and 4800000 north.
    assertThat(rows.subList(0, 3))
        .extracting(row -> row.get("easting_m") + " " + row.get("northing_m"))
        .containsExactly(
            "500000.000 4800000.000", "500009.880 4799979.980", "500032.000 4799976.000");
    // echo 500009.88 4799979.98 | gdaltransform -s_srs EPSG:32642 -t_srs EPSG:4326
    assertThat(number(rows.get(1), "lat")).isCloseTo(43.3526751213325, within(1e-8));
    assertThat(number(rows.get(1), "lon")).isCloseTo(69.000121914159, within(1e-8));
    assertThat(rows.get(1).get("ce90_m")).isEqualTo("5.00"); // raster.ce90
    assertThat(rows.get(3).get("detail")).contains("outside the picture of 400 x 300 pixels");
  }

  @Test
  void aRunHasNoPoseOfAnOrthophotoAndNoneIsNeeded() throws IOException {
    writeOrthophoto("survey/ortho.tif", 400, 300);
    Path run = run("ortho.tif,00,processed,,,,,,,,,5,survey,orthophoto,");

    assertThat(locateBy(run, "file,x,y", "survey/ortho.tif,1,1").get(0).get("lat")).isNotEmpty();
  }

  @Test
  void aFolderThatIsNoRunIsNamed() {
    assertThatThrownBy(() -> locateBy(folder, "file,x,y"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is no result of a run: it has no frames.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'file,x'       | 'a.jpg,1'     | have the columns file, x; file, x and y are needed",
        "'file,x,y'     | 'a.jpg,1,top' | points.csv: y is 'top', must be a number of pixels",
        "'file,x,y'     | 'a.jpg,NaN,1' | points.csv: x is 'NaN', must be a number of pixels",
        "'file,x,y'     | 'a.jpg,1'     | points.csv has no y",
        "'file,x,y'     | ',1,1'        | points.csv has no file",
        "''             | ''            | are empty; the columns file, x and y are needed",
      })
  void aTableThatCannotBeReadIsOneSentence(String header, String row, String sentence) {
    assertThatThrownBy(() -> locate(header, row))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("points.csv")
        .hasMessageContaining(sentence);
  }

  private List<CSVRecord> locate(String... lines) throws IOException {
    return answers(null, null, lines);
  }

  private List<CSVRecord> locateOn(String map, String... lines) throws IOException {
    return answers(null, map, lines);
  }

  private List<CSVRecord> locateBy(Path run, String... lines) throws IOException {
    return answers(run, null, lines);
  }

  private List<CSVRecord> answers(@Nullable Path run, @Nullable String map, String... lines)
      throws IOException {
    return answers(Settings.defaults(), run, map, lines);
  }

  private List<CSVRecord> answers(
      Settings settings, @Nullable Path run, @Nullable String map, String... lines)
      throws IOException {
    Path points =
        Files.writeString(folder.resolve("points.csv"), String.join("\n", List.of(lines)));
    StringBuilder answer = new StringBuilder();
    new PointLocation(new PointLocation.Question(points, List.of(), run, map, settings))
        .into(answer, warnings::add);
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(answer.toString()))
        .getRecords();
  }

  private Path run(String... rows) throws IOException {
    Path run = Files.createTempDirectory(folder, "run");
    Files.writeString(
        run.resolve("frames.csv"), ROWS_OF_A_RUN + String.join("\n", List.of(rows)) + "\n");
    return run;
  }

  private static void assertMetersFromCamera(CSVRecord row, double east, double north) {
    GeoPoint place = new GeoPoint(number(row, "lat"), number(row, "lon"));
    Enu local =
        LocalAxes.at(STEPPE, number(row, "height_m")).toLocal(place, number(row, "height_m"));
    assertThat(local.eastMeters()).isCloseTo(east, within(0.02));
    assertThat(local.northMeters()).isCloseTo(north, within(0.02));
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, bytes);
  }

  private static byte[] picture(GeoPoint position) throws IOException {
    return new DjiPicture(
            MORNING, position, 700, 100, new Attitude(0, -90, 0), new Attitude(0, 0, 0))
        .toBytes(blank());
  }

  /** In UTM 42, written by the JDK (OGC 19-008r4, GeoTIFF 1.1: scale, one tie point, the keys). */
  private void writeOrthophoto(String name, int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    TIFFDirectory tags =
        TIFFDirectory.createFromMetadata(
            writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(picture),
                writer.getDefaultWriteParam()));
    GeoTIFFTagSet all = GeoTIFFTagSet.getInstance();
    tags.addTIFFField(
        new TIFFField(
            all.getTag(GeoTIFFTagSet.TAG_MODEL_PIXEL_SCALE),
            TIFFTag.TIFF_DOUBLE,
            3,
            new double[] {0.08, 0.08, 0}));
    tags.addTIFFField(
        new TIFFField(
            all.getTag(GeoTIFFTagSet.TAG_MODEL_TIE_POINT),
            TIFFTag.TIFF_DOUBLE,
            6,
            new double[] {0, 0, 0, 500_000, 4_800_000, 0}));
    tags.addTIFFField(
        new TIFFField(
            all.getTag(GeoTIFFTagSet.TAG_GEO_KEY_DIRECTORY),
            TIFFTag.TIFF_SHORT,
            16,
            new char[] {1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 32_642}));
    write(name, new byte[0]);
    try (ImageOutputStream stream =
        ImageIO.createImageOutputStream(folder.resolve(name).toFile())) {
      writer.setOutput(stream);
      writer.write(new IIOImage(picture, null, tags.getAsMetadata()));
    } finally {
      writer.dispose();
    }
  }

  private static BufferedImage blank() {
    return new BufferedImage(1_200, 800, BufferedImage.TYPE_INT_RGB);
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.qyran.geo.gpkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.qyran.geo.survey.Expedition;
import org.qyran.geo.survey.SurveyResult;
import org.qyran.model.GeoPoint;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Expected numbers are those of the survey's sketch, or what GDAL reads in the file. */
class GeoPackageWriterTest {

  private static final List<String> LAYERS =
      List.of("targets", "detections", "coverage", "footprints");

  @TempDir private Path folder;

  private Path file = Path.of("survey.gpkg");

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("survey.gpkg");
    GeoPackageWriter.write(file, Expedition.inTheSteppe());
  }

  @Test
  void theHeaderSaysGeoPackage() throws IOException {
    // SQLite file format: user_version at byte 60, application_id at 68. OGC 12-128r17, requirement
    // 2.
    ByteBuffer header = ByteBuffer.wrap(Files.readAllBytes(file));

    assertThat(new String(header.array(), 0, 15, StandardCharsets.US_ASCII))
        .isEqualTo("SQLite format 3");
    assertThat(new String(header.array(), 68, 4, StandardCharsets.US_ASCII)).isEqualTo("GPKG");
    assertThat(header.getInt(60)).isEqualTo(10_300);
  }

  @Test
  void theSameSurveyGivesTheSameBytes() throws IOException {
    Path again = folder.resolve("other-name.gpkg");
    GeoPackageWriter.write(again, Expedition.inTheSteppe());

    assertThat(again).hasSameBinaryContentAs(file);
    assertThat(folder.toFile().list()).as("nothing is left beside them").hasSize(2);
  }

  @Test
  void everyLayerHasAStyleOfWellFormedXml() throws Exception {
    List<List<String>> styles =
        query("SELECT f_table_name, styleQML, styleSLD, useAsDefault FROM layer_styles");

    assertThat(styles)
        .extracting(style -> style.get(0))
        .containsExactlyInAnyOrderElementsOf(LAYERS);
    for (List<String> style : styles) {
      assertThat(xml(style.get(1)).getDocumentElement().getTagName()).isEqualTo("qgis");
      assertThat(xml(style.get(2)).getDocumentElement().getLocalName())
          .isEqualTo("StyledLayerDescriptor");
      assertThat(style.get(3)).isEqualTo("1");
    }
  }

  @Test
  void stylesNameOnlyPropertiesThatTheirLayerHas() throws Exception {
    for (List<String> style : query("SELECT f_table_name, styleQML, styleSLD FROM layer_styles")) {
      List<String> columns = new ArrayList<>();
      query("PRAGMA table_info(" + style.get(0) + ")")
          .forEach(column -> columns.add(column.get(1)));

      List<String> asked = new ArrayList<>();
      NodeList properties = xml(style.get(2)).getElementsByTagNameNS("*", "PropertyName");
      for (int i = 0; i < properties.getLength(); i++) {
        asked.add(properties.item(i).getTextContent().strip());
      }
      Element renderer = (Element) xml(style.get(1)).getElementsByTagName("renderer-v2").item(0);
      if (renderer.getAttribute("attr").matches("[a-z_0-9]+")) { // and no expression
        asked.add(renderer.getAttribute("attr"));
      }

      assertThat(columns).as("%s", style.get(0)).containsAll(asked);
    }
  }

  @Test
  void theSpatialIndexFindsWhatLiesInABox() throws Exception {
    for (String layer : LAYERS) {
      int placed = Integer.parseInt(query("SELECT count(geom) FROM " + layer).get(0).get(0));
      List<List<String>> all = query("SELECT id FROM rtree_" + layer + "_geom");

      assertThat(all).as(layer).hasSize(placed).isNotEmpty();
    }
    // The structure lies 90 m north of 43.3: 90 / 111,130 of a degree.
    assertThat(
            query(
                "SELECT type FROM targets JOIN rtree_targets_geom AS box ON fid = box.id"
                    + " WHERE maxy > 43.3007 AND miny < 43.3009 AND maxx > 68.199 AND minx < 68.201"))
        .containsExactly(List.of("structure_of_interest"));
    assertThat(query("SELECT id FROM rtree_targets_geom WHERE maxx < 68.19")).isEmpty();
  }

  @Test
  void shapesAreMultipolygonsInLongitudeAndLatitude() throws Exception {
    try (Connection database = open();
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("SELECT geom FROM targets")) {
      while (rows.next()) {
        Geometry shape = geometry(rows.getBytes(1));

        assertThat(shape.getGeometryType()).isEqualTo("MultiPolygon");
        assertThat(shape.isValid()).isTrue();
        assertThat(shape.getCentroid().getX()).isCloseTo(68.2, within(0.01));
        assertThat(shape.getCentroid().getY()).isCloseTo(43.3, within(0.01));
      }
    }
  }

  @Test
  void aDetectionWithoutAPlaceIsARowWithoutAShape() throws Exception {
    assertThat(query("SELECT frame, reason FROM detections WHERE geom IS NULL"))
        .containsExactly(List.of(Expedition.HOSTILE_FILE, "NO_ATTITUDE"));
  }

  @Test
  void theDatabaseIsSoundAndItsKeysLeadSomewhere() throws Exception {
    assertThat(query("PRAGMA integrity_check")).containsExactly(List.of("ok"));
    assertThat(query("PRAGMA foreign_key_check")).isEmpty();
  }

  @Test
  void anEmptySurveyIsAPackageToo() throws Exception {
    GeoPackageWriter.write(file, Expedition.empty());

    for (String layer : LAYERS) {
      assertThat(query("SELECT count(*) FROM " + layer)).containsExactly(List.of("0"));
    }
    assertThat(query("SELECT last_change FROM gpkg_contents"))
        .contains(List.of("1970-01-01T00:00:00.000Z"));
    assertPassesTheValidator();
  }

  @Test
  void ogrinfoReadsTheLayersTheirCountsAndTheirExtent() throws Exception {
    assumeTrue(answer("ogrinfo", "--version").isPresent(), skipped("ogrinfo", "gdal-bin"));
    SurveyResult survey = Expedition.inTheSteppe();

    String targets = answer("ogrinfo", "-so", "-ro", file.toString(), "targets").orElseThrow();
    String detections =
        answer("ogrinfo", "-so", "-ro", file.toString(), "detections").orElseThrow();
    String coverage = answer("ogrinfo", "-so", "-ro", file.toString(), "coverage").orElseThrow();
    String footprints =
        answer("ogrinfo", "-so", "-ro", file.toString(), "footprints").orElseThrow();

    assertThat(targets)
        .contains("Feature Count: 2", "Geometry: Multi Polygon", "WGS 84", "first_seen: DateTime");
    assertThat(detections).contains("Feature Count: 4");
    assertThat(coverage).contains("Feature Count: " + survey.patches().size());
    assertThat(footprints).contains("Feature Count: 3");
    // 68.2 - 50 m / (81,150 m a degree at 43.3°) to + 110 m; -40 m / 111,120 m to + 140 m.
    double[] extent = extent(footprints);
    assertThat(extent)
        .containsExactly(new double[] {68.199384, 43.29964, 68.201356, 43.30126}, within(2e-6));
  }

  @Test
  void gdalsValidatorFindsNothingWrong() throws Exception {
    assertPassesTheValidator();
    GeoPackageWriter.write(file, Expedition.at(new GeoPoint(-16.8, 179.9998)));
    assertPassesTheValidator();
  }

  private void assertPassesTheValidator() throws IOException, InterruptedException {
    Optional<String> python = pythonWithGdal();
    assumeTrue(python.isPresent(), skipped("osgeo_utils.samples.validate_gpkg", "python3-gdal"));

    Process validator =
        new ProcessBuilder(
                python.get(), "-m", "osgeo_utils.samples.validate_gpkg", "-k", file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(validator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(validator.waitFor()).as(said).isZero();
  }

  /** The system's Python may not be the first on the path. */
  private static Optional<String> pythonWithGdal() {
    return List.of("python3", "/usr/bin/python3").stream()
        .filter(
            python -> answer(python, "-c", "import osgeo_utils.samples.validate_gpkg").isPresent())
        .findFirst();
  }

  private static String skipped(String tool, String debianPackage) {
    return "skipped: %s is absent (Debian: %s), so nothing was compared with GDAL"
        .formatted(tool, debianPackage);
  }

  /** What a program says, unless it is absent or fails. */
  private static Optional<String> answer(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException absent) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while " + Arrays.toString(command) + " ran", e);
    }
  }

  /** Extent: (68.199384, 43.299640) - (68.201356, 43.301260). */
  private static double[] extent(String ogrinfo) {
    String line =
        ogrinfo.lines().filter(one -> one.startsWith("Extent:")).findFirst().orElseThrow();
    return Arrays.stream(line.replaceAll("[^0-9.\\-]+", " ").strip().split(" "))
        .filter(number -> !number.equals("-"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  /** OGC 12-128r17, section 2.1.3: a header of 8 bytes, an envelope of 32, well-known binary. */
  private static Geometry geometry(byte[] blob) throws ParseException {
    assertThat(new String(blob, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("GP");
    return new WKBReader().read(Arrays.copyOfRange(blob, 40, blob.length));
  }

  private static Document xml(String text)
      throws ParserConfigurationException, IOException, SAXException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private List<List<String>> query(String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Connection database = open();
        Statement statement = database.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(found.getString(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}

package org.qyran.geo.gpkg;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.qyran.geo.layer.Layer;
import org.qyran.geo.layer.SurveyLayers;
import org.qyran.geo.survey.SurveyResult;
import org.qyran.geo.survey.WholeFile;
import org.qyran.model.Footprint;
import org.qyran.model.FrameReceipt;
import org.qyran.model.Sighting;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Writes {@code survey.gpkg}: the layers of a survey as a GeoPackage 1.3 with spatial indexes, and
 * the styles that QGIS finds in the table {@code layer_styles}.
 *
 * <p>Lists in properties are JSON text. The time of the last change is that of the newest frame, so
 * the same survey gives the same bytes whenever it is written. SQLite's native library unpacks into
 * {@code org.sqlite.tmpdir}, or else {@code java.io.tmpdir}, which must exist.
 *
 * <p>Stateless; threads may share it.
 */
public final class GeoPackageWriter {

  /** "GPKG". */
  private static final int APPLICATION_ID = 0x47504B47;

  private static final int VERSION_1_3 = 10_300;

  private GeoPackageWriter() {}

  /** Writes the file, whole or not at all. */
  public static void write(Path file, SurveyResult result) throws IOException {
    WholeFile.make(
        file,
        part -> {
          try (Connection database = open(part)) {
            fill(database, result);
          } catch (SQLException e) {
            throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
          }
        });
  }

  private static Connection open(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setApplicationId(APPLICATION_ID);
    config.setUserVersion(VERSION_1_3);
    config.setPageSize(4096);
    // The file is new and moved into place when whole: nothing needs to survive a crash.
    config.setJournalMode(SQLiteConfig.JournalMode.OFF);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source.getConnection();
  }

  private static void fill(Connection database, SurveyResult result) throws SQLException {
    List<Layer<?>> layers =
        List.of(
            SurveyLayers.coverage(result.patches()),
            SurveyLayers.footprints(result.footprints()),
            SurveyLayers.detections(result),
            SurveyLayers.targets(result.targets(), result.chips()));
    Instant lastChange = newest(result);
    database.setAutoCommit(false);
    run(database, "tables.sql");
    for (Layer<?> layer : layers) {
      new FeatureTable<>(database, layer).write(lastChange);
      style(database, layer.name(), lastChange);
    }
    contain(database, lastChange);
    database.commit();
  }

  private static void run(Connection database, String script) throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (String sql : PackageText.statements(script, "")) {
        statement.execute(sql);
      }
    }
  }

  private static void style(Connection database, String layer, Instant lastChange)
      throws SQLException {
    try (PreparedStatement style =
        database.prepareStatement(
            "INSERT INTO layer_styles VALUES (NULL, '', '', ?, 'geom', ?, ?, ?, 1, ?, '', NULL, ?)")) {
      style.setString(1, layer);
      style.setString(2, layer);
      style.setString(3, PackageText.of(layer + ".qml"));
      style.setString(4, PackageText.of(layer + ".sld"));
      style.setString(5, "How Qyran draws " + layer);
      style.setString(6, FeatureTable.TIME.format(lastChange));
      style.executeUpdate();
    }
  }

  private static void contain(Connection database, Instant lastChange) throws SQLException {
    try (PreparedStatement contents =
        database.prepareStatement(
            "INSERT INTO gpkg_contents VALUES ('layer_styles', 'attributes', 'layer_styles',"
                + " 'Styles that QGIS finds.', ?, NULL, NULL, NULL, NULL, 0)")) {
      contents.setString(1, FeatureTable.TIME.format(lastChange));
      contents.executeUpdate();
    }
  }

  private static Instant newest(SurveyResult result) {
    return Stream.of(
            result.footprints().stream().map(Footprint::time),
            result.sightings().stream().map(Sighting::time),
            result.receipts().stream().map(FrameReceipt::time).filter(Objects::nonNull))
        .flatMap(times -> times)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}

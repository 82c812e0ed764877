package org.qyran.geo.gpkg;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.qyran.geo.geojson.JsonValue;
import org.qyran.geo.layer.Layer;
import org.qyran.geo.layer.Property;

/**
 * One layer as a table of features with its spatial index (extension gpkg_rtree_index, annex F.3).
 *
 * <p>The index is filled by hand and its triggers come last: they call functions that only programs
 * with spatial SQL have. A feature without a place stands in the table but not in the index.
 */
final class FeatureTable<T> {

  /** The one way a GeoPackage writes a time: milliseconds, UTC. */
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Connection database;
  private final Layer<T> layer;
  private final Envelope extent = new Envelope();

  FeatureTable(Connection database, Layer<T> layer) {
    this.database = database;
    this.layer = layer;
  }

  void write(Instant lastChange) throws SQLException {
    create();
    fill();
    register(lastChange);
    run(PackageText.statements("spatial-index-triggers.sql", layer.name()));
  }

  private void create() throws SQLException {
    String columns =
        layer.properties().stream()
            .map(property -> "\"%s\" %s".formatted(property.name(), type(property.kind())))
            .collect(Collectors.joining(", "));
    run(
        List.of(
            "CREATE TABLE \"%s\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom %s, %s)"
                .formatted(layer.name(), geometryType(), columns),
            "CREATE VIRTUAL TABLE \"rtree_%s_geom\" USING rtree(id, minx, maxx, miny, maxy)"
                .formatted(layer.name())));
  }

  private static String type(Property.Kind kind) {
    return switch (kind) {
      case TEXT, JSON -> "TEXT";
      case TIME -> "DATETIME";
      case INTEGER -> "INTEGER";
      case REAL -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
    };
  }

  private String geometryType() {
    return switch (layer.geometry()) {
      case POINT -> "POINT";
      case AREA -> "MULTIPOLYGON";
    };
  }

  private void fill() throws SQLException {
    String marks = String.join(", ", Collections.nCopies(layer.properties().size() + 2, "?"));
    try (PreparedStatement row =
            database.prepareStatement(
                "INSERT INTO \"%s\" VALUES (%s)".formatted(layer.name(), marks));
        PreparedStatement index =
            database.prepareStatement(
                "INSERT INTO \"rtree_%s_geom\" VALUES (?, ?, ?, ?, ?)".formatted(layer.name()))) {
      int feature = 0;
      for (T thing : layer.things()) {
        feature++;
        row.setInt(1, feature);
        Optional<Geometry> shape = layer.shape().apply(thing);
        row.setBytes(2, shape.map(PackageGeometry::bytes).orElse(null));
        for (int i = 0; i < layer.properties().size(); i++) {
          Property<T> property = layer.properties().get(i);
          row.setObject(i + 3, stored(property.kind(), property.value().apply(thing)));
        }
        row.executeUpdate();
        if (shape.isPresent()) {
          index(index, feature, shape.get().getEnvelopeInternal());
        }
      }
    }
  }

  private void index(PreparedStatement index, int feature, Envelope box) throws SQLException {
    extent.expandToInclude(box);
    index.setInt(1, feature);
    index.setDouble(2, box.getMinX());
    index.setDouble(3, box.getMaxX());
    index.setDouble(4, box.getMinY());
    index.setDouble(5, box.getMaxY());
    index.executeUpdate();
  }

  private static @Nullable Object stored(Property.Kind kind, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    return switch (kind) {
      case TEXT, INTEGER -> value;
      case TIME -> TIME.format(Instant.parse((String) value));
      case REAL -> ((BigDecimal) value).doubleValue();
      case BOOLEAN -> ((Boolean) value) ? 1 : 0;
      case JSON -> JsonValue.text(value);
    };
  }

  private void register(Instant lastChange) throws SQLException {
    try (PreparedStatement contents =
        database.prepareStatement(
            "INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)")) {
      contents.setString(1, layer.name());
      contents.setString(2, layer.name());
      contents.setString(3, layer.description());
      contents.setString(4, TIME.format(lastChange));
      boolean some = !extent.isNull();
      contents.setObject(5, some ? extent.getMinX() : null);
      contents.setObject(6, some ? extent.getMinY() : null);
      contents.setObject(7, some ? extent.getMaxX() : null);
      contents.setObject(8, some ? extent.getMaxY() : null);
      contents.setInt(9, PackageGeometry.WGS_84);
      contents.executeUpdate();
    }
    run(
        List.of(
            "INSERT INTO gpkg_geometry_columns VALUES ('%s', 'geom', '%s', %d, 0, 0)"
                .formatted(layer.name(), geometryType(), PackageGeometry.WGS_84),
            ("INSERT INTO gpkg_extensions VALUES ('%s', 'geom', 'gpkg_rtree_index',"
                    + " 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')")
                .formatted(layer.name())));
  }

  private void run(List<String> statements) throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}

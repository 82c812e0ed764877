package org.qyran.geo.geojson;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.qyran.geo.layer.Layer;
import org.qyran.geo.layer.MapShape;
import org.qyran.geo.layer.Property;
import org.qyran.geo.layer.SurveyLayers;
import org.qyran.geo.survey.SurveyResult;
import org.qyran.geo.survey.WholeFile;

/**
 * Writes layers as GeoJSON FeatureCollections, RFC 7946: WGS 84 longitude and latitude in degrees
 * with {@value MapShape#DECIMALS} decimals, no {@code crs}; every feature of a layer has the same
 * properties in the same order, null where there is no value, and a null geometry where there is no
 * place.
 *
 * <p>Streams, so memory does not grow with the file. Stateless; threads may share it.
 */
public final class GeoJsonWriter {

  private GeoJsonWriter() {}

  /** {@code targets.geojson}. */
  public static void targets(Path file, SurveyResult result) throws IOException {
    write(file, SurveyLayers.targets(result.targets(), result.chips()));
  }

  /** {@code detections.geojson}. */
  public static void detections(Path file, SurveyResult result) throws IOException {
    write(file, SurveyLayers.detections(result));
  }

  /** {@code coverage.geojson}. */
  public static void coverage(Path file, SurveyResult result) throws IOException {
    write(file, SurveyLayers.coverage(result.patches()));
  }

  /** Footprints of the frames. */
  public static void footprints(Path file, SurveyResult result) throws IOException {
    write(file, SurveyLayers.footprints(result.footprints()));
  }

  /** {@code issues.geojson}. */
  public static void issues(Path file, SurveyResult result) throws IOException {
    write(file, SurveyLayers.issues(result));
  }

  /** One layer as a file, which appears whole or not at all. */
  public static <T> void write(Path file, Layer<T> layer) throws IOException {
    WholeFile.write(file, out -> write(out, layer));
  }

  /** One layer as text. */
  public static <T> String text(Layer<T> layer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(bytes, layer);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** One layer to a stream, which is left open. */
  public static <T> void write(OutputStream out, Layer<T> layer) throws IOException {
    try (JsonGenerator json = JsonValue.FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(new FeaturePerLine());
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeStringField("name", layer.name());
      json.writeArrayFieldStart("features");
      for (T thing : layer.things()) {
        feature(json, layer, thing);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static <T> void feature(JsonGenerator json, Layer<T> layer, T thing) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeObjectFieldStart("properties");
    for (Property<T> property : layer.properties()) {
      json.writeFieldName(property.name());
      JsonValue.write(json, property.value().apply(thing));
    }
    json.writeEndObject();
    json.writeFieldName("geometry");
    Optional<Geometry> shape = layer.shape().apply(thing);
    if (shape.isPresent()) {
      geometry(json, shape.get());
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }

  private static void geometry(JsonGenerator json, Geometry shape) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", shape.getGeometryType());
    json.writeFieldName("coordinates");
    if (shape instanceof Point point) {
      position(json, point.getCoordinate());
    } else if (shape instanceof Polygon polygon) {
      rings(json, polygon);
    } else if (shape instanceof MultiPolygon parts) {
      json.writeStartArray();
      for (int i = 0; i < parts.getNumGeometries(); i++) {
        rings(json, (Polygon) parts.getGeometryN(i));
      }
      json.writeEndArray();
    } else {
      throw new IllegalArgumentException(
          "shape is a %s, must be a point or an area".formatted(shape.getGeometryType()));
    }
    json.writeEndObject();
  }

  private static void rings(JsonGenerator json, Polygon polygon) throws IOException {
    json.writeStartArray();
    ring(json, polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      ring(json, polygon.getInteriorRingN(i));
    }
    json.writeEndArray();
  }

  private static void ring(JsonGenerator json, LinearRing ring) throws IOException {
    json.writeStartArray();
    for (Coordinate corner : ring.getCoordinates()) {
      position(json, corner);
    }
    json.writeEndArray();
  }

  private static void position(JsonGenerator json, Coordinate corner) throws IOException {
    json.writeStartArray();
    json.writeNumber(degrees(corner.getX()));
    json.writeNumber(degrees(corner.getY()));
    json.writeEndArray();
  }

  private static String degrees(double value) {
    // MapShape has rounded what can be rounded; other shapes need all their digits to stay valid.
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}

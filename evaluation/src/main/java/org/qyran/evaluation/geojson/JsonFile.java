package org.qyran.evaluation.geojson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.qyran.model.GeoPoint;

/** Reads JSON objects and GeoJSON feature collections (RFC 7946). */
public final class JsonFile {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonFile() {}

  /**
   * An object.
   *
   * @throws IOException when the file is not there or holds no object
   */
  public static Fields object(Path file) throws IOException {
    JsonNode node = tree(file);
    if (!node.isObject()) {
      throw new IOException(file + " holds no JSON object");
    }
    return new Fields(node);
  }

  /**
   * The features of a collection, in the order of the file.
   *
   * @throws IOException when the file is not there or is no collection of features
   */
  public static List<MapFeature> features(Path file) throws IOException {
    JsonNode collection = tree(file);
    if (!collection.path("features").isArray()) {
      throw new IOException(file + " is no GeoJSON feature collection");
    }
    List<MapFeature> features = new ArrayList<>();
    for (JsonNode feature : collection.path("features")) {
      try {
        features.add(
            new MapFeature(
                new Fields(feature.path("properties")), areas(feature.path("geometry"))));
      } catch (IllegalArgumentException e) {
        throw new IOException(
            "%s, feature %d: %s".formatted(file, features.size() + 1, e.getMessage()), e);
      }
    }
    return List.copyOf(features);
  }

  private static JsonNode tree(Path file) throws IOException {
    try {
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new IOException(file + " is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static List<GroundArea> areas(JsonNode geometry) {
    List<GroundArea> areas = new ArrayList<>();
    switch (geometry.path("type").asText()) {
      case "Polygon" -> areas.add(area(geometry.path("coordinates")));
      case "MultiPolygon" -> geometry.path("coordinates").forEach(part -> areas.add(area(part)));
      default -> {}
    }
    return areas;
  }

  private static GroundArea area(JsonNode rings) {
    List<List<GeoPoint>> all = new ArrayList<>();
    rings.forEach(ring -> all.add(ring(ring)));
    if (all.isEmpty()) {
      throw new IllegalArgumentException("a polygon has no ring");
    }
    return new GroundArea(all.get(0), all.subList(1, all.size()));
  }

  /** GeoJSON puts longitude first and repeats the first corner. */
  private static List<GeoPoint> ring(JsonNode positions) {
    List<GeoPoint> ring = new ArrayList<>();
    for (JsonNode position : positions) {
      ring.add(new GeoPoint(position.path(1).asDouble(), position.path(0).asDouble()));
    }
    if (ring.size() > 1 && ring.get(0).equals(ring.get(ring.size() - 1))) {
      ring.remove(ring.size() - 1);
    }
    return ring;
  }
}

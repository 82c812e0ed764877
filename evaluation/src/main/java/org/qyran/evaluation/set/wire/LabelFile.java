package org.qyran.evaluation.set.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.qyran.model.GeoPoint;

/**
 * Reads polygons of a GeoJSON file (RFC 7946): Polygon and MultiPolygon, outer rings only. Holes
 * are left out, other shapes refused.
 */
public final class LabelFile {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private LabelFile() {}

  /**
   * The outer rings, in the order of the file, the first corner not repeated.
   *
   * @throws IOException when it is not there or holds something else
   */
  public static List<List<GeoPoint>> rings(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("the labels " + file + " do not exist");
    }
    JsonNode features = parsed(file).path("features");
    List<List<GeoPoint>> rings = new ArrayList<>();
    for (JsonNode feature : features) {
      JsonNode geometry = feature.path("geometry");
      JsonNode coordinates = geometry.path("coordinates");
      switch (geometry.path("type").asText()) {
        case "Polygon" -> rings.add(ring(coordinates.path(0), file));
        case "MultiPolygon" -> {
          for (JsonNode polygon : coordinates) {
            rings.add(ring(polygon.path(0), file));
          }
        }
        default ->
            throw new IOException(
                "%s holds a %s, only areas can be labels"
                    .formatted(file, geometry.path("type").asText("feature without a shape")));
      }
    }
    if (rings.isEmpty()) {
      throw new IOException(file + " holds no polygon");
    }
    return rings;
  }

  private static JsonNode parsed(Path file) throws IOException {
    try {
      return MAPPER.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new IOException("%s is no GeoJSON: %s".formatted(file, e.getOriginalMessage()), e);
    }
  }

  private static List<GeoPoint> ring(JsonNode corners, Path file) throws IOException {
    List<GeoPoint> ring = new ArrayList<>();
    try {
      for (JsonNode corner : corners) {
        ring.add(new GeoPoint(corner.path(1).asDouble(), corner.path(0).asDouble()));
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("%s has a corner off the earth: %s".formatted(file, e.getMessage()), e);
    }
    if (ring.size() > 1 && ring.get(0).equals(ring.get(ring.size() - 1))) {
      ring.remove(ring.size() - 1);
    }
    if (ring.size() < 3) {
      throw new IOException(file + " has a polygon with fewer than three corners");
    }
    return ring;
  }
}

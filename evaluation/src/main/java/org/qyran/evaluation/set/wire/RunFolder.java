package org.qyran.evaluation.set.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a run left in its folder: its targets, how much ground it saw, and how well its frames
 * agree.
 *
 * @param targets as listed, in the order of the file
 * @param surveyedSquareMeters that at least one frame saw
 * @param flights as the report lists them
 */
public record RunFolder(
    List<ListedTarget> targets, double surveyedSquareMeters, List<FlightAgreement> flights) {

  static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * A target as listed.
   *
   * @param id of it
   * @param type in the words of files
   * @param queue it waits in
   * @param score in [0, 1]
   * @param areaSquareMeters of its outline
   * @param ce90Meters of its place
   * @param looks how many frames flagged it
   * @param alternatives what else it could be
   * @param chips paths within the folder
   */
  public record ListedTarget(
      String id,
      String type,
      String queue,
      double score,
      double areaSquareMeters,
      double ce90Meters,
      long looks,
      List<String> alternatives,
      List<String> chips) {

    public ListedTarget {
      alternatives = List.copyOf(alternatives);
      chips = List.copyOf(chips);
    }
  }

  public RunFolder {
    targets = List.copyOf(targets);
    flights = List.copyOf(flights);
  }

  /**
   * Reads {@code targets.geojson} and {@code coverage.geojson}, and {@code report.json} where it is
   * there.
   */
  public static RunFolder read(Path folder) throws IOException {
    List<ListedTarget> targets = new ArrayList<>();
    for (JsonNode feature :
        MAPPER.readTree(folder.resolve("targets.geojson").toFile()).path("features")) {
      targets.add(target(feature.path("properties")));
    }
    double surveyed = 0;
    for (JsonNode feature :
        MAPPER.readTree(folder.resolve("coverage.geojson").toFile()).path("features")) {
      JsonNode patch = feature.path("properties");
      boolean seen = !patch.path("state").asText().equals("could_not_be_seen");
      surveyed += patch.path("gap").asBoolean() || !seen ? 0 : patch.path("area_m2").asDouble();
    }
    return new RunFolder(targets, surveyed, FlightAgreement.read(folder.resolve("report.json")));
  }

  private static ListedTarget target(JsonNode properties) {
    return new ListedTarget(
        properties.path("id").asText(),
        properties.path("type").asText(),
        properties.path("queue").asText(),
        properties.path("score").asDouble(),
        properties.path("area_m2").asDouble(),
        properties.path("ce90_m").asDouble(),
        properties.path("looks").asLong(),
        texts(properties.path("alternatives")),
        texts(properties.path("chips")));
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}

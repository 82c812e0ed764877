package org.qyran.evaluation.set.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How well overlapping frames of a flight agree, as {@code report.json} tells it: distances between
 * the two places that a pair of frames gives one thing, over points that were held back from the
 * fit.
 *
 * @param flight as the report names it
 * @param poses what was done: {@code adjusted}, {@code kept}, {@code untied}
 * @param frames with a pose
 * @param pairs of frames compared
 * @param ties points that were fitted
 * @param turned files whose pixels are upside down against their stated pose
 * @param rawMedianMeters with the poses as stated; NaN where the report does not say, here and
 *     below
 * @param rawP90Meters nine tenths of the distances are below
 * @param correctedMedianMeters with the poses that are used
 * @param correctedP90Meters likewise
 * @param statedCoveredShare with the poses as stated, but files turned that had to be: distances
 *     within the CE90 that both frames state together
 * @param correctedCoveredShare with the poses that are used and their errors
 * @param biases what was added to the poses
 */
public record FlightAgreement(
    String flight,
    String poses,
    long frames,
    long pairs,
    long ties,
    List<String> turned,
    double rawMedianMeters,
    double rawP90Meters,
    double correctedMedianMeters,
    double correctedP90Meters,
    double statedCoveredShare,
    double correctedCoveredShare,
    List<Bias> biases) {

  /**
   * One of the corrections that all poses share.
   *
   * @param of what: {@code yaw}, {@code clock}
   * @param unit of both numbers, as a word
   * @param value added; NaN where the report does not say
   * @param error one standard deviation
   */
  public record Bias(String of, String unit, double value, double error) {}

  public FlightAgreement {
    turned = List.copyOf(turned);
    biases = List.copyOf(biases);
  }

  /** The flights of a run; none where its report lists none. */
  static List<FlightAgreement> read(Path report) throws IOException {
    List<FlightAgreement> flights = new ArrayList<>();
    if (Files.isRegularFile(report)) {
      for (JsonNode flight : RunFolder.MAPPER.readTree(report.toFile()).path("flights")) {
        flights.add(of(flight));
      }
    }
    return flights;
  }

  private static FlightAgreement of(JsonNode flight) {
    return new FlightAgreement(
        flight.path("flight").asText(),
        flight.path("poses").asText(),
        flight.path("frames").asLong(),
        flight.path("pairs").asLong(),
        flight.path("ties").asLong(),
        RunFolder.texts(flight.path("turned")),
        number(flight, "raw_median_m"),
        number(flight, "raw_p90_m"),
        number(flight, "corrected_median_m"),
        number(flight, "corrected_p90_m"),
        number(flight, "stated_covered_share"),
        number(flight, "corrected_covered_share"),
        List.of(
            bias(flight, "yaw", "yaw_bias", "deg"),
            bias(flight, "pitch", "pitch_bias", "deg"),
            bias(flight, "roll", "roll_bias", "deg"),
            bias(flight, "clock", "clock_offset", "s")));
  }

  private static Bias bias(JsonNode flight, String of, String name, String unit) {
    return new Bias(
        of, unit, number(flight, name + "_" + unit), number(flight, name + "_error_" + unit));
  }

  private static double number(JsonNode node, String name) {
    return node.path(name).asDouble(Double.NaN);
  }
}

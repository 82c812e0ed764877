package org.qyran.jobs.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qyran.geo.terrain.TerrainSource;
import org.qyran.jobs.report.FlightCalibration;
import org.qyran.jobs.report.RoomCounts;
import org.qyran.jobs.report.RunSummary;
import org.qyran.model.FlightAdjustment;
import org.qyran.model.RunWarning;

/**
 * {@code report.json}. Everything but {@code timing_s} and the seconds of the rooms is the same on
 * every run of the same input.
 */
public final class ReportJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ReportJson() {}

  /**
   * The report.
   *
   * @param models names and versions of the detectors that flagged something
   * @param terrain what the ground was known from, in the order in which it counts
   * @param settings every key with the value in force
   */
  public static byte[] write(
      RunSummary summary,
      Map<String, Double> timing,
      List<String> models,
      List<TerrainSource> terrain,
      Map<String, String> settings) {
    ObjectNode report = MAPPER.createObjectNode();
    report.set("counts", counts(summary));
    report.set("rooms", rooms(summary.rooms()));
    ObjectNode seconds = report.putObject("timing_s");
    timing.forEach((stage, value) -> seconds.put(stage, millis(value)));
    ArrayNode names = report.putArray("models");
    models.forEach(names::add);
    report.set("terrain", terrain(terrain));
    ObjectNode inForce = report.putObject("settings");
    settings.forEach(inForce::put);
    report.set("flights", flights(summary.adjustments()));
    report.set("calibrations", calibrations(summary.calibrations()));
    report.set("warnings", warnings(summary));
    return bytes(report);
  }

  /** The part of the report that the map page shows: counts and warnings, no seconds. */
  public static byte[] writeForPage(RunSummary summary) {
    ObjectNode report = MAPPER.createObjectNode();
    report.set("counts", counts(summary));
    report.set("flights", flights(summary.adjustments()));
    report.set("calibrations", calibrations(summary.calibrations()));
    report.set("warnings", warnings(summary));
    return bytes(report);
  }

  private static byte[] bytes(ObjectNode report) {
    try {
      return MAPPER.writeValueAsBytes(report);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write the report", e);
    }
  }

  private static ArrayNode warnings(RunSummary summary) {
    ArrayNode warnings = MAPPER.createArrayNode();
    summary.warnings().forEach(warning -> warnings.add(warning(warning)));
    return warnings;
  }

  private static ObjectNode counts(RunSummary summary) {
    ObjectNode counts = MAPPER.createObjectNode();
    counts.put("read", summary.read());
    counts.put("processed", summary.processed());
    counts.put("unlocated", summary.unlocated());
    ObjectNode refused = counts.putObject("refused");
    summary.refused().forEach(refused::put);
    counts.put("targets", summary.targets());
    return counts;
  }

  private static ArrayNode rooms(List<RoomCounts> all) {
    ArrayNode rooms = MAPPER.createArrayNode();
    for (RoomCounts counts : all) {
      ObjectNode room = rooms.addObject();
      room.put("room", counts.room().title());
      room.put("in", counts.in());
      room.put("out", counts.out());
      ObjectNode refused = room.putObject("refused");
      counts.refused().forEach(refused::put);
      room.put("seconds", millis(counts.seconds()));
    }
    return rooms;
  }

  private static ArrayNode flights(List<FlightAdjustment> adjustments) {
    ArrayNode flights = MAPPER.createArrayNode();
    for (FlightAdjustment found : adjustments) {
      ObjectNode flight = flights.addObject();
      flight.put("flight", found.flight());
      flight.put("poses", found.state().name().toLowerCase(Locale.ROOT));
      flight.put("detail", found.detail());
      flight.put("frames", found.frames());
      flight.put("frames_tied", found.framesTied());
      flight.put("pairs", found.pairs());
      flight.put("ties", found.ties());
      ArrayNode turned = flight.putArray("turned");
      found.turned().forEach(turned::add);
      flight.put("raw_median_m", rounded(found.rawMedianMeters()));
      flight.put("raw_p90_m", rounded(found.rawP90Meters()));
      flight.put("corrected_median_m", rounded(found.correctedMedianMeters()));
      flight.put("corrected_p90_m", rounded(found.correctedP90Meters()));
      flight.put("stated_covered_share", rounded(found.statedCoveredShare()));
      flight.put("corrected_covered_share", rounded(found.correctedCoveredShare()));
      estimate(flight, "yaw_bias", "deg", found.yawDegrees());
      estimate(flight, "pitch_bias", "deg", found.pitchDegrees());
      estimate(flight, "roll_bias", "deg", found.rollDegrees());
      estimate(flight, "clock_offset", "s", found.clockSeconds());
      flight.put("controls", found.controls());
      flight.put("checks", found.checks());
      flight.put("check_raw_m", rounded(found.checkRawMeters()));
      flight.put("check_corrected_m", rounded(found.checkCorrectedMeters()));
    }
    return flights;
  }

  private static ArrayNode calibrations(List<FlightCalibration> found) {
    ArrayNode calibrations = MAPPER.createArrayNode();
    for (FlightCalibration flight : found) {
      ObjectNode node = calibrations.addObject();
      node.put("flight", flight.flight());
      node.put("sensor", flight.sensor());
      node.put("unit", flight.unit());
      node.put("by", flight.by());
      node.put("frames", flight.frames());
      node.put("frames_bands_compared", flight.bandResiduals().size());
      node.put("band_residual_median_px", millis(flight.medianResidualPixels()));
    }
    return calibrations;
  }

  private static void estimate(
      ObjectNode flight, String name, String unit, FlightAdjustment.Estimate estimate) {
    flight.put(name + "_" + unit, rounded(estimate.value()));
    flight.put(name + "_error_" + unit, rounded(estimate.error()));
  }

  private static @Nullable Double rounded(@Nullable Double value) {
    return value == null ? null : (Double) millis(value);
  }

  private static ArrayNode terrain(List<TerrainSource> sources) {
    ArrayNode all = MAPPER.createArrayNode();
    for (TerrainSource source : sources) {
      ObjectNode node = all.addObject();
      node.put("file", source.name());
      node.put("kind", source.kind().name().toLowerCase(Locale.ROOT));
      node.put("datum", source.datum().name().toLowerCase(Locale.ROOT));
      node.put("spacing_m", millis(source.spacingMeters()));
      node.put("error_m", millis(source.errorMeters()));
      node.put("tiles", source.tiles());
    }
    return all;
  }

  private static ObjectNode warning(RunWarning warning) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("code", warning.code());
    node.put("message", warning.message());
    ArrayNode files = node.putArray("files");
    warning.files().forEach(files::add);
    return node;
  }

  /** To the thousandth. */
  private static double millis(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}

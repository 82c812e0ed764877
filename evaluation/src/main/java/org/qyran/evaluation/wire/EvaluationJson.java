package org.qyran.evaluation.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.qyran.evaluation.figure.AreaFigures;
import org.qyran.evaluation.figure.ConfuserRow;
import org.qyran.evaluation.figure.FalseAlarm;
import org.qyran.evaluation.figure.Figures;
import org.qyran.evaluation.figure.Headline;
import org.qyran.evaluation.figure.Missed;
import org.qyran.evaluation.figure.OutlineFigures;
import org.qyran.evaluation.figure.PositionFigures;
import org.qyran.evaluation.figure.Stratum;
import org.qyran.evaluation.figure.Table;
import org.qyran.evaluation.match.Sight;
import org.qyran.evaluation.stat.Rate;
import org.qyran.evaluation.stat.Reliability;
import org.qyran.evaluation.stat.Share;
import org.qyran.evaluation.stat.SizeCurve;

/** Writes {@code evaluation.json}. Numbers have six decimals; NaN becomes null. */
public final class EvaluationJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private EvaluationJson() {}

  /** The file as UTF-8. */
  public static byte[] write(Table table) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("simulated", true);
    ArrayNode notes = root.putArray("notes");
    table.notes().forEach(notes::add);
    ArrayNode areas = root.putArray("coverage_area");
    table.areas().forEach(one -> areas.add(area(one)));
    ArrayNode detectors = root.putArray("detectors");
    detectors.add(figures(table.product()));
    table.baselines().forEach(one -> detectors.add(figures(one)));
    try {
      return MAPPER.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write the evaluation", e);
    }
  }

  private static ObjectNode area(AreaFigures figures) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("world", figures.world());
    node.put("frames", figures.frames());
    number(node, "stated_m2", figures.statedSquareMeters());
    number(node, "counted_m2", figures.castSquareMeters());
    number(node, "arithmetic_error", figures.arithmeticError());
    number(node, "true_poses_m2", figures.trueSquareMeters());
    number(node, "area_error", figures.areaError());
    number(node, "claimed_unseen_m2", figures.claimedUnseenSquareMeters());
    number(node, "seen_unclaimed_m2", figures.seenUnclaimedSquareMeters());
    number(node, "truth_m2", figures.toldSquareMeters());
    return node;
  }

  private static ObjectNode figures(Figures figures) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("name", figures.name());
    node.put("surveys", figures.surveys());
    ArrayNode headlines = node.putArray("headlines");
    figures.headlines().forEach(one -> headlines.add(headline(one)));
    ArrayNode strata = node.putArray("recall_by");
    figures.strata().forEach(one -> strata.add(stratum(one)));
    ArrayNode confusers = node.putArray("confusers");
    figures.confusers().forEach(one -> confusers.add(confuser(one)));
    node.set("pod_by_size", sizeCurve(figures.sizeCurve()));
    ArrayNode outlines = node.putArray("outlines");
    figures.outlines().forEach(one -> outlines.add(outline(one)));
    node.set("position", position(figures.position()));
    node.set("calibration", reliability(figures.reliability(), figures.ofProbability()));
    node.set("declared_empty_and_wrong", share(figures.declaredEmptyWrong()));
    ArrayNode missed = node.putArray("missed");
    ArrayNode unseen = node.putArray("not_seen");
    for (Missed one : figures.misses()) {
      (one.truth().sight() == Sight.SEEN ? missed : unseen).add(miss(one));
    }
    ArrayNode alarms = node.putArray("false_alarms");
    figures.falseAlarms().forEach(one -> alarms.add(alarm(one)));
    return node;
  }

  private static ObjectNode headline(Headline headline) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("of", headline.claim().words());
    node.set("recall", share(headline.recall()));
    node.set("recall_of_visible", share(headline.recallSeen()));
    number(node, "recall_by_chance", headline.chance());
    node.put("duplicates", headline.duplicates());
    node.set("false_alarms_per_km2", rate(headline.falseAlarms()));
    ArrayNode precision = node.putArray("precision_at_prior");
    for (Headline.PriorPrecision one : headline.precision()) {
      ObjectNode prior = precision.addObject();
      prior.put("plots_per_100_km2", one.plotsPer100Km2());
      number(prior, "precision", one.precision());
      number(prior, "low", one.low());
    }
    ArrayNode curve = node.putArray("curve");
    for (Headline.CurvePoint one : headline.curve()) {
      ObjectNode point = curve.addObject();
      number(point, "least_score", one.threshold());
      number(point, "recall", one.recall());
      number(point, "false_alarms_per_km2", one.falseAlarmsPerKm2());
    }
    return node;
  }

  private static ObjectNode stratum(Stratum stratum) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("by", stratum.by());
    node.put("value", stratum.value());
    node.set("recall", share(stratum.recall()));
    node.set("recall_of_visible", share(stratum.recallSeen()));
    return node;
  }

  private static ObjectNode confuser(ConfuserRow row) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("class", row.name());
    node.set("called", share(row.called()));
    node.put("false_alarms", row.falseAlarms());
    return node;
  }

  private static ObjectNode sizeCurve(SizeCurve curve) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("says", curve.sentence());
    ArrayNode sizes = node.putArray("sizes");
    for (SizeCurve.Size one : curve.sizes()) {
      ObjectNode size = sizes.addObject();
      number(size, "pod", one.probability());
      number(size, "area_m2", one.areaSquareMeters());
      number(size, "low", one.low());
      number(size, "high", one.high());
    }
    ArrayNode points = node.putArray("curve");
    for (SizeCurve.Point one : curve.points()) {
      ObjectNode point = points.addObject();
      number(point, "area_m2", one.areaSquareMeters());
      number(point, "pod", one.probability());
      number(point, "low", one.low());
      number(point, "high", one.high());
    }
    ArrayNode dots = node.putArray("dots");
    for (SizeCurve.Dot one : curve.dots()) {
      ObjectNode dot = dots.addObject();
      number(dot, "area_m2", one.areaSquareMeters());
      dot.put("found", one.found());
    }
    return node;
  }

  private static ObjectNode outline(OutlineFigures figures) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("of", figures.group());
    number(node, "iou_mean", figures.meanOverlap());
    number(node, "area_bias", figures.areaBias());
    number(node, "area_mape", figures.areaError());
    node.set("area_inside_interval", share(figures.areaInside()));
    return node;
  }

  private static ObjectNode position(PositionFigures figures) {
    ObjectNode node = MAPPER.createObjectNode();
    node.set("inside_ce90", share(figures.inside()));
    number(node, "median_error_m", figures.medianOffsetMeters());
    ArrayNode bins = node.putArray("bins");
    for (PositionFigures.Bin one : figures.bins()) {
      ObjectNode bin = bins.addObject();
      bin.put("by", one.by());
      bin.put("range", one.range());
      bin.set("inside_ce90", share(one.inside()));
    }
    return node;
  }

  private static ObjectNode reliability(Reliability figures, boolean ofProbability) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("of", ofProbability ? "probability" : "score, not a probability");
    node.put("claims", figures.claims());
    number(node, "ece", figures.ece());
    number(node, "ece_low", figures.eceLow());
    number(node, "ece_high", figures.eceHigh());
    number(node, "brier", figures.brier());
    number(node, "brier_skill", figures.skill());
    ArrayNode bins = node.putArray("bins");
    for (Reliability.Bin one : figures.bins()) {
      ObjectNode bin = bins.addObject();
      number(bin, "claimed", one.claimed());
      bin.set("true", share(one.truth()));
    }
    return node;
  }

  private static ObjectNode miss(Missed miss) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("id", miss.truth().target().id());
    node.put("world", miss.survey().truth().facts().world());
    node.put("why", miss.why());
    return node;
  }

  private static ObjectNode alarm(FalseAlarm alarm) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("id", alarm.found().target().id());
    node.put("world", alarm.survey().truth().facts().world());
    node.put("class", alarm.found().stood().name());
    number(node, "score", alarm.found().target().score());
    node.put("why", alarm.why());
    return node;
  }

  private static ObjectNode share(Share share) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("count", share.count());
    node.put("total", share.total());
    number(node, "value", share.findValue().orElse(Double.NaN));
    number(node, "low", share.total() == 0 ? Double.NaN : share.low());
    number(node, "high", share.total() == 0 ? Double.NaN : share.high());
    return node;
  }

  private static ObjectNode rate(Rate rate) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("count", rate.events());
    number(node, "surveyed_km2", rate.squareKilometers());
    number(node, "value", rate.perSquareKilometer());
    number(node, "low", rate.low());
    number(node, "high", rate.high());
    return node;
  }

  private static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, Math.round(value * 1e6) / 1e6);
    } else {
      node.putNull(name);
    }
  }
}

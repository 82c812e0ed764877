package org.qyran.evaluation.set.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.qyran.evaluation.set.result.FigureTable;
import org.qyran.evaluation.set.result.RankCurve;
import org.qyran.evaluation.set.result.Row;
import org.qyran.evaluation.set.result.SetResult;

/** {@code evaluation.json} of a labelled set; the same result gives the same bytes. */
public final class EvaluationJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final int CURVE_DECIMALS = 7;

  private EvaluationJson() {}

  /** The file, in which the set is one section of {@code sets}. */
  public static byte[] write(SetResult result) {
    ObjectNode file = MAPPER.createObjectNode();
    file.putObject("sets").set(result.set(), section(result));
    try {
      return MAPPER.writeValueAsBytes(file);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write the evaluation of " + result.set(), e);
    }
  }

  private static ObjectNode section(SetResult result) {
    ObjectNode section = MAPPER.createObjectNode();
    section.put("title", result.title());
    section.put("simulated", result.simulated());
    ArrayNode detectors = section.putArray("detectors");
    result.detectors().forEach(detectors::add);
    ArrayNode notes = section.putArray("notes");
    result.notes().forEach(notes::add);
    ObjectNode tables = section.putObject("tables");
    result.tables().forEach(table -> tables.set(table.name(), rows(table)));
    ArrayNode curves = section.putArray("curves");
    result.curves().forEach(curve -> curves.add(curve(curve)));
    return section;
  }

  private static ArrayNode rows(FigureTable table) {
    ArrayNode rows = MAPPER.createArrayNode();
    for (Row row : table.rows()) {
      ObjectNode node = rows.addObject();
      for (Map.Entry<String, Object> cell : row.cells().entrySet()) {
        if (cell.getValue() instanceof BigDecimal number) {
          node.put(cell.getKey(), number);
        } else if (cell.getValue() instanceof Long number) {
          node.put(cell.getKey(), number);
        } else {
          node.put(cell.getKey(), cell.getValue().toString());
        }
      }
    }
    return rows;
  }

  private static ObjectNode curve(RankCurve curve) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("group", curve.group());
    node.put("name", curve.name());
    ArrayNode points = node.putArray("points");
    for (RankCurve.Point point : curve.points()) {
      points.addArray().add(rounded(point.falsePositiveRate())).add(rounded(point.recall()));
    }
    return node;
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(CURVE_DECIMALS, RoundingMode.HALF_UP);
  }
}

package org.qyran.evaluation.set.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of figures by the name of their column, units in the names.
 *
 * @param cells in order: String, Long or BigDecimal; what is not known is left out
 */
public record Row(Map<String, Object> cells) {

  public Row {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /** A row with one word in it. */
  public static Row of(String column, String value) {
    return new Row(Map.of(column, value));
  }

  /** A row with one number in it, rounded half up. */
  public static Row of(String column, double value, int decimals) {
    return new Row(Map.of()).with(column, value, decimals);
  }

  public Row with(String column, String value) {
    return withCell(column, value);
  }

  public Row with(String column, long value) {
    return withCell(column, value);
  }

  /** With a number, rounded half up; left out when it is no number, as 0 of 0 is not. */
  public Row with(String column, double value, int decimals) {
    return Double.isFinite(value)
        ? withCell(column, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP))
        : this;
  }

  private Row withCell(String column, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(cells);
    more.put(column, value);
    return new Row(more);
  }
}

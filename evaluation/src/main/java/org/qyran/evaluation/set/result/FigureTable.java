package org.qyran.evaluation.set.result;

import java.util.List;

/**
 * A table of figures.
 *
 * @param name in files, {@code by_class}
 * @param title for people
 * @param rows in order; columns are the union of their cells, in order of appearance
 */
public record FigureTable(String name, String title, List<Row> rows) {

  public FigureTable {
    rows = List.copyOf(rows);
  }

  /** The columns, in order of appearance. */
  public List<String> columns() {
    return rows.stream().flatMap(row -> row.cells().keySet().stream()).distinct().toList();
  }
}

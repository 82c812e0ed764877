package org.qyran.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.qyran.evaluation.set.result.FigureTable;
import org.qyran.evaluation.set.result.Row;
import org.qyran.evaluation.set.result.SetResult;

/** The figures of a labelled set, as a person reads them on a terminal. */
final class SetText {

  private SetText() {}

  static void print(SetResult result, PrintWriter out) {
    out.printf("%s%n", result.title());
    for (FigureTable table : result.tables()) {
      out.printf("%n%s%n", table.title());
      lines(table).forEach(out::println);
    }
    out.println();
    result.notes().forEach(note -> out.println("* " + note));
  }

  /** Columns as wide as their widest cell. */
  private static List<String> lines(FigureTable table) {
    List<String> columns = table.columns();
    List<List<String>> grid = new ArrayList<>();
    grid.add(columns);
    for (Row row : table.rows()) {
      grid.add(columns.stream().map(column -> cell(row, column)).toList());
    }
    List<String> lines = new ArrayList<>();
    for (List<String> cells : grid) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < cells.size(); i++) {
        int column = i;
        int width = grid.stream().mapToInt(other -> other.get(column).length()).max().orElse(0);
        line.append(cells.get(i)).append(" ".repeat(width - cells.get(i).length() + 2));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static String cell(Row row, String column) {
    Object value = row.cells().get(column);
    return value == null ? "-" : value.toString();
  }
}

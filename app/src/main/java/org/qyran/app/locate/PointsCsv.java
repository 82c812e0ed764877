package org.qyran.app.locate;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.qyran.model.PixelPoint;

/**
 * Reads the table of points: columns {@code file}, {@code x} and {@code y}, in any order, among
 * others. A row that cannot be read ends the reading, with its line.
 */
final class PointsCsv {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setIgnoreEmptyLines(true)
          .setIgnoreSurroundingSpaces(true)
          .setTrim(true)
          .get();

  private static final String NEEDED = "file, x and y";

  private final Path table;

  private PointsCsv(Path table) {
    this.table = table;
  }

  /**
   * Reads a table.
   *
   * @throws IOException with one sentence for a person when it cannot be used
   */
  static List<AskedPoint> read(Path table) throws IOException {
    return new PointsCsv(table).read();
  }

  private List<AskedPoint> read() throws IOException {
    try (Reader text = Files.newBufferedReader(table, StandardCharsets.UTF_8);
        CSVParser rows = FORMAT.parse(text)) {
      return read(rows);
    } catch (CharacterCodingException e) {
      throw new IOException("the points %s are no text in UTF-8".formatted(table), e);
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new IOException("the points %s are no CSV: %s".formatted(table, e.getMessage()), e);
    }
  }

  private List<AskedPoint> read(CSVParser rows) throws IOException {
    List<String> columns = null;
    List<AskedPoint> points = new ArrayList<>();
    for (CSVRecord row : rows) {
      if (columns == null) {
        columns =
            row.stream()
                .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!columns.containsAll(List.of("file", "x", "y"))) {
          throw new IOException(
              "the points %s have the columns %s; %s are needed"
                  .formatted(table, String.join(", ", columns), NEEDED));
        }
      } else {
        points.add(point(row, columns, rows.getCurrentLineNumber()));
      }
    }
    if (columns == null) {
      throw new IOException(
          "the points %s are empty; the columns %s are needed".formatted(table, NEEDED));
    }
    return points;
  }

  private AskedPoint point(CSVRecord row, List<String> columns, long line) throws IOException {
    String file = cell(row, columns, "file", line);
    String x = cell(row, columns, "x", line);
    String y = cell(row, columns, "y", line);
    return new AskedPoint(file, x, y, new PixelPoint(number(x, "x", line), number(y, "y", line)));
  }

  private String cell(CSVRecord row, List<String> columns, String name, long line)
      throws IOException {
    int at = columns.indexOf(name);
    if (at >= row.size() || row.get(at).isBlank()) {
      throw new IOException("line %d of the points %s has no %s".formatted(line, table, name));
    }
    return row.get(at);
  }

  private double number(String text, String name, long line) throws IOException {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!Double.isFinite(value)) {
      throw new IOException(
          "line %d of the points %s: %s is '%s', must be a number of pixels"
              .formatted(line, table, name, text));
    }
    return value;
  }
}

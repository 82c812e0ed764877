package org.qyran.evaluation.table;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table with a line of names on top (RFC 4180). Columns that nobody asks for are ignored.
 *
 * @param file it came from
 * @param rows in the order of the file
 */
public record CsvTable(Path file, List<Row> rows) {

  public CsvTable {
    rows = List.copyOf(rows);
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it is not there or is no table
   */
  public static CsvTable read(Path file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    List<Row> rows = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser = CSVParser.parse(reader, format)) {
      for (CSVRecord line : parser) {
        rows.add(new Row(file, line));
      }
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new IOException(file + " is no table with a line of names: " + e.getMessage(), e);
    }
    return new CsvTable(file, rows);
  }

  /** One line. */
  public static final class Row {

    private final Path file;
    private final CSVRecord line;

    Row(Path file, CSVRecord line) {
      this.file = file;
      this.line = line;
    }

    /** What stands in a column; empty when the column is missing or empty. */
    public Optional<String> findText(String column) {
      return line.isSet(column) && !line.get(column).isBlank()
          ? Optional.of(line.get(column).strip())
          : Optional.empty();
    }

    /** What must stand in a column. */
    public String text(String column) throws IOException {
      return findText(column)
          .orElseThrow(
              () ->
                  new IOException(
                      "%s, line %d: column %s is missing or empty"
                          .formatted(file, line.getRecordNumber() + 1, column)));
    }

    /** The number in a column, where there is one. */
    public OptionalDouble findNumber(String column) throws IOException {
      Optional<String> text = findText(column);
      if (text.isEmpty()) {
        return OptionalDouble.empty();
      }
      try {
        return OptionalDouble.of(Double.parseDouble(text.get()));
      } catch (NumberFormatException e) {
        throw new IOException(
            "%s, line %d: %s is '%s', must be a number"
                .formatted(file, line.getRecordNumber() + 1, column, text.get()),
            e);
      }
    }

    /** The number that must stand in a column. */
    public double number(String column) throws IOException {
      text(column);
      return findNumber(column).orElseThrow();
    }
  }
}

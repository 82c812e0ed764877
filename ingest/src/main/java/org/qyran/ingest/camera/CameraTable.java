package org.qyran.ingest.camera;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.qyran.model.Band;
import org.qyran.model.CameraModel.Distortion;

/**
 * Reads a table of cameras, {@code docs/CAMERAS.md}, and finds all its mistakes at once.
 *
 * <p>A row is a line, so that a mistake can name the line that it stands on. Lines that are blank
 * or begin with {@code #} are passed over. One thread at a time.
 */
final class CameraTable {

  private static final String BROWN = "brown";
  private static final String FISHEYE = "fisheye";
  private static final List<String> NEEDED =
      List.of("make", "model", "width_px", "pixel_um", "focal_mm", "focal_error");
  private static final List<String> OPTIONAL =
      List.of("dialect", "lens", "k1", "k2", "k3", "k4", "p1", "p2", "bands", "source");

  /** No camera's picture is wider; a larger number is in another unit. */
  private static final double WIDEST_PICTURE_PIXELS = 200_000;

  private static final double LARGEST_PIXEL_MICROMETERS = 200;
  private static final double LONGEST_LENS_MILLIMETERS = 5_000;
  private static final double ANY = Double.MAX_VALUE;

  private static final CSVFormat LINE =
      CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).setTrim(true).get();

  /** A cell that does not say what it should. */
  private static final class BadCell extends Exception {

    private static final long serialVersionUID = 1;

    BadCell(String reason) {
      super(reason);
    }
  }

  private final String name;
  private final List<CatalogEntry> entries = new ArrayList<>();
  private final List<String> mistakes = new ArrayList<>();
  private List<String> columns = List.of();

  private CameraTable(String name) {
    this.name = name;
  }

  /**
   * The rows of a table.
   *
   * @throws IllegalArgumentException naming each mistake, a line each
   */
  static List<CatalogEntry> read(Reader text, String name) throws IOException {
    CameraTable table = new CameraTable(name);
    table.read(new BufferedReader(text));
    if (!table.mistakes.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), table.mistakes));
    }
    return table.entries;
  }

  private void read(BufferedReader text) throws IOException {
    int number = 0;
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      number++;
      String bare = number == 1 ? line.replace("\uFEFF", "") : line;
      if (bare.isBlank() || bare.startsWith("#")) {
        continue;
      }
      Optional<List<String>> cells = cells(bare, number);
      if (cells.isEmpty()) {
        continue;
      }
      if (columns.isEmpty()) {
        readHeader(cells.get(), number);
        if (!mistakes.isEmpty()) {
          return;
        }
      } else {
        readRow(cells.get(), number);
      }
    }
    if (columns.isEmpty()) {
      mistake(1, "there is no header; it must name the columns " + String.join(", ", NEEDED));
    }
  }

  private Optional<List<String>> cells(String line, int number) {
    try {
      List<CSVRecord> records = LINE.parse(new StringReader(line)).getRecords();
      return Optional.of(records.get(0).toList());
    } catch (IOException | IllegalStateException | UncheckedIOException e) {
      mistake(number, "a quotation mark is opened and not closed, or stands inside a cell");
      return Optional.empty();
    }
  }

  private void readHeader(List<String> header, int number) {
    columns = header;
    Set<String> seen = new TreeSet<>();
    for (String column : header) {
      if (!NEEDED.contains(column) && !OPTIONAL.contains(column)) {
        mistake(
            number,
            "the column '%s' is not known; the columns are %s and %s"
                .formatted(column, String.join(", ", NEEDED), String.join(", ", OPTIONAL)));
      } else if (!seen.add(column)) {
        mistake(number, "the column '%s' is named twice".formatted(column));
      }
    }
    NEEDED.stream()
        .filter(column -> !seen.contains(column))
        .forEach(column -> mistake(number, "the column '%s' is missing".formatted(column)));
  }

  private void readRow(List<String> cells, int number) {
    if (cells.size() != columns.size()) {
      mistake(
          number,
          "there are %d cells under %d columns; put quotation marks around a cell with a comma"
              .formatted(cells.size(), columns.size()));
      return;
    }
    try {
      entries.add(entry(cells));
    } catch (BadCell e) {
      mistake(number, String.valueOf(e.getMessage()));
    }
  }

  private CatalogEntry entry(List<String> cells) throws BadCell {
    String make = text(cells, "make");
    String model = text(cells, "model");
    if (make.isEmpty() || model.isEmpty()) {
      throw new BadCell("make and model must be named as the camera writes them into EXIF");
    }
    double width = needed(cells, "width_px", 1, WIDEST_PICTURE_PIXELS);
    if (width != Math.rint(width)) {
      throw new BadCell("width_px is '%s', must be a whole number".formatted(width));
    }
    return new CatalogEntry(
        make,
        model,
        text(cells, "dialect"),
        (int) width,
        needed(cells, "pixel_um", 0, LARGEST_PIXEL_MICROMETERS) / 1000,
        number(cells, "focal_mm", 0, LONGEST_LENS_MILLIMETERS),
        needed(cells, "focal_error", 0, 1),
        distortion(cells),
        bands(text(cells, "bands")),
        text(cells, "source"));
  }

  private Distortion distortion(List<String> cells) throws BadCell {
    String lens = text(cells, "lens");
    if (!lens.isEmpty() && !lens.equals(BROWN) && !lens.equals(FISHEYE)) {
      throw new BadCell("lens is '%s', must be brown, fisheye or empty".formatted(lens));
    }
    double k1 = number(cells, "k1", -ANY, ANY);
    double k2 = number(cells, "k2", -ANY, ANY);
    double k3 = number(cells, "k3", -ANY, ANY);
    double k4 = number(cells, "k4", -ANY, ANY);
    double p1 = number(cells, "p1", -ANY, ANY);
    double p2 = number(cells, "p2", -ANY, ANY);
    if (lens.equals(FISHEYE)) {
      if (p1 != 0 || p2 != 0) {
        throw new BadCell("a fisheye has no p1 and p2; leave them empty");
      }
      return Distortion.fisheye(k1, k2, k3, k4);
    }
    if (k4 != 0) {
      throw new BadCell("k4 is of a fisheye; write lens fisheye, or leave it empty");
    }
    return new Distortion(k1, k2, k3, p1, p2);
  }

  private String text(List<String> cells, String column) {
    int at = columns.indexOf(column);
    return at < 0 ? "" : cells.get(at);
  }

  /** A number above the least. */
  private double needed(List<String> cells, String column, double above, double most)
      throws BadCell {
    double number = number(cells, column, above, most);
    if (!(number > 0)) {
      throw new BadCell("%s is missing or 0, must be above 0".formatted(column));
    }
    return number;
  }

  /** A number in a range; 0 for an empty cell. */
  private double number(List<String> cells, String column, double least, double most)
      throws BadCell {
    String text = text(cells, column);
    if (text.isEmpty()) {
      return 0;
    }
    return parsed(column, text, least, most);
  }

  private static double parsed(String what, String text, double least, double most) throws BadCell {
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new BadCell("%s is '%s', must be a number".formatted(what, text));
    }
    if (!(number >= least && number <= most)) {
      throw new BadCell(
          least == -ANY
              ? "%s is '%s', must be a finite number".formatted(what, text)
              : "%s is '%s', must lie between %.0f and %.0f".formatted(what, text, least, most));
    }
    return number;
  }

  private static List<Band> bands(String text) throws BadCell {
    List<Band> bands = new ArrayList<>();
    for (String band : text.isEmpty() ? List.<String>of() : Arrays.asList(text.split(";", -1))) {
      bands.add(band(band));
    }
    return bands;
  }

  private static Band band(String text) throws BadCell {
    String[] parts = text.split(":", -1);
    if (parts.length != 3 || parts[0].isBlank()) {
      throw new BadCell(
          "band '%s' is not name:centre:width in nanometres, as in nir:850:40".formatted(text));
    }
    try {
      return new Band(
          parts[0].strip(),
          parsed("the centre of band " + parts[0], parts[1], 1, 100_000),
          parsed("the width of band " + parts[0], parts[2], 1, 100_000));
    } catch (IllegalArgumentException e) {
      throw new BadCell("band '%s' cannot be: %s".formatted(text, e.getMessage()));
    }
  }

  private void mistake(int line, String sentence) {
    mistakes.add("%s, line %d: %s".formatted(name, line, sentence));
  }
}

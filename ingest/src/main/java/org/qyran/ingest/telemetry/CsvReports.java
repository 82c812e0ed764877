package org.qyran.ingest.telemetry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.qyran.ingest.telemetry.clock.Samples;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.IssueCode;
import org.qyran.model.Telemetry;

/**
 * Reads a table of positions with the columns of {@code docs/TELEMETRY.md}.
 *
 * <p>Takes the table apart line by line, so that one stray quotation mark costs one row and not the
 * rest of the file; a cell therefore holds no line break. A row is used whole or not at all: it has
 * as many cells as the header, and every cell of a known column says what it should. The first row
 * that does not is kept, to be told. One thread at a time.
 */
final class CsvReports {

  private static final int LONGEST_LINE = 16 * 1024;
  private static final int LONGEST_QUOTE = 40;

  private static final String TIME = "time";
  private static final String UNIX_SECONDS = "time_unix_s";
  private static final String UNIX_MILLISECONDS = "time_unix_ms";
  private static final List<String> TIMES = List.of(TIME, UNIX_SECONDS, UNIX_MILLISECONDS);
  private static final List<String> PLACE = List.of("latitude", "longitude");
  private static final List<String> BODY = List.of("yaw_deg", "pitch_deg", "roll_deg");
  private static final List<String> CAMERA =
      List.of("camera_yaw_deg", "camera_pitch_deg", "camera_roll_deg");
  private static final List<String> HEIGHTS =
      List.of(
          "height_ellipsoid_m",
          "height_msl_m",
          "height_takeoff_m",
          "height_ground_m",
          "height_egm2008_m");
  private static final List<Height.Datum> DATUMS =
      List.of(
          Height.Datum.ELLIPSOID,
          Height.Datum.MEAN_SEA_LEVEL,
          Height.Datum.TAKEOFF,
          Height.Datum.GROUND,
          Height.Datum.MEAN_SEA_LEVEL_EGM2008);
  private static final String PLATFORM = "platform";

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]{1,30}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})([eE][+-]?[0-9]{1,3})?");

  private static final DateTimeFormatter ISO_8601 =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  /** A clock before this was never set; one after it is no clock. */
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private static final CSVFormat LINE =
      CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).setTrim(true).get();

  /**
   * A row, or a header, that cannot be used.
   *
   * @param reason a sentence's end: "the latitude is ..."
   */
  record Fault(long line, IssueCode code, String reason) {}

  /** A cell that does not say what it should. */
  private static final class BadCell extends Exception {

    private static final long serialVersionUID = 1;

    private final IssueCode code;
    private final String reason;

    BadCell(IssueCode code, String reason) {
      super(reason);
      this.code = code;
      this.reason = reason;
    }
  }

  private final String flight;
  private final BufferedReader text;
  private final Samples<Telemetry> reports = new Samples<>();
  private List<String> columns = List.of();
  private @Nullable Fault unusable;
  private @Nullable Fault firstBadRow;
  private long line;
  private long rows;
  private long badRows;

  private CsvReports(String flight, InputStream in) {
    this.flight = flight;
    this.text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** Reads a table to its end; what there is to say of it is asked afterwards. */
  static CsvReports read(InputStream in, String flight) throws IOException {
    CsvReports table = new CsvReports(flight, in);
    table.read();
    return table;
  }

  /** The reports in order of time. */
  List<Telemetry> reports() {
    return reports.inOrder().stream().map(Samples.Sample::value).toList();
  }

  /** Why the table as a whole cannot be used. */
  Optional<Fault> unusable() {
    return Optional.ofNullable(unusable);
  }

  Optional<Fault> firstBadRow() {
    return Optional.ofNullable(firstBadRow);
  }

  long rows() {
    return rows;
  }

  long badRows() {
    return badRows;
  }

  boolean isFull() {
    return reports.isFull();
  }

  /** Columns that are not read: their names are unknown, or an angle of the three is missing. */
  List<String> ignoredColumns() {
    return columns.stream().filter(column -> !column.isEmpty() && !isRead(column)).toList();
  }

  private void read() throws IOException {
    while (true) {
      String next = nextLine();
      if (next == null) {
        break;
      }
      if (next.isBlank() || next.startsWith("#")) {
        continue;
      }
      if (columns.isEmpty()) {
        header(next);
        if (unusable != null) {
          return;
        }
        continue;
      }
      rows++;
      try {
        Telemetry report = report(cells(next));
        reports.add(ChronoUnit.MICROS.between(Instant.EPOCH, report.time()), report);
      } catch (BadCell e) {
        badRows++;
        if (firstBadRow == null) {
          firstBadRow = new Fault(line, e.code, e.reason);
        }
      }
    }
    if (columns.isEmpty()) {
      unusable = new Fault(line, IssueCode.UNREADABLE, "there is no header");
    }
  }

  /** The next line without its end; null after the last. One that is too long comes out cut. */
  private @Nullable String nextLine() throws IOException {
    StringBuilder characters = new StringBuilder();
    int next = text.read();
    if (next < 0) {
      return null;
    }
    line++;
    while (next >= 0 && next != '\n') {
      if (characters.length() <= LONGEST_LINE && next != '\r') {
        characters.append((char) next);
      }
      next = text.read();
    }
    boolean marked = line == 1 && !characters.isEmpty() && characters.charAt(0) == '\uFEFF';
    return characters.substring(marked ? 1 : 0);
  }

  private void header(String header) {
    try {
      columns = cells(header).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    } catch (BadCell e) {
      unusable = new Fault(line, IssueCode.UNREADABLE, e.reason);
      return;
    }
    List<String> known = columns.stream().filter(CsvReports::isKnown).toList();
    if (known.stream().distinct().count() < known.size()) {
      unusable =
          new Fault(line, IssueCode.UNSUPPORTED_FORMAT, "the header names a column more than once");
    } else if (TIMES.stream().noneMatch(columns::contains)) {
      unusable = new Fault(line, IssueCode.NO_TIME, "the header has no column time");
    } else if (!columns.containsAll(PLACE)) {
      unusable =
          new Fault(
              line, IssueCode.NO_POSITION, "the header has no columns latitude and longitude");
    }
  }

  private static boolean isKnown(String column) {
    return TIMES.contains(column)
        || PLACE.contains(column)
        || HEIGHTS.contains(column)
        || BODY.contains(column)
        || CAMERA.contains(column)
        || column.equals(PLATFORM);
  }

  private boolean isRead(String column) {
    if (TIMES.contains(column)) {
      return column.equals(timeColumn());
    }
    if (BODY.contains(column)) {
      return columns.containsAll(BODY);
    }
    if (CAMERA.contains(column)) {
      return columns.containsAll(CAMERA);
    }
    return isKnown(column);
  }

  private String timeColumn() {
    return TIMES.stream().filter(columns::contains).findFirst().orElse(TIME);
  }

  private List<String> cells(String text) throws BadCell {
    if (text.length() > LONGEST_LINE) {
      throw new BadCell(
          IssueCode.UNREADABLE, "it is longer than %d characters".formatted(LONGEST_LINE));
    }
    List<CSVRecord> records;
    try (CSVParser parser = CSVParser.parse(text, LINE)) {
      records = parser.getRecords();
    } catch (IOException | UncheckedIOException e) {
      throw new BadCell(IssueCode.UNREADABLE, "its quotation marks do not pair");
    }
    return records.isEmpty() ? List.of("") : records.get(0).toList();
  }

  private Telemetry report(List<String> cells) throws BadCell {
    if (cells.size() != columns.size()) {
      throw new BadCell(
          IssueCode.UNREADABLE,
          "it has %d cells and the header %d; decimals take a point, not a comma"
              .formatted(cells.size(), columns.size()));
    }
    List<Height> heights = new ArrayList<>();
    for (int i = 0; i < HEIGHTS.size(); i++) {
      double meters = number(cells, HEIGHTS.get(i), -15_000, 60_000);
      if (!Double.isNaN(meters)) {
        heights.add(new Height(meters, DATUMS.get(i)));
      }
    }
    return new Telemetry(
        flight,
        quoted(cell(cells, PLATFORM)),
        time(cells),
        new GeoPoint(place(cells, "latitude", 90), place(cells, "longitude", 180)),
        heights,
        attitude(cells, BODY),
        attitude(cells, CAMERA));
  }

  private Instant time(List<String> cells) throws BadCell {
    String column = timeColumn();
    String cell = cell(cells, column);
    Instant time = column.equals(TIME) ? isoTime(cell) : unixTime(cells, column);
    if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
      throw new BadCell(
          IssueCode.NO_TIME,
          "%s is '%s', must lie between 1990 and 2100".formatted(column, quoted(cell)));
    }
    return time;
  }

  private static Instant isoTime(String cell) throws BadCell {
    try {
      TemporalAccessor time =
          ISO_8601.parseBest(cell.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
      if (time instanceof OffsetDateTime stated) {
        return stated.toInstant();
      }
      throw new BadCell(
          IssueCode.NO_TIME,
          "the time '%s' does not say its zone; append Z or an offset such as +02:00"
              .formatted(quoted(cell)));
    } catch (DateTimeParseException e) {
      throw new BadCell(
          IssueCode.NO_TIME,
          "the time is '%s', must be like 2026-05-14T09:30:00.25Z".formatted(quoted(cell)));
    }
  }

  private Instant unixTime(List<String> cells, String column) throws BadCell {
    double number = number(cells, column, 0, 1e13);
    if (Double.isNaN(number)) {
      throw new BadCell(IssueCode.NO_TIME, column + " is empty");
    }
    double microsPerUnit = column.equals(UNIX_SECONDS) ? 1e6 : 1e3;
    return Instant.EPOCH.plus(Math.round(number * microsPerUnit), ChronoUnit.MICROS);
  }

  private double place(List<String> cells, String column, double most) throws BadCell {
    double degrees = number(cells, column, -most, most);
    if (Double.isNaN(degrees)) {
      throw new BadCell(IssueCode.NO_POSITION, column + " is empty");
    }
    return degrees;
  }

  /** Three angles, or none where one of the three is missing. */
  private @Nullable Attitude attitude(List<String> cells, List<String> names) throws BadCell {
    double yaw = number(cells, names.get(0), -360, 360);
    double pitch = number(cells, names.get(1), -180, 180);
    double roll = number(cells, names.get(2), -180, 180);
    return Double.isNaN(yaw + pitch + roll) ? null : new Attitude(yaw, pitch, roll);
  }

  /** A number of a column; NaN where the column or the cell is not there. */
  private double number(List<String> cells, String column, double least, double most)
      throws BadCell {
    String cell = cell(cells, column);
    if (cell.isEmpty()) {
      return Double.NaN;
    }
    double number = NUMBER.matcher(cell).matches() ? Double.parseDouble(cell) : Double.NaN;
    if (!(number >= least && number <= most)) {
      IssueCode code =
          PLACE.contains(column)
              ? IssueCode.NO_POSITION
              : TIMES.contains(column) ? IssueCode.NO_TIME : IssueCode.UNREADABLE;
      throw new BadCell(
          code,
          "%s is '%s', must be a number in [%d, %d]"
              .formatted(column, quoted(cell), (long) least, (long) most));
    }
    return number;
  }

  private String cell(List<String> cells, String column) {
    int index = columns.indexOf(column);
    return index < 0 ? "" : Objects.requireNonNullElse(cells.get(index), "");
  }

  private static String quoted(String cell) {
    return cell.length() <= LONGEST_QUOTE ? cell : cell.substring(0, LONGEST_QUOTE) + "…";
  }
}

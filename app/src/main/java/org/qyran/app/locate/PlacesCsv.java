package org.qyran.app.locate;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.qyran.geo.locate.GroundFix;
import org.qyran.model.FrameIssue;

/** Writes one row for each point that was asked for: a place, or a reason. */
final class PlacesCsv {

  private static final List<String> COLUMNS =
      List.of("file", "x", "y", "lat", "lon", "height_m", "ce90_m", "reason", "le90_m");
  private static final List<String> MAP_COLUMNS = List.of("easting_m", "northing_m", "crs");
  private static final String DETAIL = "detail";
  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};

  private final CSVPrinter printer;
  private final @Nullable AskedMap map;

  /**
   * Begins the table.
   *
   * @param map wanted in three more columns
   */
  PlacesCsv(Appendable out, Optional<AskedMap> map) throws IOException {
    this.map = map.orElse(null);
    printer = new CSVPrinter(out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
    List<String> columns = new ArrayList<>(COLUMNS);
    map.ifPresent(wanted -> columns.addAll(MAP_COLUMNS));
    columns.add(DETAIL);
    printer.printRecord(columns);
  }

  /** A point that has a place. */
  void found(AskedPoint asked, GroundFix fix) throws IOException {
    List<String> cells =
        new ArrayList<>(
            List.of(
                asked.file(),
                asked.x(),
                asked.y(),
                decimals(8, fix.point().latitudeDegrees()),
                decimals(8, fix.point().longitudeDegrees()),
                decimals(3, fix.heightMeters()),
                decimals(2, fix.ce90Meters()),
                "",
                decimals(2, fix.le90Meters())));
    String note =
        fix.levelGround()
            ? "no height of the ground is known here, it was taken to be level; hand in --terrain"
            : "";
    if (map != null) {
      Optional<AskedMap.OnMap> position = map.find(fix.point());
      if (position.isPresent()) {
        cells.add(decimals(3, position.get().point().eastingMeters()));
        cells.add(decimals(3, position.get().point().northingMeters()));
        cells.add(position.get().system().label());
      } else {
        cells.addAll(List.of("", "", ""));
        note = "%s does not reach here%s".formatted(map.label(), note.isEmpty() ? "" : "; " + note);
      }
    }
    cells.add(note);
    printer.printRecord(cells);
  }

  /** A point that has none. */
  void refused(AskedPoint asked, FrameIssue issue) throws IOException {
    int columns = COLUMNS.size() + (map == null ? 0 : MAP_COLUMNS.size()) + 1;
    String[] cells = new String[columns];
    Arrays.fill(cells, "");
    cells[0] = asked.file();
    cells[1] = asked.x();
    cells[2] = asked.y();
    cells[COLUMNS.indexOf("reason")] = issue.code().name();
    cells[columns - 1] = issue.detail();
    printer.printRecord((Object[]) cells);
  }

  /** As {@code String.format} would, but ten times as fast: half of all time went there. */
  private static String decimals(int count, double value) {
    return BigDecimal.valueOf(Math.round(value * POWERS[count]), count).toPlainString();
  }
}

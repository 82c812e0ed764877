package org.qyran.ingest.upload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what a file is from how it begins.
 *
 * <p>Assumes that nobody names a file honestly. A table of positions is the one format without a
 * signature: it is known by the names of its columns, and must in addition be called {@code .csv}.
 */
final class FirstBytes {

  /** As much of a file as is looked at. */
  static final int COUNT = 4096;

  /** Nothing in its bytes tells a list of control points from any other text. */
  private static final String CONTROL_FILE = "gcp_list.txt";

  private static final List<String> TIME_COLUMNS = List.of("time", "time_unix_s", "time_unix_ms");
  private static final List<String> PLACE_COLUMNS = List.of("latitude", "longitude");
  private static final Map<String, String> STRANGERS = strangers();

  private final byte[] bytes;

  FirstBytes(byte[] bytes, int count) {
    this.bytes = Arrays.copyOf(bytes, Math.min(count, COUNT));
  }

  Optional<Kind> findKind(String fileName) {
    if (startsWith("FFD8FF")) {
      return Optional.of(Kind.PICTURE_JPEG);
    }
    if (startsWith("49492A00")
        || startsWith("4D4D002A")
        || startsWith("49492B00")
        || startsWith("4D4D002B")) {
      return Optional.of(Kind.PICTURE_TIFF);
    }
    if (startsWith("554C6F67011235")) {
      return Optional.of(Kind.ULOG);
    }
    if (startsWith("A39580")) {
      return Optional.of(Kind.ARDUPILOT_LOG);
    }
    if (startsWith("060E2B34")) {
      return Optional.of(Kind.KLV_METADATA);
    }
    if (isTransportStream()) {
      return Optional.of(Kind.TRANSPORT_STREAM);
    }
    if (isNamed(fileName, CONTROL_FILE) && isText()) {
      return Optional.of(Kind.GROUND_CONTROL);
    }
    return fileName.toLowerCase(Locale.ROOT).endsWith(".csv") && namesThePositionColumns()
        ? Optional.of(Kind.CSV_TELEMETRY)
        : Optional.empty();
  }

  private static boolean isNamed(String fileName, String wanted) {
    String last = fileName.substring(fileName.lastIndexOf('/') + 1);
    return last.toLowerCase(Locale.ROOT).equals(wanted);
  }

  /** What a file that cannot be used seems to be, for a person. */
  String stranger(String fileName) {
    for (Map.Entry<String, String> stranger : STRANGERS.entrySet()) {
      if (startsWith(stranger.getKey())) {
        return stranger.getValue();
      }
    }
    if (bytes.length > 11 && new String(bytes, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp")) {
      return "a video or HEIF file";
    }
    if (!isText()) {
      return "an unknown format";
    }
    return fileName.toLowerCase(Locale.ROOT).endsWith(".csv")
        ? "a table without the columns time, latitude and longitude"
        : "a text file";
  }

  private boolean startsWith(String hexadecimal) {
    if (bytes.length * 2 < hexadecimal.length()) {
      return false;
    }
    for (int index = 0; index < hexadecimal.length() / 2; index++) {
      if ((bytes[index] & 0xFF) != Integer.parseInt(hexadecimal, index * 2, index * 2 + 2, 16)) {
        return false;
      }
    }
    return true;
  }

  /** Packets of 188 bytes, each beginning with the same one; three are no accident. */
  private boolean isTransportStream() {
    return bytes.length > 2 * 188
        && bytes[0] == 0x47
        && bytes[188] == 0x47
        && bytes[2 * 188] == 0x47;
  }

  private boolean namesThePositionColumns() {
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
    String header =
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .findFirst()
            .orElse("");
    List<String> columns =
        Arrays.stream(header.split(",", -1))
            .map(column -> column.strip().replace("\"", "").toLowerCase(Locale.ROOT))
            .toList();
    return columns.containsAll(PLACE_COLUMNS) && TIME_COLUMNS.stream().anyMatch(columns::contains);
  }

  private boolean isText() {
    for (byte value : bytes) {
      if (value >= 0 && value < 0x20 && value != '\n' && value != '\r' && value != '\t') {
        return false;
      }
    }
    return true;
  }

  private static Map<String, String> strangers() {
    Map<String, String> strangers = new LinkedHashMap<>();
    strangers.put("89504E470D0A1A0A", "a PNG picture, which carries no place and time");
    strangers.put("47494638", "a GIF picture");
    strangers.put("424D", "a BMP picture");
    strangers.put("4C415346", "a point cloud");
    strangers.put("504B0304", "a ZIP archive");
    strangers.put("1F8B", "a gzip archive");
    strangers.put("25504446", "a PDF document");
    strangers.put("53514C69746520666F726D6174", "a database");
    return strangers;
  }
}

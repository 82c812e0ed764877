package org.qyran.ingest.telemetry.klv;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.qyran.ingest.telemetry.klv.Items.Length;

/**
 * The Predator UAV Basic Universal Metadata Set, MISB EG 0104: items by keys of sixteen bytes,
 * numbers as IEEE 754, and no checksum. Its eighth byte is a version and does not tell keys apart.
 */
final class UniversalSet {

  static final int KEY_BYTES = 16;

  private static final int VERSION_AT = 7;
  private static final HexFormat HEXADECIMAL = HexFormat.of();
  private static final String TIME = "0702010101050000";
  private static final String DEVICE = "0101200100000000";
  private static final Map<String, Quantity> NUMBERS =
      Map.ofEntries(
          Map.entry("0701020102040200", Quantity.LATITUDE_DEGREES),
          Map.entry("0701020102060200", Quantity.LONGITUDE_DEGREES),
          Map.entry("0701020102020000", Quantity.SEA_LEVEL_METERS),
          Map.entry("0701100106000000", Quantity.HEADING_DEGREES),
          Map.entry("0701100105000000", Quantity.PITCH_DEGREES),
          Map.entry("0701100104000000", Quantity.ROLL_DEGREES),
          Map.entry("0701100102000000", Quantity.ANGLE_TO_NORTH_DEGREES),
          Map.entry("0701100103000000", Quantity.OBLIQUITY_DEGREES),
          Map.entry("0701100101000000", Quantity.SENSOR_ROLL_DEGREES));

  private UniversalSet() {}

  /** Reads the items; empty when they do not fill the set, which then is damaged. */
  static Optional<Items> read(byte[] bytes, int from, int end) {
    Items items = new Items(bytes);
    int at = from;
    while (at < end) {
      Length length = end - at > KEY_BYTES ? Items.length(bytes, at + KEY_BYTES, end) : null;
      if (length == null) {
        return Optional.empty();
      }
      if (KlvScanner.isKey(bytes, at)) {
        item(items, HEXADECIMAL.formatHex(bytes, at + VERSION_AT + 1, at + KEY_BYTES), length);
      } else {
        items.bad();
      }
      at = length.from() + length.bytes();
    }
    return Optional.of(items);
  }

  private static void item(Items items, String key, Length length) {
    Quantity number = NUMBERS.get(key);
    if (number != null) {
      items.floating(number, length);
    } else if (key.equals(TIME)) {
      items.count(Quantity.TIME_MICROSECONDS, length, Long.BYTES);
    } else if (key.equals(DEVICE)) {
      items.name(1, length);
    }
  }
}

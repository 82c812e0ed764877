package org.qyran.ingest.telemetry.klv;

import org.qyran.ingest.telemetry.klv.Items.Length;

/**
 * The UAS Datalink Local Set, MISB ST 0601: items by number, angles and heights as integers spread
 * over their range, and a checksum at the end. The full-range twins of pitch and roll (90, 91) are
 * finer than 6 and 7, and later items take the place of earlier ones, as the standard says.
 */
final class LocalSet {

  private static final int CHECKSUM_TAG = 1;
  private static final int CHECKSUM_BYTES = 4;

  private LocalSet() {}

  /**
   * Whether the bytes add up: the sum, modulo 2^16, of all sixteen-bit words from the first byte of
   * the key up to the checksum's own length, a last odd byte being a high one.
   *
   * @param from where the key begins
   * @param end of the set
   */
  static boolean addsUp(byte[] bytes, int from, int end) {
    int last = end - CHECKSUM_BYTES;
    if (last <= from || bytes[last] != CHECKSUM_TAG || bytes[last + 1] != 2) {
      return false;
    }
    int sum = 0;
    for (int at = from; at < end - 2; at++) {
      sum += (bytes[at] & 0xff) << (8 * ((at - from + 1) % 2));
    }
    return (sum & 0xffff) == (((bytes[end - 2] & 0xff) << 8) | (bytes[end - 1] & 0xff));
  }

  /** Reads the items as far as they go; one that reaches beyond the set ends it. */
  static Items read(byte[] bytes, int from, int end) {
    Items items = new Items(bytes);
    int at = from;
    while (at < end) {
      int tag = 0;
      boolean more = true;
      while (more && at < end && tag < 1 << 14) {
        more = (bytes[at] & 0x80) != 0;
        tag = (tag << 7) | (bytes[at] & 0x7f);
        at++;
      }
      Length length = more ? null : Items.length(bytes, at, end);
      if (length == null) {
        items.bad();
        return items;
      }
      if (length.bytes() > 0) { // an empty item says that its value is not known any more
        item(items, tag, length);
      }
      at = length.from() + length.bytes();
    }
    return items;
  }

  private static void item(Items items, int tag, Length length) {
    switch (tag) {
      case 2 -> items.count(Quantity.TIME_MICROSECONDS, length, 8);
      case 3 -> items.name(3, length); // the mission
      case 4 -> items.name(2, length); // the tail
      case 5 -> items.unsigned(Quantity.HEADING_DEGREES, length, 2, 0, 360);
      case 6 -> items.signed(Quantity.PITCH_DEGREES, length, 2, 20);
      case 7 -> items.signed(Quantity.ROLL_DEGREES, length, 2, 50);
      case 10 -> items.name(1, length); // the type of aircraft
      case 13 -> items.signed(Quantity.LATITUDE_DEGREES, length, 4, 90);
      case 14 -> items.signed(Quantity.LONGITUDE_DEGREES, length, 4, 180);
      case 15 -> items.unsigned(Quantity.SEA_LEVEL_METERS, length, 2, -900, 19_000);
      case 18 -> items.unsigned(Quantity.RELATIVE_AZIMUTH_DEGREES, length, 4, 0, 360);
      case 19 -> items.signed(Quantity.RELATIVE_ELEVATION_DEGREES, length, 4, 180);
      case 20 -> items.unsigned(Quantity.RELATIVE_ROLL_DEGREES, length, 4, 0, 360);
      case 75 -> items.unsigned(Quantity.ELLIPSOID_METERS, length, 2, -900, 19_000);
      case 90 -> items.signed(Quantity.PITCH_DEGREES, length, 4, 90);
      case 91 -> items.signed(Quantity.ROLL_DEGREES, length, 4, 90);
      case 104 -> items.mapped(Quantity.ELLIPSOID_METERS, length, -900, 40_000);
      case 136 -> items.count(Quantity.LEAP_SECONDS, length, 2);
      default -> {
        // Says nothing of where the camera is and looks.
      }
    }
  }
}

package org.qyran.detection.radiometry;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The records that FLIR's cameras hide in a JPEG: APP1 segments that begin with {@code FLIR}, each
 * with its number, which put together make a file of records with a table in front.
 *
 * <p>Assumes that the file may have been made to do harm: every offset is checked, no more is
 * copied than the file holds, and what contradicts itself is taken for absent. The layout is that
 * of ExifTool's FLIR module; nobody publishes it. Each record says its own byte order: its first
 * two bytes are 2.
 */
final class FlirRecords {

  static final int RAW_DATA = 0x01;
  static final int CAMERA_INFO = 0x20;

  private static final int APP1 = 0xE1;
  private static final int START_OF_SCAN = 0xDA;
  private static final byte[] FLIR = "FLIR\0".getBytes(StandardCharsets.US_ASCII);
  private static final int SEGMENT_HEAD = 8;
  private static final int FILE_HEAD = 64;
  private static final int ENTRY_BYTES = 32;
  private static final int MOST_ENTRIES = 256;

  private final byte[] bytes;
  private final ByteBuffer file;
  private final int entries;
  private final int table;

  private FlirRecords(byte[] bytes, ByteBuffer file, int table, int entries) {
    this.bytes = bytes;
    this.file = file;
    this.table = table;
    this.entries = entries;
  }

  /** The records of a JPEG; nothing where it has none. */
  static Optional<FlirRecords> of(byte[] jpeg) {
    byte[] bytes = joined(jpeg);
    if (bytes.length < FILE_HEAD || bytes[0] != 'F' || bytes[1] != 'F' || bytes[2] != 'F') {
      return Optional.empty();
    }
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      ByteBuffer file = ByteBuffer.wrap(bytes).order(order);
      int version = file.getInt(0x14);
      int table = file.getInt(0x18);
      int entries = file.getInt(0x1C);
      boolean whole =
          version >= 100
              && version < 200
              && table >= FILE_HEAD
              && entries > 0
              && entries <= MOST_ENTRIES
              && table + (long) entries * ENTRY_BYTES <= bytes.length;
      if (whole) {
        return Optional.of(new FlirRecords(bytes, file, table, entries));
      }
    }
    return Optional.empty();
  }

  /** One record in its own byte order; nothing where it is absent or damaged. */
  Optional<ByteBuffer> find(int type) {
    for (int entry = 0; entry < entries; entry++) {
      int at = table + entry * ENTRY_BYTES;
      int offset = file.getInt(at + 12);
      int length = file.getInt(at + 16);
      boolean inside = offset >= 0 && length >= 32 && (long) offset + length <= bytes.length;
      if (file.getShort(at) == type && inside) {
        ByteBuffer record = ByteBuffer.wrap(Arrays.copyOfRange(bytes, offset, offset + length));
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
          if (record.order(order).getShort(0) == 2) {
            return Optional.of(record);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The parts of all segments by their numbers; empty where one is missing. */
  private static byte[] joined(byte[] jpeg) {
    TreeMap<Integer, byte[]> parts = new TreeMap<>();
    int last = 0;
    int at = 2;
    while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
      int marker = jpeg[at + 1] & 0xFF;
      int length = ((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF);
      int end = at + 2 + length;
      if (marker == START_OF_SCAN || length < 2 || end > jpeg.length) {
        break;
      }
      int from = at + 4;
      if (marker == APP1
          && end - from > SEGMENT_HEAD
          && Arrays.equals(jpeg, from, from + FLIR.length, FLIR, 0, FLIR.length)) {
        parts.put(jpeg[from + 6] & 0xFF, Arrays.copyOfRange(jpeg, from + SEGMENT_HEAD, end));
        last = jpeg[from + 7] & 0xFF;
      }
      at = end;
    }
    if (parts.isEmpty() || parts.size() != last + 1) {
      return new byte[0];
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.values().forEach(all::writeBytes);
    return all.toByteArray();
  }
}

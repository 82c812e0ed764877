package org.qyran.ingest.telemetry.klv;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the sets in a stream of bytes, whatever is damaged between them.
 *
 * <p>A set begins with a key of sixteen bytes, the first four of which all keys share (SMPTE ST
 * 336), and a length. One whose length is impossible, whose checksum is wrong, whose items do not
 * fill it or that ends with the file is counted under its cause, and the search goes on <b>behind
 * its key</b>, not behind its supposed end: a length that lies swallows none of the sets after it.
 * A set of another standard is believed when a key or nothing follows it.
 *
 * <p>Holds at most one set, of {@value #LONGEST_SET_BYTES} bytes. One thread at a time.
 */
final class KlvScanner {

  /** Sets of a camera's pose have some hundred bytes, those of detections some thousand. */
  static final int LONGEST_SET_BYTES = 64 * 1024;

  private static final byte[] PREFIX = {0x06, 0x0e, 0x2b, 0x34};
  private static final int KEY_BYTES = 16;
  private static final int VERSION_AT = 7;

  /** The fifth byte of the key of a set or pack, and not of an item. */
  private static final byte SET = 0x02;

  private static final byte[] LOCAL_SET = {
    0x06, 0x0e, 0x2b, 0x34, SET, 0x0b, 1, 1, 0x0e, 1, 3, 1, 1, 0, 0, 0
  };
  private static final byte[] UNIVERSAL_SET = {
    0x06, 0x0e, 0x2b, 0x34, SET, 1, 1, 1, 0x0e, 1, 1, 2, 1, 1, 0, 0
  };

  private final Consumer<MisbReport> reports;
  private byte[] buffer = new byte[4 * 1024];
  private int start;
  private int end;
  private long bytes;
  private long sets;
  private long otherSets;
  private long impossibleLengths;
  private long wrongChecksums;
  private long brokenSets;
  private long cutShort;
  private long badItems;
  private long droppedBytes;

  KlvScanner(Consumer<MisbReport> reports) {
    this.reports = reports;
  }

  /** Whether a key may begin here. */
  static boolean isKey(byte[] bytes, int at) {
    return Arrays.equals(bytes, at, at + PREFIX.length, PREFIX, 0, PREFIX.length);
  }

  /** More of the stream. */
  void accept(byte[] more, int from, int count) {
    if (buffer.length - end < count) {
      byte[] larger = new byte[Math.max(buffer.length, 2 * (end - start + count))];
      System.arraycopy(buffer, start, larger, 0, end - start);
      end -= start;
      start = 0;
      buffer = larger;
    }
    System.arraycopy(more, from, buffer, end, count);
    end += count;
    bytes += count;
    scan(false);
  }

  /** The end of the stream. */
  void finish() {
    scan(true);
    drop(end - start);
  }

  KlvAccount account(boolean metadataStream) {
    return new KlvAccount(
        bytes,
        sets,
        otherSets,
        impossibleLengths,
        wrongChecksums,
        brokenSets,
        cutShort,
        badItems,
        droppedBytes,
        metadataStream);
  }

  private void scan(boolean last) {
    while (findKey()) {
      if (buffer[start + PREFIX.length] != SET) {
        drop(PREFIX.length);
        continue;
      }
      int header = start + KEY_BYTES;
      int lengthBytes = (buffer[header] & 0x80) == 0 ? 1 : 1 + (buffer[header] & 0x7f);
      if ((lengthBytes == 1 && buffer[header] < 0) || lengthBytes > 5) {
        impossibleLengths++;
        drop(PREFIX.length);
        continue;
      }
      if (header + lengthBytes > end) {
        if (!last) {
          return;
        }
        cutShort++;
        drop(PREFIX.length);
        continue;
      }
      long length = lengthAt(header, lengthBytes);
      if (length > LONGEST_SET_BYTES) {
        impossibleLengths++;
        drop(PREFIX.length);
      } else if (header + lengthBytes + length > end) {
        if (!last) {
          return;
        }
        cutShort++;
        drop(PREFIX.length);
      } else {
        int to = (int) (header + lengthBytes + length);
        if (!isSet(LOCAL_SET) && !last && end - to <= PREFIX.length) {
          return; // what follows will tell whether the length is true
        }
        take(header + lengthBytes, to);
      }
    }
  }

  /** Drops what is before the next key; false when there is no whole key and length byte yet. */
  private boolean findKey() {
    int at = start;
    while (at + PREFIX.length <= end && !isKey(buffer, at)) {
      at++;
    }
    drop(at - start);
    return end - start > KEY_BYTES;
  }

  private long lengthAt(int header, int lengthBytes) {
    if (lengthBytes == 1) {
      return buffer[header];
    }
    long length = 0;
    for (int index = 1; index < lengthBytes; index++) {
      length = (length << 8) | (buffer[header + index] & 0xff);
    }
    return length;
  }

  private void take(int from, int to) {
    if (isSet(LOCAL_SET)) {
      if (LocalSet.addsUp(buffer, start, to)) {
        deliver(LocalSet.read(buffer, from, to), to);
      } else {
        wrongChecksums++;
        drop(PREFIX.length);
      }
    } else if (isSet(UNIVERSAL_SET)) {
      Optional<Items> items =
          reachesIntoTheNext(to) ? Optional.empty() : UniversalSet.read(buffer, from, to);
      if (items.isPresent()) {
        deliver(items.get(), to);
      } else {
        brokenSets++;
        drop(PREFIX.length);
      }
    } else if (to == end || (end - to >= PREFIX.length && isKey(buffer, to))) {
      otherSets++;
      start = to;
    } else {
      brokenSets++;
      drop(PREFIX.length);
    }
  }

  /** Whether another set's key begins within the set that begins at the start. */
  private boolean reachesIntoTheNext(int to) {
    for (int at = start + KEY_BYTES; at < to && at + PREFIX.length < end; at++) {
      if (isKey(buffer, at) && buffer[at + PREFIX.length] == SET) {
        return true;
      }
    }
    return false;
  }

  private void deliver(Items items, int to) {
    sets++;
    badItems += items.badItems();
    start = to;
    reports.accept(items.report());
  }

  private boolean isSet(byte[] key) {
    return Arrays.equals(buffer, start, start + VERSION_AT, key, 0, VERSION_AT)
        && Arrays.equals(
            buffer, start + VERSION_AT + 1, start + KEY_BYTES, key, VERSION_AT + 1, KEY_BYTES);
  }

  private void drop(int count) {
    start += count;
    droppedBytes += count;
  }
}

package org.qyran.ingest.telemetry.klv;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has been gathered from the items of one set. Numbers are big-endian; an item of a length
 * that its standard does not allow is counted as bad and left out. One thread at a time.
 */
final class Items {

  /** A BER length (ISO/IEC 8825-1, 8.1.3): how many bytes, and where they begin. */
  record Length(int bytes, int from) {}

  private final byte[] bytes;
  private final Map<Quantity, Double> numbers = new EnumMap<>(Quantity.class);
  private String platform = "";
  private int platformRank = Integer.MAX_VALUE;
  private int bad;

  Items(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads a length.
   *
   * @param end of what may be read
   * @return null when it is none, or the value would reach beyond the end
   */
  static @Nullable Length length(byte[] bytes, int at, int end) {
    if (at >= end) {
      return null;
    }
    int first = bytes[at] & 0xff;
    int more = first & 0x7f;
    if (first < 0x80) {
      return first <= end - at - 1 ? new Length(first, at + 1) : null;
    }
    if (more == 0 || more > 4 || more > end - at - 1) {
      return null;
    }
    long length = 0;
    for (int index = 1; index <= more; index++) {
      length = (length << 8) | (bytes[at + index] & 0xff);
    }
    return length <= end - at - 1 - more ? new Length((int) length, at + 1 + more) : null;
  }

  void bad() {
    bad++;
  }

  int badItems() {
    return bad;
  }

  MisbReport report() {
    return new MisbReport(numbers, platform);
  }

  /** The aircraft's name, unless a better one is known. */
  void name(int rank, Length length) {
    String text = text(length);
    if (!text.isEmpty() && rank < platformRank) {
      platform = text;
      platformRank = rank;
    }
  }

  /** An unsigned integer of so many bytes, spread evenly from the least value to the greatest. */
  void unsigned(Quantity quantity, Length length, int size, double least, double greatest) {
    if (isOf(length, size)) {
      double steps = Math.pow(2, 8.0 * size) - 1;
      put(quantity, least + whole(length) * (greatest - least) / steps);
    }
  }

  /** A signed integer, spread evenly over plus and minus; the most negative says "not known". */
  void signed(Quantity quantity, Length length, int size, double greatest) {
    if (isOf(length, size)) {
      long unsigned = whole(length);
      long half = 1L << (8 * size - 1);
      long value = unsigned >= half ? unsigned - 2 * half : unsigned;
      if (value == -half) {
        bad++;
      } else {
        put(quantity, value * greatest / (half - 1.0));
      }
    }
  }

  /** An unsigned integer as it is. */
  void count(Quantity quantity, Length length, int mostBytes) {
    if (length.bytes() < 1 || length.bytes() > mostBytes) {
      bad++;
    } else {
      put(quantity, (double) whole(length));
    }
  }

  /** A floating-point number of four or eight bytes (IEEE 754). */
  void floating(Quantity quantity, Length length) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (length.bytes() == Float.BYTES) {
      put(quantity, buffer.getFloat(length.from()));
    } else if (length.bytes() == Double.BYTES) {
      put(quantity, buffer.getDouble(length.from()));
    } else {
      bad++;
    }
  }

  /**
   * A number mapped onto an integer after MISB ST 1201, IMAPB, which keeps zero exact: with b bits
   * for the range and d = 8 bytes - 1, the scale is 2^(d - b).
   */
  void mapped(Quantity quantity, Length length, double least, double greatest) {
    if (length.bytes() < 2 || length.bytes() > 6) {
      bad++;
      return;
    }
    double rangeBits = Math.ceil(Math.log(greatest - least) / Math.log(2));
    double scale = Math.pow(2, 8.0 * length.bytes() - 1 - rangeBits);
    double zero = least < 0 && greatest > 0 ? scale * least - Math.floor(scale * least) : 0;
    put(quantity, (whole(length) - zero) / scale + least);
  }

  private void put(Quantity quantity, double number) {
    if (Double.isFinite(number)) {
      numbers.put(quantity, number);
    } else {
      bad++;
    }
  }

  private boolean isOf(Length length, int size) {
    if (length.bytes() != size) {
      bad++;
      return false;
    }
    return true;
  }

  private long whole(Length length) {
    long number = 0;
    for (int index = 0; index < length.bytes(); index++) {
      number = (number << 8) | (bytes[length.from() + index] & 0xff);
    }
    return number;
  }

  private String text(Length length) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < Math.min(length.bytes(), 127); index++) {
      int character = bytes[length.from() + index];
      if (character >= 0x20 && character < 0x7f) {
        text.append((char) character);
      }
    }
    return text.toString().strip();
  }
}

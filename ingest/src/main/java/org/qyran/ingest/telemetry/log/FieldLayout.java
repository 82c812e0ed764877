package org.qyran.ingest.telemetry.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the fields of one kind of message lie, and how each is written; little endian. */
final class FieldLayout {

  /** How a value is written. */
  enum Kind {
    INT8(1),
    UINT8(1),
    INT16(2),
    UINT16(2),
    INT32(4),
    UINT32(4),
    INT64(8),
    FLOAT16(2),
    FLOAT32(4),
    FLOAT64(8),
    TEXT(1);

    private final int bytes;

    Kind(int bytes) {
      this.bytes = bytes;
    }

    int bytes() {
      return bytes;
    }
  }

  private record Field(Kind kind, int offset, int length, double scale) {}

  private final String name;
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private int bytes;

  FieldLayout(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  int bytes() {
    return bytes;
  }

  /** Adds a field after the last; a text is as long as said, everything else ignores the length. */
  void add(String field, Kind kind, int length, double scale) {
    fields.putIfAbsent(field, new Field(kind, bytes, length, scale));
    bytes += kind == Kind.TEXT ? length : kind.bytes();
  }

  void skip(int length) {
    bytes += length;
  }

  /** The message in the first bytes of an array, which may be shorter than the layout. */
  LogMessage over(byte[] body, int length, int instance) {
    ByteBuffer buffer = ByteBuffer.wrap(body, 0, length).order(ByteOrder.LITTLE_ENDIAN);
    return new View(buffer, length, instance);
  }

  private final class View implements LogMessage {

    private final ByteBuffer buffer;
    private final int length;
    private final int instance;

    View(ByteBuffer buffer, int length, int instance) {
      this.buffer = buffer;
      this.length = length;
      this.instance = instance;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int instance() {
      return instance;
    }

    @Override
    public boolean has(String field) {
      return fields.containsKey(field);
    }

    @Override
    public double number(String field) {
      Field found = find(field);
      if (found == null) {
        return Double.NaN;
      }
      int offset = found.offset();
      return switch (found.kind()) {
        case FLOAT16 -> half(buffer.getShort(offset)) * found.scale();
        case FLOAT32 -> buffer.getFloat(offset) * found.scale();
        case FLOAT64 -> buffer.getDouble(offset) * found.scale();
        case TEXT -> Double.NaN;
        case INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64 ->
            found.scale() == 1
                ? integer(found)
                : integer(found)
                    / Math.rint(1 / found.scale()); // 47.1234567, not 47.12345670000001
      };
    }

    @Override
    public long whole(String field) {
      Field found = find(field);
      return found == null ? 0 : integer(found);
    }

    @Override
    public String text(String field) {
      Field found = fields.get(field);
      if (found == null || found.kind() != Kind.TEXT || found.offset() >= length) {
        return "";
      }
      int end = found.offset();
      int most = Math.min(length, found.offset() + found.length());
      while (end < most && buffer.get(end) != 0) {
        end++;
      }
      byte[] characters = new byte[end - found.offset()];
      buffer.get(found.offset(), characters);
      return new String(characters, StandardCharsets.UTF_8).strip();
    }

    private @Nullable Field find(String field) {
      Field found = fields.get(field);
      boolean whole = found != null && found.offset() + found.kind().bytes() <= length;
      return whole ? found : null;
    }

    private long integer(Field field) {
      int offset = field.offset();
      return switch (field.kind()) {
        case INT8 -> buffer.get(offset);
        case UINT8 -> buffer.get(offset) & 0xffL;
        case INT16 -> buffer.getShort(offset);
        case UINT16 -> buffer.getShort(offset) & 0xffffL;
        case INT32 -> buffer.getInt(offset);
        case UINT32 -> buffer.getInt(offset) & 0xffff_ffffL;
        case INT64 -> buffer.getLong(offset);
        case FLOAT16, FLOAT32, FLOAT64, TEXT -> 0;
      };
    }

    /** IEEE 754-2008 binary16. */
    private static double half(short bits) {
      int exponent = (bits >> 10) & 0x1f;
      int fraction = bits & 0x3ff;
      double magnitude =
          exponent == 0
              ? fraction * 0x1p-24
              : exponent == 0x1f
                  ? (fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN)
                  : (1 + fraction * 0x1p-10) * Math.scalb(1.0, exponent - 15);
      return bits < 0 ? -magnitude : magnitude;
    }
  }
}

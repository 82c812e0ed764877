package org.qyran.ingest.telemetry.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Logs put together byte by byte, little endian; by the formats' own texts, not by our readers. */
public final class LogBytes {

  private static final int ULOG_HEAD_BYTES = 16;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** A ULog's head: seven magic bytes, version 1, the time of its start. */
  public static LogBytes ulog() {
    LogBytes log = new LogBytes();
    log.raw(0x55, 0x4c, 0x6f, 0x67, 0x01, 0x12, 0x35, 1);
    return log.raw(new byte[8]);
  }

  /** A DataFlash log: FMT of FMT itself, as all begin. */
  public static LogBytes dataFlash() {
    return new LogBytes().fmt(128, 89, "FMT", "BBnNZ", "Type,Length,Name,Format,Columns");
  }

  public LogBytes raw(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  public LogBytes raw(byte[] values) {
    bytes.writeBytes(values);
    return this;
  }

  /** A ULog message: size, letter, body. */
  public LogBytes ulogMessage(char letter, byte[] body) {
    return raw(body.length & 0xff, body.length >> 8, letter).raw(body);
  }

  /** A ULog's definition of a kind of message. */
  public LogBytes format(String text) {
    return ulogMessage('F', ascii(text));
  }

  /** A ULog's number for a kind of message. */
  public LogBytes subscribe(int number, int instance, String name) {
    byte[] head = {(byte) instance, (byte) number, (byte) (number >> 8)};
    return ulogMessage('A', join(head, ascii(name)));
  }

  /** A ULog's data. */
  public LogBytes data(int number, Object... values) {
    byte[] head = {(byte) number, (byte) (number >> 8)};
    return ulogMessage('D', join(head, values(values)));
  }

  /** A ULog's property that is a text. */
  public LogBytes property(String name, String value) {
    String key = "char[" + value.length() + "] " + name;
    return ulogMessage('I', join(new byte[] {(byte) key.length()}, ascii(key + value)));
  }

  /** A ULog's synchronisation message. */
  public LogBytes sync() {
    return ulogMessage('S', new byte[] {0x2F, 0x73, 0x13, 0x20, 0x25, 0x0C, (byte) 0xBB, 0x12});
  }

  /** A DataFlash log's definition of a kind of message. */
  public LogBytes fmt(int type, int length, String name, String format, String columns) {
    raw(0xA3, 0x95, 128, type, length);
    return raw(padded(name, 4)).raw(padded(format, 16)).raw(padded(columns, 64));
  }

  /** A DataFlash message. */
  public LogBytes message(int type, Object... values) {
    return raw(0xA3, 0x95, type).raw(values(values));
  }

  public byte[] bytes() {
    return bytes.toByteArray();
  }

  public int size() {
    return bytes.size();
  }

  /** Bytes of a text, filled up with zeros. */
  public static byte[] padded(String text, int length) {
    return Arrays.copyOf(ascii(text), length);
  }

  static int ulogHeadBytes() {
    return ULOG_HEAD_BYTES;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] values(Object... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    for (Object value : values) {
      if (value instanceof Byte number) {
        buffer.put(number);
      } else if (value instanceof Short number) {
        buffer.putShort(number);
      } else if (value instanceof Integer number) {
        buffer.putInt(number);
      } else if (value instanceof Long number) {
        buffer.putLong(number);
      } else if (value instanceof Float number) {
        buffer.putFloat(number);
      } else if (value instanceof Double number) {
        buffer.putDouble(number);
      } else if (value instanceof byte[] text) {
        buffer.put(text);
      } else {
        throw new IllegalArgumentException("value is " + value + ", must be a number or bytes");
      }
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }
}

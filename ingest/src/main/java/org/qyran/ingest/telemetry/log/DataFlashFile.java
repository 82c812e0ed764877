package org.qyran.ingest.telemetry.log;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.qyran.ingest.telemetry.log.FieldLayout.Kind;
import org.qyran.ingest.telemetry.log.LogAccount.Ending;

/**
 * Reads ArduPilot's DataFlash log: messages that start with A3 95 and a number, and FMT messages
 * that say what each number means (ArduPilot, "Adding a New Log Message" and {@code
 * LogStructure.h}).
 *
 * <p>Where no message starts, the reader looks on from the next byte and counts what it drops. A
 * length or a format that FMT states and that cannot be true is not believed: messages of that
 * number are then dropped like any other bytes.
 */
public final class DataFlashFile {

  private static final int SYNC_1 = 0xA3;
  private static final int SYNC_2 = 0x95;
  private static final int HEAD_BYTES = 3;
  private static final int FMT = 128;
  private static final int LARGEST_BYTES = 255; // a message's length is one byte in FMT
  private static final double CENTI = 0.01;
  private static final double DEGREES_1E7 = 1e-7;

  /** A log that does not begin within this many bytes is none. */
  private static final int LATEST_START = 4096;

  private final ByteFeed feed;
  private final LogListener listener;
  private final @Nullable FieldLayout[] layouts = new @Nullable FieldLayout[256];
  private final byte[] body = new byte[LARGEST_BYTES];
  private long messages;
  private long dropped;

  private DataFlashFile(InputStream in, LogListener listener) {
    this.feed = new ByteFeed(in);
    this.listener = listener;
    FieldLayout fmt = new FieldLayout("FMT");
    fmt.add("Type", Kind.UINT8, 1, 1);
    fmt.add("Length", Kind.UINT8, 1, 1);
    fmt.add("Name", Kind.TEXT, 4, 1);
    fmt.add("Format", Kind.TEXT, 16, 1);
    fmt.add("Columns", Kind.TEXT, 64, 1);
    layouts[FMT] = fmt;
  }

  /** Reads to the end and tells the listener of every message but FMT itself. */
  public static LogAccount read(InputStream in, LogListener listener) throws IOException {
    return new DataFlashFile(in, listener).read();
  }

  private LogAccount read() throws IOException {
    int first = feed.read();
    int second = feed.read();
    if (first < 0) {
      return account(Ending.EMPTY);
    }
    while (second >= 0) {
      if (first != SYNC_1 || second != SYNC_2) {
        dropped++;
        if (messages == 0 && dropped > LATEST_START) {
          return account(Ending.WRONG_FORMAT);
        }
        first = second;
        second = feed.read();
        continue;
      }
      int type = feed.read();
      if (type < 0) {
        return account(Ending.CUT_SHORT);
      }
      FieldLayout layout = layouts[type];
      if (layout == null) {
        dropped += 2;
        first = type;
        second = feed.read();
        continue;
      }
      if (feed.read(body, 0, layout.bytes()) < layout.bytes()) {
        return account(Ending.CUT_SHORT);
      }
      messages++;
      if (!tell(type, layout)) {
        return account(Ending.STOPPED);
      }
      first = feed.read();
      second = feed.read();
    }
    dropped += first < 0 ? 0 : 1;
    if (messages == 0) {
      return account(Ending.WRONG_FORMAT);
    }
    return account(first < 0 ? Ending.COMPLETE : Ending.CUT_SHORT);
  }

  private LogAccount account(Ending ending) {
    return new LogAccount(ending, messages, dropped, feed.position());
  }

  private boolean tell(int type, FieldLayout layout) {
    LogMessage message = layout.over(body, layout.bytes(), 0);
    if (type == FMT) {
      define(message);
      return true;
    }
    if (!message.has("I")) {
      return listener.message(message);
    }
    int instance = (int) message.whole("I");
    return listener.message(layout.over(body, layout.bytes(), instance));
  }

  private void define(LogMessage fmt) {
    int type = (int) fmt.whole("Type");
    if (type == FMT) {
      return;
    }
    FieldLayout layout = new FieldLayout(fmt.text("Name"));
    String format = fmt.text("Format");
    String[] columns = fmt.text("Columns").split(",", -1);
    for (int i = 0; i < format.length(); i++) {
      String column = i < columns.length ? columns[i].strip() : "";
      if (!add(layout, format.charAt(i), column)) {
        layouts[type] = null;
        return;
      }
    }
    boolean believable = layout.bytes() + HEAD_BYTES == fmt.whole("Length") && layout.bytes() > 0;
    layouts[type] = believable ? layout : null;
  }

  private static boolean add(FieldLayout layout, char format, String column) {
    switch (format) {
      case 'a' -> layout.add(column, Kind.TEXT, 64, 1); // 32 numbers, which nobody here asks for
      case 'b' -> layout.add(column, Kind.INT8, 1, 1);
      case 'B', 'M' -> layout.add(column, Kind.UINT8, 1, 1);
      case 'h' -> layout.add(column, Kind.INT16, 1, 1);
      case 'H' -> layout.add(column, Kind.UINT16, 1, 1);
      case 'i' -> layout.add(column, Kind.INT32, 1, 1);
      case 'I' -> layout.add(column, Kind.UINT32, 1, 1);
      case 'q', 'Q' -> layout.add(column, Kind.INT64, 1, 1);
      case 'f' -> layout.add(column, Kind.FLOAT32, 1, 1);
      case 'd' -> layout.add(column, Kind.FLOAT64, 1, 1);
      case 'g' -> layout.add(column, Kind.FLOAT16, 1, 1);
      case 'c' -> layout.add(column, Kind.INT16, 1, CENTI);
      case 'C' -> layout.add(column, Kind.UINT16, 1, CENTI);
      case 'e' -> layout.add(column, Kind.INT32, 1, CENTI);
      case 'E' -> layout.add(column, Kind.UINT32, 1, CENTI);
      case 'L' -> layout.add(column, Kind.INT32, 1, DEGREES_1E7);
      case 'n' -> layout.add(column, Kind.TEXT, 4, 1);
      case 'N' -> layout.add(column, Kind.TEXT, 16, 1);
      case 'Z' -> layout.add(column, Kind.TEXT, 64, 1);
      default -> {
        return false;
      }
    }
    return true;
  }
}

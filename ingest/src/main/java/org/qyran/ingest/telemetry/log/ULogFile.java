package org.qyran.ingest.telemetry.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qyran.ingest.telemetry.log.FieldLayout.Kind;
import org.qyran.ingest.telemetry.log.LogAccount.Ending;

/**
 * Reads PX4's ULog ("ULog File Format", PX4 User Guide): a head of 16 bytes, then messages of a
 * size, a letter and a body. F defines a kind of message, A gives it a number, D is one of it.
 *
 * <p>Kinds of message that are not known are passed over by their size. A size of 0 or a letter
 * that is none means damage: the reader looks on for the next synchronisation message and counts
 * what it drops. Data appended after a crash is found at the offsets that the head states. Strings,
 * parameters and dropouts are passed over.
 */
public final class ULogFile {

  private static final byte[] MAGIC = {0x55, 0x4c, 0x6f, 0x67, 0x01, 0x12, 0x35};
  private static final byte[] SYNC = {0x2F, 0x73, 0x13, 0x20, 0x25, 0x0C, (byte) 0xBB, 0x12};
  private static final int HEAD_BYTES = 16;
  private static final int MESSAGE_HEAD_BYTES = 3;
  private static final int LARGEST_BYTES = 0xffff; // a message's size is two bytes
  private static final int APPENDED_OFFSETS = 16;
  private static final int MOST_APPENDED = 3;
  private static final int FLAG_BYTES = 40;

  /** Formats inside formats deeper than this are a knot, not a log. */
  private static final int DEEPEST_NESTING = 8;

  /** Of all kinds of message together; PX4's own have some ten thousand. */
  private static final int MOST_FIELDS = 200_000;

  private static final int MOST_FORMATS = 4096;

  /** Room for all texts of all formats; PX4's own need some 20 kB. */
  private static final long MOST_FORMAT_CHARACTERS = 4L << 20;

  private record Subscription(FieldLayout layout, int instance) {}

  private final ByteFeed feed;
  private final LogListener listener;
  private final Map<String, List<String>> formats = new HashMap<>();
  private final Map<String, FieldLayout> layouts = new HashMap<>();
  private final @Nullable Subscription[] subscriptions = new @Nullable Subscription[0x10000];
  private final byte[] body = new byte[LARGEST_BYTES];
  private final long[] appended = new long[MOST_APPENDED];
  private long formatCharacters;
  private long messages;
  private long dropped;
  private int fieldsLeft = MOST_FIELDS;

  private ULogFile(InputStream in, LogListener listener) {
    this.feed = new ByteFeed(in);
    this.listener = listener;
  }

  /** Reads to the end and tells the listener of every property and every data message. */
  public static LogAccount read(InputStream in, LogListener listener) throws IOException {
    return new ULogFile(in, listener).read();
  }

  private LogAccount read() throws IOException {
    int head = feed.read(body, 0, HEAD_BYTES);
    if (head == 0) {
      return account(Ending.EMPTY);
    }
    if (head < HEAD_BYTES || !Arrays.equals(body, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      return account(Ending.WRONG_FORMAT);
    }
    while (true) {
      long beforeAppended = nextAppended() - feed.position();
      if (beforeAppended < MESSAGE_HEAD_BYTES) {
        dropped += beforeAppended; // of a message that the crash cut off in its head
        feed.skip(beforeAppended);
      }
      int got = feed.read(body, 0, MESSAGE_HEAD_BYTES);
      if (got == 0) {
        return account(Ending.COMPLETE);
      }
      if (got < MESSAGE_HEAD_BYTES) {
        return account(Ending.CUT_SHORT);
      }
      int size = (body[0] & 0xff) | (body[1] & 0xff) << 8;
      char letter = (char) (body[2] & 0xff);
      long appendedStart = nextAppended();
      if (feed.position() + size > appendedStart) {
        dropped += MESSAGE_HEAD_BYTES + appendedStart - feed.position();
        feed.skip(appendedStart - feed.position());
        continue;
      }
      if (size == 0 || letter < 'A' || letter > 'Z') {
        dropped += MESSAGE_HEAD_BYTES;
        if (!synchronise()) {
          return account(Ending.CUT_SHORT);
        }
        continue;
      }
      if (feed.read(body, 0, size) < size) {
        return account(Ending.CUT_SHORT);
      }
      if (letter == 'B' && !understandsFlags(size)) {
        return account(Ending.NEWER_FORMAT);
      }
      messages++;
      if (!take(letter, size)) {
        return account(Ending.STOPPED);
      }
    }
  }

  private LogAccount account(Ending ending) {
    return new LogAccount(ending, messages, dropped, feed.position());
  }

  /** Where appended data start that are still ahead; where none do, past any end. */
  private long nextAppended() {
    long next = Long.MAX_VALUE;
    for (long offset : appended) {
      if (offset >= feed.position() && offset < next) {
        next = offset;
      }
    }
    return next;
  }

  /** Reads on until just after a synchronisation message; false when none follows. */
  private boolean synchronise() throws IOException {
    int matched = 0;
    while (true) {
      int next = feed.read();
      if (next < 0) {
        return false;
      }
      dropped++;
      // The magic bytes differ from one another, so only its first can start a new match.
      if ((byte) next == SYNC[matched]) {
        matched++;
      } else {
        matched = (byte) next == SYNC[0] ? 1 : 0;
      }
      if (matched == SYNC.length) {
        return true;
      }
    }
  }

  /** Flag bits: the incompatible ones must all be known; only "data appended" is. */
  private boolean understandsFlags(int size) {
    if (size < FLAG_BYTES) {
      return true;
    }
    boolean known = (body[8] & ~1) == 0;
    for (int i = 9; i < APPENDED_OFFSETS; i++) {
      known &= body[i] == 0;
    }
    if (known && (body[8] & 1) == 1) {
      ByteBuffer buffer = ByteBuffer.wrap(body, 0, size).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < MOST_APPENDED; i++) {
        appended[i] = buffer.getLong(APPENDED_OFFSETS + 8 * i);
      }
    }
    return known;
  }

  private boolean take(char letter, int size) {
    switch (letter) {
      case 'F' -> define(new String(body, 0, size, StandardCharsets.US_ASCII));
      case 'A' -> subscribe(size);
      case 'R' -> unsubscribe(size);
      case 'I' -> inform(size);
      case 'D' -> {
        return data(size);
      }
      default -> {
        // Known and of no interest, or not known: its size has been passed over.
      }
    }
    return true;
  }

  private void define(String text) {
    int colon = text.indexOf(':');
    formatCharacters += text.length();
    if (colon > 0 && formats.size() < MOST_FORMATS && formatCharacters < MOST_FORMAT_CHARACTERS) {
      List<String> declarations =
          Arrays.stream(text.substring(colon + 1).split(";", -1))
              .map(String::strip)
              .filter(declaration -> !declaration.isEmpty())
              .toList();
      formats.putIfAbsent(text.substring(0, colon), declarations);
    }
  }

  private void subscribe(int size) {
    if (size < 4) {
      return;
    }
    String name = new String(body, 3, size - 3, StandardCharsets.US_ASCII);
    FieldLayout layout = layouts.get(name);
    if (layout == null) {
      FieldLayout fresh = new FieldLayout(name);
      layout = lay(fresh, "", name, 0) ? fresh : null;
    }
    int number = (body[1] & 0xff) | (body[2] & 0xff) << 8;
    subscriptions[number] = layout == null ? null : new Subscription(layout, body[0] & 0xff);
    if (layout != null) {
      layouts.put(name, layout);
    }
  }

  private void unsubscribe(int size) {
    if (size >= 2) {
      subscriptions[(body[0] & 0xff) | (body[1] & 0xff) << 8] = null;
    }
  }

  /** Lays one format out, formats inside it as {@code outer.inner}; false when it cannot be. */
  private boolean lay(FieldLayout layout, String prefix, String format, int depth) {
    List<String> declarations = formats.get(format);
    if (declarations == null || depth > DEEPEST_NESTING) {
      return false;
    }
    for (String declaration : declarations) {
      if (!layField(layout, prefix, declaration, depth)) {
        return false;
      }
    }
    return true;
  }

  private boolean layField(FieldLayout layout, String prefix, String declaration, int depth) {
    int space = declaration.indexOf(' ');
    if (space < 1) {
      return false;
    }
    String type = declaration.substring(0, space);
    String name = prefix + declaration.substring(space + 1).strip();
    int count = 1;
    int bracket = type.indexOf('[');
    boolean array = bracket > 0;
    if (array) {
      count = count(type.substring(bracket));
      type = type.substring(0, bracket);
    }
    if (count < 1 || count > fieldsLeft) {
      return false;
    }
    if (type.equals("char")) {
      fieldsLeft--;
      layout.add(name, Kind.TEXT, count, 1);
      return layout.bytes() <= LARGEST_BYTES;
    }
    for (int i = 0; i < count; i++) {
      fieldsLeft--;
      String element = array ? name + "[" + i + "]" : name;
      Kind kind = kind(type);
      if (kind == null && !lay(layout, element + ".", type, depth + 1)) {
        return false;
      }
      if (kind != null) {
        layout.add(element, kind, 1, 1);
      }
      if (fieldsLeft < 0 || layout.bytes() > LARGEST_BYTES) {
        return false;
      }
    }
    return true;
  }

  private static int count(String brackets) {
    return brackets.matches("\\[[0-9]{1,5}]")
        ? Integer.parseInt(brackets.substring(1, brackets.length() - 1))
        : 0;
  }

  private static @Nullable Kind kind(String type) {
    return switch (type) {
      case "int8_t" -> Kind.INT8;
      case "uint8_t", "bool" -> Kind.UINT8;
      case "int16_t" -> Kind.INT16;
      case "uint16_t" -> Kind.UINT16;
      case "int32_t" -> Kind.INT32;
      case "uint32_t" -> Kind.UINT32;
      case "int64_t", "uint64_t" -> Kind.INT64;
      case "float" -> Kind.FLOAT32;
      case "double" -> Kind.FLOAT64;
      default -> null;
    };
  }

  private void inform(int size) {
    int keyLength = body[0] & 0xff;
    if (1 + keyLength > size) {
      return;
    }
    String key = new String(body, 1, keyLength, StandardCharsets.US_ASCII);
    int space = key.indexOf(' ');
    if (key.startsWith("char[") && space > 0) {
      String value = new String(body, 1 + keyLength, size - 1 - keyLength, StandardCharsets.UTF_8);
      listener.property(key.substring(space + 1), value.strip());
    }
  }

  private boolean data(int size) {
    if (size < 2) {
      return true;
    }
    Subscription subscription = subscriptions[(body[0] & 0xff) | (body[1] & 0xff) << 8];
    if (subscription == null) {
      return true;
    }
    System.arraycopy(body, 2, body, 0, size - 2);
    return listener.message(subscription.layout().over(body, size - 2, subscription.instance()));
  }
}

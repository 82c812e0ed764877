package org.qyran.ingest.telemetry.klv;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Takes the metadata out of an MPEG-2 transport stream (ISO/IEC 13818-1).
 *
 * <p>The stream's tables name its parts: metadata is one of type 0x15, or of private type 0x06 with
 * the registration {@code KLVA} (MISB ST 1402). The first such part is taken. Its packets are
 * unwrapped, and an access unit's five bytes of header left out; whatever else stands between two
 * sets is passed over by the scanner, lost packets too. Tables are assumed to fit into one packet,
 * which they do while a stream has fewer than some thirty parts.
 *
 * <p>Reads forwards once. One thread at a time.
 */
final class TransportStream {

  static final int PACKET_BYTES = 188;
  static final byte SYNC = 0x47;

  private static final int NOTHING = -1;
  private static final int PRIVATE_DATA = 0x06;
  private static final int METADATA = 0x15;
  private static final int ACCESS_UNIT_HEADER_BYTES = 5;
  private static final int REGISTRATION = 0x05;
  private static final byte[] KLVA = {'K', 'L', 'V', 'A'};
  private static final int CHECK_BYTES = 4;

  private final byte[] packet = new byte[PACKET_BYTES];
  private int tablePart = NOTHING;
  private int metadataPart = NOTHING;
  private int headerBytes;

  /**
   * Reads a stream to its end.
   *
   * @return whether it has a part of metadata
   */
  static boolean read(InputStream in, KlvScanner scanner) throws IOException {
    TransportStream stream = new TransportStream();
    PushbackInputStream bytes = new PushbackInputStream(in, PACKET_BYTES);
    while (bytes.readNBytes(stream.packet, 0, PACKET_BYTES) == PACKET_BYTES) {
      if (stream.packet[0] == SYNC) {
        stream.read(scanner);
      } else {
        bytes.unread(stream.packet, stream.nextSync(), PACKET_BYTES - stream.nextSync());
      }
    }
    return stream.metadataPart != NOTHING;
  }

  private int nextSync() {
    int at = 1;
    while (at < PACKET_BYTES && packet[at] != SYNC) {
      at++;
    }
    return at;
  }

  private void read(KlvScanner scanner) {
    boolean begins = (packet[1] & 0x40) != 0;
    boolean holdsPayload = (packet[3] & 0x10) != 0;
    int part = number(1) & 0x1fff;
    int from = (packet[3] & 0x20) == 0 ? 4 : 5 + (packet[4] & 0xff);
    if (!holdsPayload || from >= PACKET_BYTES) {
      return;
    }
    if (part == 0 && begins) {
      programs(from + 1 + (packet[from] & 0xff));
    } else if (part == tablePart && begins) {
      parts(from + 1 + (packet[from] & 0xff));
    } else if (part == metadataPart) {
      int payload = begins ? elementary(from) : from;
      if (payload < PACKET_BYTES) {
        scanner.accept(packet, payload, PACKET_BYTES - payload);
      }
    }
  }

  /** The first program's table, from the program association section. */
  private void programs(int section) {
    OptionalInt end = sectionEnd(section);
    for (int at = section + 8; end.isPresent() && at + 4 <= end.getAsInt(); at += 4) {
      if (number(at) != 0) {
        tablePart = number(at + 2) & 0x1fff;
        return;
      }
    }
  }

  /** The part with metadata, from the program map section. */
  private void parts(int section) {
    OptionalInt end = sectionEnd(section);
    if (end.isEmpty() || section + 12 > end.getAsInt()) {
      return;
    }
    int at = section + 12 + (number(section + 10) & 0xfff);
    while (metadataPart == NOTHING && at + 5 <= end.getAsInt()) {
      int type = packet[at] & 0xff;
      int described = number(at + 3) & 0xfff;
      int next = Math.min(at + 5 + described, end.getAsInt());
      if (type == METADATA || (type == PRIVATE_DATA && isRegistered(at + 5, next))) {
        metadataPart = number(at + 1) & 0x1fff;
        headerBytes = type == METADATA ? ACCESS_UNIT_HEADER_BYTES : 0;
      }
      at = next;
    }
  }

  private boolean isRegistered(int from, int end) {
    for (int at = from; at + 2 + KLVA.length <= end; at += 2 + (packet[at + 1] & 0xff)) {
      if (packet[at] == REGISTRATION
          && Arrays.equals(packet, at + 2, at + 2 + KLVA.length, KLVA, 0, KLVA.length)) {
        return true;
      }
    }
    return false;
  }

  /** Where a section's entries end; empty when it does not fit into the packet. */
  private OptionalInt sectionEnd(int section) {
    if (section + 3 > PACKET_BYTES) {
      return OptionalInt.empty();
    }
    int end = section + 3 + (number(section + 1) & 0xfff) - CHECK_BYTES;
    return end <= PACKET_BYTES ? OptionalInt.of(end) : OptionalInt.empty();
  }

  /** Where the data of a packetised elementary stream begins, behind its header. */
  private int elementary(int from) {
    return from + 9 > PACKET_BYTES
        ? PACKET_BYTES
        : from + 9 + (packet[from + 8] & 0xff) + headerBytes;
  }

  private int number(int at) {
    return at + 2 > PACKET_BYTES ? 0 : ((packet[at] & 0xff) << 8) | (packet[at + 1] & 0xff);
  }
}

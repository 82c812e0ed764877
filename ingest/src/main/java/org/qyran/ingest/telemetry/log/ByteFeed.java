package org.qyran.ingest.telemetry.log;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is read forwards once and knows how far it has come. One thread at a time. */
final class ByteFeed {

  private static final int CHUNK_BYTES = 64 * 1024;

  private final InputStream in;
  private final byte[] chunk = new byte[CHUNK_BYTES];
  private int next;
  private int end;
  private long position;

  ByteFeed(InputStream in) {
    this.in = in;
  }

  long position() {
    return position;
  }

  /** The next byte, 0 to 255; or -1 at the end. */
  int read() throws IOException {
    if (next == end && !refill()) {
      return -1;
    }
    position++;
    return chunk[next++] & 0xff;
  }

  /** Fills a part of an array; the number of bytes that were really there. */
  int read(byte[] into, int offset, int length) throws IOException {
    int done = 0;
    while (done < length && (next < end || refill())) {
      int step = Math.min(length - done, end - next);
      System.arraycopy(chunk, next, into, offset + done, step);
      next += step;
      done += step;
    }
    position += done;
    return done;
  }

  /** Leaves bytes out, fewer when the end comes first. */
  void skip(long length) throws IOException {
    long left = length;
    while (left > 0 && (next < end || refill())) {
      int step = (int) Math.min(left, end - next);
      next += step;
      left -= step;
      position += step;
    }
  }

  private boolean refill() throws IOException {
    int count = in.read(chunk, 0, chunk.length);
    next = 0;
    end = Math.max(0, count);
    return count > 0;
  }
}

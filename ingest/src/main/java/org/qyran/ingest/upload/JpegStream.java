package org.qyran.ingest.upload;

/**
 * Follows a JPEG byte by byte and tells whether its main picture is complete.
 *
 * <p>Assumes the marker structure of ISO/IEC 10918-1, annex B: segments carry their length, so a
 * thumbnail inside one is stepped over; within a scan 0xFF is followed by 0x00 unless it is a
 * marker. What comes after the end marker (previews, a thermal payload) is not looked at.
 *
 * <p>Holds a few numbers, however long the file. Not for sharing between threads.
 */
final class JpegStream {

  private enum State {
    MARKER_START,
    MARKER,
    LENGTH_HIGH,
    LENGTH_LOW,
    SEGMENT,
    SCAN,
    SCAN_MARKER,
    ENDED,
    BROKEN
  }

  private static final byte MARKER = (byte) 0xFF;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;

  private State state = State.MARKER_START;
  private boolean scanSeen;
  private int marker;
  private int segmentLeftBytes;
  private long headerBytes;

  void accept(byte[] bytes, int count) {
    int at = 0;
    while (at < count && state != State.ENDED && state != State.BROKEN) {
      if (state == State.SEGMENT) {
        int step = Math.min(segmentLeftBytes, count - at);
        segmentLeftBytes -= step;
        at += step;
        if (segmentLeftBytes == 0) {
          state = marker == START_OF_SCAN ? State.SCAN : State.MARKER_START;
        }
      } else if (state == State.SCAN && bytes[at] != MARKER) {
        at = nextMarker(bytes, at, count);
      } else {
        next(bytes[at] & 0xFF);
        at++;
      }
    }
  }

  /** Nearly every byte of a picture lies between two markers, so this loop does nothing else. */
  private static int nextMarker(byte[] bytes, int from, int count) {
    int at = from;
    while (at < count && bytes[at] != MARKER) {
      at++;
    }
    return at;
  }

  /** Whether the end of the main picture was met, with pixels before it. */
  boolean isComplete() {
    return state == State.ENDED && scanSeen;
  }

  /** What was before the pixels, and between their scans. */
  long headerBytes() {
    return headerBytes;
  }

  /** Why it is not complete, as the middle of a sentence. */
  String complaint() {
    if (state == State.BROKEN) {
      return "its JPEG structure is damaged";
    }
    return scanSeen
        ? "the picture breaks off in its pixels"
        : "the picture breaks off before its pixels";
  }

  private void next(int value) {
    switch (state) {
      case MARKER_START -> state = value == 0xFF ? State.MARKER : State.BROKEN;
      case MARKER -> meet(value);
      case LENGTH_HIGH -> {
        segmentLeftBytes = value << 8;
        state = State.LENGTH_LOW;
      }
      case LENGTH_LOW -> {
        int length = segmentLeftBytes + value;
        headerBytes += length;
        segmentLeftBytes = length - 2;
        enterSegment(length);
      }
      case SCAN -> state = State.SCAN_MARKER;
      case SCAN_MARKER -> {
        if (value == 0 || (value >= 0xD0 && value <= 0xD7)) {
          state = State.SCAN;
        } else {
          meet(value);
        }
      }
      case SEGMENT, ENDED, BROKEN -> throw new IllegalStateException("no byte is due in " + state);
    }
  }

  /** Goes where a marker leads; 0xFF before a marker is filling. */
  private void meet(int value) {
    if (value == 0xFF) {
      return;
    }
    marker = value;
    if (value == END_OF_IMAGE) {
      state = State.ENDED;
    } else if (value == 0xD8 || value == 0x01) {
      state = State.MARKER_START;
    } else if (value == 0) {
      state = State.BROKEN;
    } else {
      scanSeen |= value == START_OF_SCAN;
      state = State.LENGTH_HIGH;
    }
  }

  private void enterSegment(int length) {
    if (length < 2) {
      state = State.BROKEN;
    } else if (segmentLeftBytes > 0) {
      state = State.SEGMENT;
    } else {
      state = marker == START_OF_SCAN ? State.SCAN : State.MARKER_START;
    }
  }
}

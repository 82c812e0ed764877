package org.qyran.detection.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * What the first bytes of a picture say, read before anything is decoded.
 *
 * @param widthPixels of the picture
 * @param heightPixels of the picture
 * @param jpeg whether it can be decoded at a fraction of its size
 */
record ImageHeader(int widthPixels, int heightPixels, boolean jpeg) {

  /** The start of a JPEG, ITU-T T.81, table B.1: marker SOI. */
  private static final int START_OF_IMAGE = 0xD8;

  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;

  /**
   * Reads the header.
   *
   * @throws IOException saying what is wrong with the file
   */
  static ImageHeader read(byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      throw new IOException("the file is empty");
    }
    return bytes.length > 3 && isMarker(bytes, 0, START_OF_IMAGE) ? ofJpeg(bytes) : ofOther(bytes);
  }

  /** Walks the marker segments to the first scan; after it there must be an end of image. */
  private static ImageHeader ofJpeg(byte[] bytes) throws IOException {
    int width = 0;
    int height = 0;
    int at = 2;
    while (at + 4 <= bytes.length) {
      if ((bytes[at] & 0xFF) != 0xFF) {
        throw new IOException("the JPEG has no marker at byte " + at);
      }
      int marker = bytes[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
        continue;
      }
      if (isStartOfFrame(marker) && at + 9 <= bytes.length) {
        height = unsigned16(bytes, at + 5);
        width = unsigned16(bytes, at + 7);
      }
      if (marker == START_OF_SCAN) {
        break;
      }
      at += 2 + unsigned16(bytes, at + 2);
    }
    if (width == 0 || height == 0) {
      throw new IOException("the JPEG ends before it says how large it is");
    }
    if (!endsAfter(bytes, at)) {
      throw new IOException("the JPEG is cut short: it has no end-of-image marker");
    }
    return new ImageHeader(width, height, true);
  }

  private static ImageHeader ofOther(byte[] bytes) throws IOException {
    try (MemoryCacheImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new IOException("the file is neither JPEG nor TIFF nor another known picture");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        return new ImageHeader(reader.getWidth(0), reader.getHeight(0), false);
      } catch (RuntimeException e) {
        // The JDK's readers answer damaged headers with whatever went wrong inside them.
        throw new IOException("the header of the picture is damaged: " + e, e);
      } finally {
        reader.dispose();
      }
    }
  }

  /** SOF0 to SOF15, without the tables that share their range (DHT C4, JPG C8, DAC CC). */
  private static boolean isStartOfFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  /** In coded data a byte FF is followed by 00 or a restart marker, so FF D9 is the end. */
  private static boolean endsAfter(byte[] bytes, int scan) {
    for (int at = bytes.length - 2; at > scan; at--) {
      if (isMarker(bytes, at, END_OF_IMAGE)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMarker(byte[] bytes, int at, int marker) {
    return (bytes[at] & 0xFF) == 0xFF && (bytes[at + 1] & 0xFF) == marker;
  }

  private static int unsigned16(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }
}

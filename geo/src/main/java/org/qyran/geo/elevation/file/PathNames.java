package org.qyran.geo.elevation.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Locale;

/** Names of files, and whole reads from them. */
final class PathNames {

  private PathNames() {}

  /** The last part of a path; empty for a root. */
  static String of(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  /** The last part's ending in lower case, without its dot; empty when there is none. */
  static String ending(Path path) {
    String name = of(path);
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Fills what remains of a buffer from a place in a file, or throws. */
  static void readFully(FileChannel channel, ByteBuffer bytes, long position, Path file)
      throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      int count = channel.read(bytes, at);
      if (count < 0) {
        throw new EOFException("the elevation file %s ends too early".formatted(file));
      }
      at += count;
    }
  }
}

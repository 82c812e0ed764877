package org.qyran.ingest.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.qyran.model.ImageRef;

/** Files for a reader of logs; it never looks at their hash. */
final class LogFiles {

  private LogFiles() {}

  static ImageRef of(Path file) {
    try {
      return new ImageRef(
          file.toUri().toString(),
          "0".repeat(64),
          String.valueOf(file.getFileName()),
          Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException("measuring " + file, e);
    }
  }
}

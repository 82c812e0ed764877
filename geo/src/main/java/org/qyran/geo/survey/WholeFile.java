package org.qyran.geo.survey;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a file beside its place and moves it there when it is whole, so that nobody ever reads
 * half a file and a failed run leaves the old one alone.
 *
 * <p>The half-written file is called {@code .NAME.part}; one that a killed run left behind is
 * overwritten. Two programs must not write the same file at once.
 */
public final class WholeFile {

  private WholeFile() {}

  /** Fills an output stream; it is closed by whoever opened it. */
  @FunctionalInterface
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Fills a file that does not exist yet. */
  @FunctionalInterface
  public interface Maker {
    void make(Path file) throws IOException;
  }

  /** Writes bytes. The folder must exist. */
  public static void write(Path file, Body body) throws IOException {
    make(
        file,
        part -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            body.writeTo(out);
          }
        });
  }

  /** Writes a file that needs more than a stream. The folder must exist. */
  public static void make(Path file, Maker maker) throws IOException {
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    Files.deleteIfExists(part);
    try {
      maker.make(part);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}

package org.qyran.detection.onnx.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;

/** Finds the file of a model, which must lie in the folder of its manifest or below it. */
final class ModelFile {

  private static final long MOST_BYTES = 2_000_000_000;

  private ModelFile() {}

  /**
   * The file.
   *
   * @param manifest a file that exists
   * @param href as the manifest names it
   */
  static Path of(Path manifest, Place href) throws IOException {
    Path folder = Objects.requireNonNull(manifest.toRealPath().getParent(), "folder of a file");
    Path relative = relative(href);
    Path named = folder.resolve(relative).normalize();
    if (!named.startsWith(folder)) {
      throw outside(href);
    }
    if (!Files.isRegularFile(named)) {
      throw new IllegalArgumentException(
          "%s is '%s', but there is no such file beside the manifest; copy the model there"
              .formatted(href.where(), href.text()));
    }
    Path real = named.toRealPath();
    if (!real.startsWith(folder)) {
      throw outside(href);
    }
    if (Files.size(real) > MOST_BYTES) {
      throw new IllegalArgumentException(
          "%s names a file of %d bytes, may have %d; use a smaller model"
              .formatted(href.where(), Files.size(real), MOST_BYTES));
    }
    return real;
  }

  private static Path relative(Place href) {
    try {
      Path path = Path.of(href.text());
      if (path.isAbsolute() || href.text().contains(":") || href.text().contains("\\")) {
        throw outside(href);
      }
      return path;
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "%s is '%s', which is no path".formatted(href.where(), href.text()), e);
    }
  }

  private static IllegalArgumentException outside(Place href) {
    return new IllegalArgumentException(
        "%s is '%s', must be a relative path that stays in the manifest's folder; copy the model there"
            .formatted(href.where(), href.text()));
  }
}

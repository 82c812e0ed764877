package org.qyran.geo.gpkg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The texts beside this class: tables, triggers and styles. */
final class PackageText {

  /** Statements of a script are divided by a line that holds only this. */
  private static final String DIVIDER = "\n;;\n";

  private PackageText() {}

  /** A text as it is. */
  static String of(String name) {
    try (InputStream in = PackageText.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside " + PackageText.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /** The statements of a script, with the name of a layer put in. */
  static List<String> statements(String name, String layer) {
    return List.of(of(name).replace("${layer}", layer).strip().split(DIVIDER, -1));
  }
}

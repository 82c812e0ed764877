package org.qyran.sampledata;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where real recordings rest beside the project, for tests tagged {@code real}. They are no part of
 * the repository; a test that needs one says so and is skipped where the folder is absent.
 */
public final class RealData {

  private RealData() {}

  /** The folder {@code ../shared/data/real/NAME} beside the project. */
  public static Optional<Path> find(String name) {
    Path folder = root().resolveSibling("shared").resolve("data/real").resolve(name);
    return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
  }

  /** What a test says when it is skipped. */
  public static String absent(String name) {
    return "skipped: ../shared/data/real/%s is absent, so nothing real was tested".formatted(name);
  }

  /** The root of the project's checkout, which the build names. */
  public static Path root() {
    return Path.of(System.getProperty("qyran.root", "")).toAbsolutePath().normalize();
  }
}

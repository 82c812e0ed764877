package org.qyran.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What picocli puts into a command's fields before it calls the command. */
final class Injected {

  private Injected() {}

  static CommandSpec of(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("the command was not built by picocli");
    }
    return spec;
  }
}

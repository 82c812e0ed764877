package org.qyran.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qyran.jobs.settings.Settings;
import org.qyran.jobs.settings.SettingsException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command that places pictures on the ground is asked with. */
final class GroundOptions {

  @Option(
      names = "--terrain",
      paramLabel = "DEM",
      description =
          "Elevation: a GeoTIFF, HGT, DTED or VRT file, or a folder of such tiles; may be given"
              + " several times, the first that covers wins.")
  private List<Path> terrain = List.of();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings, a properties file; keys are listed in docs/SETTINGS.md.")
  private @Nullable Path config;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** Files and folders, each of which is there. */
  List<Path> terrain() {
    terrain.forEach(path -> requireExists(path, "terrain"));
    return terrain;
  }

  /** Of the file, or the defaults. */
  Settings settings() throws IOException, SettingsException {
    if (config == null) {
      return Settings.defaults();
    }
    requireExists(config, "config");
    return Settings.read(config);
  }

  private void requireExists(Path path, String what) {
    if (!Files.exists(path)) {
      throw new ParameterException(
          Injected.of(command).commandLine(), "%s %s does not exist".formatted(what, path));
    }
  }
}

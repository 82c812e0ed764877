package org.qyran.evaluation.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.qyran.evaluation.geojson.Fields;
import org.qyran.evaluation.geojson.JsonFile;
import org.qyran.evaluation.geojson.MapFeature;
import org.qyran.evaluation.table.CsvTable;
import org.qyran.evaluation.truth.TargetKind;

/**
 * The result of a run.
 *
 * @param folder it was read from
 * @param targets that were flagged, of a kind that is looked for
 * @param patches of ground that were looked at, gaps and hidden ground left out
 */
public record RunFolder(Path folder, List<FoundTarget> targets, List<CoveredPatch> patches) {

  public RunFolder {
    targets = List.copyOf(targets);
    patches = List.copyOf(patches);
  }

  /**
   * Reads a result folder.
   *
   * @throws IOException when {@code targets.geojson}, {@code coverage.geojson} or {@code
   *     frames.csv} is not there or damaged
   */
  public static RunFolder read(Path folder) throws IOException {
    for (String name : List.of("targets.geojson", "coverage.geojson", "frames.csv")) {
      if (!Files.exists(folder.resolve(name))) {
        throw new IOException(
            "there is no %s in %s; is that the folder of a finished run?".formatted(name, folder));
      }
    }
    Map<String, String> files = filesByHash(folder.resolve("frames.csv"));
    return new RunFolder(
        folder,
        targets(folder.resolve("targets.geojson"), files),
        patches(folder.resolve("coverage.geojson")));
  }

  private static Map<String, String> filesByHash(Path file) throws IOException {
    Map<String, String> files = new HashMap<>();
    for (CsvTable.Row row : CsvTable.read(file).rows()) {
      String name = row.text("file");
      row.findText("sha256").ifPresent(hash -> files.putIfAbsent(hash, name));
    }
    return files;
  }

  private static List<FoundTarget> targets(Path file, Map<String, String> files)
      throws IOException {
    List<FoundTarget> targets = new ArrayList<>();
    for (MapFeature feature : JsonFile.features(file)) {
      String type = feature.fields().findText("type").orElse("");
      TargetKind.of(type).ifPresent(kind -> targets.add(target(feature, kind, type, files)));
    }
    return targets;
  }

  private static FoundTarget target(
      MapFeature feature, TargetKind kind, String type, Map<String, String> files) {
    Fields fields = feature.fields();
    Set<String> looks =
        fields.list("frames").stream()
            .flatMap(frame -> frame.findText("sha256").stream())
            .map(hash -> files.getOrDefault(hash, hash))
            .collect(Collectors.toSet());
    OptionalDouble area = fields.findNumber("area_m2");
    return new FoundTarget(
        fields.findText("id").orElse(""),
        kind,
        type,
        fields.findNumber("score").orElse(0),
        fields.findNumber("probability").orElse(-1),
        area.orElse(Double.NaN),
        fields.findNumber("area_lo").orElse(Double.NaN),
        fields.findNumber("area_hi").orElse(Double.NaN),
        fields.findNumber("ce90_m").orElse(0),
        feature.areas(),
        looks,
        fields.texts("chips"));
  }

  private static List<CoveredPatch> patches(Path file) throws IOException {
    List<CoveredPatch> patches = new ArrayList<>();
    for (MapFeature feature : JsonFile.features(file)) {
      boolean hidden =
          feature.fields().findText("state").filter("could_not_be_seen"::equals).isPresent();
      if (!hidden && !feature.fields().isTrue("gap") && !feature.areas().isEmpty()) {
        patches.add(new CoveredPatch(feature.areas(), feature.fields().numbersByNumber("pod")));
      }
    }
    return patches;
  }
}

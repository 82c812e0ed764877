package org.qyran.evaluation.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.qyran.evaluation.geojson.Fields;
import org.qyran.evaluation.geojson.JsonFile;
import org.qyran.evaluation.geojson.MapFeature;
import org.qyran.evaluation.table.CsvTable;
import org.qyran.geo.axes.Place;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;

/**
 * Reads a truth folder. {@code targets.geojson} must be there; every other file that is missing is
 * an empty list and a sentence about what cannot be said without it.
 */
public final class TruthReader {

  private static final String UNKNOWN = "unknown";

  private final Path folder;
  private final List<String> notes = new ArrayList<>();

  private TruthReader(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads.
   *
   * @throws IOException when there is no {@code targets.geojson}, or a file is damaged
   */
  public static Truth read(Path folder) throws IOException {
    return new TruthReader(folder).truth();
  }

  private Truth truth() throws IOException {
    Path targets = folder.resolve("targets.geojson");
    if (!Files.exists(targets)) {
      throw new IOException(
          "there is no %s; a truth needs one, see docs/SIMULATION.md".formatted(targets));
    }
    return new Truth(
        folder,
        facts(),
        targets(targets),
        confusers(),
        objects(),
        poses(),
        visibility(),
        Files.exists(folder.resolve("visibility.csv")),
        notes);
  }

  private boolean has(String file, String without) {
    if (Files.exists(folder.resolve(file))) {
      return true;
    }
    notes.add("The truth has no %s: %s.".formatted(file, without));
    return false;
  }

  private SurveyFacts facts() throws IOException {
    if (!has("survey.json", "world and month are unknown, the flight is looked for beside it")) {
      return new SurveyFacts(
          UNKNOWN,
          UNKNOWN,
          existing(List.of("../flight")),
          existing(List.of("../dem.tif")),
          Double.NaN);
    }
    Fields fields = JsonFile.object(folder.resolve("survey.json"));
    return new SurveyFacts(
        fields.findText("world").orElse(UNKNOWN),
        fields.findText("month").orElse(UNKNOWN),
        existing(fields.texts("flight")),
        existing(fields.texts("terrain")),
        fields.findNumber("surveyed_m2").orElse(Double.NaN));
  }

  private List<Path> existing(List<String> paths) {
    return paths.stream()
        .map(path -> folder.resolve(path).normalize())
        .filter(Files::exists)
        .toList();
  }

  private static List<TrueTarget> targets(Path file) throws IOException {
    List<TrueTarget> targets = new ArrayList<>();
    for (MapFeature feature : JsonFile.features(file)) {
      Fields fields = feature.fields();
      String id = fields.findText("id").orElse("target-" + (targets.size() + 1));
      String type = fields.findText("type").orElse("");
      TargetKind kind =
          TargetKind.of(type)
              .orElseThrow(
                  () ->
                      new IOException(
                          "%s: target %s has the type '%s', must be cannabis_plantation or"
                              .formatted(file, id, type)
                              .concat(" structure_of_interest")));
      try {
        targets.add(
            new TrueTarget(
                id,
                kind,
                fields.findText("subtype").orElse(UNKNOWN),
                fields.findNumber("area_m2").orElse(0),
                feature.areas(),
                fields.findNumber("height_m").orElse(0)));
      } catch (IllegalArgumentException e) {
        throw new IOException(file + ": " + e.getMessage(), e);
      }
    }
    return targets;
  }

  private List<Confuser> confusers() throws IOException {
    List<Confuser> confusers = new ArrayList<>();
    if (has("confusers.geojson", "no false alarm can be laid at a confuser's door")) {
      for (MapFeature feature : JsonFile.features(folder.resolve("confusers.geojson"))) {
        confusers.add(
            new Confuser(
                feature.fields().findText("id").orElse("confuser-" + (confusers.size() + 1)),
                feature.fields().findText("class").orElse(UNKNOWN),
                feature.areas()));
      }
    }
    return confusers;
  }

  private List<TrueObject> objects() throws IOException {
    List<TrueObject> objects = new ArrayList<>();
    if (has("objects.csv", "no false alarm can be laid at a single tree's door")) {
      for (CsvTable.Row row : CsvTable.read(folder.resolve("objects.csv")).rows()) {
        objects.add(new TrueObject(row.text("class"), point(row), row.number("radius_m")));
      }
    }
    return objects;
  }

  private List<TruePose> poses() throws IOException {
    List<TruePose> poses = new ArrayList<>();
    if (has("poses.csv", "misses cannot be shown in pictures")) {
      for (CsvTable.Row row : CsvTable.read(folder.resolve("poses.csv")).rows()) {
        poses.add(
            new TruePose(
                row.text("file"),
                new Place(point(row), row.number("height_m")),
                new Attitude(
                    row.number("yaw_deg"), row.number("pitch_deg"), row.number("roll_deg"))));
      }
    }
    return poses;
  }

  private List<Visibility> visibility() throws IOException {
    List<Visibility> rows = new ArrayList<>();
    if (has("visibility.csv", "every target on surveyed ground is taken to have been visible")) {
      for (CsvTable.Row row : CsvTable.read(folder.resolve("visibility.csv")).rows()) {
        rows.add(
            new Visibility(
                row.text("file"),
                row.text("target"),
                row.number("share_in_frame"),
                row.number("share_visible"),
                row.findNumber("share_sunlit").orElse(1),
                row.findNumber("pixels").orElse(0),
                row.findNumber("gsd_m").orElse(Double.NaN),
                row.findNumber("off_nadir_deg").orElse(Double.NaN),
                row.findNumber("slope_deg").orElse(Double.NaN)));
      }
    }
    return rows;
  }

  private static GeoPoint point(CsvTable.Row row) throws IOException {
    return new GeoPoint(row.number("lat"), row.number("lon"));
  }
}

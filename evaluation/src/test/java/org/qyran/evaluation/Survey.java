package org.qyran.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.qyran.evaluation.match.Comparison;
import org.qyran.evaluation.match.SurveyCase;
import org.qyran.evaluation.run.RunFolder;
import org.qyran.evaluation.truth.TruthReader;

/**
 * A truth folder and a run folder of rectangles, laid out by a test in metres east and north of a
 * point on the equator, where a degree is 111,319.49 m east and 110,574.28 m north (WGS 84).
 */
public final class Survey {

  private static final double METERS_PER_DEGREE_EAST = 111_319.49;
  private static final double METERS_PER_DEGREE_NORTH = 110_574.28;
  private static final double LONGITUDE = 10;

  private final Path folder;
  private final List<String> targets = new ArrayList<>();
  private final List<String> confusers = new ArrayList<>();
  private final List<String> objects = new ArrayList<>();
  private final List<String> visibility = new ArrayList<>();
  private final List<String> found = new ArrayList<>();
  private final List<String> coverage = new ArrayList<>();
  private String facts = "";

  public Survey(Path folder) {
    this.folder = folder;
  }

  /** A rectangle: its lower left corner and its sides, in metres. */
  public record Box(double east, double north, double width, double height) {}

  public static Box box(double east, double north, double width, double height) {
    return new Box(east, north, width, height);
  }

  public Survey plantation(String id, Box box) {
    return truth(id, "cannabis_plantation", "rows", box);
  }

  public Survey structure(String id, Box box) {
    return truth(id, "structure_of_interest", "tent", box);
  }

  private Survey truth(String id, String type, String subtype, Box box) {
    targets.add(
        feature(
            say(
                "\"id\":\"%s\",\"type\":\"%s\",\"subtype\":\"%s\",\"area_m2\":%.2f,\"height_m\":0",
                id, type, subtype, box.width() * box.height()),
            box));
    return this;
  }

  public Survey confuser(String id, String name, Box box) {
    confusers.add(feature(say("\"id\":\"%s\",\"class\":\"%s\"", id, name), box));
    return this;
  }

  public Survey object(String name, double east, double north, double radius) {
    objects.add(
        say(
            "%s,%.9f,%.9f,%.2f,1.0",
            name,
            north / METERS_PER_DEGREE_NORTH,
            LONGITUDE + east / METERS_PER_DEGREE_EAST,
            radius));
    return this;
  }

  public Survey visible(String target, double share, double offNadirDegrees) {
    visibility.add(say("a.jpg,%s,1.0,%.2f,1.0,500,0.05,%.1f,2.0", target, share, offNadirDegrees));
    return this;
  }

  public Survey of(String world, int month) {
    facts = say("{\"simulated\":true,\"world\":\"%s\",\"month\":%d}", world, month);
    return this;
  }

  public Survey stand(String id, double score, Box box) {
    return found(id, "vegetation_stand", score, 5, "null", box);
  }

  public Survey made(String id, double score, Box box) {
    return found(id, "structure_of_interest", score, 5, "null", box);
  }

  public Survey found(
      String id, String type, double score, double ce90, String probability, Box box) {
    double area = box.width() * box.height();
    found.add(
        feature(
            say(
                "\"id\":\"%s\",\"type\":\"%s\",\"score\":%.3f,\"probability\":%s,\"area_m2\":%.2f,"
                    + "\"area_lo\":%.2f,\"area_hi\":%.2f,\"ce90_m\":%.2f,"
                    + "\"frames\":[{\"sha256\":\"a1\"}],\"chips\":[]",
                id, type, score, probability, area, area * 0.8, area * 1.2, ce90),
            box));
    return this;
  }

  public Survey covered(Box box, String detectionProbabilities) {
    coverage.add(feature("\"gap\":false,\"pod\":" + detectionProbabilities, box));
    return this;
  }

  public Survey gap(Box box) {
    coverage.add(feature("\"gap\":true,\"pod\":null", box));
    return this;
  }

  public Path truthFolder() {
    return folder.resolve("truth");
  }

  public Path runFolder() {
    return folder.resolve("run");
  }

  /** Writes both folders; truth files that nothing was put in are left out. */
  public Survey write() throws IOException {
    Files.createDirectories(truthFolder());
    Files.createDirectories(runFolder());
    write(truthFolder(), "targets.geojson", collection(targets));
    if (!facts.isEmpty()) {
      write(truthFolder(), "survey.json", facts);
    }
    if (!confusers.isEmpty()) {
      write(truthFolder(), "confusers.geojson", collection(confusers));
    }
    if (!objects.isEmpty()) {
      write(
          truthFolder(),
          "objects.csv",
          "class,lat,lon,radius_m,height_m\n" + String.join("\n", objects) + "\n");
    }
    if (!visibility.isEmpty()) {
      write(
          truthFolder(),
          "visibility.csv",
          "file,target,share_in_frame,share_visible,share_sunlit,pixels,gsd_m,off_nadir_deg,slope_deg\n"
              + String.join("\n", visibility)
              + "\n");
    }
    write(runFolder(), "targets.geojson", collection(found));
    write(runFolder(), "coverage.geojson", collection(coverage));
    write(runFolder(), "frames.csv", "file,sha256,status\na.jpg,a1,processed\n");
    return this;
  }

  /** The case that the two folders make, by way of the disk. */
  public SurveyCase compared() throws IOException {
    write();
    return Comparison.of(TruthReader.read(truthFolder()), RunFolder.read(runFolder()));
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String collection(List<String> features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",\n", features) + "]}";
  }

  private static String feature(String properties, Box box) {
    double west = LONGITUDE + box.east() / METERS_PER_DEGREE_EAST;
    double east = LONGITUDE + (box.east() + box.width()) / METERS_PER_DEGREE_EAST;
    double south = box.north() / METERS_PER_DEGREE_NORTH;
    double north = (box.north() + box.height()) / METERS_PER_DEGREE_NORTH;
    return say(
        "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[%.10f,%.10f],[%.10f,%.10f],[%.10f,%.10f],[%.10f,%.10f],[%.10f,%.10f]]]}}",
        properties, west, south, east, south, east, north, west, north, west, south);
  }

  private static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}

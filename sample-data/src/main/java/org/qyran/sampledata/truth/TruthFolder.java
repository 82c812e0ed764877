package org.qyran.sampledata.truth;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.qyran.model.GeoPoint;
import org.qyran.sampledata.camera.Pose;
import org.qyran.sampledata.place.LocalPlane;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.plant.Standing;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.surface.Country;
import org.qyran.sampledata.world.Lookalike;
import org.qyran.sampledata.world.TrueTarget;

/**
 * Writes the files of the folder {@code truth}, by docs/SIMULATION.md. Degrees have eight decimals,
 * a millimetre; heights are above the WGS 84 ellipsoid unless the column says otherwise.
 */
public final class TruthFolder {

  private static final String POSES =
      "file,time,lat,lon,height_m,height_msl_m,yaw_deg,pitch_deg,roll_deg,"
          + "stated_time,stated_lat,stated_lon,stated_height_m,"
          + "stated_yaw_deg,stated_pitch_deg,stated_roll_deg\n";

  private static final String VISIBILITY =
      "file,target,share_in_frame,share_visible,share_sunlit,pixels,gsd_m,off_nadir_deg,"
          + "slope_deg\n";

  /** A thing smaller than this is not told one by one. */
  private static final double SMALLEST_SINGLE_SQUARE_METERS = 1;

  private final Path folder;
  private final LocalPlane plane;
  private final double undulationMeters;
  private final Country country;

  /**
   * A folder, which is made where it is missing.
   *
   * @param plane that the world lives in
   * @param undulationMeters of the geoid there, above the ellipsoid
   */
  public TruthFolder(Path folder, LocalPlane plane, double undulationMeters, Country country)
      throws IOException {
    this.folder = Files.createDirectories(folder);
    this.plane = plane;
    this.undulationMeters = undulationMeters;
    this.country = country;
  }

  /**
   * A file of the flight.
   *
   * @param file its name
   * @param time true
   * @param truth true pose
   * @param statedTime as the file tells, or its flight's log
   * @param stated pose as they tell
   */
  public record PosedFile(String file, Instant time, Pose truth, Instant statedTime, Pose stated) {}

  /**
   * What a frame could have seen of a target.
   *
   * @param file the frame's first
   * @param target its id
   */
  public record Sighted(String file, String target, Visibility.Seen seen) {}

  /** Writes {@code targets.geojson}. */
  public void targets(List<TrueTarget> targets, String date) throws IOException {
    Files.writeString(
        folder.resolve("targets.geojson"),
        collection(targets.stream().map(target -> feature(target, date)).toList()));
  }

  /** Writes {@code confusers.geojson}. */
  public void confusers(List<Lookalike> lookalikes) throws IOException {
    Files.writeString(
        folder.resolve("confusers.geojson"),
        collection(lookalikes.stream().map(this::feature).toList()));
  }

  /** Writes {@code objects.csv} of what a walk over the country names. */
  public void objects(Consumer<Consumer<Standing>> walk) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("objects.csv"))) {
      out.write("class,lat,lon,radius_m,height_m\n");
      walk.accept(
          single -> {
            double radius = single.radiusMeters();
            if (Math.PI * radius * radius >= SMALLEST_SINGLE_SQUARE_METERS) {
              write(out, row(single));
            }
          });
    }
  }

  /** Writes {@code poses.csv}. */
  public void poses(List<PosedFile> files) throws IOException {
    Files.writeString(
        folder.resolve("poses.csv"),
        files.stream().map(this::row).collect(Collectors.joining("", POSES, "")));
  }

  /** Writes {@code visibility.csv}. */
  public void visibility(List<Sighted> sighted) throws IOException {
    Files.writeString(
        folder.resolve("visibility.csv"),
        sighted.stream().map(TruthFolder::row).collect(Collectors.joining("", VISIBILITY, "")));
  }

  /** Writes {@code survey.json}, of members that are already JSON. */
  public void survey(List<String> members) throws IOException {
    Files.writeString(
        folder.resolve("survey.json"), "{\n  " + String.join(",\n  ", members) + "\n}\n");
  }

  private static String collection(List<String> features) {
    return features.stream()
        .collect(
            Collectors.joining(
                ",\n", "{\"type\": \"FeatureCollection\", \"features\": [\n", "\n]}\n"));
  }

  private String feature(TrueTarget target, String date) {
    PlanePoint middle = target.outline().middle();
    GeoPoint center = plane.geoPointAt(middle);
    return String.format(
        Locale.ROOT,
        """
        {"type": "Feature", "id": "%s", "properties": {"id": "%s", "type": "%s", "subtype": "%s", \
        "area_m2": %.2f, "plants": %d, "lat": %.8f, "lon": %.8f, "height_m": %.2f, \
        "object_height_m": %.2f, "date": "%s"}, "geometry": %s}""",
        target.id(),
        target.id(),
        target.type().wireName(),
        target.subtype(),
        target.outline().areaSquareMeters(),
        target.plants(),
        center.latitudeDegrees(),
        center.longitudeDegrees(),
        country.groundMeters(middle.eastMeters(), middle.northMeters()) + undulationMeters,
        target.objectMeters(),
        date,
        polygon(target.outline()));
  }

  private String feature(Lookalike lookalike) {
    return String.format(
        Locale.ROOT,
        """
        {"type": "Feature", "id": "%s", "properties": {"id": "%s", "class": "%s", "kind": "%s", \
        "area_m2": %.2f, "object_height_m": %.2f}, "geometry": %s}""",
        lookalike.id(),
        lookalike.id(),
        lookalike.name(),
        lookalike.kind().wireName(),
        lookalike.outline().areaSquareMeters(),
        lookalike.objectMeters(),
        polygon(lookalike.outline()));
  }

  /** GeoJSON wants longitude first, and the first corner again at the end. */
  private String polygon(Outline outline) {
    List<PlanePoint> closed = new ArrayList<>(outline.corners());
    closed.add(closed.get(0));
    return closed.stream()
        .map(plane::geoPointAt)
        .map(
            corner ->
                String.format(
                    Locale.ROOT,
                    "[%.8f, %.8f]",
                    corner.longitudeDegrees(),
                    corner.latitudeDegrees()))
        .collect(Collectors.joining(", ", "{\"type\": \"Polygon\", \"coordinates\": [[", "]]}"));
  }

  private String row(Standing single) {
    GeoPoint place = plane.geoPointAt(new PlanePoint(single.eastMeters(), single.northMeters()));
    return String.format(
        Locale.ROOT,
        "%s,%.7f,%.7f,%.2f,%.2f\n",
        single.kind(),
        place.latitudeDegrees(),
        place.longitudeDegrees(),
        single.radiusMeters(),
        single.topMeters());
  }

  private String row(PosedFile file) {
    return "%s,%s,%s,%s,%s,%s\n"
        .formatted(
            file.file(),
            file.time(),
            place(file.truth(), true),
            angles(file.truth()),
            file.statedTime() + "," + place(file.stated(), false),
            angles(file.stated()));
  }

  private String place(Pose pose, boolean withSeaLevel) {
    GeoPoint place = plane.geoPointAt(pose.place());
    String text =
        String.format(
            Locale.ROOT,
            "%.8f,%.8f,%.3f",
            place.latitudeDegrees(),
            place.longitudeDegrees(),
            pose.upMeters() + undulationMeters);
    return withSeaLevel ? text + String.format(Locale.ROOT, ",%.3f", pose.upMeters()) : text;
  }

  private static String angles(Pose pose) {
    return String.format(
        Locale.ROOT,
        "%.3f,%.3f,%.3f",
        pose.attitude().yawDegrees(),
        pose.attitude().pitchDegrees(),
        pose.attitude().rollDegrees());
  }

  private static String row(Sighted sighted) {
    Visibility.Seen seen = sighted.seen();
    return String.format(
        Locale.ROOT,
        "%s,%s,%.3f,%.3f,%.3f,%.0f,%.4f,%.2f,%.2f\n",
        sighted.file(),
        sighted.target(),
        seen.shareInFrame(),
        seen.shareVisible(),
        seen.shareSunlit(),
        seen.pixels(),
        seen.groundSamplingMeters(),
        seen.offNadirDegrees(),
        seen.slopeDegrees());
  }

  private static void write(BufferedWriter out, String row) {
    try {
      out.write(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.qyran.app.locate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qyran.geo.locate.GroundFix;
import org.qyran.geo.locate.GroundLocator;
import org.qyran.geo.locate.LocateSettings;
import org.qyran.geo.mosaic.MosaicLocator;
import org.qyran.geo.terrain.Terrain;
import org.qyran.geo.terrain.TerrainSettings;
import org.qyran.ingest.metadata.MetadataReader;
import org.qyran.ingest.metadata.ReadSettings;
import org.qyran.jobs.settings.Settings;
import org.qyran.model.CameraModel;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.IssueCode;
import org.qyran.model.Outcome;
import org.qyran.model.PixelPoint;
import org.qyran.model.RunWarning;

/**
 * Finds the ground points of a table of pixels.
 *
 * <p>Every row of the table gives one row of the answer, in the same order. A picture is read once,
 * however many rows name it. A pixel outside its picture is refused: a swapped or mistyped number
 * must not come out as a place.
 */
public final class PointLocation {

  /**
   * What is asked.
   *
   * @param points the table
   * @param terrain elevation rasters, the first that covers wins
   * @param run the result folder whose poses are taken
   * @param map where places are wanted in easting and northing as well
   */
  public record Question(
      Path points,
      List<Path> terrain,
      @Nullable Path run,
      @Nullable String map,
      Settings settings) {

    public Question {
      terrain = List.copyOf(terrain);
    }
  }

  /**
   * How it went.
   *
   * @param points asked for
   * @param pictures named
   * @param refused points without a place
   */
  public record Summary(int points, int pictures, int refused) {}

  /** What is needed to answer for one picture. */
  private record Seen(Frame frame, Function<PixelPoint, Outcome<GroundFix>> places) {}

  private final Question question;
  private final List<AskedPoint> points;
  private final @Nullable AskedMap map;
  private final GroundLocator ground;
  private final MosaicLocator mosaics;
  private final @Nullable RunPoses poses;

  /**
   * Reads what is asked, and the terrain.
   *
   * @throws IOException with one sentence for a person when any of it cannot be used
   */
  public PointLocation(Question question) throws IOException {
    this.question = question;
    map = question.map() == null ? null : AskedMap.of(question.map());
    points = PointsCsv.read(question.points());
    poses = question.run() == null ? null : RunPoses.read(question.run());
    Settings settings = question.settings();
    Terrain terrain = Terrain.open(question.terrain(), settings.room(TerrainSettings.class));
    ground = new GroundLocator(terrain, settings.room(LocateSettings.class));
    mosaics = new MosaicLocator(terrain);
  }

  /**
   * Answers.
   *
   * @param out gets the table
   * @param warnings told what a person should know about the flights
   */
  public Summary into(Appendable out, Consumer<RunWarning> warnings) throws IOException {
    Map<String, Outcome<Seen>> seen = look(warnings);
    PlacesCsv table = new PlacesCsv(out, Optional.ofNullable(map));
    int refused = 0;
    for (AskedPoint point : points) {
      Outcome<GroundFix> fix =
          seen.getOrDefault(point.file(), missing(point.file()))
              .then(picture -> locate(picture, point.pixel()));
      Optional<FrameIssue> issue = fix.findIssue();
      if (issue.isPresent()) {
        refused++;
        table.refused(point, issue.get());
      } else {
        table.found(point, fix.find().orElseThrow());
      }
    }
    return new Summary(points.size(), seen.size(), refused);
  }

  /** Every picture that is named, by the name the table has for it. */
  private Map<String, Outcome<Seen>> look(Consumer<RunWarning> warnings) {
    Map<String, Path> files = new HashMap<>();
    for (AskedPoint point : points) {
      files.computeIfAbsent(point.file(), this::resolved);
    }
    ReadSettings reading = question.settings().room(ReadSettings.class);
    Map<Path, Outcome<Frame>> frames =
        new NamedPictures(new MetadataReader(reading), question.settings().mosaicReader(), warnings)
            .read(files.values().stream().distinct().sorted().toList());
    Map<Path, Outcome<Seen>> byPath = new HashMap<>();
    frames.forEach((path, frame) -> byPath.put(path, frame.then(this::see)));
    Map<String, Outcome<Seen>> seen = new HashMap<>();
    files.forEach((name, path) -> seen.put(name, byPath.getOrDefault(path, missing(name))));
    return seen;
  }

  /** An orthophoto has places and no pose, whatever a run says. */
  private Outcome<Seen> see(Frame frame) {
    if (frame.findWindow().isPresent()) {
      return Outcome.found(new Seen(frame, pixel -> mosaics.locate(frame, pixel)));
    }
    Outcome<Frame> posed = poses == null ? Outcome.found(frame) : poses.onto(frame);
    return posed.then(
        placed ->
            ground.over(placed).then(locator -> Outcome.found(new Seen(placed, locator::locate))));
  }

  /** Beside the table, else in the working folder; null for what is no path at all. */
  private @Nullable Path resolved(String file) {
    try {
      Path table = question.points().toAbsolutePath().normalize();
      Path beside = table.resolveSibling(file).normalize();
      return Files.exists(beside) ? beside : Path.of(file).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static Outcome<Seen> missing(String file) {
    return Outcome.rejected(
        new FrameIssue(IssueCode.UNREADABLE, "", file, "", "There is no such file."));
  }

  private static Outcome<GroundFix> locate(Seen picture, PixelPoint pixel) {
    CameraModel camera = picture.frame().camera();
    boolean inside =
        pixel.xPixels() >= 0
            && pixel.yPixels() >= 0
            && pixel.xPixels() <= camera.widthPixels()
            && pixel.yPixels() <= camera.heightPixels();
    if (!inside) {
      return Outcome.rejected(
          FrameIssue.of(
              IssueCode.RAY_MISSES_GROUND,
              picture.frame().flight(),
              picture.frame().image(),
              String.format(
                  Locale.ROOT,
                  "pixel (%.1f, %.1f) lies outside the picture of %d x %d pixels",
                  pixel.xPixels(),
                  pixel.yPixels(),
                  camera.widthPixels(),
                  camera.heightPixels())));
    }
    return picture.places().apply(pixel);
  }
}

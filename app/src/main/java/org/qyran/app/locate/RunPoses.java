package org.qyran.app.locate;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.qyran.model.Attitude;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.Outcome;
import org.qyran.model.PlatformState;
import org.qyran.model.PoseError;

/**
 * The poses that a run ended up with, out of its {@code frames.csv}.
 *
 * <p>A picture is known by its SHA-256, else by its name where only one row ends with it. Heights
 * above ground and take-off, and the errors of the pose, are those of the picture: the table has
 * none. Its decimals are worth a few millimetres on the ground.
 */
final class RunPoses {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private static final List<String> POSE =
      List.of("lat", "lon", "height_m", "yaw_deg", "pitch_deg", "roll_deg");

  /**
   * Of a pose that came out of a flight log, with an airframe's angles: the worst that is paired.
   */
  private static final PoseError LOGGED = new PoseError(3, 5, 8, 5);

  private final Path folder;
  private final Map<String, CSVRecord> rowsByHash = new HashMap<>();
  private final Map<String, List<CSVRecord>> rowsByName = new HashMap<>();

  private RunPoses(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads a result folder.
   *
   * @throws IOException with one sentence for a person when it is none
   */
  static RunPoses read(Path folder) throws IOException {
    RunPoses poses = new RunPoses(folder);
    try (Reader text =
            Files.newBufferedReader(folder.resolve("frames.csv"), StandardCharsets.UTF_8);
        CSVParser rows = FORMAT.parse(text)) {
      if (!rows.getHeaderNames().containsAll(List.of("file", "sha256", "status", "reason"))
          || !rows.getHeaderNames().containsAll(POSE)) {
        throw new IOException("%s/frames.csv is not that of a run".formatted(folder));
      }
      rows.forEach(poses::add);
    } catch (NoSuchFileException e) {
      throw new IOException("%s is no result of a run: it has no frames.csv".formatted(folder), e);
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw new IOException(
          "%s/frames.csv cannot be read: %s".formatted(folder, e.getMessage()), e);
    }
    return poses;
  }

  private void add(CSVRecord row) {
    rowsByHash.merge(row.get("sha256"), row, (one, other) -> hasPose(one) ? one : other);
    rowsByName.computeIfAbsent(lastName(row.get("file")), name -> new ArrayList<>()).add(row);
  }

  /**
   * The frame with the run's pose.
   *
   * @return the frame; or why the run has no pose of it: the run's own reason, or {@code
   *     NO_POSITION} where the run does not know the picture
   */
  Outcome<Frame> onto(Frame frame) {
    Optional<CSVRecord> row = findRow(frame.image());
    if (row.isEmpty()) {
      return rejected(
          frame,
          IssueCode.NO_POSITION,
          "The run in %s does not know this picture; run it with the others, or leave out --run."
              .formatted(folder));
    }
    if (!hasPose(row.get())) {
      return rejected(frame, reason(row.get()), "The run has no pose of this picture.");
    }
    return Outcome.found(placed(frame, row.get()));
  }

  /** Absent where neither the bytes nor the name are known, or several pictures have the name. */
  private Optional<CSVRecord> findRow(ImageRef image) {
    CSVRecord same = rowsByHash.get(image.sha256());
    if (same != null) {
      return Optional.of(same);
    }
    List<CSVRecord> named = rowsByName.getOrDefault(lastName(image.file()), List.of());
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  private static String lastName(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  private static boolean hasPose(CSVRecord row) {
    return POSE.stream().noneMatch(column -> row.get(column).isBlank());
  }

  private static IssueCode reason(CSVRecord row) {
    return Arrays.stream(IssueCode.values())
        .filter(code -> code.name().equals(row.get("reason")))
        .findFirst()
        .orElse(IssueCode.NO_POSITION);
  }

  private static Frame placed(Frame frame, CSVRecord row) {
    List<Height> heights = new ArrayList<>();
    heights.add(new Height(number(row, "height_m"), Height.Datum.ELLIPSOID));
    double raised =
        isNamed(row, "stated_height_m")
            ? number(row, "height_m")
                - number(row, "stated_height_m")
                - (isNamed(row, "ground_raised_m") ? number(row, "ground_raised_m") : 0)
            : 0;
    for (Height.Datum datum : List.of(Height.Datum.TAKEOFF, Height.Datum.GROUND)) {
      frame
          .findPlatform()
          .flatMap(state -> state.findHeight(datum))
          .map(height -> new Height(height.meters() + raised, datum))
          .ifPresent(heights::add);
    }
    PlatformState pose =
        new PlatformState(
            frame.time(),
            new GeoPoint(number(row, "lat"), number(row, "lon")),
            heights,
            new Attitude(number(row, "yaw_deg"), number(row, "pitch_deg"), number(row, "roll_deg")),
            error(frame, row),
            PlatformState.Source.PICTURE_AND_TELEMETRY);
    return frame.at(pose);
  }

  /** As the run has it; a run of an earlier version has none, and the picture's own is used. */
  private static PoseError error(Frame frame, CSVRecord row) {
    return isNamed(row, "position_error_m")
        ? new PoseError(
            number(row, "position_error_m"),
            number(row, "height_error_m"),
            number(row, "yaw_error_deg"),
            number(row, "tilt_error_deg"))
        : frame.findPlatform().map(state -> state.error().deviations()).orElse(LOGGED);
  }

  private static boolean isNamed(CSVRecord row, String column) {
    return row.isMapped(column) && !row.get(column).isBlank();
  }

  private static double number(CSVRecord row, String column) {
    try {
      return Double.parseDouble(row.get(column));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "frames.csv, row of %s: %s is '%s', must be a number"
              .formatted(row.get("file"), column, row.get(column)),
          e);
    }
  }

  private static <T> Outcome<T> rejected(Frame frame, IssueCode code, String detail) {
    return Outcome.rejected(FrameIssue.of(code, frame.flight(), frame.image(), detail));
  }
}

package org.qyran.geo.control;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qyran.model.GeoPoint;
import org.qyran.model.PixelPoint;

/**
 * Reads OpenDroneMap's {@code gcp_list.txt}.
 *
 * <p>The first line names the coordinates. Every other line is {@code geo_x geo_y geo_z im_x im_y
 * image_name [gcp_name] [more]}, apart by spaces or tabs; empty lines and lines that begin with
 * {@code #} are left out. Pixels are counted from the top-left corner of the picture. Points
 * without a name are told apart by their coordinates, and called {@code gcp-1}, {@code gcp-2} in
 * the order they come up.
 *
 * <p>A line that cannot be read ends the reading: a control point that is silently left out, or
 * silently wrong, would bend a whole survey.
 */
public final class GroundControlFile {

  private static final int LEAST_WORDS = 6;
  private static final int NAME = 6;
  private static final double DEEPEST_METERS = -15_000;
  private static final double HIGHEST_METERS = 60_000;

  private final Path file;
  private final List<ControlObservation> observations = new ArrayList<>();
  private final Map<String, String> namesByPlace = new HashMap<>();
  private final Map<String, String> placesByName = new HashMap<>();

  private GroundControlFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws IOException with one sentence for a person, which names the line, when the file is not
   *     there or cannot be used
   */
  public static GroundControl read(Path file) throws IOException {
    return new GroundControlFile(file).read();
  }

  private GroundControl read() throws IOException {
    List<String> lines = lines();
    ControlSystem system = null;
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (system == null) {
        system = system(line, at + 1);
      } else {
        observations.add(observation(system, line, at + 1));
      }
    }
    if (system == null || observations.isEmpty()) {
      throw new IOException(
          "the ground control file %s holds no point; the first line names the coordinates, each"
                  .formatted(file)
              + " other line is: geo_x geo_y geo_z im_x im_y image_name [gcp_name]");
    }
    return new GroundControl(system.label(), observations);
  }

  private List<String> lines() throws IOException {
    try {
      return Files.readString(file).replace("\uFEFF", "").lines().toList();
    } catch (NoSuchFileException e) {
      throw new IOException("the ground control file %s is not there".formatted(file), e);
    } catch (CharacterCodingException e) {
      throw new IOException("the ground control file %s is no text".formatted(file), e);
    }
  }

  private ControlSystem system(String line, int number) throws IOException {
    try {
      return ControlHeader.system(line);
    } catch (IllegalArgumentException e) {
      throw wrong(number, e.getMessage() == null ? "no coordinates are named" : e.getMessage());
    }
  }

  private ControlObservation observation(ControlSystem system, String line, int number)
      throws IOException {
    String[] words = line.split("\\s+", -1);
    if (words.length < LEAST_WORDS) {
      throw wrong(
          number,
          "%d words, 6 are needed: geo_x geo_y geo_z im_x im_y image_name".formatted(words.length));
    }
    double x = number(words[0], "geo_x", number);
    double y = number(words[1], "geo_y", number);
    double meters = number(words[2], "geo_z", number);
    if (!(meters >= DEEPEST_METERS && meters <= HIGHEST_METERS)) {
      throw wrong(number, "geo_z is %s, which is no height in metres".formatted(words[2]));
    }
    GeoPoint position =
        system
            .findPlace(x, y)
            .orElseThrow(
                () ->
                    wrong(
                        number,
                        "%s %s is no place in %s; x comes first, to the east"
                            .formatted(words[0], words[1], system.label())));
    PixelPoint pixel =
        new PixelPoint(number(words[3], "im_x", number), number(words[4], "im_y", number));
    if (pixel.xPixels() < 0 || pixel.yPixels() < 0) {
      throw wrong(number, "pixel %s %s lies outside every picture".formatted(words[3], words[4]));
    }
    return new ControlObservation(name(words, number), position, meters, words[5], pixel, number);
  }

  /** The name that the line gives, else one for its coordinates. */
  private String name(String[] words, int number) throws IOException {
    String place = String.join(" ", words[0], words[1], words[2]);
    if (words.length <= NAME) {
      return namesByPlace.computeIfAbsent(place, key -> "gcp-" + (namesByPlace.size() + 1));
    }
    String name = words[NAME];
    String before = placesByName.putIfAbsent(name, place);
    if (before != null && !before.equals(place)) {
      throw wrong(
          number, "point %s lies at %s here and at %s further up".formatted(name, place, before));
    }
    return name;
  }

  private double number(String word, String column, int number) throws IOException {
    try {
      double value = Double.parseDouble(word);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(number, "%s is '%s', must be a number".formatted(column, word));
    }
    throw wrong(number, "%s is '%s', must be a number".formatted(column, word));
  }

  private IOException wrong(int number, String what) {
    return new IOException(
        "line %d of the ground control file %s: %s".formatted(number, file, what));
  }
}

package org.qyran.ingest.metadata;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.qyran.model.Band;
import org.qyran.model.PanelMark;
import org.qyran.model.Radiometry;

/** What the user says of the reflectance panel, applied to what the pictures say. */
final class PanelWord {

  /** Stands for all bands that are not named. */
  private static final String ANY = "";

  private final String[] pictures;
  private final Map<String, Double> reflectances;

  PanelWord(ReadSettings settings) {
    this.pictures =
        Arrays.stream(settings.panelPictures().split(",", -1))
            .map(String::strip)
            .filter(start -> !start.isEmpty())
            .toArray(String[]::new);
    this.reflectances = reflectances(settings.panelReflectance());
  }

  /** Whether the user says that a picture shows the panel. */
  boolean isNamed(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return Arrays.stream(pictures).anyMatch(name::startsWith);
  }

  /** The user's reflectance goes before the picture's. */
  Radiometry applied(Radiometry told, Band band) {
    String name = band.name().toLowerCase(Locale.ROOT);
    Double stated = reflectances.getOrDefault(name, reflectances.get(ANY));
    return stated == null
        ? told
        : new Radiometry(
            told.response(),
            told.irradiance(),
            new PanelMark(stated, PanelMark.Source.SETTING, told.panel().corners()),
            told.panels());
  }

  /**
   * Reflectances by band.
   *
   * @throws IllegalArgumentException when the text is neither empty nor a list of them
   */
  static Map<String, Double> reflectances(String text) {
    Map<String, Double> found = new TreeMap<>();
    for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
      String entry = part.strip().toLowerCase(Locale.ROOT);
      int gap = entry.lastIndexOf(' ');
      String band = gap < 0 ? ANY : entry.substring(0, gap).strip();
      double value;
      try {
        value = Double.parseDouble(entry.substring(gap + 1));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(mistake(text), e);
      }
      if (!(value > 0 && value <= 1) || found.put(band, value) != null) {
        throw new IllegalArgumentException(mistake(text));
      }
    }
    return found;
  }

  private static String mistake(String text) {
    return "panelReflectance is '%s', must be a number in (0, 1], or bands with one each such as blue 0.49, red edge 0.5"
        .formatted(text);
  }
}

package org.qyran.detection.radiometry;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the QR code of a MicaSense panel says: {@code RP02-1603036-SC}, and from the fourth
 * generation on also how the panel reflects, as four digits of nanometres and three of reflectance
 * for a short and a long wavelength (micasense/imageprocessing, panel.py).
 */
final class PanelCode {

  private static final Pattern SERIAL = Pattern.compile("RP(\\d{2})-\\d{7}-\\D{2}.*");
  private static final Pattern REFLECTANCE =
      Pattern.compile("RP.*\\D(\\d{4})(\\d{3})(\\d{4})(\\d{3})");

  private PanelCode() {}

  /** Of the panel; none when the text is no panel's. */
  static Optional<Integer> generation(String text) {
    Matcher serial = SERIAL.matcher(text);
    return serial.matches() ? Optional.of(Integer.valueOf(serial.group(1))) : Optional.empty();
  }

  /** What the panel reflects at a wavelength, on the line through the two that are stated. */
  static OptionalDouble reflectance(String text, double nanometers) {
    Matcher stated = REFLECTANCE.matcher(text);
    if (generation(text).isEmpty() || !stated.matches()) {
      return OptionalDouble.empty();
    }
    double shortest = Double.parseDouble(stated.group(1));
    double atShortest = Double.parseDouble(stated.group(2)) / 1_000;
    double longest = Double.parseDouble(stated.group(3));
    double atLongest = Double.parseDouble(stated.group(4)) / 1_000;
    if (!(longest > shortest)) {
      return OptionalDouble.empty();
    }
    double reflectance =
        atShortest + (atLongest - atShortest) * (nanometers - shortest) / (longest - shortest);
    return reflectance > 0 && reflectance <= 1
        ? OptionalDouble.of(reflectance)
        : OptionalDouble.empty();
  }
}

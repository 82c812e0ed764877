package org.qyran.geo.mosaic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qyran.model.Band;

/**
 * What light a channel recorded, by the words that stitching programs write.
 *
 * <p>Wavelengths are those of the five-band cameras that most such rasters come from (MicaSense,
 * RedEdge-P data sheet); colour filters are far wider. A word that is not in the list is no name: a
 * band is never guessed from its place among others.
 */
final class BandNames {

  /** No light, but whether anything was seen. */
  static final String ALPHA = "alpha";

  /** A channel that is not looked at. */
  static final String NONE = "none";

  private static final Map<String, Band> BANDS =
      Map.of(
          "blue", new Band("blue", 475, 32),
          "green", new Band("green", 560, 27),
          "red", new Band("red", 668, 14),
          "red edge", new Band("red edge", 717, 12),
          "nir", new Band("nir", 842, 57),
          "thermal", new Band("thermal", 10_000, 6_000),
          "grey", new Band("grey", 550, 300));

  private static final Map<String, String> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("rededge", "red edge"),
          Map.entry("re", "red edge"),
          Map.entry("edge", "red edge"),
          Map.entry("near infrared", "nir"),
          Map.entry("nearinfrared", "nir"),
          Map.entry("near ir", "nir"),
          Map.entry("infrared", "nir"),
          Map.entry("gray", "grey"),
          Map.entry("pan", "grey"),
          Map.entry("panchro", "grey"),
          Map.entry("panchromatic", "grey"),
          Map.entry("lwir", "thermal"),
          Map.entry("r", "red"),
          Map.entry("g", "green"),
          Map.entry("b", "blue"),
          Map.entry("n", "nir"),
          Map.entry("mask", ALPHA),
          Map.entry("skip", NONE));

  private BandNames() {}

  /** The band's own word for one that a program wrote; absent when nobody can tell. */
  static Optional<String> find(String written) {
    String plain =
        written.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").replaceAll("\\bband\\b", " ");
    String word = plain.strip().replaceAll(" +", " ");
    String own = OTHER_WORDS.getOrDefault(word, word);
    return BANDS.containsKey(own) || own.equals(ALPHA) || own.equals(NONE)
        ? Optional.of(own)
        : Optional.empty();
  }

  /** The band of its own word. */
  static Band band(String word) {
    Band band = BANDS.get(word);
    if (band == null) {
      throw new IllegalArgumentException("'%s' is no band".formatted(word));
    }
    return band;
  }

  /**
   * The words of a list that a person wrote.
   *
   * @throws IllegalArgumentException when one of them is not known, or two are the same band
   */
  static List<String> ofSetting(String list) {
    if (list.isBlank()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (String written : Arrays.asList(list.split(",", -1))) {
      String word =
          find(written)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "bands is '%s': '%s' is no band; write blue, green, red, red edge, nir,"
                                  .formatted(list, written.strip())
                              + " thermal, grey, alpha or none"));
      if (!word.equals(NONE) && words.contains(word)) {
        throw new IllegalArgumentException("bands is '%s': %s comes twice".formatted(list, word));
      }
      words.add(word);
    }
    return List.copyOf(words);
  }
}

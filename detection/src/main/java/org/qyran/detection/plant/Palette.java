package org.qyran.detection.plant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qyran.detection.image.PreparedImage;

/**
 * Which light a kind of camera records, and which ratios of bands tell plants apart in it.
 *
 * <p>Bands are asked for by name. Where a camera lacks one of them, ratios with it are not known;
 * forests have learnt to do without.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists are made by List.of
public enum Palette {
  /** Red edge and near infrared: MicaSense, Sequoia, Mavic 3M. */
  MULTISPECTRAL(
      "multispectral",
      List.of("blue", "green", "red", "red edge", "nir"),
      List.of("green", "red", "red edge", "nir"),
      List.of(
          new Pair("nir_red", 4, 2),
          new Pair("nir_red_edge", 4, 3),
          new Pair("red_edge_red", 3, 2),
          new Pair("green_red", 1, 2),
          new Pair("red_edge_green", 3, 1),
          new Pair("green_blue", 1, 0)),
      4,
      0.004f),
  /** A colour camera. */
  COLOUR(
      "colour",
      List.of("red", "green", "blue"),
      List.of("red", "green", "blue"),
      List.of(
          new Pair("green_red", 1, 0), new Pair("green_blue", 1, 2), new Pair("red_blue", 0, 2)),
      1,
      0.02f),
  /** A colour camera whose red channel was given up for near infrared. */
  NIR_CONVERTED(
      "nir-converted",
      List.of("nir", "green", "blue"),
      List.of("nir", "green", "blue"),
      List.of(
          new Pair("nir_green", 0, 1), new Pair("nir_blue", 0, 2), new Pair("green_blue", 1, 2)),
      0,
      0.02f);

  private final String word;
  private final List<String> bands;
  private final List<String> needed;
  private final List<Pair> pairs;
  private final int bright;
  private final float least;

  /**
   * A ratio of two bands.
   *
   * @param name in evidence
   * @param above number of the band above the line
   * @param below number of the other
   */
  record Pair(String name, int above, int below) {}

  Palette(
      String word,
      List<String> bands,
      List<String> needed,
      List<Pair> pairs,
      int bright,
      float least) {
    this.word = word;
    this.bands = bands;
    this.needed = needed;
    this.pairs = pairs;
    this.bright = bright;
    this.least = least;
  }

  /** The richest palette that a picture has the bands for. */
  public static Optional<Palette> of(PreparedImage image) {
    for (Palette palette : values()) {
      if (palette.needed.stream().allMatch(name -> image.findBand(name).isPresent())) {
        return Optional.of(palette);
      }
    }
    return Optional.empty();
  }

  /** As files and messages say it. */
  public String word() {
    return word;
  }

  /** Numbers of a picture's bands in the order of the palette, -1 for one that it lacks. */
  int[] bandsOf(PreparedImage image) {
    return bands.stream().mapToInt(name -> image.findBand(name).orElse(-1)).toArray();
  }

  int bandCount() {
    return bands.size();
  }

  List<Pair> pairs() {
    return pairs;
  }

  /** Number of the band in which sunlit leaves are brightest and shade is darkest. */
  int bright() {
    return bright;
  }

  /** Added before a logarithm: what noise alone amounts to. */
  float least() {
    return least;
  }

  /** Names of the features of a cell, in the order of {@link CellFeatures}. */
  public List<String> cellFeatures() {
    List<String> names = new ArrayList<>();
    for (Pair pair : pairs) {
      names.add(pair.name() + "_1m");
      names.add(pair.name() + "_3m");
      names.add(pair.name() + "_contrast");
    }
    names.addAll(CellFeatures.OTHERS);
    return names;
  }
}

package org.qyran.detection.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What kind of made thing a piece looks most like, and what else it may be.
 *
 * <p>Each kind is given a fit in [0, 1], the product of how well sizes and looks agree with it.
 * Sizes are those of the trade: cars 4 to 6 m by 1.8 to 2.1 m, containers 6.06 or 12.19 m by 2.44 m
 * (ISO 668), tents 2 to 12 m, tarpaulins 2 to 8 m; looks are judgement. From above most kinds look
 * alike: the word is a hint for the eye, and lawful things come first among the alternatives.
 *
 * @param subtype the kind that fits best
 * @param alternatives likeliest first
 */
record StructureKind(String subtype, List<String> alternatives) {

  private static final double LEAST_FIT = 0.15;
  private static final int MOST_OTHERS = 2;

  private record Fit(String subtype, double fit, List<String> lookAlikes) {}

  /** The kind that fits best; of a piece whose size is not known, by its looks alone. */
  static StructureKind of(Traits traits, boolean sized) {
    List<Fit> fits = new ArrayList<>(byLooks(traits));
    if (sized) {
      fits.addAll(bySize(traits));
    }
    // A stable sort: of equal fits the one listed first wins.
    fits.sort(Comparator.comparingDouble(Fit::fit).reversed());
    Fit best = fits.get(0);
    List<String> alternatives =
        Stream.concat(
                best.lookAlikes().stream(),
                fits.stream()
                    .skip(1)
                    .filter(other -> other.fit() >= LEAST_FIT)
                    .map(Fit::subtype)
                    .limit(MOST_OTHERS))
            .distinct()
            .toList();
    return new StructureKind(best.subtype(), alternatives);
  }

  /** Kinds that are told by colour, texture and heat. */
  private static List<Fit> byLooks(Traits traits) {
    double made = traits.of("rectangularity") * above(traits.of("straight_edge_share"), 0.2, 0.7);
    double dark = above(-traits.of("brightness_contrast"), 0.1, 0.35);
    double grey = 1 - above(traits.of("saturation"), 0.15, 0.4);
    double rough = above(traits.of("texture"), 0.1, 0.25);
    double vivid =
        Math.max(
            above(traits.of("saturation"), 0.35, 0.6), above(traits.of("blue_over_red"), 1, 1.3));
    return List.of(
        new Fit(
            "heat_source",
            above(traits.of("thermal_contrast_sigma"), 3, 5),
            List.of("sun-warmed tin", "animal", "rock", "stove of a lawful camp")),
        new Fit("tarp", 0.8 * vivid * made, List.of("vehicle", "roof", "beehives", "hay cover")),
        new Fit(
            "burn",
            0.7 * dark * grey * (1 - 0.5 * made),
            List.of("shadow", "bare wet soil", "camp fire", "bush")),
        new Fit(
            "waste",
            0.6 * rough * (1 - made) * (1 - dark),
            List.of("rocks", "beehives", "ruin", "bare patch")),
        new Fit("shed", 0.3 * made, List.of("herder's shed", "farm building", "ruin", "boulder")));
  }

  /** Kinds that are told by their sides. */
  private static List<Fit> bySize(Traits traits) {
    double length = traits.of("length_m");
    double width = traits.of("width_m");
    double area = traits.of("area_m2");
    double filled = above(traits.of("rectangularity"), 0.6, 0.85);
    double bright = above(traits.of("brightness_contrast"), 0, 0.2);
    double smooth = 1 - above(traits.of("texture"), 0.08, 0.3);
    double green = above(traits.of("index_contrast"), 0, 3);
    boolean iso = Math.abs(length - 6.06) < 0.7 || Math.abs(length - 12.19) < 0.9;
    return List.of(
        new Fit(
            "vehicle",
            within(length, 3.4, 6.4) * within(width, 1.5, 2.6) * filled * (1 - green),
            List.of("parked car", "tent", "beehives", "boulder")),
        new Fit(
            "container",
            (iso ? 1 : 0) * within(width, 2.1, 2.8) * above(filled, 0.5, 1),
            List.of("caravan", "lorry", "farm building")),
        new Fit(
            "greenhouse",
            0.9 * above(area, 20, 40) * bright * smooth * within(width, 3, 14),
            List.of("farm building", "hay cover", "bare patch")),
        new Fit(
            "tent",
            0.7 * within(length, 2, 12) * within(width, 1.6, 7) * smooth * filled,
            List.of("yurt", "camping tent", "herder's shed", "boulder")),
        new Fit(
            "net",
            0.7 * above(area, 9, 16) * (1 - smooth) * filled * (1 - 0.5 * bright),
            List.of("hay cover", "bush", "bare patch")),
        new Fit(
            "drums",
            0.6 * (1 - above(area, 2, 4)) * above(traits.of("edge_steepness"), 0.15, 0.3),
            List.of("beehives", "rock", "furniture or crates", "well")),
        new Fit(
            "blind_track",
            above(traits.of("elongation"), 3.5, 5) * above(length, 5, 8) * (1 - green),
            List.of("herder's track", "wall", "dry bed")),
        new Fit(
            "shed",
            0.75 * above(area, 10, 25) * filled * above(traits.of("straight_edge_share"), 0.4, 0.8),
            List.of("herder's shed", "farm building", "ruin", "bare patch")));
  }

  /** 0 up to the foot, 1 from the top on, a slope between. */
  private static double above(double value, double foot, double top) {
    return Math.max(0, Math.min(1, (value - foot) / (top - foot)));
  }

  /** 1 between the ends, falling to 0 a quarter beyond either. */
  private static double within(double value, double least, double most) {
    return Math.min(above(value, 0.75 * least, least), 1 - above(value, most, 1.25 * most));
  }
}

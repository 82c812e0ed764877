package org.qyran.detection.structure;

/**
 * How much a piece looks like a made thing, in [0, 1]: the one place that weighs traits, so that a
 * learnt model can stand in for it.
 *
 * <p>1 / (1 + exp(-z)) with z a sum of named terms. The weights were fitted by logistic regression
 * to some 1,900 pieces of two simulated surveys (steppe, mountain forest; 143 of them near made
 * things) and rounded; the term for shade is a rule. On other ground it is an order and no
 * probability. A piece below {@link #LEAST} is not shown: on those surveys 40 pieces a frame became
 * 2, and 18 of 23 things were still seen. Dark burns without straight edges are lost with shade.
 */
final class StructureScore {

  /** z = -2. */
  static final double LEAST = 0.12;

  private static final double BIAS = -8.3;

  /** Per decade of rarity; the palette cannot tell beyond four. */
  private static final double RARE_COLOUR = 1.6;

  private static final double RARE_HUE = 0.3;
  private static final double MOST_DECADES = 4;

  /** Times how well the shape is known, as that of a few pixels says little. */
  private static final double RECTANGLE = 4.0;

  private static final double STRAIGHT = 0.7;
  private static final double SHARP_EDGE = 2.1;

  /** A rim steeper than this is the sharpest that a lens draws. */
  private static final double SHARPEST = 0.5;

  private static final double DARKER = 1.3;

  /** Per least contrast of the vegetation index above the ring: a bush. */
  private static final double GREENER = -0.2;

  /** Darker than three quarters of the light around, and of no strict shape: shade. */
  private static final double SHADE = -6;

  private static final double SHADE_CONTRAST = -1 / 7.0;
  private static final double LEAST_FILLED_IN_SHADE = 0.8;
  private static final double LEAST_STRAIGHT_IN_SHADE = 0.7;

  private StructureScore() {}

  static double of(Traits traits) {
    double known = traits.of("shape_known");
    double z =
        BIAS
            + RARE_COLOUR * Math.min(MOST_DECADES, traits.of("colour_rarity_decades"))
            + RARE_HUE * Math.min(MOST_DECADES, traits.of("hue_rarity_decades"))
            + known * RECTANGLE * traits.of("rectangularity")
            + known * STRAIGHT * traits.of("straight_edge_share")
            + SHARP_EDGE * Math.min(SHARPEST, traits.of("edge_steepness"))
            + DARKER * Math.max(0, -traits.of("brightness_contrast"))
            + GREENER * Math.max(0, traits.of("index_contrast"))
            + (isShade(traits) ? SHADE : 0);
    return 1 / (1 + StrictMath.exp(-z));
  }

  private static boolean isShade(Traits traits) {
    return traits.of("brightness_contrast") < SHADE_CONTRAST
        && (traits.of("rectangularity") < LEAST_FILLED_IN_SHADE
            || traits.of("straight_edge_share") < LEAST_STRAIGHT_IN_SHADE);
  }
}

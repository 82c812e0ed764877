package org.qyran.sampledata.spectrum;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a canopy may be made of: cannabis, the plants that it is confused with in the table of
 * modelled canopies, and plants of surveys that the table lacks.
 *
 * <p>The latter are {@link #derived}: two classes of the table side by side, brightened or darkened
 * in the visible and in the infrared, plus a flat share of light that wax, hairs or salt on the
 * leaf send back. The recipes are judgement, from what the leaves are said to look like; no
 * measured spectrum stands behind them, so they may serve as variety but not as truth about a
 * species.
 */
public enum PlantClass {
  CANNABIS_TENDED,
  CANNABIS_WILD,
  MAIZE,
  SUNFLOWER,
  SORGHUM,
  REED,
  NETTLE,
  WILLOW,
  POPLAR,
  ALFALFA,
  STEPPE_GRASS,
  BIRCH,
  CONIFER,
  TOMATO,
  POTATO,

  /** Of the same family and as thin a leaf as cannabis, but hung on wires with gaps between. */
  HOP(new Recipe(CANNABIS_TENDED, WILLOW, 0.5, 1.0, 0.97, 0)),

  /** A legume, knee to hip high, sticky and somewhat shiny leaves, less closed than alfalfa. */
  LICORICE(new Recipe(ALFALFA, WILLOW, 0.4, 1.0, 0.95, 0.004)),

  /** Grey-green wormwood: white hairs lift the whole visible range and flatten the green. */
  ARTEMISIA(new Recipe(STEPPE_GRASS, WILLOW, 0.5, 1.05, 0.95, 0.03)),

  /** Sparse green thorns over dry ground, green when all around is cured. */
  CAMEL_THORN(new Recipe(STEPPE_GRASS, ALFALFA, 0.4, 1.0, 0.95, 0.006)),

  /** Scale leaves as a conifer's on open twigs, with a bloom of salt. */
  TAMARISK(new Recipe(CONIFER, WILLOW, 0.55, 1.0, 1.0, 0.012)),

  /** Reed's build with thicker, bluish waxy leaves. */
  CATTAIL(new Recipe(REED, REED, 0, 1.1, 1.12, 0.005)),

  /** Broad flat leaves like sunflower's, of a tree's thickness, some floor between the rows. */
  VINEYARD(new Recipe(POPLAR, SUNFLOWER, 0.5, 0.95, 1.0, 0.003)),

  /** Fruit trees: poplar and birch, with a shinier leaf. */
  ORCHARD(new Recipe(POPLAR, BIRCH, 0.3, 1.0, 1.03, 0.004)),

  /** A tall broadleaf weed between potato and nettle; its red kinds are not meant. */
  AMARANTH(new Recipe(POTATO, NETTLE, 0.5, 1.04, 0.97, 0)),

  /** Thin legume leaves that turn to the sun: between alfalfa and potato, bright infrared. */
  SOYBEAN(new Recipe(ALFALFA, POTATO, 0.5, 1.0, 1.04, 0));

  /**
   * How a derived class is made.
   *
   * @param base first class of the table
   * @param other second class of the table
   * @param otherShare of the surface that is {@code other}
   * @param visibleGain factor below 680 nm
   * @param infraredGain factor above 760 nm; between, an even passage
   * @param waxOffset reflectance added at every wavelength
   */
  record Recipe(
      PlantClass base,
      PlantClass other,
      double otherShare,
      double visibleGain,
      double infraredGain,
      double waxOffset) {}

  @SuppressWarnings("ImmutableEnumChecker") // a record of enums and numbers
  private final @Nullable Recipe recipe;

  PlantClass() {
    this.recipe = null;
  }

  PlantClass(Recipe recipe) {
    this.recipe = recipe;
  }

  /** The name in tables and truth files: {@code cannabis_tended}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class of a {@link #wireName()}. */
  public static Optional<PlantClass> find(String wireName) {
    return Arrays.stream(values()).filter(plant -> plant.wireName().equals(wireName)).findFirst();
  }

  /** Whether it is a mixture of other classes by judgement, and not from the canopy model. */
  public boolean derived() {
    return recipe != null;
  }

  public boolean cannabis() {
    return this == CANNABIS_TENDED || this == CANNABIS_WILD;
  }

  Optional<Recipe> recipe() {
    return Optional.ofNullable(recipe);
  }
}

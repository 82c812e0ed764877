package org.qyran.sampledata.world;

import java.util.Locale;

/** How a plot of cannabis is laid out and hidden. */
public enum Layout {
  /** Straight rows on worked ground. */
  ROWS,
  /** A triangular lattice, wide. */
  LATTICE,
  /** Narrow beds along a slope, one above the other. */
  TERRACE,
  /** A strip along the bank. */
  RIBBON,
  /** A glade in a forest, some trees left standing over it. */
  CLEARING,
  /** Under a tunnel of film. */
  GREENHOUSE,
  /** Some plants in a vegetable garden. */
  GARDEN,
  /** A lattice under a camouflage net. */
  UNDER_NET,
  /** One plant, or a dozen, where shrubs leave a gap. */
  POCKET,
  /** A stand that came by itself, dense and without pattern. */
  WILD;

  /** The subtype in the truth. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

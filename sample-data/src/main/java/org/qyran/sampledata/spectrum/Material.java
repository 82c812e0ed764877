package org.qyran.sampledata.spectrum;

import java.util.Optional;

/**
 * What is not a living canopy: soils, water, straw, roofs, cloths, plastics and paints, each as
 * straight lines through a few points of reflectance.
 *
 * <p>Where a curve comes from stands beside it. "Typical" means: drawn from memory of what spectral
 * libraries (ECOSTRESS, USGS splib07, SLUM) show of such a surface, right in order and shape,
 * within a third or so in height, and traceable to no single sample. {@link #draw} varies height
 * and slope by the stated spreads, which are as rough. Surfaces are matt; glint is {@link
 * WaterGlint}'s.
 */
public enum Material {
  /** PROSAIL's dry soil at the bands of the plant table, smooth between. */
  SOIL_DRY(
      0.15, 0.06, 400, .165, 475, .226, 560, .264, 620, .297, 668, .320, 717, .346, 842, .404, 900,
      .424),
  /** PROSAIL's wet soil at the same bands. */
  SOIL_WET(
      0.25, 0.06, 400, .021, 475, .025, 560, .029, 620, .034, 668, .039, 717, .045, 842, .069, 900,
      .080),
  /** Typical: quartz sand, yellow by iron. */
  SAND(0.12, 0.05, 400, .13, 450, .18, 500, .23, 550, .29, 600, .34, 700, .39, 800, .42, 900, .43),
  /** Typical: the pale, hard clay of dry lake floors, brighter than soil and flatter. */
  TAKYR(0.10, 0.05, 400, .20, 450, .26, 500, .31, 550, .36, 600, .40, 700, .44, 800, .46, 900, .47),
  /** Typical: mixed grey river stones. */
  GRAVEL(0.18, 0.05, 400, .13, 500, .17, 600, .20, 700, .22, 800, .23, 900, .235),
  /** Typical: road some years old; new asphalt is half as bright. */
  ASPHALT(0.25, 0.05, 400, .075, 500, .095, 600, .11, 700, .12, 800, .128, 900, .135),
  /** Typical: weathered slab. */
  CONCRETE(0.15, 0.05, 400, .20, 450, .24, 500, .28, 600, .33, 700, .355, 800, .365, 900, .37),
  /** Typical: a deep clear lake looked into; the sky's reflection is not in it. */
  WATER_CLEAR(
      0.25, 0.05, 400, .022, 450, .026, 500, .028, 560, .022, 600, .010, 650, .006, 700, .004, 760,
      .003, 900, .002),
  /** Typical: silt-laden river or ditch. */
  WATER_TURBID(
      0.25, 0.08, 400, .035, 450, .045, 500, .065, 570, .100, 600, .098, 650, .090, 700, .075, 740,
      .038, 800, .040, 850, .028, 900, .018),
  /** Typical: cured grass and straw, no chlorophyll left. */
  DRY_GRASS(
      0.20, 0.06, 400, .07, 450, .095, 500, .125, 550, .16, 600, .20, 650, .235, 700, .275, 750,
      .31, 800, .335, 900, .365),
  /** Typical: char on soil. */
  BURNT_GROUND(0.30, 0.08, 400, .028, 500, .035, 600, .043, 700, .053, 800, .066, 900, .080),
  /** Typical: pale wood ash. */
  ASH(0.20, 0.05, 400, .20, 500, .25, 600, .285, 700, .305, 800, .315, 900, .32),
  /** Typical: galvanised sheet seen off its mirror direction, dull after some years. */
  TIN_BRIGHT(0.25, 0.04, 400, .36, 500, .40, 600, .415, 700, .415, 800, .405, 850, .40, 900, .405),
  /** Typical: iron oxide, an edge at 550 nm and the hollow at 860 nm of hematite and goethite. */
  TIN_RUSTY(
      0.22, 0.06, 400, .045, 500, .06, 550, .085, 600, .155, 650, .185, 700, .21, 750, .23, 800,
      .225, 860, .215, 900, .22),
  /** Typical: fibre cement sheet with lichen and dust. */
  SLATE_SHEET(0.18, 0.05, 400, .16, 500, .20, 600, .225, 700, .24, 800, .25, 900, .255),
  /** Typical: fired clay tile. */
  RED_TILE(
      0.18, 0.05, 400, .06, 500, .085, 550, .12, 600, .235, 650, .28, 700, .31, 750, .34, 800, .345,
      860, .345, 900, .36),
  /** Typical: grey boards; lignin still brightens the infrared. */
  WOOD_WEATHERED(0.20, 0.06, 400, .10, 500, .15, 600, .195, 700, .245, 800, .30, 900, .34),
  /** Typical: washed wool, as new yurts are covered with. */
  FELT_WHITE(
      0.10, 0.04, 400, .34, 450, .46, 500, .55, 550, .61, 600, .65, 700, .70, 800, .72, 900, .73),
  /** Typical: undyed grey-brown wool. */
  FELT_GREY(0.20, 0.06, 400, .12, 500, .17, 600, .22, 700, .29, 800, .36, 900, .42),
  /** Typical: cotton tent cloth; its dye lets the infrared through from 700 nm. */
  CANVAS_KHAKI(
      0.20, 0.06, 400, .07, 500, .105, 550, .135, 600, .15, 650, .155, 700, .20, 740, .29, 800, .37,
      900, .42),
  /** Typical: green tent cloth with ordinary dye. */
  CANVAS_GREEN(
      0.20, 0.06, 400, .04, 470, .055, 530, .085, 560, .08, 620, .055, 670, .055, 700, .09, 740,
      .19, 800, .27, 900, .31),
  /**
   * Polyethylene sheet with phthalocyanine green: darker in the infrared than red, as the pictures
   * of MUCAD show (pseudo-NDVI -0.20 where backgrounds have +0.15 to +0.41, so the absolute level
   * is open); height typical.
   */
  TARP_GREEN(
      0.18, 0.04, 400, .05, 460, .085, 510, .16, 540, .145, 580, .085, 620, .065, 680, .06, 720,
      .055, 780, .055, 842, .06, 900, .07),
  /** Typical: carbon-filled grey sheet; MUCAD has it at pseudo-NDVI -0.12. */
  TARP_GREY(0.18, 0.04, 400, .19, 500, .205, 600, .205, 700, .20, 800, .19, 900, .185),
  /** Typical: the blue sheet sold everywhere, phthalocyanine blue. */
  TARP_BLUE(
      0.18, 0.04, 400, .20, 450, .33, 480, .31, 520, .18, 560, .085, 600, .06, 680, .055, 720, .07,
      760, .15, 800, .25, 850, .31, 900, .34),
  /** Typical: uncoloured polyethylene as of a liquid cube, pigmented or milky. */
  PLASTIC_WHITE(0.10, 0.03, 400, .50, 430, .66, 500, .72, 600, .74, 700, .745, 800, .74, 900, .73),
  /** Typical: the blue of chemical drums, thick and opaque. */
  DRUM_BLUE(
      0.18, 0.05, 400, .11, 450, .21, 480, .175, 520, .085, 560, .05, 600, .042, 680, .042, 720,
      .06, 760, .12, 800, .20, 850, .26, 900, .29),
  /** Typical: carbon-black polyethylene, as irrigation hose. */
  PLASTIC_BLACK(0.25, 0.04, 400, .042, 600, .042, 900, .044),
  /** Typical: tyre and belt. */
  RUBBER(0.25, 0.05, 400, .038, 600, .043, 900, .052),
  /**
   * Typical: printed leaf pattern whose dye imitates the red edge (MUCAD: NDVI +0.19, an "IR" net).
   */
  NET_FLAT(
      0.20, 0.06, 400, .035, 480, .045, 550, .085, 600, .07, 670, .06, 700, .10, 740, .22, 780, .29,
      842, .31, 900, .32),
  /** Typical: cut foil with ordinary green paint, dark in the infrared (MUCAD: NDVI -0.20). */
  NET_DEEP(
      0.20, 0.05, 400, .035, 480, .05, 530, .085, 560, .08, 620, .065, 670, .062, 720, .055, 800,
      .048, 900, .055),
  /**
   * Film of greenhouses and tunnels: what it sends back; {@link #transmittance} passes. Typical.
   */
  GREENHOUSE_FILM(0.15, 0.02, 400, .12, 500, .10, 700, .09, 900, .085),
  /** Typical: titanium white, which absorbs below 420 nm. */
  PAINT_WHITE(0.08, 0.03, 400, .32, 420, .58, 450, .72, 500, .76, 600, .77, 700, .77, 900, .75),
  /** Typical: dark blue, green or black car. */
  PAINT_DARK(0.30, 0.05, 400, .035, 500, .035, 600, .035, 700, .04, 800, .05, 900, .06),
  /** Typical: aluminium flakes seen off the mirror direction. */
  PAINT_SILVER(0.20, 0.03, 400, .25, 500, .28, 600, .285, 700, .28, 800, .275, 900, .27),
  /** Typical: organic red, an edge at 600 nm. */
  PAINT_RED(
      0.15, 0.04, 400, .05, 500, .04, 570, .045, 590, .12, 610, .29, 640, .42, 700, .49, 800, .53,
      900, .55);

  /** New film passes 0.9, film after a summer of dust 0.75 (grower's handbooks). */
  private static final Spectrum FILM_PASSES =
      Spectrum.through(400, .78, 500, .815, 600, .83, 700, .84, 900, .85);

  private static final double FILM_SPREAD = 0.04;
  private static final double MIDDLE_NANOMETERS = 650;
  private static final double HALF_RANGE_NANOMETERS = 250;
  private static final double FARTHEST_SIGMAS = 2.5;

  private final double brightnessSpread;
  private final double slopeSpread;

  @SuppressWarnings("ImmutableEnumChecker") // a spectrum never changes
  private final Spectrum typical;

  Material(double brightnessSpread, double slopeSpread, double... points) {
    this.brightnessSpread = brightnessSpread;
    this.slopeSpread = slopeSpread;
    this.typical = Spectrum.through(points);
  }

  /** The curve itself. */
  public Spectrum typical() {
    return typical;
  }

  /**
   * One piece of it: the curve times exp(b z₀) (1 + s z₁ (λ - 650) / 250) with b the spread of
   * brightness, s that of slope, z standard normal and cut at ±2.5. The same seed gives the same
   * piece.
   */
  public Spectrum draw(long seed) {
    double[] normals = StandardNormals.of(seed, name(), 2);
    double gain = Math.exp(brightnessSpread * bounded(normals[0]));
    double slope = slopeSpread * bounded(normals[1]);
    Spectrum tilt =
        Spectrum.of(
            nanometers ->
                gain * (1 + slope * (nanometers - MIDDLE_NANOMETERS) / HALF_RANGE_NANOMETERS));
    return typical.times(tilt).boundedShare();
  }

  /** The share of light that passes through a typical piece; absent for what is opaque. */
  public Optional<Spectrum> transmittance() {
    return this == GREENHOUSE_FILM ? Optional.of(FILM_PASSES) : Optional.empty();
  }

  /**
   * The share that passes through the piece that {@link #draw} gives for this seed: a piece that
   * sends back more passes less. Absent for what is opaque.
   */
  public Optional<Spectrum> drawTransmittance(long seed) {
    double dust = bounded(StandardNormals.of(seed, name(), 2)[0]);
    return transmittance().map(passes -> passes.times(1 - FILM_SPREAD * dust));
  }

  private static double bounded(double normal) {
    return Math.max(-FARTHEST_SIGMAS, Math.min(FARTHEST_SIGMAS, normal));
  }
}

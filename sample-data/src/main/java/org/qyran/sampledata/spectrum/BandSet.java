package org.qyran.sampledata.spectrum;

import java.util.List;
import org.qyran.model.Band;

/** The bands of the cameras that surveys are flown with, in order of wavelength. */
public enum BandSet {
  /** MicaSense RedEdge and Altum: the maker's centres and widths. */
  MICASENSE_FIVE(
      new Band("blue", 475, 32),
      new Band("green", 560, 27),
      new Band("red", 668, 14),
      new Band("red edge", 717, 12),
      new Band("nir", 842, 57)),

  /** DJI Mavic 3 Multispectral without its colour camera: the maker's 560 ± 16 and so on. */
  M3M_FOUR(
      new Band("green", 560, 32),
      new Band("red", 650, 32),
      new Band("red edge", 730, 32),
      new Band("nir", 860, 52)),

  /**
   * A colour camera behind its infrared filter: Gaussians near the middle of the cameras measured
   * by Jiang, Liu, Gu and Süsstrunk (WACV 2013), from memory. Centres differ by ±10 nm among
   * makers; the small second lobes of real dyes are left out.
   */
  COLOUR_CAMERA(new Band("blue", 460, 75), new Band("green", 535, 90), new Band("red", 600, 75));

  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
  private final List<Band> bands;

  BandSet(Band... bands) {
    this.bands = List.of(bands);
  }

  public List<Band> bands() {
    return bands;
  }

  /** The responses of {@link #bands()}, in the same order. */
  public List<BandResponse> responses() {
    return bands.stream().map(BandResponse::of).toList();
  }

  /** The means of a spectrum in every band. */
  public double[] in(Spectrum spectrum) {
    return responses().stream().mapToDouble(response -> response.in(spectrum)).toArray();
  }
}

package org.qyran.sampledata.spectrum;

import org.qyran.model.Band;

/**
 * What a band records of a spectrum: its mean under the band's sensitivity.
 *
 * <p>The sensitivity is taken as a Gaussian of the stated width at half its height, w(λ) = exp(-4
 * ln 2 (λ - λ₀)² / width²); real filters are squarer, which moves a band in the red edge by about
 * 0.005 of reflectance. What lies outside 400 to 900 nm is left out. Immutable.
 */
public final class BandResponse {

  /** Three samples lie within a band of this width. */
  private static final double NARROWEST_NANOMETERS = 2 * Spectrum.STEP_NANOMETERS;

  private final float[] weights;

  private BandResponse(float[] weights) {
    this.weights = weights;
  }

  /** Of a band whose centre lies within 400 to 900 nm and that is at least 10 nm wide. */
  public static BandResponse of(Band band) {
    if (!(band.centerNanometers() >= Spectrum.FIRST_NANOMETERS
            && band.centerNanometers() <= Spectrum.LAST_NANOMETERS)
        || band.widthNanometers() < NARROWEST_NANOMETERS) {
      throw new IllegalArgumentException(
          "%s is centred at %s and %s nm wide, must lie in [400, 900] and be at least 10 nm wide"
              .formatted(band.name(), band.centerNanometers(), band.widthNanometers()));
    }
    double[] sensitivity = new double[Spectrum.COUNT];
    double sum = 0;
    for (int index = 0; index < Spectrum.COUNT; index++) {
      double off = (Spectrum.nanometers(index) - band.centerNanometers()) / band.widthNanometers();
      sensitivity[index] = Math.exp(-4 * Math.log(2) * off * off);
      sum += sensitivity[index];
    }
    float[] weights = new float[Spectrum.COUNT];
    for (int index = 0; index < Spectrum.COUNT; index++) {
      weights[index] = (float) (sensitivity[index] / sum);
    }
    return new BandResponse(weights);
  }

  /** The mean of the spectrum in the band, in the spectrum's own unit. */
  public double in(Spectrum spectrum) {
    return spectrum.dot(weights);
  }
}

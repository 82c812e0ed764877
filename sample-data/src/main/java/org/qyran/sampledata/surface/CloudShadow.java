package org.qyran.sampledata.surface;

import org.qyran.sampledata.chance.ValueNoise;

/**
 * Shadows of small clouds, which stand still while the survey is flown.
 *
 * @param share of the ground in shadow, 0 to 0.6
 * @param noise of the clouds
 */
public record CloudShadow(double share, ValueNoise noise) {

  private static final double CLOUD_METERS = 160;
  private static final double DIMMED = 0.62;

  /** Share of the sun's direct light that comes through at a place. */
  public double through(double eastMeters, double northMeters) {
    if (share == 0) {
      return 1;
    }
    double cloud = noise.fractal(eastMeters / CLOUD_METERS, northMeters / CLOUD_METERS, 3);
    // Half of the fractal's values lie above 0, a tenth above 0.35; edges are 20 m soft.
    double depth = (cloud - 0.42 + 0.8 * share) / 0.12;
    return 1 - DIMMED * Math.max(0, Math.min(1, depth));
  }
}

package org.qyran.sampledata.sensor.micasense;

import java.util.List;

/**
 * How a band's sensor answers radiance, by the maker's model ({@code micasense/imageprocessing},
 * image.py): with a pixel's column x and row y, counted from 0, and its distance r from the centre
 * of the vignette,
 *
 * <pre>
 *   L = V(r) R(y) (count − black) a1 / (gain t 2^16)
 *   V = 1 / (1 + k0 r + k1 r² + … + k5 r⁶)
 *   R = 1 / (1 + a2 y / t − a3 y)
 * </pre>
 *
 * @param a1 W m⁻² sr⁻¹ nm⁻¹ s for a full count
 * @param a2 seconds per row
 * @param a3 per row
 * @param blackLevel count without light
 * @param vignetteXPixels centre, as a column
 * @param vignetteYPixels centre, as a row
 * @param vignette k0 to k5
 */
public record Response(
    double a1,
    double a2,
    double a3,
    int blackLevel,
    double vignetteXPixels,
    double vignetteYPixels,
    List<Double> vignette) {

  static final double COUNTS = 65_536;

  public Response {
    vignette = List.copyOf(vignette);
    if (!(a1 > 0) || blackLevel < 0 || blackLevel > 60_000 || vignette.size() != 6) {
      throw new IllegalArgumentException(
          "a1 %s, black level %d or vignette %s is none of a sensor"
              .formatted(a1, blackLevel, vignette));
    }
  }

  /** 1 / V: the share of light that the lens lets through to a pixel. */
  double falloff(int column, int row) {
    double right = column - vignetteXPixels;
    double below = row - vignetteYPixels;
    // Math.hypot takes care of numbers too large to square, ten times as slowly.
    double distance = Math.sqrt(right * right + below * below);
    double sum = 0;
    for (int power = vignette.size() - 1; power >= 0; power--) {
      sum = (sum + vignette.get(power)) * distance;
    }
    return 1 + sum;
  }

  /** 1 / R: how much more a row counts than the first. */
  double rowGain(int row, double exposureSeconds) {
    return 1 + a2 * row / exposureSeconds - a3 * row;
  }

  /** Counts above black of one unit of radiance in the middle of the first row. */
  double countsPerRadiance(double exposureSeconds, double gain) {
    return gain * exposureSeconds * COUNTS / a1;
  }
}

package org.qyran.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the counts of one frame were understood, and how well its bands lie on each other.
 *
 * @param flight the flight
 * @param sensor maker and model
 * @param file that stands for the frame
 * @param unit what its numbers became: {@code reflectance}, {@code relative_reflectance}, {@code
 *     kelvin} or {@code dn}
 * @param by what they were calibrated by: {@code panel}, {@code light_sensor} or {@code none}
 * @param bandResidualPixels by which its bands still disagree, root mean square in working pixels;
 *     null for a single lens, and where it cannot be told
 */
public record FrameCalibration(
    String flight,
    String sensor,
    String file,
    String unit,
    String by,
    @Nullable Double bandResidualPixels) {

  public FrameCalibration {
    Require.notBlank("flight", flight);
    Require.notBlank("file", file);
    Require.notBlank("unit", unit);
    Require.notBlank("by", by);
    if (bandResidualPixels != null) {
      Require.notNegative("bandResidualPixels", bandResidualPixels);
    }
  }

  /** By which its bands still disagree. */
  public Optional<Double> findBandResidualPixels() {
    return Optional.ofNullable(bandResidualPixels);
  }
}

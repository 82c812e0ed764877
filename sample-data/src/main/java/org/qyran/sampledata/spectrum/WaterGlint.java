package org.qyran.sampledata.spectrum;

/**
 * The sun mirrored in rippled water: a reflectance factor to add to the water's own, the same at
 * all wavelengths.
 *
 * <p>Facets tilt with a Gaussian of their slope, σ² = 0.003 + 0.00512 wind (Cox and Munk, Journal
 * of the Optical Society of America 44, 1954); those tilted half way between sun and camera mirror:
 * ρ = π F p / (4 cos θₛ cos θᵥ cos⁴ β) with p = exp(-tan² β / σ²) / (π σ²), and F the mirror of
 * water by Schlick's form, 0.02 + 0.98 (1 - cos ω)⁵. Facets do not shade each other, so low suns
 * come out too bright; it is meant for suns above 20 degrees. The mirrored sky is left out.
 *
 * @param windMetersPerSecond at mast height, 0 to 20; ponds between reeds have 1 or 2
 */
public record WaterGlint(double windMetersPerSecond) {

  private static final double MIRROR_STRAIGHT_DOWN = 0.02;
  private static final double STEEPEST_DEGREES = 85;

  public WaterGlint {
    if (!(windMetersPerSecond >= 0 && windMetersPerSecond <= 20)) {
      throw new IllegalArgumentException(
          "windMetersPerSecond is %s, must lie in [0, 20]".formatted(windMetersPerSecond));
    }
  }

  /**
   * The mirrored sun as a reflectance factor; far above 1 in the middle of the glint of calm water.
   *
   * @param sunZenithDegrees 0 to 85
   * @param viewZenithDegrees of the camera seen from the water, 0 to 85
   * @param azimuthBetweenDegrees from the sun's azimuth to the camera's, seen from the water; 180
   *     looks into the glint
   */
  public double reflectance(
      double sunZenithDegrees, double viewZenithDegrees, double azimuthBetweenDegrees) {
    requireZenith("sunZenithDegrees", sunZenithDegrees);
    requireZenith("viewZenithDegrees", viewZenithDegrees);
    double sunZenith = Math.toRadians(sunZenithDegrees);
    double viewZenith = Math.toRadians(viewZenithDegrees);
    double cosSun = Math.cos(sunZenith);
    double cosView = Math.cos(viewZenith);
    double cosPhase =
        cosSun * cosView
            + Math.sin(sunZenith)
                * Math.sin(viewZenith)
                * Math.cos(Math.toRadians(azimuthBetweenDegrees));
    double cosIncidence = Math.sqrt((1 + cosPhase) / 2);
    double cosTilt = Math.min(1, (cosSun + cosView) / (2 * cosIncidence));
    double tanSquared = 1 / (cosTilt * cosTilt) - 1;
    double slopeVariance = 0.003 + 0.00512 * windMetersPerSecond;
    double facets = Math.exp(-tanSquared / slopeVariance) / (Math.PI * slopeVariance);
    double mirror =
        MIRROR_STRAIGHT_DOWN + (1 - MIRROR_STRAIGHT_DOWN) * Math.pow(1 - cosIncidence, 5);
    return Math.PI * mirror * facets / (4 * cosSun * cosView * Math.pow(cosTilt, 4));
  }

  private static void requireZenith(String name, double degrees) {
    if (!(degrees >= 0 && degrees <= STEEPEST_DEGREES)) {
      throw new IllegalArgumentException(
          "%s is %s, must lie in [0, %s]".formatted(name, degrees, STEEPEST_DEGREES));
    }
  }
}

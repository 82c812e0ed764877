package org.qyran.sampledata.sensor.micasense;

/** What reaches one band at one exposure. Its pixels are neither copied nor changed. */
public final class BandLight {

  private final float[] radiance;
  private final Downwelling downwelling;
  private final double drift;

  /**
   * What reaches a band.
   *
   * @param radiance at the lens, W m⁻² sr⁻¹ nm⁻¹, row by row, distorted as the lens distorts
   * @param downwelling that the light sensor knows of
   * @param drift what the sensor's answer is multiplied by since it was calibrated, and its tags do
   *     not know: 1 for none, 1.03 for counts that are 3 percent too high
   */
  public BandLight(float[] radiance, Downwelling downwelling, double drift) {
    if (!(drift > 0.1 && drift < 10)) {
      throw new IllegalArgumentException("drift is %s, must lie in (0.1, 10)".formatted(drift));
    }
    this.radiance = radiance;
    this.downwelling = downwelling;
    this.drift = drift;
  }

  float[] radiance() {
    return radiance;
  }

  Downwelling downwelling() {
    return downwelling;
  }

  double drift() {
    return drift;
  }
}

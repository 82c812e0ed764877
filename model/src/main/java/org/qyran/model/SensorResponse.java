package org.qyran.model;

/**
 * How the counts of a picture become what reached the sensor: with a pixel's column x and row y,
 * counted from 0,
 *
 * <pre>
 *   L = V(x, y) R(y) (count − black) / full · factor / (gain t)
 *   R = 1 / (1 + rowSeconds y / t − rowShare y)
 * </pre>
 *
 * <p>That is MicaSense's radiance model ({@code micasense/imageprocessing}, image.py; factor,
 * rowSeconds and rowShare are its a1, a2 and a3); those of Parrot (application note SEQ-AN-01) and
 * DJI (P4 Multispectral Image Processing Guide; Mavic 3M Image Processing Guide) are special cases.
 *
 * @param gives what L is
 * @param blackLevel count without light
 * @param fullScale counts that make 1
 * @param exposureSeconds the shutter's time t
 * @param gain of the amplifier
 * @param factor of the band
 * @param rowSeconds by which later rows are exposed longer, for each row
 * @param rowShare by which later rows answer more, for each row
 * @param vignette light lost towards the edges
 */
public record SensorResponse(
    Quantity gives,
    double blackLevel,
    double fullScale,
    double exposureSeconds,
    double gain,
    double factor,
    double rowSeconds,
    double rowShare,
    Vignette vignette) {

  /** What comes out of it. */
  public enum Quantity {
    /** Radiance, W m⁻² sr⁻¹ nm⁻¹. */
    RADIANCE,
    /** A number in proportion to radiance, the factor known to nobody. */
    RELATIVE_RADIANCE,
    /** Temperature, kelvin. */
    KELVIN,
    /** Nothing: the counts are gamma-coded, or how they came about is not known. */
    NOTHING
  }

  /** Counts of which nothing is known. */
  public static final SensorResponse UNKNOWN =
      new SensorResponse(Quantity.NOTHING, 0, 1, 1, 1, 1, 0, 0, Vignette.NONE);

  /** Counts that are hundredths of a kelvin, as MicaSense's thermal cores write them. */
  public static final SensorResponse CENTIKELVIN =
      new SensorResponse(Quantity.KELVIN, 0, 100, 1, 1, 1, 0, 0, Vignette.NONE);

  public SensorResponse {
    Require.notNegative("blackLevel", blackLevel);
    Require.positive("fullScale", fullScale);
    Require.positive("exposureSeconds", exposureSeconds);
    Require.positive("gain", gain);
    Require.positive("factor", factor);
    Require.finite("rowSeconds", rowSeconds);
    Require.finite("rowShare", rowShare);
  }
}

package org.qyran.sampledata.camera;

import java.util.List;
import org.qyran.sampledata.spectrum.BandResponse;
import org.qyran.sampledata.spectrum.SkyLight;
import org.qyran.sampledata.spectrum.Spectrum;

/**
 * The light of a moment, for one set of bands. Arrays are handed through without a copy, since
 * every ray asks for them; they must not change.
 */
public final class Air {

  private final float[] direct;
  private final float[] diffuse;
  private final float[] hazePerKilometer;

  /**
   * All three by band.
   *
   * @param direct irradiance on a surface square to the sun, W m-2 nm-1
   * @param diffuse irradiance of the open sky on a level surface, W m-2 nm-1
   * @param hazePerKilometer radiance that a kilometre of air adds, W m-2 sr-1 nm-1
   */
  public Air(float[] direct, float[] diffuse, float[] hazePerKilometer) {
    if (direct.length != diffuse.length || direct.length != hazePerKilometer.length) {
      throw new IllegalArgumentException(
          "%d direct, %d diffuse and %d haze figures, must be one each for every band"
              .formatted(direct.length, diffuse.length, hazePerKilometer.length));
    }
    this.direct = direct;
    this.diffuse = diffuse;
    this.hazePerKilometer = hazePerKilometer;
  }

  /**
   * Clear air of a moment.
   *
   * <p>Haze is the light that one kilometre scatters once into the line of sight, taken to be even
   * in all directions: global irradiance · extinction / 4π, with Rayleigh's optical depth 0.00877
   * λ^-4.05 (λ in µm; B. Bodhaine et al., J. Atmos. Ocean. Tech. 16, 1999, rounded) over a scale
   * height of 8 km, and a dust of optical depth 0.1 λ^-1.3 at 500 nm over 2 km.
   *
   * @param haze how many times the ordinary dust there is
   */
  public static Air of(SkyLight sky, List<BandResponse> responses, double haze) {
    Spectrum extinction =
        Spectrum.of(
            nanometers -> {
              double rayleigh = 0.00877 * Math.pow(nanometers / 1_000, -4.05) / 8;
              return rayleigh + haze * 0.1 * Math.pow(nanometers / 500, -1.3) / 2;
            });
    Spectrum path = sky.globalHorizontal().times(extinction).times(1 / (4 * Math.PI));
    return new Air(
        inBands(sky.directNormal(), responses),
        inBands(sky.diffuseHorizontal(), responses),
        inBands(path, responses));
  }

  private static float[] inBands(Spectrum spectrum, List<BandResponse> responses) {
    float[] values = new float[responses.size()];
    for (int band = 0; band < values.length; band++) {
      values[band] = (float) responses.get(band).in(spectrum);
    }
    return values;
  }

  /** How many bands. */
  public int bands() {
    return direct.length;
  }

  public float[] direct() {
    return direct;
  }

  public float[] diffuse() {
    return diffuse;
  }

  public float[] hazePerKilometer() {
    return hazePerKilometer;
  }
}

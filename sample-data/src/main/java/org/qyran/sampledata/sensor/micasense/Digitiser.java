package org.qyran.sampledata.sensor.micasense;

import java.util.Arrays;
import org.qyran.sampledata.sensor.PixelNoise;
import org.qyran.sampledata.sensor.Shutter;

/**
 * Makes counts of radiance: chooses the shutter, fills the wells, adds shot noise and read noise,
 * and reads them with twelve bits, which the file holds in the upper part of sixteen.
 *
 * <p>Shot noise is drawn from a bell instead of Poisson's law, which no one can tell apart above
 * some tens of electrons. The figures of the well are those of a 3.75 µm sensor with a largest
 * signal-to-noise ratio of 38.6 dB; the panel of a real RedEdge spreads by 1.8 percent where this
 * gives 1.5 and the panel's own grain is left out.
 */
final class Digitiser {

  /** Of the brightest pixels that count, half a percent left out. */
  private static final double TARGET_SHARE = 0.8;

  private static final double BRIGHT_QUANTILE = 0.995;
  private static final int SAMPLES = 4_096;

  /** Slower, and the ground moves by more than a third of a pixel under a drone. */
  private static final double LONGEST_SECONDS = 0.0018;

  private static final double SHORTEST_SECONDS = 0.000066;
  private static final int[] ISO = {100, 200, 400, 800};

  private static final double READ_ELECTRONS = 6;
  private static final int STEP = 16;
  private static final int FULL_STEPS = 4_095;

  private Digitiser() {}

  /**
   * The shutter that a camera would choose: the shortest amplification at which the bright part of
   * the picture fills most of the scale, in whole microseconds.
   */
  static Shutter shutter(float[] radiance, Response response) {
    double bright = Math.max(1e-6, quantile(radiance));
    double wanted = TARGET_SHARE * (FULL_STEPS * STEP - response.blackLevel());
    double seconds = LONGEST_SECONDS;
    int iso = ISO[0];
    for (int candidate : ISO) {
      iso = candidate;
      seconds = wanted / (bright * response.countsPerRadiance(1, candidate / 100.0));
      if (seconds <= LONGEST_SECONDS) {
        break;
      }
    }
    double bounded = Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, seconds));
    return new Shutter(Math.round(bounded * 1e6) / 1e6, iso);
  }

  /** Of evenly spread pixels. */
  private static double quantile(float[] radiance) {
    int stride = Math.max(1, radiance.length / SAMPLES) | 1;
    float[] samples = new float[(radiance.length + stride - 1) / stride];
    for (int index = 0; index < samples.length; index++) {
      samples[index] = radiance[index * stride];
    }
    Arrays.sort(samples);
    return samples[(int) ((samples.length - 1) * BRIGHT_QUANTILE)];
  }

  /** The counts of the file. */
  static char[] counts(BandSensor sensor, BandLight light, Shutter shutter, long seed) {
    Response response = sensor.response();
    PixelNoise noise = new PixelNoise(seed);
    float[] radiance = light.radiance();
    char[] counts = new char[radiance.length];
    int width = sensor.lens().widthPixels();
    double gain = shutter.gain();
    double perRadiance =
        light.drift() * response.countsPerRadiance(shutter.exposureSeconds(), gain);
    double perElectron =
        gain * (FULL_STEPS * STEP - response.blackLevel()) / sensor.wellElectrons();
    for (int index = 0; index < counts.length; index++) {
      int row = index / width;
      double signal =
          Math.max(0, radiance[index])
              * perRadiance
              * response.falloff(index % width, row)
              * response.rowGain(row, shutter.exposureSeconds());
      double electrons = signal / perElectron;
      double spread = Math.sqrt(electrons + READ_ELECTRONS * READ_ELECTRONS) * perElectron;
      double count = response.blackLevel() + signal + spread * noise.gaussian(index);
      long steps = Math.round(count / STEP);
      counts[index] = (char) (STEP * Math.min(FULL_STEPS, Math.max(0, steps)));
    }
    return counts;
  }
}

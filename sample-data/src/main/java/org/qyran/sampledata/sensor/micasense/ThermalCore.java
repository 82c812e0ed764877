package org.qyran.sampledata.sensor.micasense;

import java.util.Random;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;
import org.qyran.sampledata.sensor.PixelNoise;
import org.qyran.sampledata.sensor.Shutter;

/**
 * The thermal core of an Altum: a sixth file of 160 by 120 pixels whose counts are hundredths of a
 * kelvin (the maker's image.py: count / 100 − 273.15 is °C).
 *
 * <p>An uncooled sensor warms up and drifts, more at its corners than in the middle, where the lens
 * holder is seen; the maker's factory calibration does not know of it. The lens is a pinhole: no
 * distortion is stated that matters at this size.
 *
 * @param lens of the picture it writes
 * @param rig how it stands to the reference lens
 * @param noiseKelvin noise-equivalent temperature difference, one standard deviation
 */
public record ThermalCore(CameraModel lens, RigPlace rig, double noiseKelvin) {

  /** Long-wave infrared: 8 to 14 micrometres. */
  public static final Band BAND = new Band("thermal", 11_000, 6_000);

  static final int FILE_NUMBER = 6;

  /** A FLIR Lepton: pixels of 12 µm, and with this lens 57 degrees across. */
  static final double PITCH_MILLIMETERS = 0.012;

  static final double FOCAL_LENGTH_MILLIMETERS = 1.77;
  private static final int WIDTH_PIXELS = 160;
  private static final int HEIGHT_PIXELS = 120;

  /** What reaches the core. Its pixels are neither copied nor changed. */
  public static final class Warmth {

    private final float[] kelvin;
    private final double driftKelvin;
    private final double cornerKelvin;

    /**
     * What reaches the core.
     *
     * @param kelvin brightness temperature of what each pixel sees, row by row
     * @param driftKelvin by which the whole picture is too warm
     * @param cornerKelvin by which the corners are too warm beyond that
     */
    public Warmth(float[] kelvin, double driftKelvin, double cornerKelvin) {
      this.kelvin = kelvin;
      this.driftKelvin = driftKelvin;
      this.cornerKelvin = cornerKelvin;
    }
  }

  /** A core with a noise of 50 mK, what its maker promises. */
  public static ThermalCore of(String serial, long seed) {
    Random random = new Random(PixelNoise.seed(seed, serial.hashCode() ^ FILE_NUMBER));
    CameraModel lens =
        new CameraModel(
            "MicaSense Altum LWIR",
            WIDTH_PIXELS,
            HEIGHT_PIXELS,
            FOCAL_LENGTH_MILLIMETERS * (1 + 0.005 * random.nextGaussian()) / PITCH_MILLIMETERS,
            WIDTH_PIXELS / 2.0 + random.nextGaussian(),
            HEIGHT_PIXELS / 2.0 + random.nextGaussian(),
            CameraModel.Distortion.NONE,
            CameraModel.Source.METADATA,
            0);
    RigPlace rig =
        new RigPlace(
            0.3 * random.nextGaussian(),
            0.3 * random.nextGaussian(),
            0.3 * random.nextGaussian(),
            0,
            0.03);
    return new ThermalCore(lens, rig, 0.05);
  }

  /** A thermal core has none; the maker writes a placeholder. */
  Shutter shutter() {
    return new Shutter(0.001, 100);
  }

  char[] counts(Warmth warmth, long seed) {
    int pixels = lens.widthPixels() * lens.heightPixels();
    if (warmth.kelvin.length != pixels) {
      throw new IllegalArgumentException(
          "kelvin has %d pixels, must have %d".formatted(warmth.kelvin.length, pixels));
    }
    PixelNoise noise = new PixelNoise(seed);
    char[] counts = new char[pixels];
    for (int index = 0; index < pixels; index++) {
      int row = index / lens.widthPixels();
      double right = 2 * (index % lens.widthPixels() + 0.5) / lens.widthPixels() - 1;
      double below = 2 * (row + 0.5) / lens.heightPixels() - 1;
      double kelvin =
          warmth.kelvin[index]
              + warmth.driftKelvin
              + warmth.cornerKelvin * (right * right + below * below) / 2
              + noiseKelvin * noise.gaussian(index);
      counts[index] = (char) Math.min(65_535, Math.max(0, Math.round(100 * kelvin)));
    }
    return counts;
  }
}

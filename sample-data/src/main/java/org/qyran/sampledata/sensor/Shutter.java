package org.qyran.sampledata.sensor;

/**
 * How long a sensor was exposed and how much its signal was amplified.
 *
 * @param exposureSeconds above 0, at most half a second
 * @param iso amplification, 100 for none, as EXIF writes it
 */
public record Shutter(double exposureSeconds, int iso) {

  public Shutter {
    if (!(exposureSeconds > 0 && exposureSeconds <= 0.5)) {
      throw new IllegalArgumentException(
          "exposureSeconds is %s, must lie in (0, 0.5]".formatted(exposureSeconds));
    }
    if (iso < 1 || iso > 32_767) {
      throw new IllegalArgumentException("iso is %d, must lie in [1, 32767]".formatted(iso));
    }
  }

  /** Amplification, 1 for none. */
  public double gain() {
    return iso / 100.0;
  }
}

package org.qyran.detection.radiometry;

import java.util.List;

/**
 * How the counts of a frame become reflectance.
 *
 * @param by what says how bright a known thing would have been
 * @param absolute false where only the ratio between places and pictures is known
 * @param factors of the bands, from what their {@link org.qyran.model.SensorResponse} gives; none
 *     when {@code by} is {@link Source#NONE}
 */
public record Calibration(Source by, boolean absolute, List<Double> factors) {

  /** What a calibration rests on, best first. */
  public enum Source {
    /** The flight's pictures of a reflectance panel. */
    PANEL,
    /** The light sensor on top of the aircraft. */
    LIGHT_SENSOR,
    /** Nothing: counts stay counts. */
    NONE
  }

  /** Counts stay counts. */
  public static final Calibration NONE = new Calibration(Source.NONE, false, List.of());

  public Calibration {
    factors = List.copyOf(factors);
  }
}

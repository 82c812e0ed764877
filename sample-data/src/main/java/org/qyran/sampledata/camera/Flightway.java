package org.qyran.sampledata.camera;

/**
 * How a camera moves while its shutter is open.
 *
 * @param eastMetersPerSecond of the aircraft
 * @param northMetersPerSecond of the aircraft
 * @param exposureSeconds for each row
 * @param readoutSeconds from the first row to the last; 0 for a global shutter
 */
public record Flightway(
    double eastMetersPerSecond,
    double northMetersPerSecond,
    double exposureSeconds,
    double readoutSeconds) {

  /** Hanging still. */
  public static final Flightway STILL = new Flightway(0, 0, 0, 0);
}

package org.qyran.evaluation.honesty;

/**
 * A pixel of a simulated frame: where the product put it, next to where it really lies.
 *
 * @param flight number of its flight
 * @param carrier of the camera, as a person says it
 * @param offNadirDegrees of the true line of sight
 * @param slopeDegrees of the true ground there
 * @param offMeters level distance of the stated place from the true one
 * @param ce90Meters as stated
 * @param upMeters stated height less the true one
 * @param le90Meters as stated
 * @param grazing as stated
 */
record TriedPoint(
    int flight,
    String carrier,
    double offNadirDegrees,
    double slopeDegrees,
    double offMeters,
    double ce90Meters,
    double upMeters,
    double le90Meters,
    boolean grazing) {

  boolean insideCe90() {
    return inside(1);
  }

  /** Within a circle of so many times the stated radius. */
  boolean inside(double times) {
    return offMeters <= times * ce90Meters;
  }

  boolean insideLe90() {
    return Math.abs(upMeters) <= le90Meters;
  }
}

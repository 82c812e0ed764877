package org.qyran.model;

/**
 * How wrong a place on the ground may be: variances in level axes there.
 *
 * @param eastSquareMeters of the place eastwards
 * @param northSquareMeters northwards
 * @param eastNorthSquareMeters how the two vary together
 * @param upSquareMeters of the height
 */
public record GroundError(
    double eastSquareMeters,
    double northSquareMeters,
    double eastNorthSquareMeters,
    double upSquareMeters) {

  /** No error at all. */
  public static final GroundError NONE = new GroundError(0, 0, 0, 0);

  public GroundError {
    Require.notNegative("eastSquareMeters", eastSquareMeters);
    Require.notNegative("northSquareMeters", northSquareMeters);
    Require.finite("eastNorthSquareMeters", eastNorthSquareMeters);
    Require.notNegative("upSquareMeters", upSquareMeters);
  }

  /** Two independent errors together. */
  public GroundError plus(GroundError other) {
    return new GroundError(
        eastSquareMeters + other.eastSquareMeters,
        northSquareMeters + other.northSquareMeters,
        eastNorthSquareMeters + other.eastNorthSquareMeters,
        upSquareMeters + other.upSquareMeters);
  }

  /** Of an error that is some times as large as this one; variances grow with the square. */
  public GroundError times(double factor) {
    double square = factor * factor;
    return new GroundError(
        eastSquareMeters * square,
        northSquareMeters * square,
        eastNorthSquareMeters * square,
        upSquareMeters * square);
  }
}

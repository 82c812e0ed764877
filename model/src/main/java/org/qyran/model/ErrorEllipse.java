package org.qyran.model;

/**
 * The ellipse around a stated place that holds the true one in 90 of 100 cases.
 *
 * @param semiMajorMeters half of its length
 * @param semiMinorMeters half of its width
 * @param bearingDegrees of its length, clockwise from true north, in [0, 180)
 */
public record ErrorEllipse(double semiMajorMeters, double semiMinorMeters, double bearingDegrees) {

  public ErrorEllipse {
    Require.notNegative("semiMinorMeters", semiMinorMeters);
    Require.inRange("semiMajorMeters", semiMajorMeters, semiMinorMeters, Double.MAX_VALUE);
    Require.inRange("bearingDegrees", bearingDegrees, 0, 180);
  }
}

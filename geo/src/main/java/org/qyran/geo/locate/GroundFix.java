package org.qyran.geo.locate;

import org.qyran.geo.axes.Place;
import org.qyran.model.ErrorEllipse;
import org.qyran.model.GeoPoint;
import org.qyran.model.GroundError;

/**
 * The ground point of one pixel.
 *
 * @param point where the line of sight meets the ground
 * @param heightMeters of the ground there, above the WGS 84 ellipsoid
 * @param shared the part of its error that is the same for the whole flight
 * @param own the part of this picture alone
 * @param groundSamplingDistanceMeters the side of a square as large as the pixel on level ground
 * @param offNadirDegrees angle between the line of sight and straight down, in [0, 90)
 * @param slantMeters from the camera to the ground
 * @param levelGround true when the ground's height was not known there and was taken to be level
 * @param grazing true when the line of sight runs along the slope it meets, at less than {@value
 *     ErrorBudget#LEAST_GRAZE_DEGREES} degrees: the place is worth little, and its error is a guess
 */
public record GroundFix(
    GeoPoint point,
    double heightMeters,
    GroundError shared,
    GroundError own,
    double groundSamplingDistanceMeters,
    double offNadirDegrees,
    double slantMeters,
    boolean levelGround,
    boolean grazing) {

  /** Where it is. */
  Place place() {
    return new Place(point, heightMeters);
  }

  /** Both parts of the error together. */
  public GroundError error() {
    return shared.plus(own);
  }

  /** Radius that holds the true position in 90 of 100 cases. */
  public double ce90Meters() {
    return CircularError.ce90Meters(error());
  }

  /** The same for its height. */
  public double le90Meters() {
    return CircularError.le90Meters(error());
  }

  /** The ellipse that holds the true position in 90 of 100 cases. */
  public ErrorEllipse ellipse() {
    return CircularError.ellipse(error());
  }
}

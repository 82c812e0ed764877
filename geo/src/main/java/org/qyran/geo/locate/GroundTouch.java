package org.qyran.geo.locate;

import java.util.List;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.Place;

/**
 * Where a pixel's line of sight meets the ground, and how that place moves when something is
 * changed a little; all moves in the level axes of the camera.
 *
 * @param place on the ground
 * @param poseMoves one for each error of a pose, by metre or by degree, in the order of {@link
 *     org.qyran.model.PoseCovariance}
 * @param perGroundMeter when the ground rises by a metre
 * @param perPixelRight for a pixel further right
 * @param perPixelBelow for a pixel further down
 * @param groundErrorMeters one standard deviation of the ground's height
 */
public record GroundTouch(
    Place place,
    List<Enu> poseMoves,
    Enu perGroundMeter,
    Enu perPixelRight,
    Enu perPixelBelow,
    double groundErrorMeters) {

  public GroundTouch {
    poseMoves = List.copyOf(poseMoves);
  }
}

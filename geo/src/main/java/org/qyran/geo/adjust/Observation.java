package org.qyran.geo.adjust;

import java.util.Optional;
import org.qyran.geo.adjust.tie.Tie;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.Place;
import org.qyran.geo.geoid.Egm96;
import org.qyran.geo.locate.GroundTouch;
import org.qyran.model.ControlMark;
import org.qyran.model.PoseCovariance;

/**
 * By how much two places that should be one lie apart on the level, and what would move that.
 *
 * <p>What remains random in it: the pixels, half a working pixel of the matching each; and the
 * ground, which both frames meet at the wrong height, so that they part along the difference of
 * their slants.
 *
 * @param east metres from the first place to the second
 * @param north the same
 * @param firstMoves how a unit of each pose error of the first frame changes the two, negated
 * @param secondMoves the same of the second frame; zeros where the second place is measured
 * @param groundMoves the same when the ground rises by a metre: everywhere, and by a metre for
 *     every flying height that a place lies east or north of the first camera
 * @param groundErrorMeters one standard deviation of the ground's height; 0 where it was measured
 * @param weight inverse of the covariance: east-east, east-north, north-north
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Observation(
    double east,
    double north,
    double[][] firstMoves,
    double[][] secondMoves,
    double[][] groundMoves,
    double groundErrorMeters,
    double[] weight) {

  /**
   * By how much the ground that a line of sight meets is too high or too low, over the height of
   * the camera above it: trees that level ground and a bare model lack, and a surface model has
   * elsewhere as long as the pose is wrong.
   */
  private static final double RELIEF_FRACTION = 0.05;

  private static final double LEAST_RELIEF_METERS = 0.2;
  private static final double MATCH_PIXELS = 1.5;

  /** The ground as a whole, and its slopes east and north. */
  static final int GROUND_SIZE = 3;

  /** Of a tie; absent when one of its pixels meets no ground. */
  static Optional<Observation> of(FlightPoses poses, Tie tie) {
    return poses.touches(tie, (one, other) -> of(poses, tie, one, other));
  }

  private static Observation of(FlightPoses poses, Tie tie, GroundTouch one, GroundTouch other) {
    Enu from = poses.level(one.place());
    Enu gap = poses.level(other.place()).minus(from);
    Enu slants = other.perGroundMeter().minus(one.perGroundMeter());
    double above = poses.cameraPlace(tie.first()).upMeters() - from.upMeters();
    double relief = Math.max(LEAST_RELIEF_METERS, RELIEF_FRACTION * above);
    double[] covariance = new double[3];
    add(covariance, slants.times(relief));
    addPixels(covariance, one);
    addPixels(covariance, other);
    Enu camera = poses.cameraPlace(tie.first());
    return new Observation(
        gap.eastMeters(),
        gap.northMeters(),
        moves(one, -1),
        moves(other, 1),
        groundMoves(slants, from.minus(camera).times(1 / above)),
        one.groundErrorMeters(),
        inverse(covariance));
  }

  /** Of a control point; absent when its pixel meets no ground. */
  static Optional<Observation> of(
      FlightPoses poses, int frame, ControlMark control, AdjustSettings settings) {
    double errorMeters = settings.controlErrorMeters();
    return poses
        .touch(frame, control.pixel())
        .map(
            touch -> {
              Enu seen = poses.level(touch.place());
              Enu measured = poses.level(place(control, settings));
              Enu slant = touch.perGroundMeter().times(1 / touch.perGroundMeter().upMeters());
              Enu there = seen.plus(slant.times(measured.upMeters() - seen.upMeters()));
              Enu gap = measured.minus(there);
              double[] covariance = {errorMeters * errorMeters, 0, errorMeters * errorMeters};
              add(covariance, slant.times(errorMeters));
              addPixels(covariance, touch);
              return new Observation(
                  gap.eastMeters(),
                  gap.northMeters(),
                  moves(touch, -1),
                  new double[2][PoseCovariance.SIZE],
                  new double[2][GROUND_SIZE],
                  0,
                  inverse(covariance));
            });
  }

  private static Place place(ControlMark control, AdjustSettings settings) {
    double undulation =
        switch (settings.controlDatum()) {
          case MEAN_SEA_LEVEL -> Egm96.undulationMeters(control.position());
          case ELLIPSOID -> 0;
        };
    return new Place(control.position(), control.heightMeters() + undulation);
  }

  double meters() {
    return Math.hypot(east, north);
  }

  /** The square of such a distance in standard deviations of what is random in it. */
  double mahalanobisSquare(double otherEast, double otherNorth) {
    return weight[0] * otherEast * otherEast
        + 2 * weight[1] * otherEast * otherNorth
        + weight[2] * otherNorth * otherNorth;
  }

  private static double[][] moves(GroundTouch touch, double sign) {
    double[][] moves = new double[2][PoseCovariance.SIZE];
    for (int at = 0; at < PoseCovariance.SIZE; at++) {
      moves[0][at] = sign * touch.poseMoves().get(at).eastMeters();
      moves[1][at] = sign * touch.poseMoves().get(at).northMeters();
    }
    return moves;
  }

  private static double[][] groundMoves(Enu slants, Enu away) {
    return new double[][] {
      {
        slants.eastMeters(),
        slants.eastMeters() * away.eastMeters(),
        slants.eastMeters() * away.northMeters()
      },
      {
        slants.northMeters(),
        slants.northMeters() * away.eastMeters(),
        slants.northMeters() * away.northMeters()
      }
    };
  }

  private static void addPixels(double[] covariance, GroundTouch touch) {
    add(covariance, touch.perPixelRight().times(MATCH_PIXELS));
    add(covariance, touch.perPixelBelow().times(MATCH_PIXELS));
  }

  private static void add(double[] covariance, Enu shift) {
    covariance[0] += shift.eastMeters() * shift.eastMeters();
    covariance[1] += shift.eastMeters() * shift.northMeters();
    covariance[2] += shift.northMeters() * shift.northMeters();
  }

  private static double[] inverse(double[] covariance) {
    double determinant = covariance[0] * covariance[2] - covariance[1] * covariance[1];
    return new double[] {
      covariance[2] / determinant, -covariance[1] / determinant, covariance[0] / determinant
    };
  }
}

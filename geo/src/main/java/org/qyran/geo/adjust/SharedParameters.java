package org.qyran.geo.adjust;

import org.qyran.geo.axes.Enu;
import org.qyran.geo.camera.CameraPose;
import org.qyran.geo.camera.CameraRay;
import org.qyran.geo.camera.LevelRay;
import org.qyran.model.PoseCovariance;

/**
 * The errors that a whole flight shares, and how each moves the pose of one frame.
 *
 * <p>A receiver is off in level axes; a compass about the vertical; a mount about the axes of the
 * picture, which turn with the aircraft; a clock along the way flown. That is what lets strips
 * flown there and back tell them apart.
 */
final class SharedParameters {

  static final int EAST = 0;
  static final int NORTH = 1;
  static final int UP = 2;
  static final int YAW = 3;

  /** About the right side of the picture, about its lower side, about the line of sight. */
  static final int PITCH = 4;

  static final int ROLL = 5;
  static final int TWIST = 6;
  static final int CLOCK = 7;

  /** Of the ground, in metres: no error of a pose, but not to be told from a wrong height. */
  static final int GROUND = 8;

  static final int SIZE = 9;

  private SharedParameters() {}

  /**
   * How one unit of each (metre, degree, second) moves the pose of a frame.
   *
   * @return rows as in {@link PoseCovariance}, columns as here
   */
  static double[][] poseMoves(CameraPose camera, Enu velocity) {
    double[][] moves = new double[PoseCovariance.SIZE][SIZE];
    moves[PoseCovariance.EAST][EAST] = 1;
    moves[PoseCovariance.NORTH][NORTH] = 1;
    moves[PoseCovariance.UP][UP] = 1;
    moves[PoseCovariance.ABOUT_DOWN][YAW] = 1;
    about(camera.toLevel(new CameraRay(1, 0, 0)), PITCH, moves);
    about(camera.toLevel(new CameraRay(0, 1, 0)), ROLL, moves);
    about(camera.toLevel(CameraRay.FORWARD), TWIST, moves);
    moves[PoseCovariance.EAST][CLOCK] = velocity.eastMeters();
    moves[PoseCovariance.NORTH][CLOCK] = velocity.northMeters();
    return moves;
  }

  private static void about(LevelRay axis, int parameter, double[][] moves) {
    moves[PoseCovariance.ABOUT_NORTH][parameter] = axis.north();
    moves[PoseCovariance.ABOUT_EAST][parameter] = axis.east();
    moves[PoseCovariance.ABOUT_DOWN][parameter] = axis.down();
  }

  /** Variances before anything was compared, from the shared part of a stated pose. */
  static double[] priorVariances(
      PoseCovariance shared, double clockErrorSeconds, double groundErrorMeters) {
    double tilt = shared.tiltDegrees() * shared.tiltDegrees();
    double[] variances = new double[SIZE];
    variances[EAST] = shared.at(PoseCovariance.EAST, PoseCovariance.EAST);
    variances[NORTH] = shared.at(PoseCovariance.NORTH, PoseCovariance.NORTH);
    variances[UP] = shared.at(PoseCovariance.UP, PoseCovariance.UP);
    variances[YAW] = shared.yawDegrees() * shared.yawDegrees();
    variances[PITCH] = tilt;
    variances[ROLL] = tilt;
    variances[TWIST] = tilt;
    variances[CLOCK] = clockErrorSeconds * clockErrorSeconds;
    variances[GROUND] = groundErrorMeters * groundErrorMeters;
    for (int at = 0; at < SIZE; at++) {
      variances[at] = Math.max(variances[at], 1e-8);
    }
    return variances;
  }
}

package org.qyran.ingest.camera;

import org.qyran.model.Attitude;

/**
 * A camera whose angles are counted from the airframe that carries it.
 *
 * <p>The rotation from camera to level axes is R(body) · R(camera in the airframe), each of them
 * yaw · pitch · roll as {@code docs/CONVENTIONS.md} says, and the camera's attitude is read off the
 * product. Adding the angles up instead is right only while the wings are level: with a camera 60
 * degrees down, a degree of roll turns its line of sight by nearly two degrees of yaw.
 *
 * <p>Straight up or down, yaw and roll turn about the same axis and only their sum is known: there
 * the roll is called zero and the yaw is where the picture's top points (looking down). Exact.
 * Stateless; threads may share it.
 */
public final class GimbalMount {

  /** Closer to straight down than this, in sine, yaw and roll cannot be told apart by doubles. */
  private static final double STRAIGHT = 1e-9;

  private GimbalMount() {}

  /**
   * The attitude of the camera.
   *
   * @param body of the airframe: yaw of the nose from true north, pitch nose up, roll right wing
   *     down
   * @param inAirframe of the camera, from the airframe's axes: yaw from the nose to the right,
   *     pitch above its floor, roll right side down
   */
  public static Attitude camera(Attitude body, Attitude inAirframe) {
    return attitude(product(rotation(body), rotation(inAirframe)));
  }

  private static double[][] rotation(Attitude attitude) {
    return product(
        product(
            aboutDown(Math.toRadians(attitude.yawDegrees())),
            aboutRight(Math.toRadians(attitude.pitchDegrees()))),
        aboutForward(Math.toRadians(attitude.rollDegrees())));
  }

  /** Columns of the matrix are the camera's line of sight, right side and bottom in level axes. */
  private static Attitude attitude(double[][] rotation) {
    double levelPart = Math.hypot(rotation[0][0], rotation[1][0]);
    double pitch = Math.atan2(-rotation[2][0], levelPart);
    if (levelPart < STRAIGHT) {
      double yaw = Math.atan2(-rotation[0][1], rotation[1][1]);
      return degrees(yaw, pitch, 0);
    }
    double yaw = Math.atan2(rotation[1][0], rotation[0][0]);
    double roll = Math.atan2(rotation[2][1], rotation[2][2]);
    return degrees(yaw, pitch, roll);
  }

  private static Attitude degrees(double yaw, double pitch, double roll) {
    return new Attitude(Math.toDegrees(yaw), Math.toDegrees(pitch), Math.toDegrees(roll));
  }

  private static double[][] aboutDown(double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new double[][] {{cos, -sin, 0}, {sin, cos, 0}, {0, 0, 1}};
  }

  private static double[][] aboutRight(double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new double[][] {{cos, 0, sin}, {0, 1, 0}, {-sin, 0, cos}};
  }

  private static double[][] aboutForward(double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new double[][] {{1, 0, 0}, {0, cos, -sin}, {0, sin, cos}};
  }

  private static double[][] product(double[][] left, double[][] right) {
    double[][] product = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int inner = 0; inner < 3; inner++) {
          product[row][column] += left[row][inner] * right[inner][column];
        }
      }
    }
    return product;
  }
}

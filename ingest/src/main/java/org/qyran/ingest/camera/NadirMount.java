package org.qyran.ingest.camera;

import org.qyran.model.Attitude;

/**
 * A camera screwed to an airframe, looking straight down in level flight, the top of its picture
 * towards the nose.
 *
 * <p>The rotation from camera to level axes is R(body) · R(0, -90°, 0), and the camera's attitude
 * is read off the product, as {@code docs/CONVENTIONS.md} says. The mount is taken to be true; a
 * shim under the camera belongs into the error of the pose.
 *
 * <p>Straight down, yaw and roll turn about the same axis and only their sum is known: there the
 * roll is called zero and the yaw is where the picture's top points. Stateless; threads may share
 * it.
 */
public final class NadirMount {

  /** Closer to straight down than this, in sine, yaw and roll cannot be told apart by doubles. */
  private static final double STRAIGHT = 1e-9;

  private NadirMount() {}

  /**
   * The attitude of the camera.
   *
   * @param body of the airframe: yaw of the nose from true north, pitch nose up, roll right wing
   *     down
   */
  public static Attitude camera(Attitude body) {
    double yaw = Math.toRadians(body.yawDegrees());
    double pitch = Math.toRadians(body.pitchDegrees());
    double roll = Math.toRadians(body.rollDegrees());
    double[][] airframe = product(product(aboutDown(yaw), aboutRight(pitch)), aboutForward(roll));
    return attitude(product(airframe, aboutRight(-Math.PI / 2)));
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

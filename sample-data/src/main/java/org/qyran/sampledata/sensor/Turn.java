package org.qyran.sampledata.sensor;

import org.qyran.model.Attitude;

/**
 * A rotation, as docs/CONVENTIONS.md has them: of axes ahead, right and below into axes north, east
 * and down, or into those of a thing that is itself turned. Immutable.
 *
 * <p>Of an attitude with yaw ψ, pitch θ and roll ρ it is yaw · pitch · roll, whose columns are
 *
 * <pre>
 *   ahead  ( cosψ cosθ,                     sinψ cosθ,                     −sinθ     )
 *   right  ( cosψ sinθ sinρ − sinψ cosρ,    sinψ sinθ sinρ + cosψ cosρ,     cosθ sinρ )
 *   below  ( cosψ sinθ cosρ + sinψ sinρ,    sinψ sinθ cosρ − cosψ sinρ,     cosθ cosρ )
 * </pre>
 */
public final class Turn {

  /** Closer to straight down than this, in sine, yaw and roll cannot be told apart by doubles. */
  private static final double STRAIGHT = 1e-9;

  private final double[][] rows;

  private Turn(double[][] rows) {
    this.rows = rows;
  }

  /** The turn of a camera or an airframe. */
  public static Turn of(Attitude attitude) {
    double yaw = Math.toRadians(attitude.yawDegrees());
    double pitch = Math.toRadians(attitude.pitchDegrees());
    double roll = Math.toRadians(attitude.rollDegrees());
    double[][] aboutDown = {
      {Math.cos(yaw), -Math.sin(yaw), 0}, {Math.sin(yaw), Math.cos(yaw), 0}, {0, 0, 1}
    };
    double[][] aboutRight = {
      {Math.cos(pitch), 0, Math.sin(pitch)}, {0, 1, 0}, {-Math.sin(pitch), 0, Math.cos(pitch)}
    };
    double[][] aboutAhead = {
      {1, 0, 0}, {0, Math.cos(roll), -Math.sin(roll)}, {0, Math.sin(roll), Math.cos(roll)}
    };
    return new Turn(aboutDown).times(new Turn(aboutRight)).times(new Turn(aboutAhead));
  }

  /**
   * A turn given about the axes of pictures, right, below and ahead: Rx · Ry · Rz, the form in
   * which MicaSense states how its lenses stand to each other.
   */
  public static Turn aboutPictureAxes(double xDegrees, double yDegrees, double zDegrees) {
    double x = Math.toRadians(xDegrees);
    double y = Math.toRadians(yDegrees);
    double z = Math.toRadians(zDegrees);
    // The same three turns, written in the order ahead, right, below.
    double[][] aboutRight = {
      {Math.cos(x), 0, Math.sin(x)}, {0, 1, 0}, {-Math.sin(x), 0, Math.cos(x)}
    };
    double[][] aboutBelow = {
      {Math.cos(y), -Math.sin(y), 0}, {Math.sin(y), Math.cos(y), 0}, {0, 0, 1}
    };
    double[][] aboutAhead = {
      {1, 0, 0}, {0, Math.cos(z), -Math.sin(z)}, {0, Math.sin(z), Math.cos(z)}
    };
    return new Turn(aboutRight).times(new Turn(aboutBelow)).times(new Turn(aboutAhead));
  }

  /**
   * The attitude of a camera that is screwed to an airframe, looking straight down in level flight,
   * the top of its picture towards the nose.
   */
  public static Attitude nadirCamera(Attitude airframe) {
    return of(airframe).times(of(new Attitude(0, -90, 0))).attitude();
  }

  /** First the other turn, then this one. */
  public Turn times(Turn other) {
    double[][] product = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int inner = 0; inner < 3; inner++) {
          product[row][column] += rows[row][inner] * other.rows[inner][column];
        }
      }
    }
    return new Turn(product);
  }

  /** Where a direction of three parts, in the order of the axes, points to afterwards. */
  public double[] of(double ahead, double right, double below) {
    double[] turned = new double[3];
    for (int row = 0; row < 3; row++) {
      turned[row] = rows[row][0] * ahead + rows[row][1] * right + rows[row][2] * below;
    }
    return turned;
  }

  /** The turn that undoes this one. */
  public Turn reversed() {
    double[][] turned = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        turned[row][column] = rows[column][row];
      }
    }
    return new Turn(turned);
  }

  /** Yaw, pitch and roll of it; straight down, the roll is called zero. */
  public Attitude attitude() {
    double level = Math.hypot(rows[0][0], rows[1][0]);
    double pitch = Math.toDegrees(Math.atan2(-rows[2][0], level));
    if (level < STRAIGHT) {
      return new Attitude(Math.toDegrees(Math.atan2(-rows[0][1], rows[1][1])), pitch, 0);
    }
    return new Attitude(
        Math.toDegrees(Math.atan2(rows[1][0], rows[0][0])),
        pitch,
        Math.toDegrees(Math.atan2(rows[2][1], rows[2][2])));
  }
}

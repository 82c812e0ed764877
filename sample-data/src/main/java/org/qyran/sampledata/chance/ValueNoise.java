package org.qyran.sampledata.chance;

/**
 * Smooth random numbers over the plane: a hash at each whole coordinate, eased between them (K.
 * Perlin, An image synthesizer, SIGGRAPH 1985, in its simplest form). The same seed and place give
 * the same number, in any order of asking. Immutable.
 */
public final class ValueNoise {

  private final int seed;

  public ValueNoise(long seed) {
    this.seed = (int) (seed ^ (seed >>> 32));
  }

  /** In [-1, 1], changing over a distance of about one. */
  public double at(double x, double y) {
    double floorX = Math.floor(x);
    double floorY = Math.floor(y);
    int column = (int) floorX;
    int row = (int) floorY;
    double right = eased(x - floorX);
    double up = eased(y - floorY);
    double lower = corner(column, row);
    lower += (corner(column + 1, row) - lower) * right;
    double upper = corner(column, row + 1);
    upper += (corner(column + 1, row + 1) - upper) * right;
    return lower + (upper - lower) * up;
  }

  /**
   * Octaves of noise, each twice as fine and half as strong as the one before; nearly always in
   * [-0.8, 0.8]. Each is turned against the last by the angle of a 3-4-5 triangle, so that the grid
   * below them does not show.
   */
  public double fractal(double x, double y, int octaves) {
    double sum = 0;
    double strength = 0.5;
    double turnedX = x;
    double turnedY = y;
    for (int octave = 0; octave < octaves; octave++) {
      sum += strength * at(turnedX, turnedY);
      strength /= 2;
      double nextX = 1.6 * turnedX - 1.2 * turnedY + 17.3;
      turnedY = 1.2 * turnedX + 1.6 * turnedY - 9.1;
      turnedX = nextX;
    }
    return sum;
  }

  private double corner(int column, int row) {
    int hash = seed + column * 0x27D4EB2D + row * 0x165667B1;
    hash = (hash ^ (hash >>> 15)) * 0x2C1B3C6D;
    hash = (hash ^ (hash >>> 12)) * 0x297A2D39;
    hash ^= hash >>> 15;
    return hash * 0x1p-31;
  }

  private static double eased(double share) {
    return share * share * (3 - 2 * share);
  }
}

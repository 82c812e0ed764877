package org.qyran.evaluation.set.mucad;

/**
 * Sums over squares of a picture in four additions (summed-area table, Crow, SIGGRAPH 1984).
 * Squares are cut at the border.
 */
final class WindowSums {

  private final int width;
  private final int height;
  private final double[] sums;

  private WindowSums(int width, int height, double[] sums) {
    this.width = width;
    this.height = height;
    this.sums = sums;
  }

  static WindowSums of(float[] values, int width, int height) {
    double[] sums = new double[(width + 1) * (height + 1)];
    for (int y = 0; y < height; y++) {
      double row = 0;
      for (int x = 0; x < width; x++) {
        row += values[y * width + x];
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
      }
    }
    return new WindowSums(width, height, sums);
  }

  static WindowSums ofProduct(float[] one, float[] other, int width, int height) {
    float[] product = new float[one.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = one[i] * other[i];
    }
    return of(product, width, height);
  }

  /** The sum over the outer square around a pixel without the inner one. */
  double ring(int x, int y, int innerRadius, int outerRadius) {
    return square(x, y, outerRadius) - square(x, y, innerRadius);
  }

  /** How many pixels the square around a pixel has. */
  static int count(int x, int y, int radius, int width, int height) {
    return (Math.min(width, x + radius + 1) - Math.max(0, x - radius))
        * (Math.min(height, y + radius + 1) - Math.max(0, y - radius));
  }

  private double square(int x, int y, int radius) {
    int left = Math.max(0, x - radius);
    int right = Math.min(width, x + radius + 1);
    int top = Math.max(0, y - radius) * (width + 1);
    int bottom = Math.min(height, y + radius + 1) * (width + 1);
    return sums[bottom + right] - sums[top + right] - sums[bottom + left] + sums[top + left];
  }
}

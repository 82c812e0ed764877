package org.qyran.sampledata.camera;

/** Light that falls on a sensor, by band and pixel. Handed through without a copy. */
public final class LightImage {

  private final int width;
  private final int height;
  private final float[][] planes;

  /**
   * Of planes.
   *
   * @param planes by band, then row from the top, then column: spectral radiance, W m-2 sr-1 nm-1
   */
  public LightImage(int width, int height, float[][] planes) {
    for (float[] plane : planes) {
      if (plane.length != width * height) {
        throw new IllegalArgumentException(
            "a plane has %d pixels, not %d x %d".formatted(plane.length, width, height));
      }
    }
    this.width = width;
    this.height = height;
    this.planes = planes;
  }

  /** All dark. */
  public static LightImage dark(int width, int height, int bands) {
    return new LightImage(width, height, new float[bands][width * height]);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public float[][] planes() {
    return planes;
  }

  /** This image under a Gaussian blur; itself when the deviation is 0. */
  public LightImage blurred(double deviationPixels) {
    if (deviationPixels == 0) {
      return this;
    }
    int reach = (int) Math.ceil(3 * deviationPixels);
    float[] kernel = new float[2 * reach + 1];
    float sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      double off = (i - reach) / deviationPixels;
      kernel[i] = (float) Math.exp(-off * off / 2);
      sum += kernel[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    float[][] blurred = new float[planes.length][];
    for (int band = 0; band < planes.length; band++) {
      blurred[band] = along(along(planes[band], kernel, 1), kernel, width);
    }
    return new LightImage(width, height, blurred);
  }

  /** Weighted sums along rows (step 1) or columns (step width); edges go on as they are. */
  private float[] along(float[] plane, float[] kernel, int step) {
    int reach = kernel.length / 2;
    float[] sums = new float[plane.length];
    for (int at = 0; at < plane.length; at++) {
      int place = step == 1 ? at % width : at / width;
      int last = step == 1 ? width - 1 : height - 1;
      float sum = 0;
      for (int i = -reach; i <= reach; i++) {
        int there = Math.max(0, Math.min(last, place + i));
        sum += kernel[i + reach] * plane[at + (there - place) * step];
      }
      sums[at] = sum;
    }
    return sums;
  }

  /** Bilinear between the middles of pixels; beyond the edge as at the edge. */
  float at(int band, double xPixels, double yPixels) {
    double x = Math.min(width - 1.001, Math.max(0, xPixels - 0.5));
    double y = Math.min(height - 1.001, Math.max(0, yPixels - 0.5));
    int column = (int) x;
    int row = (int) y;
    float right = (float) (x - column);
    float below = (float) (y - row);
    float[] plane = planes[band];
    int at = row * width + column;
    float upper = plane[at] + (plane[at + 1] - plane[at]) * right;
    float lower = plane[at + width] + (plane[at + width + 1] - plane[at + width]) * right;
    return upper + (lower - upper) * below;
  }
}

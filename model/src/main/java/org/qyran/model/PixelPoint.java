package org.qyran.model;

/**
 * A position in a picture, from the top-left corner of its top-left pixel: the middle of that pixel
 * is (0.5, 0.5).
 *
 * @param xPixels to the right
 * @param yPixels down
 */
public record PixelPoint(double xPixels, double yPixels) {

  public PixelPoint {
    Require.finite("xPixels", xPixels);
    Require.finite("yPixels", yPixels);
  }
}

package org.qyran.sampledata.sensor;

import java.awt.image.BufferedImage;

/**
 * Turns exposed light into the red, green and blue of a picture: cut off at full scale, given a
 * screen's curve (sRGB, IEC 61966-2-1), the sensor's noise added, rounded to 255 steps.
 *
 * <p>A camera's own sharpening, tone curve and white balance are left out. The curve is read from a
 * table of 4096 steps, wrong by a step of 255 at most in the deep shadows. Immutable.
 *
 * @param noiseSteps one standard deviation of the noise, in steps of 255
 */
public record RgbDevelopment(double noiseSteps) {

  private static final double[] CURVE = curve();

  /**
   * A whole picture.
   *
   * @param light red, green and blue of each pixel in turn, row by row, 0 for none and 1 for full
   *     scale
   */
  public BufferedImage develop(float[] light, int widthPixels, int heightPixels, long seed) {
    if (light.length != 3 * widthPixels * heightPixels) {
      throw new IllegalArgumentException(
          "light has %d values, must have 3 for each of %d by %d pixels"
              .formatted(light.length, widthPixels, heightPixels));
    }
    PixelNoise noise = new PixelNoise(seed);
    int[] pixels = new int[widthPixels * heightPixels];
    for (int index = 0; index < pixels.length; index++) {
      pixels[index] =
          pixel(light[3 * index], light[3 * index + 1], light[3 * index + 2], noise.bits(index));
    }
    BufferedImage picture =
        new BufferedImage(widthPixels, heightPixels, BufferedImage.TYPE_INT_RGB);
    picture.getRaster().setDataElements(0, 0, widthPixels, heightPixels, pixels);
    return picture;
  }

  /**
   * One pixel, as {@link BufferedImage#TYPE_INT_RGB} packs it.
   *
   * @param draw 48 random bits at its low end
   */
  public int pixel(double red, double green, double blue, long draw) {
    return screen(red, draw) << 16 | screen(green, draw >>> 16) << 8 | screen(blue, draw >>> 32);
  }

  private int screen(double light, long draw) {
    double bounded = Math.min(1, light);
    double curved =
        bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * CURVE[(int) (bounded * 4095)] - 0.055;
    // The sum of four draws of four bits is close enough to a bell: mean 30, deviation 9.22.
    long sum = (draw & 15) + (draw >>> 4 & 15) + (draw >>> 8 & 15) + (draw >>> 12 & 15);
    double noise = (sum - 30) / 9.22 * noiseSteps;
    return (int) Math.min(255, Math.max(0, Math.round(255 * curved + noise)));
  }

  private static double[] curve() {
    double[] curve = new double[4096];
    for (int step = 0; step < curve.length; step++) {
      curve[step] = Math.pow((step + 0.5) / 4096, 1 / 2.4);
    }
    return curve;
  }
}

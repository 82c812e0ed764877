package org.qyran.sampledata.rig;

import org.qyran.sampledata.camera.Air;
import org.qyran.sampledata.camera.LightImage;
import org.qyran.sampledata.camera.SideView;
import org.qyran.sampledata.flight.Shot;

/**
 * Makes the red, green and blue of a colour camera out of three bands of light: white balance for
 * the daylight of the moment, exposure by the picture itself, and the matrix that every maker
 * applies because dyes overlap.
 *
 * <p>The matrix is a typical one of a camera with a Bayer sensor (rows add up to one); it makes
 * greens greener, as pictures show them.
 */
final class ColourLight {

  private static final double[][] MATRIX = {
    {1.48, -0.42, -0.06}, {-0.18, 1.36, -0.18}, {0.02, -0.34, 1.32}
  };

  /** Full scale is reached by the brightest two in a hundred pixels at most. */
  private static final double BRIGHT_SHARE = 0.98;

  private static final double BRIGHT_LEVEL = 0.82;
  private static final double MIDDLE_LEVEL = 0.20;

  /** A dark forest stays dark: what reflects more than two fifths is at full scale. */
  private static final double MOST_GAIN = 2.5;

  /** Light lost in the very corners. */
  private static final double VIGNETTE = 0.14;

  private final double[] white;

  /** For the light of a moment, its bands blue, green and red. */
  ColourLight(Air air, double sunUpward) {
    this.white = new double[3];
    for (int band = 0; band < 3; band++) {
      white[band] = Math.PI / (air.direct()[band] * sunUpward + air.diffuse()[band]);
    }
  }

  /** Red, green and blue of each pixel in turn, 1 for full scale. */
  float[] expose(
      LightImage light, SideView view, int widthPixels, double[] smearPixels, Shot shot) {
    float[][] planes = new float[3][];
    for (int band = 0; band < 3; band++) {
      planes[band] = view.see(light, band, smearPixels[0], smearPixels[1]);
    }
    int pixels = planes[0].length;
    double gain = gain(planes[1]) * shot.exposureFactor();
    float[] colours = new float[3 * pixels];
    for (int at = 0; at < pixels; at++) {
      double exposed = gain * falloff(at, widthPixels, pixels / widthPixels);
      double blue = exposed * white[0] * planes[0][at];
      double green = exposed * white[1] * planes[1][at];
      double red = exposed * white[2] * planes[2][at];
      for (int channel = 0; channel < 3; channel++) {
        double[] row = MATRIX[channel];
        colours[3 * at + channel] =
            (float) Math.max(0, row[0] * red + row[1] * green + row[2] * blue);
      }
    }
    return colours;
  }

  /** By the green of the whole picture: a middle grey, unless that burns out the brightest. */
  private double gain(float[] green) {
    int[] histogram = new int[512];
    double sum = 0;
    for (float value : green) {
      double share = white[1] * value;
      sum += share;
      histogram[(int) Math.min(511, Math.max(0, share * 512))]++;
    }
    int below = 0;
    int bright = 0;
    while (bright < 511 && below + histogram[bright] < BRIGHT_SHARE * green.length) {
      below += histogram[bright++];
    }
    return Math.min(
        MOST_GAIN,
        Math.min(MIDDLE_LEVEL * green.length / sum, BRIGHT_LEVEL * 512 / (bright + 1.0)));
  }

  private static double falloff(int at, int width, int height) {
    double right = 2 * (at % width + 0.5) / width - 1;
    int row = at / width;
    double below = 2 * (row + 0.5) / height - 1;
    return 1 - VIGNETTE * (right * right + below * below) / 2;
  }
}

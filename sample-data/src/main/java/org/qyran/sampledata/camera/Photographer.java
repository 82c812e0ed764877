package org.qyran.sampledata.camera;

import java.awt.image.BufferedImage;
import org.qyran.model.CameraModel;
import org.qyran.sampledata.shape.Colour;
import org.qyran.sampledata.world.World;

/**
 * Photographs a world through a lens without distortion.
 *
 * <p>Light is gathered along one ray through each corner of each pixel, and a pixel is the mean of
 * its four corners: as blurred as a real picture, with every ray used four times. Towards the
 * corners of the picture light falls off a little; then the picture is exposed, given a screen's
 * curve, and the sensor's noise is added. Every pixel depends on its own place and the noise seed
 * only. Immutable.
 */
public final class Photographer {

  /** Light lost in the very corners. */
  private static final double VIGNETTE = 0.14;

  private static final double EXPOSURE = 1.05;

  /** One standard deviation, in steps of 255. */
  private static final double NOISE = 1.1;

  private final World world;
  private final CameraModel camera;

  /**
   * Points a camera at a world.
   *
   * @param camera without distortion
   */
  public Photographer(World world, CameraModel camera) {
    if (!camera.distortion().equals(CameraModel.Distortion.NONE)) {
      throw new IllegalArgumentException("distortion is not drawn, got " + camera.distortion());
    }
    this.world = world;
    this.camera = camera;
  }

  /** The picture from a pose, whose every ray must dip at least 10 degrees. */
  public BufferedImage photograph(Pose pose, long noiseSeed) {
    int width = camera.widthPixels();
    int height = camera.heightPixels();
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Sight sight = Sight.of(camera, pose);
    int[] pixels = new int[width];
    Colour[] above = corners(sight, 0);
    for (int row = 0; row < height; row++) {
      Colour[] below = corners(sight, row + 1);
      for (int column = 0; column < width; column++) {
        double gain = 0.25 * EXPOSURE * falloff(column + 0.5, row + 0.5);
        Colour a = above[column];
        Colour b = above[column + 1];
        Colour c = below[column];
        Colour d = below[column + 1];
        long draw = scrambled(noiseSeed + (long) row * width + column);
        int red = screen(gain * (a.red() + b.red() + c.red() + d.red()), draw);
        int green = screen(gain * (a.green() + b.green() + c.green() + d.green()), draw >>> 16);
        int blue = screen(gain * (a.blue() + b.blue() + c.blue() + d.blue()), draw >>> 32);
        pixels[column] = red << 16 | green << 8 | blue;
      }
      picture.getRaster().setDataElements(0, row, width, 1, pixels);
      above = below;
    }
    return picture;
  }

  private Colour[] corners(Sight sight, int yPixels) {
    Colour[] corners = new Colour[camera.widthPixels() + 1];
    for (int xPixels = 0; xPixels < corners.length; xPixels++) {
      corners[xPixels] = world.seenAlong(sight.through(xPixels, yPixels));
    }
    return corners;
  }

  private double falloff(double xPixels, double yPixels) {
    double right = 2 * xPixels / camera.widthPixels() - 1;
    double below = 2 * yPixels / camera.heightPixels() - 1;
    return 1 - VIGNETTE * (right * right + below * below) / 2;
  }

  /** From light to steps of 255: the sRGB curve (IEC 61966-2-1), and noise from 16 random bits. */
  private static int screen(double light, long draw) {
    double bounded = Math.min(1, light);
    double curved =
        bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * CURVE[(int) (bounded * 4095)] - 0.055;
    // The sum of four draws of four bits is close enough to a bell: mean 30, deviation 9.22.
    long sum = (draw & 15) + (draw >>> 4 & 15) + (draw >>> 8 & 15) + (draw >>> 12 & 15);
    double noise = (sum - 30) / 9.22 * NOISE;
    return (int) Math.min(255, Math.max(0, Math.round(255 * curved + noise)));
  }

  private static final double[] CURVE = curve();

  private static double[] curve() {
    double[] curve = new double[4096];
    for (int step = 0; step < curve.length; step++) {
      curve[step] = Math.pow((step + 0.5) / 4096, 1 / 2.4);
    }
    return curve;
  }

  /** SplitMix64's last step (G. Steele et al., OOPSLA 2014): neighbours come out unalike. */
  private static long scrambled(long number) {
    long mixed = number * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}

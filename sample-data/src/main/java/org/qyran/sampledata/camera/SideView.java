package org.qyran.sampledata.camera;

import org.qyran.model.CameraModel;
import org.qyran.sampledata.sensor.Lens;
import org.qyran.sampledata.sensor.Turn;

/**
 * How a real lens sees what an ideal camera beside it sees.
 *
 * <p>Every pixel of the lens looks along a direction; the ideal picture is asked there, bilinearly.
 * The few centimetres between the lenses of a rig are left out: from 40 m up they are less than a
 * pixel.
 */
public final class SideView {

  private final CameraModel ideal;
  private final float[] xPixels;
  private final float[] yPixels;

  /**
   * Of a lens beside an ideal camera.
   *
   * @param camera of the lens, with its distortion
   * @param turn of the lens against the ideal camera
   */
  public SideView(CameraModel camera, Turn turn, CameraModel ideal) {
    this.ideal = ideal;
    int width = camera.widthPixels();
    int height = camera.heightPixels();
    this.xPixels = new float[width * height];
    this.yPixels = new float[width * height];
    Lens lens = new Lens(camera);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double[] ray = lens.ray(column + 0.5, row + 0.5);
        double[] seen = turn.of(1, ray[0], ray[1]);
        int at = row * width + column;
        xPixels[at] =
            (float) (ideal.principalXPixels() + ideal.focalLengthPixels() * seen[1] / seen[0]);
        yPixels[at] =
            (float) (ideal.principalYPixels() + ideal.focalLengthPixels() * seen[2] / seen[0]);
      }
    }
  }

  /**
   * A camera without distortion whose picture holds all that lenses like this one can see: as long
   * in focus, with a margin on every side.
   */
  public static CameraModel ideal(CameraModel like, int marginPixels) {
    return new CameraModel(
        like.name(),
        like.widthPixels() + 2 * marginPixels,
        like.heightPixels() + 2 * marginPixels,
        like.focalLengthPixels(),
        like.widthPixels() / 2.0 + marginPixels,
        like.heightPixels() / 2.0 + marginPixels,
        CameraModel.Distortion.NONE,
        like.source(),
        like.focalLengthErrorFraction());
  }

  /**
   * What the lens shows of a band, row by row.
   *
   * @param smearXPixels by which a point moves right while the shutter is open
   * @param smearYPixels by which it moves down
   */
  public float[] see(LightImage light, int band, double smearXPixels, double smearYPixels) {
    if (light.width() != ideal.widthPixels() || light.height() != ideal.heightPixels()) {
      throw new IllegalArgumentException(
          "the light is %d x %d, the ideal camera %d x %d"
              .formatted(light.width(), light.height(), ideal.widthPixels(), ideal.heightPixels()));
    }
    int steps = 1 + (int) (Math.hypot(smearXPixels, smearYPixels) / 0.5);
    float[] seen = new float[xPixels.length];
    for (int at = 0; at < seen.length; at++) {
      float sum = 0;
      for (int step = 0; step < steps; step++) {
        double share = (step + 0.5) / steps - 0.5;
        sum +=
            light.at(band, xPixels[at] + share * smearXPixels, yPixels[at] + share * smearYPixels);
      }
      seen[at] = sum / steps;
    }
    return seen;
  }
}

package org.qyran.sampledata.sensor;

import org.qyran.model.CameraModel;
import org.qyran.model.CameraModel.Distortion;

/**
 * Turns pixels into directions and back, through a lens with Brown-Conrady distortion as {@link
 * Distortion} writes it.
 *
 * <p>The way back from the picture has no closed form; it is found by ten rounds of putting the
 * distortion at the last guess right, which for lenses that bend a few percent leaves less than a
 * thousandth of a pixel. Pixels are counted from the corner, as everywhere. Immutable.
 *
 * @param camera whose lens it is
 */
public record Lens(CameraModel camera) {

  private static final int ROUNDS = 10;

  /** How far right and below a pixel looks, at distance one ahead. */
  public double[] ray(double xPixels, double yPixels) {
    Distortion lens = camera.distortion();
    double bentX = (xPixels - camera.principalXPixels()) / camera.focalLengthPixels();
    double bentY = (yPixels - camera.principalYPixels()) / camera.focalLengthPixels();
    double x = bentX;
    double y = bentY;
    if (lens.equals(Distortion.NONE)) {
      return new double[] {x, y};
    }
    for (int round = 0; round < ROUNDS; round++) {
      double square = x * x + y * y;
      double radial = radial(lens, square);
      double sidewaysX = 2 * lens.p1() * x * y + lens.p2() * (square + 2 * x * x);
      double sidewaysY = lens.p1() * (square + 2 * y * y) + 2 * lens.p2() * x * y;
      x = (bentX - sidewaysX) / radial;
      y = (bentY - sidewaysY) / radial;
    }
    return new double[] {x, y};
  }

  /** The pixel that looks so far right and below, at distance one ahead. */
  public double[] pixel(double right, double below) {
    Distortion lens = camera.distortion();
    double square = right * right + below * below;
    double radial = radial(lens, square);
    double x =
        right * radial + 2 * lens.p1() * right * below + lens.p2() * (square + 2 * right * right);
    double y =
        below * radial + lens.p1() * (square + 2 * below * below) + 2 * lens.p2() * right * below;
    return new double[] {
      camera.principalXPixels() + camera.focalLengthPixels() * x,
      camera.principalYPixels() + camera.focalLengthPixels() * y
    };
  }

  private static double radial(Distortion lens, double square) {
    return 1 + square * (lens.k1() + square * (lens.k2() + square * lens.k3()));
  }
}

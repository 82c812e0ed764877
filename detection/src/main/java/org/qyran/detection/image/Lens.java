package org.qyran.detection.image;

import org.qyran.model.CameraModel;
import org.qyran.model.CameraModel.Distortion;

/**
 * Turns pixels of one lens into directions (right, below, ahead) and back, by the two formulas of
 * {@link CameraModel.Formula}. The ways back have no closed form and are found by repetition, to
 * less than a hundredth of a pixel for lenses that bend a few percent. Immutable.
 */
final class Lens {

  private static final int ROUNDS = 8;

  private final CameraModel camera;
  private final boolean straight;

  Lens(CameraModel camera) {
    this.camera = camera;
    this.straight = camera.distortion().equals(Distortion.NONE);
  }

  /** Whose lens it is. */
  CameraModel camera() {
    return camera;
  }

  /** Where a pixel looks, of any length above 0. */
  double[] direction(double xPixels, double yPixels) {
    double x = (xPixels - camera.principalXPixels()) / camera.focalLengthPixels();
    double y = (yPixels - camera.principalYPixels()) / camera.focalLengthPixels();
    Distortion lens = camera.distortion();
    if (straight) {
      return new double[] {x, y, 1};
    }
    return lens.formula() == CameraModel.Formula.FISHEYE
        ? unbentFisheye(lens, x, y)
        : unbent(lens, x, y);
  }

  private static double[] unbent(Distortion lens, double bentX, double bentY) {
    double x = bentX;
    double y = bentY;
    for (int round = 0; round < ROUNDS; round++) {
      double square = x * x + y * y;
      double radial = radial(lens, square);
      double sidewaysX = 2 * lens.p1() * x * y + lens.p2() * (square + 2 * x * x);
      double sidewaysY = lens.p1() * (square + 2 * y * y) + 2 * lens.p2() * x * y;
      x = (bentX - sidewaysX) / radial;
      y = (bentY - sidewaysY) / radial;
    }
    return new double[] {x, y, 1};
  }

  private static double[] unbentFisheye(Distortion lens, double x, double y) {
    double bent = Math.hypot(x, y);
    if (bent == 0) {
      return new double[] {0, 0, 1};
    }
    double angle = bent;
    for (int round = 0; round < ROUNDS; round++) {
      angle = bent / fisheye(lens, angle * angle);
    }
    double scale = Math.sin(angle) / bent;
    return new double[] {x * scale, y * scale, Math.cos(angle)};
  }

  /** The pixel that looks so; NaN for what is behind. */
  double[] pixel(double right, double below, double ahead) {
    Distortion lens = camera.distortion();
    double x = right / ahead;
    double y = below / ahead;
    if (!(ahead > 0)) {
      return new double[] {Double.NaN, Double.NaN};
    }
    if (lens.formula() == CameraModel.Formula.FISHEYE) {
      double across = Math.hypot(x, y);
      double angle = Math.atan(across);
      double scale = across == 0 ? 1 : angle * fisheye(lens, angle * angle) / across;
      x *= scale;
      y *= scale;
    } else if (!straight) {
      double square = x * x + y * y;
      double radial = radial(lens, square);
      double bentX = x * radial + 2 * lens.p1() * x * y + lens.p2() * (square + 2 * x * x);
      y = y * radial + lens.p1() * (square + 2 * y * y) + 2 * lens.p2() * x * y;
      x = bentX;
    }
    return new double[] {
      camera.principalXPixels() + camera.focalLengthPixels() * x,
      camera.principalYPixels() + camera.focalLengthPixels() * y
    };
  }

  private static double radial(Distortion lens, double square) {
    return 1 + square * (lens.k1() + square * (lens.k2() + square * lens.k3()));
  }

  private static double fisheye(Distortion lens, double square) {
    return 1
        + square * (lens.k1() + square * (lens.k2() + square * (lens.k3() + square * lens.k4())));
  }
}

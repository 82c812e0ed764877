package org.qyran.geo.locate;

import org.qyran.model.ErrorEllipse;
import org.qyran.model.GroundError;

/**
 * What holds the true place in 90 of 100 cases, for an error that is normal in every direction: the
 * circle around the stated one (H. L. Harter, Circular Error Probabilities, Journal of the American
 * Statistical Association 55, 1960), the ellipse, and the range of heights.
 */
public final class CircularError {

  /**
   * The radius over the larger standard deviation, by the ratio of the smaller to the larger in
   * steps of a tenth: the R with √(2/π) ∫₀ᴿ exp(-x²/2) erf(√(R² - x²) / (ρ√2)) dx = 0.9, solved by
   * SciPy 1.17's quad and brentq. Linear between them it is good to 0.13 %.
   */
  private static final double[] FACTORS = {
    1.6449, 1.6479, 1.6573, 1.6738, 1.6992, 1.7371, 1.7915, 1.8625, 1.9472, 2.0424, 2.1460
  };

  /** Of a normal error of one dimension, in standard deviations. */
  private static final double LE90_FACTOR = 1.6449;

  private static final double ELLIPSE_FACTOR = Math.sqrt(2 * Math.log(10));

  private CircularError() {}

  /** CE90 of an error: the radius of the circle. */
  public static double ce90Meters(GroundError error) {
    double mean = (error.eastSquareMeters() + error.northSquareMeters()) / 2;
    double spread = spread(error);
    double larger = Math.sqrt(mean + spread);
    double smaller = Math.sqrt(Math.max(0, mean - spread));
    if (larger == 0) {
      return 0;
    }
    double steps = smaller / larger * (FACTORS.length - 1);
    int step = Math.min((int) steps, FACTORS.length - 2);
    double share = steps - step;
    return larger * (FACTORS[step] + (FACTORS[step + 1] - FACTORS[step]) * share);
  }

  /** LE90 of an error: half the range of heights. */
  public static double le90Meters(GroundError error) {
    return LE90_FACTOR * Math.sqrt(error.upSquareMeters());
  }

  /**
   * The ellipse that holds the true place in 90 of 100 cases: √(χ²(0.9; 2)) = √(2 ln 10) = 2.146
   * standard deviations along each of its axes.
   */
  public static ErrorEllipse ellipse(GroundError error) {
    double mean = (error.eastSquareMeters() + error.northSquareMeters()) / 2;
    double spread = spread(error);
    double bearing =
        Math.toDegrees(
            0.5
                * Math.atan2(
                    2 * error.eastNorthSquareMeters(),
                    error.northSquareMeters() - error.eastSquareMeters()));
    return new ErrorEllipse(
        ELLIPSE_FACTOR * Math.sqrt(mean + spread),
        ELLIPSE_FACTOR * Math.sqrt(Math.max(0, mean - spread)),
        bearing < 0 ? bearing + 180 : bearing);
  }

  private static double spread(GroundError error) {
    return Math.hypot(
        (error.eastSquareMeters() - error.northSquareMeters()) / 2, error.eastNorthSquareMeters());
  }
}

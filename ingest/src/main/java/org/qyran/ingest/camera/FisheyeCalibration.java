package org.qyran.ingest.camera;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.qyran.model.CameraModel;
import org.qyran.model.CameraModel.Distortion;
import org.qyran.model.CameraModel.Source;

/**
 * A maker's fisheye lens in Pix4D's words, and the house's fisheye that comes closest to it.
 *
 * <p>Pix4D writes, for a direction α off the axis: θ = 2α / π, ρ = p₀ + p₁ θ + p₂ θ² + p₃ θ³ …, and
 * the pixel lies ρ · C from the principal point, C the affine matrix. Only a matrix C · identity is
 * understood, which is what cameras write.
 *
 * <p>The house's fisheye has odd powers only, {@link CameraModel.Formula#FISHEYE}, so it is fitted:
 * find f, k₁ … k₄ so that f (α + k₁ α³ + k₂ α⁵ + k₃ α⁷ + k₄ α⁹) = C ρ over the radii of the
 * picture, out to its farthest corner, by least squares with each radius weighted by how many
 * pixels lie on it. The left side is linear in f, f k₁ … f k₄, so one solution of five equations
 * does it. For the Sequoia the fit stays within a fiftieth of a pixel.
 *
 * @param scalePixels C, the pixels per unit of ρ
 * @param polynomial p₀, p₁, p₂ …
 * @param principalXPixels where the axis meets the picture, from its left edge
 * @param principalYPixels the same, from its top edge
 */
public record FisheyeCalibration(
    double scalePixels, List<Double> polynomial, double principalXPixels, double principalYPixels) {

  private static final int SAMPLES = 400;
  private static final int TERMS = 5;

  /** The calibration of a camera is good to a few parts in a thousand; the fit adds less. */
  private static final double FOCAL_ERROR = 0.005;

  /** The widest fisheyes made see 220 degrees, edge to edge. */
  private static final double WIDEST_RADIANS = Math.toRadians(110);

  /** Off the axis to the corner; a tenth of that is no fisheye, and the fit loses its footing. */
  private static final double NARROWEST_RADIANS = Math.toRadians(2);

  /** Of the axis from the principal point, which is where it is by definition. */
  private static final double LARGEST_MISS_PIXELS = 1;

  public FisheyeCalibration {
    polynomial = List.copyOf(polynomial);
    if (!(scalePixels > 0) || polynomial.size() < 2) {
      throw new IllegalArgumentException(
          "fisheye scale %s and polynomial %s: scale must be above 0, and two terms be given"
              .formatted(scalePixels, polynomial));
    }
  }

  /** The distance from the principal point at which a direction appears. */
  public double radiusPixels(double offAxisRadians) {
    double theta = 2 * offAxisRadians / Math.PI;
    double rho = 0;
    for (int power = polynomial.size() - 1; power >= 0; power--) {
      rho = rho * theta + polynomial.get(power);
    }
    return scalePixels * rho;
  }

  /**
   * The lens of the house that comes closest.
   *
   * @return empty when the figures are no lens: when the picture reaches further than 110 degrees
   *     off the axis, when directions fall back towards it, when the axis itself is off the
   *     principal point, or when the picture sees next to nothing
   */
  public Optional<CameraModel> findModel(String name, int widthPixels, int heightPixels) {
    if (Math.abs(radiusPixels(0)) > LARGEST_MISS_PIXELS || !reaches(widthPixels, heightPixels)) {
      return Optional.empty();
    }
    double widest = widestRadians(widthPixels, heightPixels);
    if (widest < NARROWEST_RADIANS) {
      return Optional.empty();
    }
    double[] solved = fit(widest);
    boolean lens = solved[0] > 0 && Arrays.stream(solved).allMatch(Double::isFinite);
    return lens ? Optional.of(model(name, widthPixels, heightPixels, solved)) : Optional.empty();
  }

  private CameraModel model(String name, int widthPixels, int heightPixels, double[] solved) {
    double focal = solved[0];
    return new CameraModel(
        name,
        widthPixels,
        heightPixels,
        focal,
        principalXPixels,
        principalYPixels,
        Distortion.fisheye(
            solved[1] / focal, solved[2] / focal, solved[3] / focal, solved[4] / focal),
        Source.METADATA,
        FOCAL_ERROR);
  }

  /** Whether every pixel of the picture looks within the widest angle there is. */
  private boolean reaches(int widthPixels, int heightPixels) {
    double previous = 0;
    for (int sample = 1; sample <= SAMPLES; sample++) {
      double radius = radiusPixels(WIDEST_RADIANS * sample / SAMPLES);
      if (!(radius > previous)) {
        return false; // bends back before it reaches the corner
      }
      if (radius >= corner(widthPixels, heightPixels)) {
        return true;
      }
      previous = radius;
    }
    return false;
  }

  /** From the principal point to the farthest corner, in pixels. */
  private double corner(int widthPixels, int heightPixels) {
    return Math.hypot(
        Math.max(principalXPixels, widthPixels - principalXPixels),
        Math.max(principalYPixels, heightPixels - principalYPixels));
  }

  /** The direction of the farthest corner, by bisection. */
  private double widestRadians(int widthPixels, int heightPixels) {
    double corner = corner(widthPixels, heightPixels);
    double low = 0;
    double high = WIDEST_RADIANS;
    for (int halving = 0; halving < 60; halving++) {
      double middle = (low + high) / 2;
      if (radiusPixels(middle) < corner) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /**
   * Solves the normal equations for f, f k₁ … f k₄, with angles as shares of the widest, so that no
   * power of them is much smaller than another.
   */
  private double[] fit(double widestRadians) {
    double[][] normal = new double[TERMS][TERMS + 1];
    for (int sample = 1; sample <= SAMPLES; sample++) {
      double share = sample / (double) SAMPLES;
      double observed = radiusPixels(widestRadians * share);
      double[] row = new double[TERMS];
      for (int term = 0; term < TERMS; term++) {
        row[term] = Math.pow(share, 2 * term + 1.0);
      }
      for (int down = 0; down < TERMS; down++) {
        for (int across = 0; across < TERMS; across++) {
          normal[down][across] += observed * row[down] * row[across];
        }
        normal[down][TERMS] += observed * row[down] * observed;
      }
    }
    double[] solved = eliminate(normal);
    for (int term = 0; term < TERMS; term++) {
      solved[term] /= Math.pow(widestRadians, 2 * term + 1.0);
    }
    return solved;
  }

  private static double[] eliminate(double[][] rows) {
    int size = rows.length;
    for (int pivot = 0; pivot < size; pivot++) {
      int best = pivot;
      for (int candidate = pivot + 1; candidate < size; candidate++) {
        if (Math.abs(rows[candidate][pivot]) > Math.abs(rows[best][pivot])) {
          best = candidate;
        }
      }
      double[] chosen = rows[best];
      rows[best] = rows[pivot];
      rows[pivot] = chosen;
      for (int below = pivot + 1; below < size; below++) {
        double share = rows[below][pivot] / chosen[pivot];
        for (int column = pivot; column <= size; column++) {
          rows[below][column] -= share * chosen[column];
        }
      }
    }
    double[] solved = new double[size];
    for (int row = size - 1; row >= 0; row--) {
      double rest = rows[row][size];
      for (int column = row + 1; column < size; column++) {
        rest -= rows[row][column] * solved[column];
      }
      solved[row] = rest / rows[row][row];
    }
    return solved;
  }
}

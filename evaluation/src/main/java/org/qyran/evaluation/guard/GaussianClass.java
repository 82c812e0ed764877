package org.qyran.evaluation.guard;

import java.util.List;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.stat.correlation.Covariance;

/**
 * One kind of thing as a normal distribution of several features, fitted to samples.
 *
 * <p>The fit is the mean and the unbiased covariance. Features that depend on each other, or fewer
 * samples than about ten per feature, make it worthless; the former is refused. Immutable.
 */
public final class GaussianClass {

  private final RealVector mean;
  private final RealMatrix covariance;
  private final CholeskyDecomposition cholesky;

  private GaussianClass(RealVector mean, RealMatrix covariance) {
    this.mean = mean;
    this.covariance = covariance;
    this.cholesky = new CholeskyDecomposition(covariance);
  }

  /**
   * Fits samples of equally many features.
   *
   * @param samples more of them than there are features
   */
  public static GaussianClass fit(List<double[]> samples) {
    if (samples.isEmpty() || samples.size() <= samples.get(0).length) {
      throw new IllegalArgumentException(
          "%d samples, must be more than the features".formatted(samples.size()));
    }
    RealVector sum = new ArrayRealVector(samples.get(0).length);
    for (double[] sample : samples) {
      sum = sum.add(new ArrayRealVector(sample));
    }
    RealMatrix covariance = new Covariance(samples.toArray(double[][]::new)).getCovarianceMatrix();
    return new GaussianClass(sum.mapDivide(samples.size()), covariance);
  }

  /** Natural logarithm of the density, without the constant -d/2 ln 2π that all classes share. */
  public double logDensity(double[] features) {
    RealVector off = new ArrayRealVector(features).subtract(mean);
    double distance = off.dotProduct(cholesky.getSolver().solve(off));
    return -0.5 * (distance + logDeterminant());
  }

  /**
   * The distance of Jeffries and Matusita from another class: 0 for the same, 2 for two that never
   * overlap; 2 (1 - e⁻ᴮ) with Bhattacharyya's B = Δᵀ C⁻¹ Δ / 8 + ½ ln(|C| / √(|C₁| |C₂|)), C the
   * mean of the covariances (Richards, Remote Sensing Digital Image Analysis, section 10.2).
   */
  public double jeffriesMatusita(GaussianClass other) {
    GaussianClass middle =
        new GaussianClass(mean, covariance.add(other.covariance).scalarMultiply(0.5));
    RealVector off = mean.subtract(other.mean);
    double apart = off.dotProduct(middle.cholesky.getSolver().solve(off)) / 8;
    double wider =
        0.5 * (middle.logDeterminant() - 0.5 * (logDeterminant() + other.logDeterminant()));
    return 2 * (1 - Math.exp(-(apart + wider)));
  }

  private double logDeterminant() {
    RealMatrix root = cholesky.getL();
    double sum = 0;
    for (int feature = 0; feature < root.getRowDimension(); feature++) {
      sum += 2 * Math.log(root.getEntry(feature, feature));
    }
    return sum;
  }
}

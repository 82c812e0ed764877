package org.qyran.evaluation.guard;

import java.util.List;

/**
 * Tells a wanted kind from all others by quadratic discriminant analysis: the logarithm of how much
 * likelier the features are under the one normal distribution than under the other (Hastie,
 * Tibshirani and Friedman, The Elements of Statistical Learning, section 4.3).
 *
 * <p>The others count as one distribution, fitted to all their samples together. Where the kinds
 * really are normal, it is the best that their features allow against such a pooled crowd; a
 * learner that knows each of the others can do somewhat better. Immutable.
 *
 * @param wanted the kind that is looked for
 * @param others all else
 */
public record QuadraticDiscriminant(GaussianClass wanted, GaussianClass others) {

  public static QuadraticDiscriminant fit(List<double[]> wanted, List<double[]> others) {
    return new QuadraticDiscriminant(GaussianClass.fit(wanted), GaussianClass.fit(others));
  }

  /** Above 0 for what is likelier wanted than not, if both were as frequent. */
  public double score(double[] features) {
    return wanted.logDensity(features) - others.logDensity(features);
  }

  /**
   * The score that a share of wanted samples reaches: the highest threshold with that recall.
   *
   * @param recall above 0, at most 1
   */
  public double thresholdAt(double recall, List<double[]> wantedSamples) {
    if (!(recall > 0 && recall <= 1) || wantedSamples.isEmpty()) {
      throw new IllegalArgumentException(
          "recall is %s over %d samples, must lie in (0, 1] over at least one"
              .formatted(recall, wantedSamples.size()));
    }
    double[] scores = wantedSamples.stream().mapToDouble(this::score).sorted().toArray();
    int needed = (int) Math.ceil(recall * scores.length);
    return scores[scores.length - needed];
  }

  /** The share of samples that score at least the threshold. */
  public double shareAbove(double threshold, List<double[]> samples) {
    return samples.stream().filter(sample -> score(sample) >= threshold).count()
        / (double) samples.size();
  }
}

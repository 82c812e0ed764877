package org.qyran.evaluation.stat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whether what is claimed with probability p is true p of the time.
 *
 * <p>ECE is the mean distance between claimed and true share over 15 bins of equal mass (Nixon and
 * others, CVPR workshops 2019), fewer where a bin would hold fewer than five claims; Brier is the
 * mean of (p - y)² (Monthly Weather Review 78, 1950). The interval of the ECE is the middle 95 % of
 * 1,000 resamples of the claims from a fixed seed; ECE is biased upwards in small samples, and the
 * resamples more so.
 *
 * @param claims how many there are
 * @param ece expected calibration error, NaN without claims
 * @param eceLow lower end of its interval
 * @param eceHigh upper end
 * @param brier score, NaN without claims
 * @param skill 1 - Brier over that of always claiming the true share; NaN where all are alike
 * @param bins of the diagram
 */
public record Reliability(
    int claims,
    double ece,
    double eceLow,
    double eceHigh,
    double brier,
    double skill,
    List<Bin> bins) {

  private static final int BINS = 15;
  private static final int FEWEST_IN_BIN = 5;
  private static final int RESAMPLES = 1_000;
  private static final long SEED = 1_234_567;

  /** A claim and whether it was true. */
  public record Claim(double probability, boolean isTrue) {}

  /** Claims of about the same probability. */
  public record Bin(double claimed, Share truth) {}

  public Reliability {
    bins = List.copyOf(bins);
  }

  /** Of some claims. */
  public static Reliability of(List<Claim> claims) {
    if (claims.isEmpty()) {
      return new Reliability(
          0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, List.of());
    }
    double brier = 0;
    double yes = 0;
    for (Claim claim : claims) {
      double off = claim.probability() - (claim.isTrue() ? 1 : 0);
      brier += off * off / claims.size();
      yes += claim.isTrue() ? 1 : 0;
    }
    double share = yes / claims.size();
    double always = share * (1 - share);
    double[] resamples = resampled(claims);
    return new Reliability(
        claims.size(),
        ece(bins(claims), claims.size()),
        SizeCurve.quantile(resamples, 0.025),
        SizeCurve.quantile(resamples, 0.975),
        brier,
        always > 0 ? 1 - brier / always : Double.NaN,
        bins(claims));
  }

  private static double[] resampled(List<Claim> claims) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] all = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      List<Claim> drawn = new ArrayList<>();
      for (int j = 0; j < claims.size(); j++) {
        drawn.add(claims.get(random.nextInt(claims.size())));
      }
      all[i] = ece(bins(drawn), drawn.size());
    }
    return all;
  }

  private static double ece(List<Bin> bins, int claims) {
    double sum = 0;
    for (Bin bin : bins) {
      double truth = (double) bin.truth().count() / bin.truth().total();
      sum += Math.abs(bin.claimed() - truth) * bin.truth().total() / claims;
    }
    return sum;
  }

  private static List<Bin> bins(List<Claim> claims) {
    List<Claim> sorted = new ArrayList<>(claims);
    // A stable sort by nothing else: equal claims must not be parted into true and untrue ones.
    sorted.sort(Comparator.comparingDouble(Claim::probability));
    int count = Math.max(1, Math.min(BINS, sorted.size() / FEWEST_IN_BIN));
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < count; bin++) {
      List<Claim> inside =
          sorted.subList(bin * sorted.size() / count, (bin + 1) * sorted.size() / count);
      bins.add(
          new Bin(
              inside.stream().mapToDouble(Claim::probability).average().orElseThrow(),
              new Share((int) inside.stream().filter(Claim::isTrue).count(), inside.size())));
    }
    return bins;
  }
}

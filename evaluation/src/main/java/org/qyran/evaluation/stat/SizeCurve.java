package org.qyran.evaluation.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The chance of being found against size: a logistic curve over the logarithm of the area, with a
 * band from resampling the things themselves.
 *
 * <p>Assumes that a larger thing is not found less often for any other reason; where it is, the
 * dots say so and the curve does not. The band is the middle 95 % of 400 resampled curves, from a
 * fixed seed; resamples that no curve fits are left out.
 */
public final class SizeCurve {

  /** Fewer things than this, or fewer found or missed than {@link #FEWEST_OF_EACH}, say nothing. */
  public static final int FEWEST = 20;

  public static final int FEWEST_OF_EACH = 5;

  private static final long SEED = 4_711;
  private static final int RESAMPLES = 400;
  private static final int STEPS = 40;

  /** A thing of a size, and whether it was found. */
  public record Dot(double areaSquareMeters, boolean found) {}

  /** The curve at a size, with its band. */
  public record Point(double areaSquareMeters, double probability, double low, double high) {}

  /** The size at which the curve reaches a probability, with its band. */
  public record Size(double probability, double areaSquareMeters, double low, double high) {}

  private final List<Dot> dots;
  private final List<Point> points;
  private final List<Size> sizes;
  private final String sentence;

  private SizeCurve(List<Dot> dots, List<Point> points, List<Size> sizes, String sentence) {
    this.dots = List.copyOf(dots);
    this.points = List.copyOf(points);
    this.sizes = List.copyOf(sizes);
    this.sentence = sentence;
  }

  /** The curve of some things; without points where they are too few, and then it says why. */
  public static SizeCurve of(List<Dot> dots) {
    long found = dots.stream().filter(Dot::found).count();
    long missed = dots.size() - found;
    if (dots.size() < FEWEST || found < FEWEST_OF_EACH || missed < FEWEST_OF_EACH) {
      return without(
          dots,
          "Too few for a curve: %d things, %d found and %d missed; it takes %d, and %d of each."
              .formatted(dots.size(), found, missed, FEWEST, FEWEST_OF_EACH));
    }
    Optional<LogisticFit> fit = fit(dots);
    if (fit.isEmpty()) {
      return without(dots, "No curve: one size parts all that was found from all that was missed.");
    }
    if (fit.get().slope() <= 0) {
      return without(dots, "No curve: larger things were not found more often than smaller ones.");
    }
    return banded(dots, fit.get(), resampled(dots));
  }

  private static SizeCurve without(List<Dot> dots, String sentence) {
    return new SizeCurve(dots, List.of(), List.of(), sentence);
  }

  private static Optional<LogisticFit> fit(List<Dot> dots) {
    double[] x = dots.stream().mapToDouble(dot -> Math.log(dot.areaSquareMeters())).toArray();
    boolean[] yes = new boolean[x.length];
    for (int i = 0; i < yes.length; i++) {
      yes[i] = dots.get(i).found();
    }
    return LogisticFit.of(x, yes);
  }

  private static List<LogisticFit> resampled(List<Dot> dots) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<LogisticFit> fits = new ArrayList<>();
    for (int i = 0; i < RESAMPLES; i++) {
      List<Dot> drawn = new ArrayList<>();
      for (int j = 0; j < dots.size(); j++) {
        drawn.add(dots.get(random.nextInt(dots.size())));
      }
      fit(drawn).filter(fit -> fit.slope() > 0).ifPresent(fits::add);
    }
    return fits;
  }

  private static SizeCurve banded(List<Dot> dots, LogisticFit fit, List<LogisticFit> resamples) {
    double least = dots.stream().mapToDouble(Dot::areaSquareMeters).min().orElseThrow();
    double most = dots.stream().mapToDouble(Dot::areaSquareMeters).max().orElseThrow();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      double x = Math.log(least) + (Math.log(most) - Math.log(least)) * i / STEPS;
      double[] band = resamples.stream().mapToDouble(one -> one.at(x)).toArray();
      points.add(new Point(Math.exp(x), fit.at(x), quantile(band, 0.025), quantile(band, 0.975)));
    }
    List<Size> sizes = new ArrayList<>();
    for (double probability : new double[] {0.5, 0.9}) {
      double[] band =
          resamples.stream().mapToDouble(one -> Math.exp(one.reaching(probability))).toArray();
      sizes.add(
          new Size(
              probability,
              Math.exp(fit.reaching(probability)),
              quantile(band, 0.025),
              quantile(band, 0.975)));
    }
    return new SizeCurve(
        dots,
        points,
        sizes,
        "Fitted to %d things; the band is of %d of %d resamples."
            .formatted(dots.size(), resamples.size(), RESAMPLES));
  }

  /** The quantile of some values, by the nearest rank; NaN of none. */
  static double quantile(double[] values, double share) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  public List<Dot> dots() {
    return dots;
  }

  /** From the smallest to the largest thing; none where there is no curve. */
  public List<Point> points() {
    return points;
  }

  /** The sizes found one time in two and nine times in ten; none where there is no curve. */
  public List<Size> sizes() {
    return sizes;
  }

  /** What the curve rests on, or why there is none. */
  public String sentence() {
    return sentence;
  }
}

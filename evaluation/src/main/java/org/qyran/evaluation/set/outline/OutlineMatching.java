package org.qyran.evaluation.set.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * Pairs what was found with what is true by their intersection over union, one to one.
 *
 * <p>The pairs with the largest overlap are taken first, so the answer does not depend on the order
 * that findings come in; among equals, the first truth and then the first finding wins.
 *
 * @param pairs best first
 */
public record OutlineMatching(List<Pair> pairs) {

  /**
   * A finding and the truth it stands for.
   *
   * @param truth its number
   * @param finding its number
   * @param overlap intersection over union, in (0, 1]
   */
  public record Pair(int truth, int finding, double overlap) {}

  public OutlineMatching {
    pairs = List.copyOf(pairs);
  }

  /**
   * Matches.
   *
   * @param leastOverlap intersection over union that a pair must reach, above 0
   */
  public static OutlineMatching of(
      List<? extends Geometry> truths, List<? extends Geometry> findings, double leastOverlap) {
    if (!(leastOverlap > 0 && leastOverlap <= 1)) {
      throw new IllegalArgumentException(
          "leastOverlap is %s, must lie in (0, 1]".formatted(leastOverlap));
    }
    List<Pair> possible = new ArrayList<>();
    for (int truth = 0; truth < truths.size(); truth++) {
      for (int finding = 0; finding < findings.size(); finding++) {
        double overlap = overlap(truths.get(truth), findings.get(finding));
        if (overlap >= leastOverlap) {
          possible.add(new Pair(truth, finding, overlap));
        }
      }
    }
    possible.sort(
        Comparator.comparingDouble(Pair::overlap)
            .reversed()
            .thenComparingInt(Pair::truth)
            .thenComparingInt(Pair::finding));
    Set<Integer> truthsTaken = new HashSet<>();
    Set<Integer> findingsTaken = new HashSet<>();
    List<Pair> pairs = new ArrayList<>();
    for (Pair pair : possible) {
      if (!truthsTaken.contains(pair.truth()) && !findingsTaken.contains(pair.finding())) {
        truthsTaken.add(pair.truth());
        findingsTaken.add(pair.finding());
        pairs.add(pair);
      }
    }
    return new OutlineMatching(pairs);
  }

  /** Intersection over union; 0 where they only touch or one has no area. */
  public static double overlap(Geometry one, Geometry other) {
    if (!one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) {
      return 0;
    }
    double shared = one.intersection(other).getArea();
    double all = one.getArea() + other.getArea() - shared;
    return all > 0 ? shared / all : 0;
  }

  /** The share of one that lies in the other; 0 where it has no area. */
  public static double shareWithin(Geometry one, Geometry other) {
    double area = one.getArea();
    return area > 0 && one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())
        ? one.intersection(other).getArea() / area
        : 0;
  }

  /** Mean of the overlaps; NaN without pairs. */
  public double meanOverlap() {
    return pairs.stream().mapToDouble(Pair::overlap).average().orElse(Double.NaN);
  }

  public Set<Integer> truthsMatched() {
    Set<Integer> matched = new HashSet<>();
    pairs.forEach(pair -> matched.add(pair.truth()));
    return matched;
  }

  public Set<Integer> findingsMatched() {
    Set<Integer> matched = new HashSet<>();
    pairs.forEach(pair -> matched.add(pair.finding()));
    return matched;
  }
}

package org.qyran.geo.adjust.tie;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/**
 * Tells right candidates from false ones by where they lie on the ground.
 *
 * <p>Assumes that wrong poses move a frame's ground about, turn it and stretch it a little, all of
 * it alike: the ground of two frames then differs by a similarity, but for a few hundredths of the
 * height above ground. By random sample consensus (Fischler and Bolles, Communications of the ACM
 * 24, 1981) over pairs of candidates, with a fixed seed; the consensus of the best is fitted once
 * more by least squares.
 */
public final class GroundAgreement {

  private static final int TRIALS = 400;

  /** A frame whose scale is off by more than this is another thing altogether. */
  private static final double MOST_STRETCH = 1.5;

  private final List<Coordinate> first;
  private final List<Coordinate> second;
  private final double toleranceMeters;

  /** The similarity: a point p of the second frame's ground lies at (a, -b; b, a) p + (x, y). */
  private record Similarity(double a, double b, double x, double y) {

    double missMeters(Coordinate from, Coordinate to) {
      return Math.hypot(a * from.x - b * from.y + x - to.x, b * from.x + a * from.y + y - to.y);
    }

    double stretch() {
      return Math.hypot(a, b);
    }
  }

  /**
   * The candidates of one pair of frames.
   *
   * @param first level places by the first frame
   * @param second the same things by the second
   * @param toleranceMeters what right ones may be off by
   */
  public GroundAgreement(List<Coordinate> first, List<Coordinate> second, double toleranceMeters) {
    this.first = first;
    this.second = second;
    this.toleranceMeters = toleranceMeters;
  }

  /** What agrees, and how the second frame's ground is turned against the first's. */
  public record Consensus(List<Integer> members, double turnRadians) {}

  /** The largest set of candidates that agree; empty when there is none worth the name. */
  public Consensus find() {
    Random random = new Random(first.size());
    List<Integer> best = List.of();
    for (int trial = 0; trial < TRIALS && first.size() > 1; trial++) {
      int one = random.nextInt(first.size());
      int other = random.nextInt(first.size());
      if (one != other) {
        List<Integer> agreeing = agreeing(fit(List.of(one, other)));
        best = agreeing.size() > best.size() ? agreeing : best;
      }
    }
    if (best.size() < 3) {
      return new Consensus(List.of(), 0);
    }
    Similarity refined = fit(best);
    return new Consensus(agreeing(refined), Math.atan2(refined.b(), refined.a()));
  }

  private List<Integer> agreeing(Similarity similarity) {
    double stretch = similarity.stretch();
    if (!(stretch < MOST_STRETCH && stretch > 1 / MOST_STRETCH)) {
      return List.of();
    }
    return IntStream.range(0, first.size())
        .filter(at -> similarity.missMeters(second.get(at), first.get(at)) <= toleranceMeters)
        .boxed()
        .toList();
  }

  /** By least squares: a + ib = Σ conj(q) p / Σ |q|², about the means. */
  private Similarity fit(List<Integer> members) {
    Coordinate p = mean(first, members);
    Coordinate q = mean(second, members);
    double a = 0;
    double b = 0;
    double square = 0;
    for (int at : members) {
      double px = first.get(at).x - p.x;
      double py = first.get(at).y - p.y;
      double qx = second.get(at).x - q.x;
      double qy = second.get(at).y - q.y;
      a += qx * px + qy * py;
      b += qx * py - qy * px;
      square += qx * qx + qy * qy;
    }
    a /= square;
    b /= square;
    return new Similarity(a, b, p.x - a * q.x + b * q.y, p.y - b * q.x - a * q.y);
  }

  private static Coordinate mean(List<Coordinate> points, List<Integer> members) {
    double x = 0;
    double y = 0;
    for (int at : members) {
      x += points.get(at).x;
      y += points.get(at).y;
    }
    return new Coordinate(x / members.size(), y / members.size());
  }
}

package org.qyran.sampledata.chance;

import java.util.List;

/**
 * A throw of dice that comes out the same for the same name: a number of 64 bits from which others
 * are drawn. Mixed by the last step of SplitMix64 (G. Steele et al., OOPSLA 2014). Immutable.
 *
 * @param key that names this throw
 */
public record Chance(long key) {

  private static final double UNIT = 0x1p-53;

  /** The throw for a thing of this one, by a number. */
  public Chance of(long name) {
    return new Chance(scrambled(key + 0x9E3779B97F4A7C15L * (name + 1)));
  }

  /** The throw for a place of a grid. */
  public Chance of(long column, long row) {
    return of(column).of(row);
  }

  /** The throw for a thing of this one, by a word. */
  public Chance of(String word) {
    return of(word.hashCode());
  }

  /** In [0, 1). */
  public double share() {
    return (scrambled(key) >>> 11) * UNIT;
  }

  /** In [least, most), all values alike. */
  public double between(double least, double most) {
    return least + (most - least) * share();
  }

  /** In [least, most], whole numbers alike. */
  public int whole(int least, int most) {
    return least + (int) (share() * (most - least + 1));
  }

  /** True in a share of all cases. */
  public boolean happens(double probability) {
    return share() < probability;
  }

  /**
   * Normal with mean 0 and deviation 1: the inverse of the normal distribution is not needed where
   * the sine of one draw and the length of another make it exactly (G. Box and M. Muller, 1958).
   */
  public double normal() {
    double length = Math.sqrt(-2 * Math.log(1 - share()));
    return length * Math.cos(2 * Math.PI * of(0x5EED).share());
  }

  /**
   * Student's t with so many degrees of freedom, scaled to deviation 1: heavier tails than the
   * normal, as errors in the field have.
   *
   * @param degreesOfFreedom at least 3
   */
  public double heavyTailed(int degreesOfFreedom) {
    double squares = 0;
    for (int i = 0; i < degreesOfFreedom; i++) {
      double draw = of(i + 1L).normal();
      squares += draw * draw;
    }
    double t = normal() / Math.sqrt(squares / degreesOfFreedom);
    return t * Math.sqrt((degreesOfFreedom - 2.0) / degreesOfFreedom);
  }

  /** One of several, all alike. */
  public <T> T oneOf(List<T> choices) {
    return choices.get(whole(0, choices.size() - 1));
  }

  private static long scrambled(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}

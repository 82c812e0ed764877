package org.qyran.geo.adjust.tie;

import java.util.List;

/**
 * What two frames show alike, once false candidates are gone.
 *
 * @param fitted to be fitted
 * @param held back, to judge the fit by
 * @param turnRadians how the second frame's ground must be turned to lie on the first's, in (-π, π]
 */
public record PairTies(
    int first, int second, List<Tie> fitted, List<Tie> held, double turnRadians) {

  public PairTies {
    fitted = List.copyOf(fitted);
    held = List.copyOf(held);
  }

  /** The same with frames that are numbered from elsewhere. */
  public PairTies counted(int shift) {
    return new PairTies(
        first + shift, second + shift, counted(fitted, shift), counted(held, shift), turnRadians);
  }

  private static List<Tie> counted(List<Tie> ties, int shift) {
    return ties.stream()
        .map(
            tie ->
                new Tie(
                    tie.first() + shift, tie.firstPixel(), tie.second() + shift, tie.secondPixel()))
        .toList();
  }
}

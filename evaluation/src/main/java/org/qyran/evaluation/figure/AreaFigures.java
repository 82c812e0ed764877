package org.qyran.evaluation.figure;

/**
 * How much ground a run says it surveyed, and how much it was.
 *
 * @param world of the survey
 * @param statedSquareMeters sum of the areas of all patches of the coverage, as the file states
 *     them
 * @param castSquareMeters in sight of the run's frames with the poses that it used, counted point
 *     by point
 * @param trueSquareMeters the same with the true poses
 * @param claimedUnseenSquareMeters in the first of these two and not in the second
 * @param seenUnclaimedSquareMeters the reverse
 * @param frames that were laid on the ground
 * @param toldSquareMeters what the truth itself says was in any frame; NaN where it does not
 */
public record AreaFigures(
    String world,
    double statedSquareMeters,
    double castSquareMeters,
    double trueSquareMeters,
    double claimedUnseenSquareMeters,
    double seenUnclaimedSquareMeters,
    int frames,
    double toldSquareMeters) {

  /** Of the run's arithmetic: (stated - cast) / cast. */
  public double arithmeticError() {
    return (statedSquareMeters - castSquareMeters) / castSquareMeters;
  }

  /** Of the run's statement: (stated - true) / true. */
  public double areaError() {
    return (statedSquareMeters - trueSquareMeters) / trueSquareMeters;
  }

  /** Share of the claimed ground that no frame really saw. */
  public double claimedUnseenShare() {
    return claimedUnseenSquareMeters / castSquareMeters;
  }
}

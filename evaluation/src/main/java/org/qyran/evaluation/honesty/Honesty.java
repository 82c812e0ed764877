package org.qyran.evaluation.honesty;

import java.util.List;
import org.qyran.evaluation.stat.Share;

/**
 * How often the truth lay within what was stated.
 *
 * @param flights that were simulated
 * @param points that were placed and count
 * @param grazing points whose line of sight was said to run along the ground: they do not count
 * @param refused pixels that show ground and were given no place
 * @param elevationErrorMeters one standard deviation that was stated of the elevation rasters
 * @param all of everything that counts
 * @param bins by angle of view, then by slope
 * @param cells by both at once: each has fewer flights, so their shares scatter more
 * @param carriers by what carried the camera
 * @param grazed of the grazing points alone
 * @param fifthSmaller share of all that a CE90 a fifth smaller would have held: what the study can
 *     tell apart
 */
public record Honesty(
    int flights,
    int points,
    int grazing,
    int refused,
    double elevationErrorMeters,
    Bin all,
    List<Bin> bins,
    List<Bin> cells,
    List<Bin> carriers,
    Bin grazed,
    double fifthSmaller) {

  static final double MOST_OFF_NADIR_DEGREES = 60;

  /**
   * The points of one range of an angle. Errors are shared by the points of a flight, so flights
   * are counted and not points: each by the share of its points that were inside.
   *
   * @param by what
   * @param range of it
   * @param points in it
   * @param ce90 flights with the true place within the stated circle
   * @param le90 flights with the true height within the stated range
   * @param insideCe90 the share itself, before it was rounded to whole flights
   * @param insideLe90 the same of heights
   * @param medianOffMeters of the place
   * @param medianCe90Meters as stated
   */
  public record Bin(
      String by,
      String range,
      int points,
      Share ce90,
      Share le90,
      double insideCe90,
      double insideLe90,
      double medianOffMeters,
      double medianCe90Meters) {}

  public Honesty {
    bins = List.copyOf(bins);
    cells = List.copyOf(cells);
    carriers = List.copyOf(carriers);
  }
}

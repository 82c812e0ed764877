package org.qyran.evaluation.truth;

/**
 * What one frame could have seen of one target.
 *
 * @param file the frame's first file
 * @param target its id
 * @param shareInFrame of its outline, from 0 to 1
 * @param shareVisible of what is in the frame, that nothing hides
 * @param shareSunlit of what is in the frame
 * @param pixels that show it
 * @param gsdMeters ground size of a pixel there
 * @param offNadirDegrees of the line of sight
 * @param slopeDegrees of the ground
 */
public record Visibility(
    String file,
    String target,
    double shareInFrame,
    double shareVisible,
    double shareSunlit,
    double pixels,
    double gsdMeters,
    double offNadirDegrees,
    double slopeDegrees) {

  /** The share of the whole target that the frame shows. */
  public double share() {
    return shareInFrame * shareVisible;
  }
}

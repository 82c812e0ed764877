package org.qyran.sampledata.shape;

/**
 * A small piece of something that light falls on.
 *
 * @param colour the share of light it sends back
 * @param eastward share of its normal, which has length one and points outwards
 * @param northward share of its normal
 * @param upward share of its normal
 * @param softness 0 for a wall; up to 1 for leaves, which glow a little when lit from behind
 */
public record Surface(
    Colour colour, double eastward, double northward, double upward, double softness) {

  /** How much of a light from a direction of length one it catches, 0 to 1. */
  public double caught(double fromEast, double fromNorth, double fromUp) {
    double cosine = eastward * fromEast + northward * fromNorth + upward * fromUp;
    return Math.max(0, (cosine + softness) / (1 + softness));
  }
}

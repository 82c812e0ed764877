package org.qyran.geo.terrain;

/**
 * How a line of sight ended.
 *
 * @param kind on the ground, or why not
 * @param distanceMeters from the camera to the ground; 0 when the ground was not met
 * @param errorMeters one standard deviation of the ground's height there; 0 likewise
 * @param missing the tile that should have been there, as a sentence that names it; empty when the
 *     line met the ground or no tile is known to be missing
 */
public record Meeting(Kind kind, double distanceMeters, double errorMeters, String missing) {

  /** How a line of sight can end. */
  public enum Kind {
    /** It met the ground. */
    GROUND,
    /** It came down where the elevation raster has a hole. */
    HOLE,
    /** It came down where no elevation raster reaches; also when there is none at all. */
    OUTSIDE,
    /** The camera itself is not above the ground. */
    CAMERA_BELOW_GROUND,
    /** It was still in the air at the end of its range. */
    BEYOND_RANGE
  }

  static Meeting ground(double distanceMeters, double errorMeters) {
    return new Meeting(Kind.GROUND, distanceMeters, errorMeters, "");
  }

  static Meeting none(Kind kind) {
    return none(kind, "");
  }

  static Meeting none(Kind kind, String missing) {
    return new Meeting(kind, 0, 0, missing);
  }
}

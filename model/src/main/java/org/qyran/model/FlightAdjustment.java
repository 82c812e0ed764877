package org.qyran.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pictures of a flight said about its poses, and what was made of it. Distances are
 * between the two places that a pair of frames gives one thing, over points that were not fitted.
 *
 * @param flight the flight
 * @param state what was done
 * @param detail why, in a sentence
 * @param frames of the flight that have a pose
 * @param framesTied of them that show something another one shows
 * @param pairs of frames compared
 * @param ties points that were fitted
 * @param turned files whose pixels are upside down against their stated pose
 * @param rawMedianMeters half of the distances are below this, with the poses as stated; null
 *     without pairs
 * @param rawP90Meters nine tenths of them
 * @param correctedMedianMeters the same with the poses that are used
 * @param correctedP90Meters the same for nine tenths
 * @param statedCoveredShare of the points, how many lie no further apart than the errors of both
 *     frames allow in 90 of 100 cases, with the poses as stated but turned
 * @param correctedCoveredShare the same with the poses and errors that are used
 * @param stated poses as they were stated, of frames whose pose was changed
 * @param yawDegrees added to every stated yaw
 * @param pitchDegrees every line of sight was turned about the right side of its picture, upwards
 * @param rollDegrees and about its lower side, to the right
 * @param clockSeconds every picture was taken this much later than its position
 * @param controls ground control points that were fitted
 * @param checks ground control points that were held back
 * @param checkRawMeters root mean square distance of those, with the poses as stated; null without
 * @param checkCorrectedMeters the same with the poses that are used
 */
public record FlightAdjustment(
    String flight,
    State state,
    String detail,
    int frames,
    int framesTied,
    int pairs,
    int ties,
    List<String> turned,
    @Nullable Double rawMedianMeters,
    @Nullable Double rawP90Meters,
    @Nullable Double correctedMedianMeters,
    @Nullable Double correctedP90Meters,
    @Nullable Double statedCoveredShare,
    @Nullable Double correctedCoveredShare,
    List<StatedPose> stated,
    Estimate yawDegrees,
    Estimate pitchDegrees,
    Estimate rollDegrees,
    Estimate clockSeconds,
    int controls,
    int checks,
    @Nullable Double checkRawMeters,
    @Nullable Double checkCorrectedMeters) {

  /** What was done. */
  public enum State {
    /** Poses were corrected. */
    ADJUSTED,
    /** A fit was tried and did not make the flight agree better. */
    KEPT,
    /** The pictures could not be compared. */
    UNTIED
  }

  /**
   * The pose of a frame before it was corrected.
   *
   * @param file the frame's first file
   * @param position of the camera
   * @param raisedMeters by how much its height was corrected
   * @param groundRaisedMeters by how much the level ground below it was raised where no terrain is
   *     known; what the camera is above the take-off became less by that
   * @param attitude of the camera
   */
  public record StatedPose(
      String file,
      GeoPoint position,
      double raisedMeters,
      double groundRaisedMeters,
      Attitude attitude) {}

  /**
   * An estimated value.
   *
   * @param value the best guess
   * @param error one standard deviation
   */
  public record Estimate(double value, double error) {

    /** Nothing is known. */
    public static final Estimate NONE = new Estimate(0, 0);

    public Estimate {
      Require.finite("value", value);
      Require.notNegative("error", error);
    }
  }

  public FlightAdjustment {
    Require.notBlank("flight", flight);
    stated = List.copyOf(stated);
    turned = turned.stream().sorted().toList();
  }
}

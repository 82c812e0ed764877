package org.qyran.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one input file: a row of {@code frames.csv}. What is not known is null.
 *
 * @param file as handed in
 * @param sha256 of its bytes, empty when it could not be read
 * @param status what became of it
 * @param reason why it was not processed
 * @param detail one sentence for a person, empty when all is well
 * @param time UTC
 * @param position of the camera
 * @param heightMeters of the camera, above the WGS 84 ellipsoid
 * @param attitude of the camera
 * @param poseError one standard deviation of each part of the pose
 * @param ce90Meters of the ground point in the middle of the picture
 * @param flight the flight
 * @param sensor maker and model, empty when unknown
 */
public record FrameReceipt(
    String file,
    String sha256,
    Status status,
    @Nullable IssueCode reason,
    String detail,
    @Nullable Instant time,
    @Nullable GeoPoint position,
    @Nullable Double heightMeters,
    @Nullable Attitude attitude,
    @Nullable PoseError poseError,
    @Nullable Double ce90Meters,
    String flight,
    String sensor) {

  /** What became of a file. */
  public enum Status {
    /** Looked at, and its pixels have places. */
    PROCESSED,
    /** Not looked at. */
    REFUSED,
    /** Looked at, but its pixels have no places. */
    UNLOCATED
  }

  public FrameReceipt {
    Require.notBlank("file", file);
    if ((status == Status.PROCESSED) == (reason != null)) {
      throw new IllegalArgumentException(
          "%s: status %s does not go with reason %s".formatted(file, status, reason));
    }
  }

  /** The receipt of a refused file. */
  public static FrameReceipt refused(FrameIssue issue) {
    return new FrameReceipt(
        issue.file(),
        issue.sha256(),
        Status.REFUSED,
        issue.code(),
        issue.detail(),
        null,
        null,
        null,
        null,
        null,
        null,
        issue.flight(),
        "");
  }
}

package org.qyran.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one image file says about itself; not yet trusted, and seldom complete. What a file does not
 * say is null here, and only here: the pair room completes a capture into a {@link Frame} or says
 * why it cannot.
 *
 * @param image the file
 * @param flight the flight it belongs to
 * @param exposure names the exposure: files with the same exposure are bands of one frame
 * @param sensor maker and model
 * @param time UTC; null when the file tells none that can be believed
 * @param timeSource how the time became UTC
 * @param position of the camera
 * @param heights known for the camera
 * @param cameraAttitude of the camera
 * @param error of the pose above; of no meaning where the pose is missing
 * @param doubt why the stated pose cannot be believed (a gimbal that reports only zeros, say)
 * @param bands what the file records
 * @param calibrationPanel true when the maker marks it as a picture of a reflectance panel
 * @param mosaic where it lies, when it is a georeferenced raster and no photograph
 */
public record Capture(
    ImageRef image,
    String flight,
    String exposure,
    String sensor,
    @Nullable Instant time,
    TimeSource timeSource,
    @Nullable GeoPoint position,
    List<Height> heights,
    @Nullable Attitude cameraAttitude,
    PoseError error,
    @Nullable FrameIssue doubt,
    List<BandImage> bands,
    boolean calibrationPanel,
    @Nullable Mosaic mosaic) {

  /** Of a photograph. */
  public Capture(
      ImageRef image,
      String flight,
      String exposure,
      String sensor,
      @Nullable Instant time,
      TimeSource timeSource,
      @Nullable GeoPoint position,
      List<Height> heights,
      @Nullable Attitude cameraAttitude,
      PoseError error,
      @Nullable FrameIssue doubt,
      List<BandImage> bands,
      boolean calibrationPanel) {
    this(
        image,
        flight,
        exposure,
        sensor,
        time,
        timeSource,
        position,
        heights,
        cameraAttitude,
        error,
        doubt,
        bands,
        calibrationPanel,
        null);
  }

  /** How a camera's time became UTC, best first. */
  public enum TimeSource {
    /** The GPS time in the picture. */
    GPS,
    /** A UTC tag of the maker. */
    UTC_TAG,
    /** Local time with its offset from UTC in the picture. */
    OFFSET_TAG,
    /** Local time and the zone from the settings. */
    ZONE_SETTING,
    /** Local time of unknown zone, read as if it were UTC. */
    ASSUMED_UTC,
    /** No time at all. */
    NONE
  }

  public Capture {
    Require.notBlank("flight", flight);
    Require.notBlank("exposure", exposure);
    heights = List.copyOf(heights);
    bands = List.copyOf(bands);
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("capture " + image.file() + " has no band");
    }
  }
}

package org.qyran.ingest.metadata;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qyran.ingest.camera.CameraFacts;
import org.qyran.model.Attitude;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.LensTurn;
import org.qyran.model.PoseError;
import org.qyran.model.Radiometry;

/**
 * How one maker writes time, place, angles and light into a picture. What a dialect does not write
 * in its own way is read as plain EXIF.
 */
interface Dialect {

  /** A word for it, as in the table of cameras. */
  String name();

  /** Whether the picture speaks it. */
  boolean speaks(PictureTags tags);

  /** The time in a tag that the maker states to be UTC. */
  default Optional<Instant> utcTag(PictureTags tags) {
    return Optional.empty();
  }

  /** True when the maker states that EXIF's local time is UTC. */
  default boolean keepsUtc() {
    return false;
  }

  default Optional<GeoPoint> position(PictureTags tags) {
    return Exif.place(tags);
  }

  /** At most one per datum. */
  default List<Height> heights(PictureTags tags) {
    return Exif.heightAboveSea(tags).stream().toList();
  }

  /** Of the camera, in the house's axes. */
  default AttitudeClaim attitude(PictureTags tags) {
    return AttitudeClaim.NONE;
  }

  PoseError error(PictureTags tags);

  /** What the channels record, in their order; empty when the metadata does not say. */
  default List<Band> bands(PictureTags tags) {
    return List.of();
  }

  /** The maker's own calibration of this very camera. */
  default Optional<CameraModel> calibration(PictureTags tags, CameraFacts facts) {
    return Optional.empty();
  }

  /** Names the exposure where its bands come in several files; empty when they do not. */
  default String exposure(PictureTags tags) {
    return "";
  }

  /** How the lens stands to the others of its rig. */
  default LensTurn turn(PictureTags tags, CameraModel camera) {
    return LensTurn.UNKNOWN;
  }

  /**
   * What the counts of a picture of a single channel mean, and the light that fell then.
   *
   * @param time when it was taken, where that is known
   */
  default Radiometry radiometry(PictureTags tags, Optional<Instant> time) {
    return Radiometry.NONE;
  }

  /** Whether the maker marks it as a picture of a reflectance panel. */
  default boolean calibrationPanel(PictureTags tags) {
    return false;
  }

  /**
   * What a picture says of its angles.
   *
   * @param attitude null when it says none that can be written down
   * @param doubt why it cannot be believed; empty when it can
   */
  record AttitudeClaim(@Nullable Attitude attitude, String doubt) {

    static final AttitudeClaim NONE = new AttitudeClaim(null, "");

    /** Angles in degrees, of any value. */
    static AttitudeClaim of(double yawDegrees, double pitchDegrees, double rollDegrees) {
      boolean possible =
          Math.abs(yawDegrees) <= 360
              && Math.abs(pitchDegrees) <= 180
              && Math.abs(rollDegrees) <= 180;
      return possible
          ? new AttitudeClaim(new Attitude(yawDegrees, pitchDegrees, rollDegrees), "")
          : new AttitudeClaim(
              null,
              "The picture states yaw %s, pitch %s and roll %s degrees, which no camera can have; hand in a flight log of the gimbal."
                  .formatted(yawDegrees, pitchDegrees, rollDegrees));
    }
  }
}

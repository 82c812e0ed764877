package org.qyran.ingest.metadata;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.qyran.ingest.camera.NadirMount;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.PoseError;

/**
 * senseFly's tags, as its ground station writes them into the pictures of a camera that knows
 * nothing of the flight.
 *
 * <p>Angles are the airframe's and the camera is fixed to it. {@code AltitudeWGS84} counts from the
 * ellipsoid, {@code AltitudeAMSL} from the sea, {@code Height} from the take-off; EXIF's
 * GPSAltitude is the ellipsoid's too, against the standard, and is not used. {@code UTCTime} is
 * UTC; the camera's own clock is not set to anything in particular.
 */
final class SenseFlyXmp implements Dialect {

  private static final String SENSEFLY = "http://ns.sensefly.com/sensefly/1.0/";

  /**
   * Wide, and measured: a light fixed wing turns and pitches while the shutter lags, and {@code
   * UTCTime} has whole seconds at 12 m/s. On seven overlapping frames at 70 m above ground, placing
   * one ground point from two frames disagrees by 14 m in the median and 28 m in one case of ten.
   * With 4 m of position and 5 degrees of tilt a frame is wrong by 7.3 m per axis under its middle,
   * and two frames disagree by 12 m in the median there, by more towards their edges, where yaw
   * counts too. Four fifths of what the angles are wrong by changes from picture to picture: turned
   * until they agree, three of the seven come round by 15 degrees or more and two by less than 4.
   */
  private static final PoseError ERROR = new PoseError(4, 5, 8, 5, 0.1, 0.8);

  @Override
  public String name() {
    return "sensefly";
  }

  /** A Parrot camera on a senseFly aircraft has a tag of this namespace too, but not these. */
  @Override
  public boolean speaks(PictureTags tags) {
    return Stream.of("Heading", "AltitudeWGS84", "UTCTime")
        .anyMatch(name -> tags.xmpText(SENSEFLY, name).isPresent());
  }

  @Override
  public Optional<Instant> utcTag(PictureTags tags) {
    return tags.xmpText(SENSEFLY, "UTCTime").flatMap(PictureTime::parseUtc);
  }

  @Override
  public Optional<GeoPoint> position(PictureTags tags) {
    OptionalDouble latitude = tags.xmpNumber(SENSEFLY, "Latitude");
    OptionalDouble longitude = tags.xmpNumber(SENSEFLY, "Longitude");
    return latitude.isPresent() && longitude.isPresent()
        ? Exif.place(latitude.getAsDouble(), longitude.getAsDouble())
        : Exif.place(tags);
  }

  @Override
  public List<Height> heights(PictureTags tags) {
    return Stream.of(
            Exif.height(tags.xmpNumber(SENSEFLY, "AltitudeWGS84"), Height.Datum.ELLIPSOID),
            Exif.height(tags.xmpNumber(SENSEFLY, "AltitudeAMSL"), Height.Datum.MEAN_SEA_LEVEL),
            Exif.height(tags.xmpNumber(SENSEFLY, "Height"), Height.Datum.TAKEOFF))
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public AttitudeClaim attitude(PictureTags tags) {
    OptionalDouble heading = tags.xmpNumber(SENSEFLY, "Heading");
    OptionalDouble pitch = tags.xmpNumber(SENSEFLY, "PitchAngle");
    OptionalDouble roll = tags.xmpNumber(SENSEFLY, "RollAngle");
    if (heading.isEmpty() || pitch.isEmpty() || roll.isEmpty()) {
      return AttitudeClaim.NONE;
    }
    AttitudeClaim body =
        AttitudeClaim.of(heading.getAsDouble(), pitch.getAsDouble(), roll.getAsDouble());
    Attitude attitude = body.attitude();
    return attitude == null ? body : new AttitudeClaim(NadirMount.camera(attitude), "");
  }

  @Override
  public PoseError error(PictureTags tags) {
    return ERROR;
  }
}

package org.qyran.ingest.telemetry.klv;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qyran.ingest.camera.GimbalMount;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;

/**
 * What one set says of where a camera was and looked. What it says and cannot be is left out.
 *
 * <p>A camera's angles come in two ways. ST 0601 counts them from the airframe, and the airframe's
 * from north: the two rotations are multiplied. EG 0104 states the <b>absolute</b> direction of the
 * line of sight; adding the heading to it is wrong by the heading. A sensor's roll that is not
 * stated is zero.
 *
 * @param numbers finite
 * @param platform the aircraft's name; empty when not said
 */
public record MisbReport(Map<Quantity, Double> numbers, String platform) {

  /** A clock before this was never set; one after it is damage. */
  private static final double EARLIEST_MICROSECONDS = 631_152_000e6; // 1990

  private static final double LATEST_MICROSECONDS = 4_102_444_800e6; // 2100

  public MisbReport {
    numbers = Map.copyOf(numbers);
    if (!numbers.values().stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("numbers are " + numbers + ", must all be finite");
    }
  }

  /**
   * UTC. Recorders write UTC, whatever the standard's own time scale (MISB ST 0603) is; where a set
   * states leap seconds its time is of that scale, and they are taken off.
   */
  public Optional<Instant> time() {
    return find(Quantity.TIME_MICROSECONDS)
        .map(micros -> micros - or(Quantity.LEAP_SECONDS, 0) * 1e6)
        .filter(micros -> micros >= EARLIEST_MICROSECONDS && micros < LATEST_MICROSECONDS)
        .map(micros -> Instant.EPOCH.plus(Math.round(micros), ChronoUnit.MICROS));
  }

  /** Of the sensor. */
  public Optional<GeoPoint> position() {
    return find(Quantity.LATITUDE_DEGREES)
        .flatMap(
            latitude ->
                find(Quantity.LONGITUDE_DEGREES)
                    .filter(longitude -> isPlace(latitude, longitude))
                    .map(longitude -> new GeoPoint(latitude, longitude)));
  }

  /** Of the sensor. */
  public List<Height> heights() {
    List<Height> heights = new ArrayList<>(2);
    find(Quantity.SEA_LEVEL_METERS)
        .filter(MisbReport::isHeight)
        .ifPresent(meters -> heights.add(new Height(meters, Height.Datum.MEAN_SEA_LEVEL)));
    find(Quantity.ELLIPSOID_METERS)
        .filter(MisbReport::isHeight)
        .ifPresent(meters -> heights.add(new Height(meters, Height.Datum.ELLIPSOID)));
    return heights;
  }

  /** Of the airframe. */
  public Optional<Attitude> bodyAttitude() {
    return has(Quantity.HEADING_DEGREES, Quantity.PITCH_DEGREES, Quantity.ROLL_DEGREES)
        ? attitude(
            or(Quantity.HEADING_DEGREES, 0),
            or(Quantity.PITCH_DEGREES, 0),
            or(Quantity.ROLL_DEGREES, 0))
        : Optional.empty();
  }

  /** Of the camera. */
  public Optional<Attitude> cameraAttitude() {
    if (has(Quantity.ANGLE_TO_NORTH_DEGREES, Quantity.OBLIQUITY_DEGREES)) {
      return attitude(
          or(Quantity.ANGLE_TO_NORTH_DEGREES, 0),
          or(Quantity.OBLIQUITY_DEGREES, 0),
          or(Quantity.SENSOR_ROLL_DEGREES, 0));
    }
    if (!has(Quantity.RELATIVE_AZIMUTH_DEGREES, Quantity.RELATIVE_ELEVATION_DEGREES)) {
      return Optional.empty();
    }
    Optional<Attitude> inAirframe =
        attitude(
            or(Quantity.RELATIVE_AZIMUTH_DEGREES, 0),
            or(Quantity.RELATIVE_ELEVATION_DEGREES, 0),
            or(Quantity.RELATIVE_ROLL_DEGREES, 0));
    return bodyAttitude()
        .flatMap(body -> inAirframe.map(angles -> GimbalMount.camera(body, angles)));
  }

  private static Optional<Attitude> attitude(double yaw, double pitch, double roll) {
    boolean possible = Math.abs(yaw) <= 360 && Math.abs(pitch) <= 180 && Math.abs(roll) <= 360;
    return possible
        ? Optional.of(new Attitude(yaw, pitch, Math.IEEEremainder(roll, 360)))
        : Optional.empty();
  }

  /** Latitude and longitude 0 are what receivers say that do not know. */
  private static boolean isPlace(double latitudeDegrees, double longitudeDegrees) {
    return Math.abs(latitudeDegrees) <= 90
        && Math.abs(longitudeDegrees) <= 180
        && (latitudeDegrees != 0 || longitudeDegrees != 0);
  }

  private static boolean isHeight(double meters) {
    return meters >= -15_000 && meters <= 60_000;
  }

  private boolean has(Quantity... quantities) {
    return List.of(quantities).stream().allMatch(numbers::containsKey);
  }

  private Optional<Double> find(Quantity quantity) {
    return Optional.ofNullable(numbers.get(quantity));
  }

  private double or(Quantity quantity, double otherwise) {
    return find(quantity).orElse(otherwise);
  }
}

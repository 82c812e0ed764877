package org.qyran.ingest.telemetry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.qyran.ingest.telemetry.log.LogListener;
import org.qyran.ingest.telemetry.log.LogMessage;
import org.qyran.model.Attitude;

/**
 * What PX4's messages mean (PX4 User Guide, "uORB Message Reference"): {@code vehicle_gps_position}
 * or {@code sensor_gps}, {@code vehicle_attitude}, {@code gimbal_device_attitude_status}, and
 * {@code home_position} with {@code vehicle_global_position} for the height above take-off.
 *
 * <p>The receiver's messages changed from whole numbers ({@code lat}, {@code alt} in millimetres)
 * to degrees and metres in version 1.14; both are read.
 */
final class ULogReports implements LogListener {

  private static final double THREE_DIMENSIONS = 3;
  private static final int RAW_RECEIVERS = 100; // behind what the autopilot chose or blended

  // MAVLink, GIMBAL_DEVICE_FLAGS.
  private static final long YAW_LOCKED = 16;
  private static final long YAW_FROM_NOSE = 32;
  private static final long YAW_FROM_NORTH = 64;

  private final RecordedFlight flight;
  private double homeMeters = Double.NaN; // above mean sea level

  ULogReports(RecordedFlight flight) {
    this.flight = flight;
  }

  @Override
  public void property(String name, String value) {
    if (name.equals("ver_hw")) {
      flight.platform("PX4 " + value);
    }
  }

  @Override
  public boolean message(LogMessage message) {
    switch (message.name()) {
      case "vehicle_gps_position" -> fix(message, message.instance());
      case "sensor_gps" -> fix(message, RAW_RECEIVERS + message.instance());
      case "vehicle_attitude" -> body(message);
      case "gimbal_device_attitude_status" -> camera(message);
      case "home_position" -> home(message);
      case "vehicle_global_position" -> aboveTakeoff(message);
      default -> {
        // Of no interest here.
      }
    }
    return true;
  }

  private void fix(LogMessage message, int receiver) {
    if (!(message.number("fix_type") >= THREE_DIMENSIONS)) {
      return;
    }
    long utcMicros = message.whole("time_utc_usec");
    Instant utc = utcMicros > 0 ? Instant.EPOCH.plus(utcMicros, ChronoUnit.MICROS) : null;
    // "timestamp + timestamp_time_relative = Time of the UTC timestamp since system start"
    long bootMicros = bootMicros(message) + message.whole("timestamp_time_relative");
    if (message.has("latitude_deg")) {
      double seaLevelMeters = message.number("altitude_msl_m");
      fix(
          receiver,
          utc,
          bootMicros,
          message.number("latitude_deg"),
          message.number("longitude_deg"),
          seaLevelMeters,
          message.number("altitude_ellipsoid_m"));
    } else {
      fix(
          receiver,
          utc,
          bootMicros,
          message.number("lat") / 1e7,
          message.number("lon") / 1e7,
          message.number("alt") / 1e3,
          message.number("alt_ellipsoid") / 1e3);
    }
  }

  /** Drivers that do not know the height above the ellipsoid leave it 0 or repeat the other. */
  private void fix(
      int receiver,
      @Nullable Instant utc,
      long bootMicros,
      double latitudeDegrees,
      double longitudeDegrees,
      double seaLevelMeters,
      double ellipsoidMeters) {
    boolean known = ellipsoidMeters != 0 && ellipsoidMeters != seaLevelMeters;
    flight.fix(
        receiver,
        utc,
        bootMicros,
        latitudeDegrees,
        longitudeDegrees,
        seaLevelMeters,
        known ? ellipsoidMeters : Double.NaN);
  }

  private void body(LogMessage message) {
    Attitude attitude = attitude(message);
    if (attitude != null && message.instance() == 0) {
      flight.body(
          bootMicros(message),
          attitude.yawDegrees(),
          attitude.pitchDegrees(),
          attitude.rollDegrees());
    }
  }

  /** Only a yaw from true north: what the nose has to do with another one is not certain. */
  private void camera(LogMessage message) {
    long flags = message.whole("device_flags");
    boolean fromNorth =
        (flags & YAW_FROM_NORTH) != 0
            || ((flags & YAW_FROM_NOSE) == 0 && (flags & YAW_LOCKED) != 0);
    Attitude attitude = attitude(message);
    if (fromNorth && attitude != null) {
      flight.camera(
          message.instance(),
          bootMicros(message),
          attitude.yawDegrees(),
          attitude.pitchDegrees(),
          attitude.rollDegrees());
    }
  }

  /** From forward-right-down to north-east-down, as both messages have it. */
  private static @Nullable Attitude attitude(LogMessage message) {
    double w = message.number("q[0]");
    double x = message.number("q[1]");
    double y = message.number("q[2]");
    double z = message.number("q[3]");
    double square = w * w + x * x + y * y + z * z;
    // Single precision keeps a rotation's length to a millionth; far from 1 it is none.
    return square > 0.9 && square < 1.1 ? Rotation.normalised(w, x, y, z).attitude(0) : null;
  }

  private void home(LogMessage message) {
    boolean valid = !message.has("valid_alt") || message.whole("valid_alt") == 1;
    boolean moved = message.has("manual_home") && message.whole("manual_home") == 1;
    homeMeters = valid && !moved ? message.number("alt") : Double.NaN;
  }

  private void aboveTakeoff(LogMessage message) {
    boolean valid = !message.has("alt_valid") || message.whole("alt_valid") == 1;
    if (valid && message.instance() == 0) {
      flight.aboveTakeoff(bootMicros(message), message.number("alt") - homeMeters);
    }
  }

  private static long bootMicros(LogMessage message) {
    return message.whole("timestamp");
  }
}

package org.qyran.ingest.telemetry;

import java.time.Instant;
import java.util.Optional;
import org.qyran.ingest.telemetry.clock.GpsTime;
import org.qyran.ingest.telemetry.log.LogListener;
import org.qyran.ingest.telemetry.log.LogMessage;

/**
 * What ArduPilot's messages mean (ArduPilot, "Onboard Message Log Messages"): {@code GPS}, {@code
 * ATT}, {@code POS} for the height above home, {@code MNT} for the camera's angles.
 *
 * <p>Home is where the aircraft was armed. {@code RelOriginAlt} is not read: the origin is where
 * the estimator began, and need not be on the ground; nor is {@code RelAlt} of old {@code GPS}
 * messages, which jumps with the estimator. Before 2015 the GPS message told its time as {@code
 * Week} and {@code TimeMS}, and of its arrival as {@code T}.
 */
final class DataFlashReports implements LogListener {

  private static final double THREE_DIMENSIONS = 3;
  private static final int BLENDED = 100; // behind the receivers it is made of

  /**
   * Of the parameter GPS_DRV_OPTIONS: heights may be above the ellipsoid, it depends on the make.
   */
  private static final int ELLIPSOID_HEIGHTS = 1 << 4;

  private final RecordedFlight flight;

  DataFlashReports(RecordedFlight flight) {
    this.flight = flight;
  }

  @Override
  public void property(String name, String value) {
    // This kind of log has none: the aircraft's name is a message.
  }

  @Override
  public boolean message(LogMessage message) {
    switch (message.name()) {
      case "GPS" -> fix(message, message.instance());
      case "GPS2" -> fix(message, 1);
      case "GPSB" -> fix(message, BLENDED);
      case "ATT" ->
          flight.body(
              bootMicros(message),
              message.number("Yaw"),
              message.number("Pitch"),
              message.number("Roll"));
      case "MNT" ->
          flight.camera(
              message.instance(),
              bootMicros(message),
              message.number("YawE"),
              message.number("Pitch"),
              message.number("Roll"));
      case "POS" -> flight.aboveTakeoff(bootMicros(message), message.number("RelHomeAlt"));
      case "MSG" -> flight.platform(message.text("Message"));
      case "PARM" -> parameter(message);
      default -> {
        // Of no interest here.
      }
    }
    return true;
  }

  private void fix(LogMessage message, int receiver) {
    if (!(message.number("Status") >= THREE_DIMENSIONS)) {
      return;
    }
    boolean old = message.has("Week");
    Optional<Instant> utc =
        old
            ? GpsTime.utc(message.whole("Week"), message.whole("TimeMS"))
            : GpsTime.utc(message.whole("GWk"), message.whole("GMS"));
    flight.fix(
        receiver,
        utc.orElse(null),
        old ? oldArrivalMicros(message) : bootMicros(message),
        message.number("Lat"),
        message.number("Lng"),
        message.number("Alt"),
        Double.NaN);
  }

  private void parameter(LogMessage message) {
    if (message.text("Name").equals("GPS_DRV_OPTIONS")
        && ((int) message.number("Value") & ELLIPSOID_HEIGHTS) != 0) {
      flight.doubtHeights();
    }
  }

  private static long oldArrivalMicros(LogMessage message) {
    return message.has("T") ? message.whole("T") * 1000 : RecordedFlight.NO_BOOT_TIME;
  }

  private static long bootMicros(LogMessage message) {
    return message.has("TimeUS") ? message.whole("TimeUS") : message.whole("TimeMS") * 1000;
  }
}

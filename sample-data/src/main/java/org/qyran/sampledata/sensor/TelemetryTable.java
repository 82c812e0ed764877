package org.qyran.sampledata.sensor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;

/**
 * Writes {@code telemetry.csv}, the table of docs/TELEMETRY.md, with rows at even intervals.
 *
 * <p>Between two poses the path is straight, the height and the angles change evenly, yaw the
 * shorter way round. Angles have three decimals, places eight, heights three. Roll and yaw of a
 * camera that looks straight down are interpolated like any other angles, so poses must be near
 * enough to each other that this is true to the flight.
 *
 * @param platform the aircraft's name, without a comma or a quote
 * @param interval between rows, at least a millisecond
 * @param clockOffset how far the log's clock is ahead of the right one
 * @param angles whose angles the log has
 */
public record TelemetryTable(
    String platform, Duration interval, Duration clockOffset, Angles angles) {

  /** Whose angles a log has. */
  public enum Angles {
    NONE,
    AIRFRAME,
    CAMERA,
    BOTH;

    boolean airframe() {
      return this == AIRFRAME || this == BOTH;
    }

    boolean camera() {
      return this == CAMERA || this == BOTH;
    }
  }

  /** Five rows a second by a right clock. */
  public static final Duration FIVE_HERTZ = Duration.ofMillis(200);

  public TelemetryTable {
    if (platform.matches(".*[,\"\\n\\r].*")) {
      throw new IllegalArgumentException("platform is '%s', must be plain".formatted(platform));
    }
    if (interval.toMillis() < 1) {
      throw new IllegalArgumentException(
          "interval is %s, must be at least 1 ms".formatted(interval));
    }
  }

  /**
   * The bytes of the file. The first row is at the first pose, the last not later than the last.
   *
   * @param poses in the order of time, at least one
   */
  public byte[] toBytes(List<LoggedPose> poses) {
    if (poses.isEmpty()) {
      throw new IllegalArgumentException("poses is empty, must hold at least one");
    }
    StringBuilder table = new StringBuilder("# simulated by Qyran\n").append(header());
    Instant last = poses.get(poses.size() - 1).time();
    int next = 1;
    for (Instant time = poses.get(0).time(); !time.isAfter(last); time = time.plus(interval)) {
      while (next < poses.size() - 1 && poses.get(next).time().isBefore(time)) {
        next++;
      }
      table.append(row(next < poses.size() ? between(poses, next, time) : poses.get(0)));
    }
    return table.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String header() {
    return "time,latitude,longitude,height_msl_m"
        + (angles.airframe() ? ",yaw_deg,pitch_deg,roll_deg" : "")
        + (angles.camera() ? ",camera_yaw_deg,camera_pitch_deg,camera_roll_deg" : "")
        + ",platform\n";
  }

  private String row(LoggedPose pose) {
    return String.format(
        Locale.ROOT,
        "%s,%.8f,%.8f,%.3f%s%s,%s\n",
        pose.time().plus(clockOffset).truncatedTo(ChronoUnit.MILLIS),
        pose.position().latitudeDegrees(),
        pose.position().longitudeDegrees(),
        pose.meanSeaLevelMeters(),
        angles.airframe() ? cells(pose.airframe()) : "",
        angles.camera() ? cells(pose.camera()) : "",
        platform);
  }

  private static String cells(Attitude attitude) {
    return String.format(
        Locale.ROOT,
        ",%.3f,%.3f,%.3f",
        attitude.yawDegrees(),
        attitude.pitchDegrees(),
        attitude.rollDegrees());
  }

  private static LoggedPose between(List<LoggedPose> poses, int next, Instant time) {
    LoggedPose before = poses.get(next - 1);
    LoggedPose after = poses.get(next);
    double span = Duration.between(before.time(), after.time()).toNanos();
    if (!(span > 0)) {
      throw new IllegalArgumentException(
          "poses at %s and %s are not in the order of time".formatted(before.time(), after.time()));
    }
    double share = Duration.between(before.time(), time).toNanos() / span;
    GeoPoint from = before.position();
    GeoPoint to = after.position();
    return new LoggedPose(
        time,
        new GeoPoint(
            mixed(from.latitudeDegrees(), to.latitudeDegrees(), share),
            turned(from.longitudeDegrees(), to.longitudeDegrees(), share)),
        mixed(before.meanSeaLevelMeters(), after.meanSeaLevelMeters(), share),
        mixed(before.airframe(), after.airframe(), share),
        mixed(before.camera(), after.camera(), share));
  }

  private static Attitude mixed(Attitude from, Attitude to, double share) {
    return new Attitude(
        turned(from.yawDegrees(), to.yawDegrees(), share),
        mixed(from.pitchDegrees(), to.pitchDegrees(), share),
        turned(from.rollDegrees(), to.rollDegrees(), share));
  }

  private static double mixed(double from, double to, double share) {
    return from + (to - from) * share;
  }

  /** The shorter way round, in [-180, 180]. */
  private static double turned(double from, double to, double share) {
    return Math.IEEEremainder(from + Math.IEEEremainder(to - from, 360) * share, 360);
  }
}

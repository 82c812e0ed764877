package org.qyran.ingest.telemetry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qyran.ingest.telemetry.clock.BootClock;
import org.qyran.ingest.telemetry.clock.Samples;
import org.qyran.ingest.telemetry.clock.Samples.Sample;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.Telemetry;

/**
 * What an autopilot recorded, gathered message by message, and made reports of in the end.
 *
 * <p>Each report is one fix of the satellite receiver, at the UTC that the fix itself states: no
 * other position in a log has a time of its own. Angles and the height above take-off are recorded
 * by the time since boot; they are interpolated to the fix, through {@link BootClock}, where two
 * values lie around it no more than a second apart. Of several receivers one is taken for the whole
 * log, so that the track does not jump from antenna to antenna.
 *
 * <p>Angles lag the position by the receiver's delay, 0.1 to 0.2 s: at a turn of 30 degrees in a
 * second, by 6 degrees of yaw. One thread at a time.
 */
final class RecordedFlight {

  /** A fix that does not say when it arrived. */
  static final long NO_BOOT_TIME = -1;

  private static final long LATEST_BOOT_MICROS = 100L * 86_400 * 1_000_000;
  private static final long WIDEST_GAP_MICROS = 1_000_000;
  private static final int MOST_RECEIVERS = 4;

  /** A clock before this was never set; one after it is damage. */
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** A receiver with fewer fixes than this part of the best one's was out for a while. */
  private static final double ABOUT_AS_MANY = 0.9;

  private record Fix(long bootMicros, GeoPoint position, List<Height> heights) {}

  private final Map<Integer, Samples<Fix>> receivers = new TreeMap<>();
  private final Samples<Attitude> body = new Samples<>();
  private final Samples<Attitude> camera = new Samples<>();
  private final Samples<Double> takeoffMeters = new Samples<>();
  private String platform = "";
  private int cameraNumber = -1;
  private boolean severalCameras;
  private boolean heightsDoubted;
  private long timeless;
  private long unbelievable;
  private long jumps;

  /** The aircraft's name; the first one stays. */
  void platform(String name) {
    if (platform.isEmpty()) {
      platform = name;
    }
  }

  /** From now on and before, the receivers' heights are above an unknown datum. */
  void doubtHeights() {
    heightsDoubted = true;
  }

  /**
   * A fix of at least three dimensions.
   *
   * @param receiver the lower, the rather it is used when several have about as many fixes
   * @param utc null when the receiver did not know it
   * @param bootMicros of its arrival, or {@link #NO_BOOT_TIME}
   * @param seaLevelMeters above mean sea level, NaN when unknown
   * @param ellipsoidMeters above the ellipsoid, NaN when unknown
   */
  void fix(
      int receiver,
      @Nullable Instant utc,
      long bootMicros,
      double latitudeDegrees,
      double longitudeDegrees,
      double seaLevelMeters,
      double ellipsoidMeters) {
    boolean arrived = bootMicros == NO_BOOT_TIME || isBootTime(bootMicros);
    if (!isPlace(latitudeDegrees, longitudeDegrees) || !arrived) {
      unbelievable++;
      return;
    }
    if (utc == null || utc.isBefore(EARLIEST) || !utc.isBefore(LATEST)) {
      timeless++;
      return;
    }
    Samples<Fix> fixes = receivers.get(receiver);
    if (fixes == null) {
      if (receivers.size() == MOST_RECEIVERS) {
        return;
      }
      fixes = new Samples<>();
      receivers.put(receiver, fixes);
    }
    List<Height> heights = new ArrayList<>(2);
    height(seaLevelMeters, Height.Datum.MEAN_SEA_LEVEL).ifPresent(heights::add);
    height(ellipsoidMeters, Height.Datum.ELLIPSOID).ifPresent(heights::add);
    GeoPoint position = new GeoPoint(latitudeDegrees, longitudeDegrees);
    fixes.add(
        ChronoUnit.MICROS.between(Instant.EPOCH, utc),
        new Fix(bootMicros, position, List.copyOf(heights)));
  }

  /** Which way the airframe pointed; not a number where it was not known. */
  void body(long bootMicros, double yawDegrees, double pitchDegrees, double rollDegrees) {
    add(body, bootMicros, yawDegrees, pitchDegrees, rollDegrees);
  }

  /** Which way the camera looked, from true north; one camera's only, or none's. */
  void camera(
      int number, long bootMicros, double yawDegrees, double pitchDegrees, double rollDegrees) {
    if (!Double.isNaN(yawDegrees + pitchDegrees + rollDegrees)) {
      severalCameras |= cameraNumber >= 0 && cameraNumber != number;
      cameraNumber = number;
      add(camera, bootMicros, yawDegrees, pitchDegrees, rollDegrees);
    }
  }

  /** How high above the place of take-off; not a number where it was not known. */
  void aboveTakeoff(long bootMicros, double meters) {
    if (isBootTime(bootMicros) && height(meters, Height.Datum.TAKEOFF).isPresent()) {
      takeoffMeters.add(bootMicros, meters);
    }
  }

  /** Fixes that do not say when they were true. */
  long timeless() {
    return timeless;
  }

  /** Messages left out because they state a place or an angle that cannot be. */
  long unbelievable() {
    return unbelievable;
  }

  /** Fixes left out of the reports because the rest of the log contradicts their time. */
  long jumps() {
    return jumps;
  }

  boolean heightsDoubted() {
    return heightsDoubted;
  }

  boolean severalCameras() {
    return severalCameras;
  }

  /** Whether the log is longer than what is kept of it. */
  boolean isFull() {
    return body.isFull()
        || camera.isFull()
        || takeoffMeters.isFull()
        || receivers.values().stream().anyMatch(Samples::isFull);
  }

  /** The reports in order of time; empty when the log has no fix with a time. */
  List<Telemetry> reports(String flight) {
    List<Sample<Fix>> fixes = bestReceiver();
    List<Telemetry> reports = new ArrayList<>(fixes.size());
    if (fixes.stream().anyMatch(fix -> fix.value().bootMicros() == NO_BOOT_TIME)) {
      fixes.forEach(fix -> reports.add(report(flight, fix, NO_BOOT_TIME)));
      return reports;
    }
    if (fixes.isEmpty()) {
      return reports;
    }
    BootClock clock =
        new BootClock(
            fixes.stream().mapToLong(Sample::micros).toArray(),
            fixes.stream().mapToLong(fix -> fix.value().bootMicros()).toArray());
    jumps = 0;
    for (int i = 0; i < fixes.size(); i++) {
      if (clock.isJump(i)) {
        jumps++;
      } else {
        Sample<Fix> fix = fixes.get(i);
        reports.add(report(flight, fix, fix.micros() - clock.offsetMicros(i)));
      }
    }
    return reports;
  }

  private List<Sample<Fix>> bestReceiver() {
    List<List<Sample<Fix>>> all = receivers.values().stream().map(Samples::inOrder).toList();
    int most = all.stream().mapToInt(List::size).max().orElse(0);
    return all.stream()
        .filter(fixes -> fixes.size() >= ABOUT_AS_MANY * most)
        .findFirst()
        .orElse(List.of());
  }

  private Telemetry report(String flight, Sample<Fix> fix, long bootMicros) {
    List<Height> heights = new ArrayList<>();
    if (!heightsDoubted) {
      heights.addAll(fix.value().heights());
    }
    takeoffMeters
        .at(bootMicros, WIDEST_GAP_MICROS, (last, next, part) -> last + part * (next - last))
        .map(meters -> new Height(meters, Height.Datum.TAKEOFF))
        .ifPresent(heights::add);
    return new Telemetry(
        flight,
        platform,
        Instant.EPOCH.plus(fix.micros(), ChronoUnit.MICROS),
        fix.value().position(),
        heights,
        at(body, bootMicros),
        severalCameras ? null : at(camera, bootMicros));
  }

  private static @Nullable Attitude at(Samples<Attitude> attitudes, long bootMicros) {
    return attitudes.at(bootMicros, WIDEST_GAP_MICROS, Track::attitudeBetween).orElse(null);
  }

  private void add(
      Samples<Attitude> attitudes,
      long bootMicros,
      double yawDegrees,
      double pitchDegrees,
      double rollDegrees) {
    if (Double.isNaN(yawDegrees + pitchDegrees + rollDegrees)) {
      return;
    }
    if (!isBootTime(bootMicros)
        || Math.abs(yawDegrees) > 360
        || Math.abs(pitchDegrees) > 360
        || Math.abs(rollDegrees) > 360) {
      unbelievable++;
      return;
    }
    // An aircraft that falls over is logged with a roll of -181 degrees.
    attitudes.add(
        bootMicros,
        new Attitude(
            yawDegrees, Rotation.halfTurns(pitchDegrees), Rotation.halfTurns(rollDegrees)));
  }

  private static boolean isBootTime(long bootMicros) {
    return bootMicros >= 0 && bootMicros <= LATEST_BOOT_MICROS;
  }

  /** Latitude and longitude 0 are what receivers say that do not know. */
  private static boolean isPlace(double latitudeDegrees, double longitudeDegrees) {
    return Math.abs(latitudeDegrees) <= 90
        && Math.abs(longitudeDegrees) <= 180
        && (latitudeDegrees != 0 || longitudeDegrees != 0);
  }

  private static Optional<Height> height(double meters, Height.Datum datum) {
    return meters >= -15_000 && meters <= 60_000
        ? Optional.of(new Height(meters, datum))
        : Optional.empty();
  }
}

package org.qyran.ingest.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.qyran.model.Attitude;
import org.qyran.model.Height;
import org.qyran.model.Telemetry;

/**
 * The way of one aircraft, from its reports: where it was at any instant between two of them.
 *
 * <p>Reports may come in any order and more than once. They are taken to be of one aircraft; hand
 * in two, and it will seem to jump between them.
 *
 * <p>Between two reports position and heights run straight and attitude turns the shortest way.
 * Before the first report, after the last, and inside a gap wider than {@link
 * TrackSettings#widestGap()} there is no answer. An aircraft that accelerates by 5 m/s² leaves the
 * straight line by 5/8 · t² metres at the most, t the seconds between reports: 2.5 cm at 5 Hz, 2.5
 * m across a gap of two seconds.
 *
 * <p>Immutable; threads may share it.
 */
public final class Track {

  /** Of two reports of one instant the one that says more stays; the text only settles draws. */
  private static final Comparator<Telemetry> ORDER =
      Comparator.comparing(Telemetry::time)
          .thenComparing(Track::richness, Comparator.reverseOrder())
          .thenComparing(Telemetry::toString);

  private final List<Telemetry> reports;
  private final TrackSettings settings;

  private Track(List<Telemetry> reports, TrackSettings settings) {
    this.reports = reports;
    this.settings = settings;
  }

  /** A track with the standard settings. */
  public static Track of(List<Telemetry> reports) {
    return of(reports, TrackSettings.STANDARD);
  }

  /** A track of reports in any order; of two reports of the same instant one is kept. */
  public static Track of(List<Telemetry> reports, TrackSettings settings) {
    List<Telemetry> sorted = new ArrayList<>(reports);
    sorted.sort(ORDER);
    List<Telemetry> kept = new ArrayList<>(sorted.size());
    for (Telemetry report : sorted) {
      if (kept.isEmpty() || !kept.get(kept.size() - 1).time().equals(report.time())) {
        kept.add(report);
      }
    }
    return new Track(Collections.unmodifiableList(kept), settings);
  }

  public boolean isEmpty() {
    return reports.isEmpty();
  }

  /** The reports in order of time, no two of the same instant. */
  public List<Telemetry> reports() {
    return reports;
  }

  /**
   * Where the aircraft was. At the instant of a report, that report; between two, a report in
   * between, with the heights and angles that both of them know. Interpolated yaw is in [-180,
   * 180].
   *
   * @return empty before the first report, after the last, and across too wide a gap
   */
  public Optional<Telemetry> at(Instant time) {
    int after = firstNotBefore(time);
    if (after == reports.size()) {
      return Optional.empty();
    }
    Telemetry next = reports.get(after);
    if (next.time().equals(time)) {
      return Optional.of(next);
    }
    if (after == 0 || isGap(after)) {
      return Optional.empty();
    }
    Telemetry last = reports.get(after - 1);
    return Optional.of(between(last, next, time));
  }

  /**
   * Speed over the ground from the two reports around an instant, climb left out.
   *
   * @return empty where {@link #at} is, and for a track of one report
   */
  public OptionalDouble speedMetersPerSecond(Instant time) {
    int after = Math.max(1, firstNotBefore(time));
    if (after >= reports.size() || time.isBefore(reports.get(0).time()) || isGap(after)) {
      return OptionalDouble.empty();
    }
    Telemetry last = reports.get(after - 1);
    Telemetry next = reports.get(after);
    double meters = SurfacePoint.of(last.position()).metersTo(SurfacePoint.of(next.position()));
    return OptionalDouble.of(meters / seconds(last.time(), next.time()));
  }

  /** The clock offset, where one can be told; {@link #compareClock} says why there is none. */
  public Optional<ClockOffset> clockOffset(List<TimedPosition> pictures) {
    return compareClock(pictures).find();
  }

  /** Looks for the shift of time that lays the pictures best on this track. */
  public ClockComparison compareClock(List<TimedPosition> pictures) {
    return ClockComparison.of(this, pictures);
  }

  TrackSettings settings() {
    return settings;
  }

  static double seconds(Instant from, Instant to) {
    Duration duration = Duration.between(from, to);
    return duration.getSeconds() + duration.getNano() * 1e-9;
  }

  private static Telemetry between(Telemetry last, Telemetry next, Instant time) {
    double fraction = seconds(last.time(), time) / seconds(last.time(), next.time());
    return new Telemetry(
        last.flight(),
        last.platform(),
        time,
        SurfacePoint.of(last.position())
            .toward(SurfacePoint.of(next.position()), fraction)
            .geoPoint(),
        heightsBetween(last.heights(), next.heights(), fraction),
        attitudeBetween(last.bodyAttitude(), next.bodyAttitude(), fraction),
        attitudeBetween(last.cameraAttitude(), next.cameraAttitude(), fraction));
  }

  private static List<Height> heightsBetween(
      List<Height> last, List<Height> next, double fraction) {
    List<Height> heights = new ArrayList<>();
    for (Height from : last) {
      for (Height to : next) {
        if (from.datum() == to.datum()) {
          double meters = from.meters() + fraction * (to.meters() - from.meters());
          heights.add(new Height(meters, from.datum()));
        }
      }
    }
    return heights;
  }

  static @Nullable Attitude attitudeBetween(
      @Nullable Attitude last, @Nullable Attitude next, double fraction) {
    if (last == null || next == null) {
      return null;
    }
    if (last.equals(next)) {
      return last;
    }
    double turn = Rotation.halfTurns(next.rollDegrees() - last.rollDegrees());
    double rollHint = Rotation.halfTurns(last.rollDegrees() + fraction * turn);
    return Rotation.of(last).toward(Rotation.of(next), fraction).attitude(rollHint);
  }

  private boolean isGap(int after) {
    Instant from = reports.get(after - 1).time();
    Instant to = reports.get(after).time();
    return Duration.between(from, to).compareTo(settings.widestGap()) > 0;
  }

  private int firstNotBefore(Instant time) {
    int low = 0;
    int high = reports.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (reports.get(middle).time().isBefore(time)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int richness(Telemetry report) {
    return report.heights().size()
        + (report.bodyAttitude() == null ? 0 : 1)
        + (report.cameraAttitude() == null ? 0 : 1);
  }
}

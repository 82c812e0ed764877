package org.qyran.ingest.telemetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qyran.model.Telemetry;

/**
 * Compares the clock of the pictures with the clock of a log, by where both say the aircraft was.
 *
 * <p>Assumes that pictures and log name the same place within a few metres, and that the pictures'
 * clock runs at the right speed, only late or early. A picture whose GPS repeats the last second's
 * fix looks half a second late, and that half second comes out as an offset.
 *
 * <p>Every shift in [-60 s, +60 s] is tried in steps of a quarter second, the best one refined to a
 * hundredth. If the log does not cover the pictures at all, whole quarters of an hour up to 14
 * hours are tried first: local time read as UTC.
 */
public final class ClockComparison {

  /** Why no offset can be told. */
  public enum Doubt {
    TOO_FEW_PICTURES("Fewer than three pictures with a position can be compared with the log."),
    NO_OVERLAP("The log does not cover the pictures, not even with another time zone."),
    STANDS_STILL("The aircraft hardly moves while the pictures are taken."),
    FITS_NOWHERE("The pictures lie away from the track at every shift that was tried."),
    AMBIGUOUS("Several shifts fit the pictures equally well.");

    private final String sentence;

    Doubt(String sentence) {
      this.sentence = sentence;
    }

    /** One sentence for a person. */
    public String sentence() {
      return sentence;
    }
  }

  private static final int FEWEST_PICTURES = 3;

  /** Enough for a hundredth of a second, and the search stays in milliseconds. */
  private static final int MOST_PICTURES = 400;

  private static final double FARTHEST_SECONDS = 60;
  private static final double COARSE_SECONDS = 0.25;
  private static final double FINE_SECONDS = 0.01;
  private static final int ZONE_SECONDS = 15 * 60;
  private static final int MOST_ZONES = 14 * 4;

  /** An offset known no better than this helps nobody: at 10 m/s it is 10 m. */
  private static final double WORST_SIGMA_SECONDS = 1;

  /** Two valleys this far apart are two answers. */
  private static final double SAME_VALLEY_SECONDS = 2;

  /** A second valley counts when it is not deeper than the first by this factor or this length. */
  private static final double CLEARLY_WORSE_FACTOR = 1.2;

  private static final double CLEARLY_WORSE_METERS = 0.5;

  private final @Nullable ClockOffset offset;
  private final @Nullable Doubt doubt;

  private ClockComparison(@Nullable ClockOffset offset, @Nullable Doubt doubt) {
    this.offset = offset;
    this.doubt = doubt;
  }

  /** The offset, where it can be told. */
  public Optional<ClockOffset> find() {
    return Optional.ofNullable(offset);
  }

  /** Why there is no offset, where there is none. */
  public Optional<Doubt> findDoubt() {
    return Optional.ofNullable(doubt);
  }

  static ClockComparison of(Track track, List<TimedPosition> pictures) {
    if (pictures.size() < FEWEST_PICTURES) {
      return new ClockComparison(null, Doubt.TOO_FEW_PICTURES);
    }
    if (track.isEmpty()) {
      return new ClockComparison(null, Doubt.NO_OVERLAP);
    }
    return new Search(track, evenly(pictures)).compare();
  }

  private static List<TimedPosition> evenly(List<TimedPosition> pictures) {
    List<TimedPosition> sorted = new ArrayList<>(pictures);
    sorted.sort(
        Comparator.comparing(TimedPosition::time)
            .thenComparing(picture -> picture.position().latitudeDegrees())
            .thenComparing(picture -> picture.position().longitudeDegrees()));
    if (sorted.size() <= MOST_PICTURES) {
      return sorted;
    }
    List<TimedPosition> kept = new ArrayList<>(MOST_PICTURES);
    for (int i = 0; i < MOST_PICTURES; i++) {
      kept.add(sorted.get((int) ((long) i * (sorted.size() - 1) / (MOST_PICTURES - 1))));
    }
    return kept;
  }

  /** How well one shift fits. */
  private record Fit(double shift, double rmsMeters, double speedSquaredSum, int pictures) {}

  /** Track and pictures as bare arrays in earth-centred metres, because thousands are compared. */
  private static final class Search {

    private final double widestGapSeconds;
    private final double worstFitMeters;
    private final double[] trackSeconds;
    private final double[][] trackMeters;
    private final double[] pictureSeconds;
    private final double[][] pictureMeters;

    Search(Track track, List<TimedPosition> pictures) {
      List<Telemetry> reports = track.reports();
      widestGapSeconds = track.settings().widestGap().toNanos() * 1e-9;
      worstFitMeters = track.settings().worstFitMeters();
      trackSeconds = new double[reports.size()];
      trackMeters = new double[reports.size()][];
      for (int i = 0; i < reports.size(); i++) {
        trackSeconds[i] = Track.seconds(reports.get(0).time(), reports.get(i).time());
        trackMeters[i] = SurfacePoint.of(reports.get(i).position()).earthCentredMeters();
      }
      pictureSeconds = new double[pictures.size()];
      pictureMeters = new double[pictures.size()][];
      for (int i = 0; i < pictures.size(); i++) {
        pictureSeconds[i] = Track.seconds(reports.get(0).time(), pictures.get(i).time());
        pictureMeters[i] = SurfacePoint.of(pictures.get(i).position()).earthCentredMeters();
      }
    }

    ClockComparison compare() {
      List<Fit> fits = around(0);
      if (fits.isEmpty()) {
        // Nearest zones first, so that of two equal fits the smaller error of the clock is told.
        for (int zone = 1; zone <= MOST_ZONES; zone++) {
          fits.addAll(around(zone * ZONE_SECONDS));
          fits.addAll(around(-zone * ZONE_SECONDS));
        }
      }
      if (fits.isEmpty()) {
        return new ClockComparison(null, Doubt.NO_OVERLAP);
      }
      int most = fits.stream().mapToInt(Fit::pictures).max().orElseThrow();
      int needed = Math.max(FEWEST_PICTURES, (most + 1) / 2);
      fits.removeIf(fit -> fit.pictures() < needed);
      return judge(fits);
    }

    private List<Fit> around(double zoneSeconds) {
      List<Fit> fits = new ArrayList<>();
      int steps = (int) Math.round(FARTHEST_SECONDS / COARSE_SECONDS);
      for (int step = -steps; step <= steps; step++) {
        Fit fit = fit(zoneSeconds + step * COARSE_SECONDS);
        if (fit.pictures() >= FEWEST_PICTURES) {
          fits.add(fit);
        }
      }
      return fits;
    }

    private ClockComparison judge(List<Fit> fits) {
      Fit coarse = fits.stream().min(Comparator.comparingDouble(Fit::rmsMeters)).orElseThrow();
      Fit best = refined(coarse);
      if (best.rmsMeters() > worstFitMeters) {
        return new ClockComparison(null, Doubt.FITS_NOWHERE);
      }
      double sigma = sigmaSeconds(best);
      if (!(sigma <= WORST_SIGMA_SECONDS)) {
        return new ClockComparison(null, Doubt.STANDS_STILL);
      }
      if (isAmbiguous(fits, best, coarse.rmsMeters())) {
        return new ClockComparison(null, Doubt.AMBIGUOUS);
      }
      return new ClockComparison(
          new ClockOffset(best.shift(), best.rmsMeters(), sigma, best.pictures()), null);
    }

    private Fit refined(Fit coarse) {
      Fit best = coarse;
      int steps = (int) Math.round(COARSE_SECONDS / FINE_SECONDS);
      for (int step = -steps; step <= steps; step++) {
        double shift = Math.round(coarse.shift() / FINE_SECONDS + step) * FINE_SECONDS;
        Fit fit = fit(shift);
        if (fit.pictures() >= coarse.pictures() && fit.rmsMeters() < best.rmsMeters()) {
          best = fit;
        }
      }
      return best;
    }

    /** Least squares of one unknown: variance of a coordinate over the sum of squared speeds. */
    private static double sigmaSeconds(Fit fit) {
      double coordinates = 2.0 * fit.pictures();
      double variance =
          fit.rmsMeters() * fit.rmsMeters() * fit.pictures() / Math.max(1, coordinates - 1);
      double grid = FINE_SECONDS / Math.sqrt(12);
      return Math.sqrt(variance / fit.speedSquaredSum() + grid * grid);
    }

    private static boolean isAmbiguous(List<Fit> fits, Fit best, double coarseRmsMeters) {
      double limit =
          Math.max(CLEARLY_WORSE_FACTOR * coarseRmsMeters, best.rmsMeters() + CLEARLY_WORSE_METERS);
      for (int i = 1; i + 1 < fits.size(); i++) {
        Fit fit = fits.get(i);
        boolean valley =
            fit.rmsMeters() <= fits.get(i - 1).rmsMeters()
                && fit.rmsMeters() <= fits.get(i + 1).rmsMeters();
        boolean elsewhere = Math.abs(fit.shift() - best.shift()) > SAME_VALLEY_SECONDS;
        if (valley && elsewhere && fit.rmsMeters() < limit) {
          return true;
        }
      }
      return false;
    }

    private Fit fit(double shift) {
      double squares = 0;
      double speedSquares = 0;
      int count = 0;
      for (int i = 0; i < pictureSeconds.length; i++) {
        double time = pictureSeconds[i] + shift;
        int after = firstNotBefore(time);
        if (after == 0 && trackSeconds.length > 1 && trackSeconds[0] == time) {
          after = 1;
        }
        if (after == 0 || after == trackSeconds.length) {
          continue;
        }
        double span = trackSeconds[after] - trackSeconds[after - 1];
        if (span > widestGapSeconds) {
          continue;
        }
        double fraction = (time - trackSeconds[after - 1]) / span;
        for (int axis = 0; axis < 3; axis++) {
          double from = trackMeters[after - 1][axis];
          double way = trackMeters[after][axis] - from;
          double miss = from + fraction * way - pictureMeters[i][axis];
          squares += miss * miss;
          speedSquares += way / span * (way / span);
        }
        count++;
      }
      return new Fit(shift, count == 0 ? 0 : Math.sqrt(squares / count), speedSquares, count);
    }

    private int firstNotBefore(double time) {
      int low = 0;
      int high = trackSeconds.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (trackSeconds[middle] < time) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}

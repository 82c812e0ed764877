package org.qyran.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qyran.model.FrameCalibration;
import org.qyran.model.RunWarning;

/**
 * How the pictures of one camera on one flight were calibrated; a flight has several where it was
 * not the same for all.
 *
 * @param flight the flight
 * @param sensor maker and model
 * @param unit what the numbers became
 * @param by what they were calibrated by
 * @param frames how many
 * @param bandResiduals of the frames of which it is known, in working pixels, sorted
 */
public record FlightCalibration(
    String flight, String sensor, String unit, String by, long frames, List<Double> bandResiduals) {

  /** Bands that disagree by more are worth a word. */
  private static final double CLOSE_PIXELS = 0.5;

  public FlightCalibration {
    bandResiduals = bandResiduals.stream().sorted().toList();
  }

  /** Of all frames, in order of flight, sensor, unit. */
  public static List<FlightCalibration> of(List<FrameCalibration> frames) {
    SortedMap<String, List<FrameCalibration>> groups = new TreeMap<>();
    for (FrameCalibration frame : frames) {
      String key = String.join("\n", frame.flight(), frame.sensor(), frame.unit(), frame.by());
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(frame);
    }
    return groups.values().stream().map(FlightCalibration::alike).toList();
  }

  private static FlightCalibration alike(List<FrameCalibration> frames) {
    FrameCalibration first = frames.get(0);
    return new FlightCalibration(
        first.flight(),
        first.sensor(),
        first.unit(),
        first.by(),
        frames.size(),
        frames.stream().flatMap(frame -> frame.findBandResidualPixels().stream()).toList());
  }

  /** Frames whose bands could not be laid on each other; none, mostly. */
  public static List<RunWarning> warnings(List<FrameCalibration> frames) {
    List<String> apart =
        frames.stream()
            .filter(frame -> frame.findBandResidualPixels().orElse(0.0) > CLOSE_PIXELS)
            .map(FrameCalibration::file)
            .toList();
    return apart.isEmpty()
        ? List.of()
        : List.of(
            new RunWarning(
                "BANDS_APART",
                "The bands of the pictures listed lie more than half a pixel apart after they were laid"
                    + " on each other, so colours at edges are wrong there; near ground or lenses that"
                    + " were knocked do that.",
                apart));
  }

  /** The middle of the residuals; 0 where none is known. */
  public double medianResidualPixels() {
    return bandResiduals.isEmpty() ? 0 : bandResiduals.get(bandResiduals.size() / 2);
  }
}

package org.qyran.ingest.frame;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qyran.model.BandImage;
import org.qyran.model.Frame;
import org.qyran.model.PanelView;
import org.qyran.model.Radiometry;
import org.qyran.model.SensorResponse.Quantity;

/**
 * Hands every frame of a flight the pictures of the flight's reflectance panel that count for it.
 *
 * <p>Assumes that what is marked as a picture of the panel may show none: pictures from the ground
 * before take-off are marked too, and whether there is a panel in them is seen where pixels are
 * opened. A frame gets the {@value #MOST} nearest in time before and after it, of the same camera;
 * the two sides share by their distance in time, so that light that changes evenly between two
 * panels is made good.
 */
final class FlightPanels {

  private static final int MOST = 3;

  private final List<Frame> shown;

  FlightPanels(List<Frame> frames) {
    this.shown = frames.stream().filter(Frame::calibrationPanel).toList();
  }

  /** The frame with its panels; the same where there are none, or nothing to calibrate. */
  Frame handedTo(Frame frame) {
    if (frame.calibrationPanel() || shown.isEmpty()) {
      return frame;
    }
    Map<Frame, Double> weights = weights(frame);
    return frame.with(frame.bands().stream().map(band -> handedTo(band, weights)).toList());
  }

  private static BandImage handedTo(BandImage band, Map<Frame, Double> weights) {
    Radiometry radiometry = band.radiometry();
    Quantity gives = radiometry.response().gives();
    if (gives != Quantity.RADIANCE && gives != Quantity.RELATIVE_RADIANCE) {
      return band;
    }
    List<PanelView> views = new ArrayList<>();
    weights.forEach(
        (frame, weight) ->
            frame.bands().stream()
                .filter(seen -> isAlike(seen, band))
                .forEach(seen -> views.add(view(seen, weight))));
    return band.with(radiometry.with(views));
  }

  private static boolean isAlike(BandImage one, BandImage other) {
    return one.band().equals(other.band())
        && one.camera().widthPixels() == other.camera().widthPixels()
        && one.camera().heightPixels() == other.camera().heightPixels()
        && one.radiometry().response().gives() == other.radiometry().response().gives();
  }

  private static PanelView view(BandImage seen, double weight) {
    Radiometry radiometry = seen.radiometry();
    return new PanelView(
        seen.image(),
        seen.channel(),
        radiometry.response(),
        radiometry.irradiance(),
        radiometry.panel(),
        weight);
  }

  private Map<Frame, Double> weights(Frame frame) {
    Comparator<Frame> nearest =
        Comparator.comparing((Frame panel) -> distance(panel, frame.time()))
            .thenComparing(Frame::id);
    List<Frame> alike =
        shown.stream()
            .filter(panel -> panel.sensor().equals(frame.sensor()))
            .sorted(nearest)
            .toList();
    List<Frame> before =
        alike.stream().filter(p -> !p.time().isAfter(frame.time())).limit(MOST).toList();
    List<Frame> after =
        alike.stream().filter(p -> p.time().isAfter(frame.time())).limit(MOST).toList();
    double share = shareBefore(frame.time(), before, after);
    Map<Frame, Double> weights = new LinkedHashMap<>();
    before.forEach(panel -> weights.put(panel, share / before.size()));
    after.forEach(panel -> weights.put(panel, (1 - share) / after.size()));
    weights.values().removeIf(weight -> !(weight > 0));
    return weights;
  }

  private static double shareBefore(Instant time, List<Frame> before, List<Frame> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return before.isEmpty() ? 0 : 1;
    }
    double since = distance(before.get(0), time).toMillis();
    double until = distance(after.get(0), time).toMillis();
    return until / (since + until);
  }

  private static Duration distance(Frame panel, Instant time) {
    return Duration.between(panel.time(), time).abs();
  }
}

package org.qyran.detection.radiometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.qyran.model.BandImage;
import org.qyran.model.Frame;
import org.qyran.model.PanelView;
import org.qyran.model.Radiometry;
import org.qyran.model.SensorResponse.Quantity;

/**
 * Decides how the counts of a frame become reflectance factors: the door of this room.
 *
 * <p>The panel of the flight goes first: reflectance is the panel's, times radiance over the
 * panel's radiance, times the light at the panel over the light now where the light sensor tells
 * both. Else the light sensor alone: π L / E for a sensor whose counts become radiance, L / E up to
 * a factor that nobody knows for others. Else nothing. All bands of a frame are calibrated, or none
 * is: detectors compare them.
 *
 * <p>Assumes that the panel lay level and in the sun, and that the ground reflects alike in all
 * directions. A panel is good to 2 or 3 %; the light sensor alone to 3 % under clear sky and 5 %
 * under overcast sky (Schneider-Zapp et al., 2019). Threads may share it.
 */
public final class Reflectance {

  /**
   * A light sensor that says the light changed by more than this between panel and picture was
   * covered when the panel was photographed, by the one who did it.
   */
  private static final double LARGEST_CHANGE = 5;

  private final PanelMeter meter;

  public Reflectance(PanelMeter meter) {
    this.meter = meter;
  }

  private record BandFactor(double factor, boolean byPanel, boolean absolute) {

    /** Light or exposure that no picture has makes it infinite, or nothing. */
    boolean isUsable() {
      return factor > 0 && Double.isFinite(factor);
    }
  }

  /** How a frame is calibrated. */
  public Calibration of(Frame frame) {
    if (frame.images().size() != frame.bands().size()) {
      return Calibration.NONE; // a colour picture: its counts are gamma-coded
    }
    List<BandFactor> factors = new ArrayList<>();
    for (BandImage band : frame.bands()) {
      Optional<BandFactor> factor = factor(band).filter(BandFactor::isUsable);
      if (factor.isEmpty()) {
        return Calibration.NONE;
      }
      factors.add(factor.get());
    }
    boolean absolute = factors.stream().allMatch(BandFactor::absolute);
    if (!absolute && factors.stream().anyMatch(BandFactor::byPanel)) {
      return Calibration.NONE; // some bands in reflectance and some in nobody's unit
    }
    boolean byPanel = factors.stream().allMatch(BandFactor::byPanel);
    return new Calibration(
        byPanel ? Calibration.Source.PANEL : Calibration.Source.LIGHT_SENSOR,
        absolute,
        factors.stream().map(BandFactor::factor).toList());
  }

  private Optional<BandFactor> factor(BandImage band) {
    Radiometry radiometry = band.radiometry();
    Quantity gives = radiometry.response().gives();
    if (gives != Quantity.RADIANCE && gives != Quantity.RELATIVE_RADIANCE) {
      return Optional.empty();
    }
    OptionalDouble byPanel = byPanel(band);
    if (byPanel.isPresent()) {
      return Optional.of(new BandFactor(byPanel.getAsDouble(), true, true));
    }
    if (!(radiometry.irradiance() > 0)) {
      return Optional.empty();
    }
    boolean absolute = gives == Quantity.RADIANCE;
    return Optional.of(
        new BandFactor((absolute ? Math.PI : 1) / radiometry.irradiance(), false, absolute));
  }

  private OptionalDouble byPanel(BandImage band) {
    double sum = 0;
    double weights = 0;
    for (PanelView view : band.radiometry().panels()) {
      Optional<PanelMeasure> panel = meter.measure(view, band.band());
      if (panel.isPresent()) {
        double factor = panel.get().reflectance() / panel.get().radiance();
        sum += view.weight() * factor * change(view.irradiance(), band.radiometry().irradiance());
        weights += view.weight();
      }
    }
    return weights > 0 ? OptionalDouble.of(sum / weights) : OptionalDouble.empty();
  }

  /** Light at the panel over light now; 1 where that is not known. */
  private static double change(double then, double now) {
    boolean known =
        then > 0 && now > 0 && then <= LARGEST_CHANGE * now && now <= LARGEST_CHANGE * then;
    return known ? then / now : 1;
  }
}

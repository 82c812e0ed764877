package org.qyran.sampledata.world;

import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;

/**
 * Ground that was cleared of what grew there by itself.
 *
 * @param outline cleared
 * @param aroundMeters cleared around it as well
 * @param kept share that was left standing within
 */
record Glade(Outline outline, double aroundMeters, double kept) {

  /** Share of the wild growth that still stands at a place. */
  double keptAt(double eastMeters, double northMeters) {
    PlanePoint middle = outline.middle();
    double far = Math.hypot(eastMeters - middle.eastMeters(), northMeters - middle.northMeters());
    if (far > outline.reachMeters() + aroundMeters) {
      return 1;
    }
    return outline.metersOutside(eastMeters, northMeters) > aroundMeters ? 1 : kept;
  }
}

package org.qyran.evaluation.honesty;

import org.qyran.sampledata.place.LocalPlane;
import org.qyran.sampledata.world.Family;

/**
 * Where on Earth the flights take place: the mountains of the simulator.
 *
 * @param place of the plane's origin in a UTM grid
 * @param plane that the simulated ground lies on
 */
record Site(Family.Place place, LocalPlane plane) {

  /** The slope of the Dzungarian Alatau at 1,480 m. */
  static Site mountains() {
    Family family = Family.named("mountain-forest");
    Family.Place place = family.place();
    return new Site(
        place,
        new LocalPlane(
            place.zone().geoPointAt(place.eastingMeters(), place.northingMeters()),
            family.lie().upMeters() + place.undulationMeters()));
  }

  /** Above the WGS 84 ellipsoid. */
  double ellipsoidMeters(double upMeters) {
    return upMeters + place.undulationMeters();
  }
}

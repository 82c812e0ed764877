package org.qyran.app.locate;

import java.util.Optional;
import org.qyran.geo.crs.MapPoint;
import org.qyran.geo.crs.MapSystem;
import org.qyran.model.GeoPoint;

/** The map that places are also wanted on: one system, or for every place its own zone of UTM. */
sealed interface AskedMap {

  /** A place on the map, and which map that is; absent where the map does not reach. */
  Optional<OnMap> find(GeoPoint place);

  /** The map in words. */
  String label();

  /** A position and the map it is on. */
  record OnMap(MapPoint point, MapSystem system) {}

  /**
   * Reads what was asked for.
   *
   * @param words {@code utm} or a code
   * @throws IllegalArgumentException with one sentence for a person
   */
  static AskedMap of(String words) {
    return words.equalsIgnoreCase("utm") ? new OwnZone() : new One(MapSystem.of(words));
  }

  /** The same system for all places. */
  record One(MapSystem system) implements AskedMap {

    @Override
    public Optional<OnMap> find(GeoPoint place) {
      return system.findOnMap(place).map(point -> new OnMap(point, system));
    }

    @Override
    public String label() {
      return system.toString();
    }
  }

  /** The zone of UTM that each place lies in. */
  record OwnZone() implements AskedMap {

    @Override
    public Optional<OnMap> find(GeoPoint place) {
      return MapSystem.findUtm(place)
          .flatMap(zone -> zone.findOnMap(place).map(point -> new OnMap(point, zone)));
    }

    @Override
    public String label() {
      return "UTM";
    }
  }
}

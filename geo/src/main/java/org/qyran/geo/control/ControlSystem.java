package org.qyran.geo.control;

import java.util.Optional;
import org.qyran.geo.crs.MapPoint;
import org.qyran.geo.crs.MapSystem;
import org.qyran.model.GeoPoint;

/** What the two numbers before the height mean. */
sealed interface ControlSystem {

  /** For a person. */
  String label();

  /** The place of two numbers; absent where the system has none. */
  Optional<GeoPoint> findPlace(double x, double y);

  /** Easting and northing. */
  record OnMap(MapSystem system) implements ControlSystem {

    @Override
    public String label() {
      return system.toString();
    }

    @Override
    public Optional<GeoPoint> findPlace(double x, double y) {
      return Double.isFinite(x) && Double.isFinite(y)
          ? system.findOnEarth(new MapPoint(x, y))
          : Optional.empty();
    }
  }

  /** Degrees on WGS 84, longitude first, as OpenDroneMap takes them. */
  record LongitudeLatitude() implements ControlSystem {

    @Override
    public String label() {
      return "WGS 84 longitude and latitude (EPSG:4326)";
    }

    @Override
    public Optional<GeoPoint> findPlace(double x, double y) {
      return Math.abs(x) <= 180 && Math.abs(y) <= 90
          ? Optional.of(new GeoPoint(y, x))
          : Optional.empty();
    }
  }
}

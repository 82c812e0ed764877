package org.qyran.geo.terrain;

import java.util.Optional;
import org.qyran.model.GeoPoint;

/** Nothing is known of the ground. */
enum UnknownTerrain implements Terrain {
  INSTANCE;

  @Override
  public Optional<Ground> findGround(GeoPoint point) {
    return Optional.empty();
  }

  @Override
  public Meeting follow(Sightline line) {
    return Meeting.none(Meeting.Kind.OUTSIDE);
  }

  @Override
  public boolean isKnown() {
    return false;
  }
}

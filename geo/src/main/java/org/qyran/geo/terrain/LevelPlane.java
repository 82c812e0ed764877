package org.qyran.geo.terrain;

import java.util.Optional;
import org.qyran.model.GeoPoint;

/**
 * Ground of one height everywhere, for flights without an elevation model.
 *
 * <p>"Level" means that the height above the ellipsoid is the same everywhere, so the plane is as
 * curved as the earth.
 *
 * @param heightMeters above the WGS 84 ellipsoid
 * @param errorMeters one standard deviation of that height
 */
public record LevelPlane(double heightMeters, double errorMeters) implements Terrain {

  /** Of the distance; far below anything that a picture can resolve. */
  private static final double CLOSE_ENOUGH_METERS = 1e-4;

  private static final int MOST_ROUNDS = 50;

  @Override
  public Optional<Ground> findGround(GeoPoint point) {
    return Optional.of(new Ground(heightMeters, errorMeters, 0));
  }

  /**
   * Steps by what is left of the height, over the sine of the dip. The earth falling away makes
   * each step a little short and the next one shorter, so the plane is never overshot.
   */
  @Override
  public Meeting follow(Sightline line) {
    if (line.heightMeters() <= heightMeters) {
      return Meeting.none(Meeting.Kind.CAMERA_BELOW_GROUND);
    }
    double distance = 0;
    double above = line.heightMeters() - heightMeters;
    for (int round = 0; round < MOST_ROUNDS && distance <= line.rangeMeters(); round++) {
      double step = above / -line.direction().upMeters();
      distance += step;
      if (step < CLOSE_ENOUGH_METERS) {
        return Meeting.ground(distance, errorMeters);
      }
      above = line.placeAt(distance).heightMeters() - heightMeters;
    }
    return Meeting.none(Meeting.Kind.BEYOND_RANGE);
  }

  @Override
  public boolean isKnown() {
    return true;
  }
}

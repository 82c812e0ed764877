package org.qyran.sampledata.world;

import java.util.List;
import org.qyran.sampledata.shape.Colour;
import org.qyran.sampledata.shape.Ray;
import org.qyran.sampledata.shape.SolidGrid;
import org.qyran.sampledata.shape.Surface;

/**
 * A piece of country under a morning sun, to be looked at along rays.
 *
 * <p>A ray is followed to the bare ground, then the bodies that stand in its way are asked. From
 * the place that is seen a second ray goes to the sun; if a body stands in that one's way, the
 * place has only the light of the sky. One bounce of light, no haze. Immutable: threads may share
 * one, and the answer depends on the ray alone.
 */
public final class World {

  /** Nothing stands higher than this above the ground. */
  static final double HIGHEST_METERS = 7;

  /** Rays flatter than 10 degrees leave the little world before they meet its ground. */
  private static final double SHALLOWEST_DIP = Math.sin(Math.toRadians(10));

  /**
   * Where the sun stands at 43.3 N, 70.9 E on 24 July at 04:30 UTC: declination 19.9 degrees, hour
   * angle -43.3, hence 47 degrees up in the east-south-east (J. Meeus, Astronomical Algorithms,
   * chapter 13).
   */
  private static final double SUN_UP = Math.sin(Math.toRadians(47));

  private static final double SUN_EAST =
      Math.cos(Math.toRadians(47)) * Math.sin(Math.toRadians(109));
  private static final double SUN_NORTH =
      Math.cos(Math.toRadians(47)) * Math.cos(Math.toRadians(109));

  private static final Colour SUNLIGHT = new Colour(1.10, 1.04, 0.93);
  private static final Colour SKYLIGHT = new Colour(0.19, 0.22, 0.28);

  private final Relief relief;
  private final Ground ground;
  private final SolidGrid solids;
  private final List<Landmark> landmarks;

  World(Relief relief, Ground ground, SolidGrid solids, List<Landmark> landmarks) {
    this.relief = relief;
    this.ground = ground;
    this.solids = solids;
    this.landmarks = List.copyOf(landmarks);
  }

  /** Height of the bare ground above mean sea level. */
  public double groundMeters(double eastMeters, double northMeters) {
    return relief.heightMeters(eastMeters, northMeters);
  }

  /** What a survey should find here. */
  public List<Landmark> landmarks() {
    return landmarks;
  }

  /**
   * The light that comes back along a ray, 1 being a white sheet in full sun.
   *
   * @param ray from above all things, and dipping at least 10 degrees
   */
  public Colour seenAlong(Ray ray) {
    if (-ray.upward() < SHALLOWEST_DIP) {
      throw new IllegalArgumentException(
          "upward is %s, must be at most -sin 10°: the world ends".formatted(ray.upward()));
    }
    double groundDistance = metersToGround(ray);
    double above = HIGHEST_METERS / -ray.upward();
    return solids
        .findFirst(ray, Math.max(0, groundDistance - above), groundDistance)
        .map(hit -> lit(ray, hit.meters(), hit.solid().surfaceAt(ray, hit.meters())))
        .orElseGet(() -> lit(ray, groundDistance, groundSurface(ray, groundDistance)));
  }

  /**
   * Falls to the height of the ground below the last guess, again and again: slopes are gentle, so
   * each round is several times nearer, and within two centimetres is near enough.
   */
  private double metersToGround(Ray ray) {
    double meters = (ray.upMeters() - Relief.STREAM_HEIGHT_METERS) / -ray.upward();
    for (int round = 0; round < 12; round++) {
      double above =
          ray.upAt(meters) - relief.heightMeters(ray.eastAt(meters), ray.northAt(meters));
      meters += above / -ray.upward();
      if (Math.abs(above) < 0.02) {
        break;
      }
    }
    return meters;
  }

  private Surface groundSurface(Ray ray, double meters) {
    double east = ray.eastAt(meters);
    double north = ray.northAt(meters);
    double here = ray.upAt(meters);
    double slopeEast = (relief.heightMeters(east + 1.5, north) - here) / 1.5;
    double slopeNorth = (relief.heightMeters(east, north + 1.5) - here) / 1.5;
    double length = Math.sqrt(slopeEast * slopeEast + slopeNorth * slopeNorth + 1);
    return new Surface(
        ground.colourAt(east, north), -slopeEast / length, -slopeNorth / length, 1 / length, 0);
  }

  private Colour lit(Ray ray, double meters, Surface surface) {
    // Light from a piece of sky, less of it for what faces sideways.
    Colour light = SKYLIGHT.times(0.6 + 0.4 * surface.upward());
    double caught = surface.caught(SUN_EAST, SUN_NORTH, SUN_UP);
    if (caught > 0 && !inShadow(ray, meters, surface)) {
      light = light.plus(SUNLIGHT.times(caught / SUN_UP));
    }
    return surface.colour().under(light);
  }

  private boolean inShadow(Ray ray, double meters, Surface surface) {
    double lift = 0.02;
    Ray toSun =
        new Ray(
            ray.eastAt(meters) + lift * surface.eastward(),
            ray.northAt(meters) + lift * surface.northward(),
            ray.upAt(meters) + lift * surface.upward(),
            SUN_EAST,
            SUN_NORTH,
            SUN_UP);
    return solids.findFirst(toSun, 0, HIGHEST_METERS / SUN_UP).isPresent();
  }
}

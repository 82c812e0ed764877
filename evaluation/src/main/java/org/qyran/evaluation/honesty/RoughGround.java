package org.qyran.evaluation.honesty;

import java.util.OptionalDouble;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.surface.Ray;

/**
 * The true ground below one simulated flight: a fractal of hills on a tilted plane, so that every
 * slope up to some 50 degrees occurs, and the place where a ray first meets it.
 *
 * <p>Four octaves: the smallest hills are an eighth of {@code scaleMeters} across, some thirty
 * metres, three cells of the elevation raster. A ray is followed in steps that the steepest
 * possible slope allows, half a metre at least, and halved down to a millimetre; a crest that a ray
 * cuts over less than half a metre may be missed.
 *
 * @param noise of the hills
 * @param upMeters mean height above sea level
 * @param hillMeters how much hills rise and fall
 * @param scaleMeters how far apart the largest are
 * @param riseEast of the plane below them, as rise over run
 * @param riseNorth the same northwards
 */
record RoughGround(
    ValueNoise noise,
    double upMeters,
    double hillMeters,
    double scaleMeters,
    double riseEast,
    double riseNorth) {

  private static final int OCTAVES = 4;

  /** Value noise rises by at most 3 per unit along an axis; each octave adds half of that. */
  private static final double STEEPEST_PER_OCTAVE = 1.5 * Math.sqrt(2);

  private static final double LEAST_STEP_METERS = 0.5;
  private static final double EXACT_METERS = 0.001;
  private static final double FARTHEST_METERS = 3_000;
  private static final double SLOPE_BASE_METERS = 5;

  /** From rolling to alpine. */
  static RoughGround of(Chance chance) {
    double slope = 0.45 * Math.sqrt(chance.of("slope").share());
    double aspect = chance.of("aspect").between(0, 2 * Math.PI);
    return new RoughGround(
        new ValueNoise(chance.of("hills").key()),
        1_480,
        chance.of("height").between(15, 110),
        chance.of("scale").between(180, 340),
        slope * Math.sin(aspect),
        slope * Math.cos(aspect));
  }

  /** Above mean sea level. */
  double upMeters(double eastMeters, double northMeters) {
    return upMeters
        + riseEast * eastMeters
        + riseNorth * northMeters
        + hillMeters * noise.fractal(eastMeters / scaleMeters, northMeters / scaleMeters, OCTAVES);
  }

  /** Of the ground at a place. */
  double slopeDegrees(double eastMeters, double northMeters) {
    double base = SLOPE_BASE_METERS;
    double east =
        upMeters(eastMeters + base, northMeters) - upMeters(eastMeters - base, northMeters);
    double north =
        upMeters(eastMeters, northMeters + base) - upMeters(eastMeters, northMeters - base);
    return Math.toDegrees(Math.atan(Math.hypot(east, north) / (2 * base)));
  }

  /** Metres along a ray to where it first meets the ground; absent when it does not. */
  OptionalDouble findMeters(Ray ray) {
    double level = Math.sqrt(Math.max(0, 1 - ray.upward() * ray.upward()));
    double steepest =
        Math.hypot(riseEast, riseNorth) + OCTAVES * STEEPEST_PER_OCTAVE * hillMeters / scaleMeters;
    double closing = -ray.upward() + steepest * level;
    double above = 0;
    double at = 0;
    double clearance = clearance(ray, at);
    if (clearance <= 0) {
      return OptionalDouble.empty();
    }
    while (clearance > 0) {
      above = at;
      at += Math.max(LEAST_STEP_METERS, clearance / closing);
      if (at > FARTHEST_METERS) {
        return OptionalDouble.empty();
      }
      clearance = clearance(ray, at);
    }
    double below = at;
    while (below - above > EXACT_METERS) {
      double middle = (above + below) / 2;
      if (clearance(ray, middle) > 0) {
        above = middle;
      } else {
        below = middle;
      }
    }
    return OptionalDouble.of((above + below) / 2);
  }

  private double clearance(Ray ray, double meters) {
    return ray.upAt(meters) - upMeters(ray.eastAt(meters), ray.northAt(meters));
  }
}

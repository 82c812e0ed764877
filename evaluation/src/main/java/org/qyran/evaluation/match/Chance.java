package org.qyran.evaluation.match;

import java.util.SplittableRandom;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * How often luck would have hit a true target: it is moved to random places on the surveyed ground,
 * its shape and direction kept, and laid on what was found.
 *
 * <p>A run that flags everything scores high here too, which is the point: recall means something
 * only above this. The seed is fixed; 200 places put one standard deviation of a single target's
 * share below 0.036.
 */
final class Chance {

  private static final long SEED = 20_261_124;
  private static final int PLACES = 200;
  private static final int MOST_TRIES = 100_000;

  private final Geometry surveyed;
  private final IndexedPointInAreaLocator inside;
  private final STRtree reaches;
  private final double largestToleranceMeters;

  Chance(Geometry surveyed, STRtree reaches, double largestToleranceMeters) {
    this.surveyed = surveyed;
    this.inside = new IndexedPointInAreaLocator(surveyed);
    this.reaches = reaches;
    this.largestToleranceMeters = largestToleranceMeters;
  }

  /** The share of places at which something found touches this shape. */
  double of(Geometry truth, int number) {
    if (surveyed.isEmpty()) {
      return 0;
    }
    SplittableRandom random = new SplittableRandom(SEED + number);
    Coordinate middle = truth.getCentroid().getCoordinate();
    Envelope bounds = surveyed.getEnvelopeInternal();
    int placed = 0;
    int touched = 0;
    for (int trial = 0; trial < MOST_TRIES && placed < PLACES; trial++) {
      Coordinate to =
          new Coordinate(
              bounds.getMinX() + random.nextDouble() * bounds.getWidth(),
              bounds.getMinY() + random.nextDouble() * bounds.getHeight());
      if (inside.locate(to) != Location.EXTERIOR) {
        placed++;
        Geometry moved =
            AffineTransformation.translationInstance(
                    to.getX() - middle.getX(), to.getY() - middle.getY())
                .transform(truth);
        touched += isTouched(moved) ? 1 : 0;
      }
    }
    return placed == 0 ? 0 : (double) touched / placed;
  }

  private boolean isTouched(Geometry moved) {
    Envelope near = new Envelope(moved.getEnvelopeInternal());
    near.expandBy(largestToleranceMeters);
    for (Object reach : reaches.query(near)) {
      if (((Reach) reach).touches(moved)) {
        return true;
      }
    }
    return false;
  }
}

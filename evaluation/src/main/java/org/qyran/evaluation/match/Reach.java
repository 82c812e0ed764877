package org.qyran.evaluation.match;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.qyran.evaluation.run.FoundTarget;

/**
 * How far a found target reaches: its outline, and its middle with a tolerance.
 *
 * <p>The tolerance is the position error that the target states (its CE90), and 5 m at the least: a
 * position error must not turn a hit into a miss and a false alarm.
 *
 * @param target as the run tells it
 * @param outline in metres
 * @param middle of the outline
 */
record Reach(FoundTarget target, Geometry outline, Point middle) {

  private static final double LEAST_TOLERANCE_METERS = 5;

  static Reach of(FoundTarget target, Geometry outline) {
    return new Reach(target, outline, outline.getCentroid());
  }

  double toleranceMeters() {
    return Math.max(LEAST_TOLERANCE_METERS, target.ce90Meters());
  }

  boolean touches(Geometry truth) {
    return truth.intersects(outline) || truth.distance(middle) <= toleranceMeters();
  }

  double overlap(Geometry truth) {
    if (!truth.getEnvelopeInternal().intersects(outline.getEnvelopeInternal())) {
      return 0;
    }
    double both = truth.intersection(outline).getArea();
    double either = truth.getArea() + outline.getArea() - both;
    return either > 0 ? both / either : 0;
  }
}

package org.qyran.geo.fuse;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.qyran.geo.locate.CircularError;
import org.qyran.model.ErrorEllipse;
import org.qyran.model.GroundError;

/**
 * Where the looks at one thing put it together, and how wrong that may be.
 *
 * <p>Assumes that looks of one flight share the shared part of their errors, and that their own
 * parts are independent. The looks of the best look's flight that show about as much of the thing
 * as the best one are averaged, each weighted by the inverse of its variance: that makes the own
 * part smaller and the shared part not at all, so ten looks of one flight are no ten fixes. Looks
 * of other flights are left out of the place: they stand over the same ground, whose error they
 * share too.
 *
 * <p>What the looks disagree by is always covered: no error is smaller than the distance to the
 * farthest look.
 */
final class JointFix {

  /** A look that shows much more or less of the thing has its middle elsewhere. */
  private static final double MOST_AREA_RATIO = 1.5;

  /** A look is never trusted to better than this, whatever its error says. */
  private static final double LEAST_METERS = 0.05;

  private final double eastMeters;
  private final double northMeters;
  private final GroundError shared;
  private final GroundError error;
  private final double farthestMeters;
  private final double farthestHeightMeters;

  private JointFix(
      Coordinate shift,
      GroundError shared,
      GroundError error,
      double farthestMeters,
      double farthestHeightMeters) {
    eastMeters = shift.x;
    northMeters = shift.y;
    this.shared = shared;
    this.error = error;
    this.farthestMeters = farthestMeters;
    this.farthestHeightMeters = farthestHeightMeters;
  }

  static JointFix of(Gathering gathering) {
    LevelSighting best = gathering.best();
    List<LevelSighting> alike =
        gathering.looks().stream().filter(look -> isAlike(look, best)).toList();
    double weights = alike.stream().mapToDouble(JointFix::weight).sum();
    Coordinate shift = new Coordinate(0, 0);
    GroundError own = GroundError.NONE;
    for (LevelSighting look : alike) {
      double share = weight(look) / weights;
      shift.x += share * (look.center().x - best.center().x);
      shift.y += share * (look.center().y - best.center().y);
      own = own.plus(look.sighting().own().times(share));
    }
    double farthest = 0;
    double farthestHeight = 0;
    for (LevelSighting look : gathering.looks()) {
      farthest =
          Math.max(
              farthest,
              Math.hypot(
                  look.center().x - best.center().x - shift.x,
                  look.center().y - best.center().y - shift.y));
      double apart = look.sighting().groundHeightMeters() - best.sighting().groundHeightMeters();
      farthestHeight = Math.max(farthestHeight, Math.abs(apart));
    }
    GroundError shared = best.sighting().shared();
    return new JointFix(shift, shared, shared.plus(own), farthest, farthestHeight);
  }

  /** An outline of the best look, where all looks together put it. */
  Geometry moved(Geometry outline) {
    return AffineTransformation.translationInstance(eastMeters, northMeters).transform(outline);
  }

  double ce90Meters() {
    return Math.max(CircularError.ce90Meters(error), farthestMeters);
  }

  double le90Meters() {
    return Math.max(CircularError.le90Meters(error), farthestHeightMeters);
  }

  double ce90SharedMeters() {
    return CircularError.ce90Meters(shared);
  }

  /** As wide as the CE90 asks for. */
  ErrorEllipse ellipse() {
    double ce90 = CircularError.ce90Meters(error);
    return CircularError.ellipse(error.times(ce90 == 0 ? 1 : ce90Meters() / ce90));
  }

  private static boolean isAlike(LevelSighting look, LevelSighting best) {
    double ratio = look.areaSquareMeters() / best.areaSquareMeters();
    return look.sighting().flight().equals(best.sighting().flight())
        && ratio <= MOST_AREA_RATIO
        && ratio >= 1 / MOST_AREA_RATIO;
  }

  private static double weight(LevelSighting look) {
    GroundError whole = look.sighting().shared().plus(look.sighting().own());
    return 1 / (whole.eastSquareMeters() + whole.northSquareMeters() + LEAST_METERS * LEAST_METERS);
  }
}

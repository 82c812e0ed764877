package org.qyran.evaluation.match;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.qyran.evaluation.truth.Confuser;
import org.qyran.evaluation.truth.TargetKind;
import org.qyran.evaluation.truth.TrueObject;
import org.qyran.evaluation.truth.TrueTarget;
import org.qyran.evaluation.truth.Truth;

/**
 * What else there is: confusing patches, single objects, and targets of the other kind.
 *
 * <p>A false alarm is laid at the door of the patch it overlaps most; without one, of the nearest
 * object within that object's radius and the alarm's own tolerance; without one, of the ground.
 */
final class Surroundings {

  /** A patch, or a target that should be called something else. */
  private record Patch(StoodThere what, Geometry shape, boolean target, TargetKind kind) {}

  private record Thing(StoodThere what, Coordinate middle, double radiusMeters) {}

  private final STRtree patches = new STRtree();
  private final STRtree things = new STRtree();
  private final SortedMap<String, Integer> exposed = new TreeMap<>();
  private final Geometry surveyed;
  private final IndexedPointInAreaLocator inside;
  private final LevelShapes shapes;

  Surroundings(Truth truth, LevelShapes shapes, Geometry surveyed) {
    this.surveyed = surveyed;
    this.inside = new IndexedPointInAreaLocator(surveyed);
    this.shapes = shapes;
    for (TrueTarget target : truth.targets()) {
      String name = "true " + target.kind().plural() + " taken for another kind";
      StoodThere what = new StoodThere(name, "target " + target.id());
      add(new Patch(what, shapes.of(target.areas()), true, target.kind()));
    }
    for (Confuser confuser : truth.confusers()) {
      if (!confuser.areas().isEmpty()) {
        StoodThere what = new StoodThere(confuser.name(), "confuser " + confuser.id());
        add(new Patch(what, shapes.of(confuser.areas()), false, TargetKind.PLANTATION));
      }
    }
    List<TrueObject> objects = truth.objects();
    for (int i = 0; i < objects.size(); i++) {
      add(objects.get(i), "object " + i);
    }
  }

  /** How many things of each class lay on surveyed ground, by half of their area or more. */
  SortedMap<String, Integer> exposed() {
    return exposed;
  }

  private void add(Patch patch) {
    Envelope bounds = patch.shape().getEnvelopeInternal();
    patches.insert(bounds, patch);
    if (bounds.intersects(surveyed.getEnvelopeInternal())
        && patch.shape().intersection(surveyed).getArea() >= patch.shape().getArea() / 2) {
      exposed.merge(patch.what().name(), 1, Integer::sum);
    }
  }

  private void add(TrueObject object, String id) {
    Coordinate middle = shapes.of(object.place());
    Envelope bounds = new Envelope(middle);
    bounds.expandBy(object.radiusMeters());
    things.insert(
        bounds, new Thing(new StoodThere(object.name(), id), middle, object.radiusMeters()));
    if (inside.locate(middle) != Location.EXTERIOR) {
      exposed.merge(object.name(), 1, Integer::sum);
    }
  }

  /** What stood there, targets of the claimed kind left aside. */
  StoodThere at(Reach reach) {
    StoodThere best = new StoodThere(StoodThere.GROUND, StoodThere.GROUND);
    double most = 0;
    for (Object item : patches.query(reach.outline().getEnvelopeInternal())) {
      Patch patch = (Patch) item;
      boolean own = patch.target() && patch.kind() == reach.target().kind();
      double shared = own ? 0 : patch.shape().intersection(reach.outline()).getArea();
      if (shared > most) {
        most = shared;
        best = patch.what();
      }
    }
    return most > 0 ? best : nearestThing(reach, best);
  }

  private StoodThere nearestThing(Reach reach, StoodThere otherwise) {
    Coordinate middle = reach.middle().getCoordinate();
    Envelope near = new Envelope(middle);
    near.expandBy(reach.toleranceMeters());
    StoodThere best = otherwise;
    double nearest = Double.POSITIVE_INFINITY;
    for (Object item : things.query(near)) {
      Thing thing = (Thing) item;
      double away = Math.max(0, thing.middle().distance(middle) - thing.radiusMeters());
      if (away <= reach.toleranceMeters() && away < nearest) {
        nearest = away;
        best = thing.what();
      }
    }
    return best;
  }
}

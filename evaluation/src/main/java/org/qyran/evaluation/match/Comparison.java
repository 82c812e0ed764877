package org.qyran.evaluation.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.qyran.evaluation.geojson.GroundArea;
import org.qyran.evaluation.run.CoveredPatch;
import org.qyran.evaluation.run.FoundTarget;
import org.qyran.evaluation.run.RunFolder;
import org.qyran.evaluation.truth.TargetKind;
import org.qyran.evaluation.truth.TrueTarget;
import org.qyran.evaluation.truth.Truth;
import org.qyran.evaluation.truth.Visibility;

/**
 * Lays a run on a truth.
 *
 * <p>Works on the local plane of the survey. A found target reaches a true one of its kind if their
 * outlines overlap, or if the middle of the found one lies within the true outline widened by the
 * larger of 5 m and the target's stated CE90. A true target that no frame shows any of, or that
 * lies outside the surveyed ground, is not seen; without {@code visibility.csv} only the latter can
 * be told.
 */
public final class Comparison {

  private final Truth truth;
  private final RunFolder run;
  private final LevelShapes shapes;
  private final List<Geometry> trueShapes;
  private final List<Reach> reaches;
  private final List<Geometry> patches;
  private final Geometry surveyed;

  private Comparison(Truth truth, RunFolder run) {
    this.truth = truth;
    this.run = run;
    this.shapes = LevelShapes.around(ground(truth, run));
    this.trueShapes = truth.targets().stream().map(one -> shapes.of(one.areas())).toList();
    this.reaches =
        run.targets().stream()
            .filter(target -> !target.areas().isEmpty())
            .map(target -> Reach.of(target, shapes.of(target.areas())))
            .toList();
    this.patches = run.patches().stream().map(patch -> shapes.of(patch.areas())).toList();
    this.surveyed = LevelShapes.union(patches);
  }

  /** The case that a truth and a run make. */
  public static SurveyCase of(Truth truth, RunFolder run) {
    return new Comparison(truth, run).compare();
  }

  private static List<GroundArea> ground(Truth truth, RunFolder run) {
    List<GroundArea> ground =
        Stream.concat(
                run.patches().stream().map(CoveredPatch::areas),
                truth.targets().stream().map(TrueTarget::areas))
            .flatMap(List::stream)
            .toList();
    if (ground.isEmpty()) {
      throw new IllegalArgumentException(
          "neither %s nor %s holds any ground, so there is nothing to compare"
              .formatted(truth.folder(), run.folder()));
    }
    return ground;
  }

  private SurveyCase compare() {
    Surroundings surroundings = new Surroundings(truth, shapes, surveyed);
    List<FoundCase> found =
        reaches.stream()
            .map(reach -> new FoundCase(reach.target(), surroundings.at(reach)))
            .toList();
    return new SurveyCase(
        truth, run, truths(), found, touches(), surveyed.getArea(), surroundings.exposed());
  }

  private List<TruthCase> truths() {
    Chance plantations = chance(TargetKind.PLANTATION);
    Chance structures = chance(TargetKind.STRUCTURE);
    List<TruthCase> cases = new ArrayList<>();
    for (int i = 0; i < trueShapes.size(); i++) {
      TrueTarget target = truth.targets().get(i);
      Geometry shape = trueShapes.get(i);
      Chance chance = target.kind() == TargetKind.PLANTATION ? plantations : structures;
      cases.add(
          new TruthCase(
              target, sight(target, shape), declared(target, shape), chance.of(shape, i)));
    }
    return cases;
  }

  private Chance chance(TargetKind kind) {
    STRtree tree = new STRtree();
    double largest = 0;
    for (Reach reach : reaches) {
      if (reach.target().kind() == kind) {
        tree.insert(reach.outline().getEnvelopeInternal(), reach);
        largest = Math.max(largest, reach.toleranceMeters());
      }
    }
    return new Chance(surveyed, tree, largest);
  }

  private Sight sight(TrueTarget target, Geometry shape) {
    if (!surveyed.intersects(shape)) {
      return Sight.NOT_COVERED;
    }
    boolean visible =
        !truth.visibilityTold()
            || truth.visibilityOf(target.id()).stream().anyMatch(row -> row.share() > 0);
    return visible ? Sight.SEEN : Sight.HIDDEN;
  }

  private double declared(TrueTarget target, Geometry shape) {
    Point inside = shape.getInteriorPoint();
    double most = 0;
    for (int i = 0; i < patches.size(); i++) {
      if (patches.get(i).contains(inside)) {
        most = Math.max(most, run.patches().get(i).probabilityFor(target.areaSquareMeters()));
      }
    }
    return most;
  }

  private List<Touch> touches() {
    List<Touch> touches = new ArrayList<>();
    for (int found = 0; found < reaches.size(); found++) {
      Reach reach = reaches.get(found);
      for (int i = 0; i < trueShapes.size(); i++) {
        TrueTarget target = truth.targets().get(i);
        Geometry shape = trueShapes.get(i);
        if (target.kind() == reach.target().kind() && reach.touches(shape)) {
          touches.add(touch(found, i, reach, shape));
        }
      }
    }
    touches.sort(
        Comparator.comparingDouble(Touch::overlap)
            .reversed()
            .thenComparingDouble(Touch::offsetMeters)
            .thenComparingInt(Touch::found)
            .thenComparingInt(Touch::truth));
    return touches;
  }

  private Touch touch(int found, int number, Reach reach, Geometry shape) {
    List<Visibility> rows = looks(truth.targets().get(number), reach.target());
    return new Touch(
        found,
        number,
        reach.overlap(shape),
        reach.middle().distance(shape.getCentroid()),
        mean(rows, Visibility::offNadirDegrees),
        mean(rows, Visibility::slopeDegrees));
  }

  /** The frames in which it was flagged; all that show it where those are not listed. */
  private List<Visibility> looks(TrueTarget target, FoundTarget found) {
    List<Visibility> all = truth.visibilityOf(target.id());
    List<Visibility> flagged =
        all.stream().filter(row -> found.files().contains(row.file())).toList();
    return flagged.isEmpty() ? all : flagged;
  }

  private static double mean(List<Visibility> rows, ToDoubleFunction<Visibility> value) {
    return rows.stream().mapToDouble(value).average().orElse(Double.NaN);
  }
}

package org.qyran.evaluation.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.qyran.evaluation.SampleRun;
import org.qyran.evaluation.geojson.GroundArea;
import org.qyran.evaluation.run.FoundTarget;
import org.qyran.evaluation.run.RunFolder;
import org.qyran.evaluation.truth.TargetKind;
import org.qyran.evaluation.truth.TrueTarget;
import org.qyran.evaluation.truth.Truth;
import org.qyran.evaluation.truth.TruthReader;
import org.qyran.geo.ring.LevelRings;
import org.qyran.model.GeoPoint;

/** A score that a wrong truth gets too is no score: the guard of the whole room. */
@Tag("slow")
class ChanceGuardTest {

  private static final int MOVES = 60;

  private final Truth truth = read();
  private final RunFolder run = run();

  private static Truth read() {
    try {
      return TruthReader.read(SampleRun.truthFolder());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static RunFolder run() {
    try {
      return RunFolder.read(SampleRun.runFolder());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static double recall(SurveyCase survey) {
    return (double) Verdict.at(survey, Double.NEGATIVE_INFINITY).hits().size()
        / survey.truths().size();
  }

  private static Truth with(Truth truth, List<TrueTarget> targets) {
    return new Truth(
        truth.folder(),
        truth.facts(),
        targets,
        truth.confusers(),
        truth.objects(),
        truth.poses(),
        truth.visibility(),
        truth.visibilityTold(),
        truth.notes());
  }

  private static TrueTarget with(TrueTarget target, TargetKind kind, List<GroundArea> areas) {
    return new TrueTarget(
        target.id(),
        kind,
        target.subtype(),
        target.areaSquareMeters(),
        areas,
        target.groundHeightMeters());
  }

  @Test
  void aTruthMovedToRandomPlacesIsFoundOnlyAsOftenAsItsAreaAllows() {
    LevelRings level =
        LevelRings.around(
            run.patches().stream()
                .flatMap(patch -> patch.areas().stream())
                .flatMap(area -> area.ring().stream())
                .toList());
    Geometry surveyed =
        LevelShapes.union(
            run.patches().stream()
                .flatMap(patch -> patch.areas().stream())
                .map(area -> (Geometry) level.polygon(area.ring()))
                .toList());
    Random random = new Random(20_261_124);
    double found = 0;
    for (int move = 0; move < MOVES; move++) {
      List<TrueTarget> moved = new ArrayList<>();
      for (TrueTarget target : truth.targets()) {
        moved.add(moved(target, level, surveyed, random));
      }
      found += recall(Comparison.of(with(truth, moved), run)) / MOVES;
    }

    // 300 random places at about 0.15: one standard deviation is 0.02.
    assertThat(recall(Comparison.of(truth, run))).isGreaterThan(2 * found);
    assertThat(found).isCloseTo(expected(level, surveyed), within(0.05));
  }

  private static TrueTarget moved(
      TrueTarget target, LevelRings level, Geometry surveyed, Random random) {
    Coordinate middle = level.polygon(target.areas().get(0).ring()).getCentroid().getCoordinate();
    Coordinate to = place(surveyed, random);
    List<GeoPoint> ring =
        target.areas().get(0).ring().stream()
            .map(level::toLevel)
            .map(
                corner ->
                    new Coordinate(
                        corner.getX() + to.getX() - middle.getX(),
                        corner.getY() + to.getY() - middle.getY()))
            .map(level::toPlace)
            .toList();
    return with(target, target.kind(), List.of(new GroundArea(ring, List.of())));
  }

  private static Coordinate place(Geometry surveyed, Random random) {
    Envelope bounds = surveyed.getEnvelopeInternal();
    while (true) {
      Coordinate at =
          new Coordinate(
              random.nextDouble(bounds.getMinX(), bounds.getMaxX()),
              random.nextDouble(bounds.getMinY(), bounds.getMaxY()));
      if (surveyed.contains(new GeometryFactory().createPoint(at))) {
        return at;
      }
    }
  }

  /**
   * The share of the ground where the middle of a disc of a target's area touches what was found:
   * found outlines widened by its radius, or their middles by the radius and the tolerance.
   */
  private double expected(LevelRings level, Geometry surveyed) {
    double sum = 0;
    for (TrueTarget target : truth.targets()) {
      double radius = Math.sqrt(target.areaSquareMeters() / Math.PI);
      List<Geometry> reached = new ArrayList<>();
      for (FoundTarget found : run.targets()) {
        if (found.kind() == target.kind()) {
          Geometry outline = level.polygon(found.areas().get(0).ring());
          reached.add(outline.buffer(radius));
          reached.add(outline.getCentroid().buffer(radius + Math.max(5, found.ce90Meters())));
        }
      }
      sum += LevelShapes.union(reached).intersection(surveyed).getArea() / surveyed.getArea();
    }
    return sum / truth.targets().size();
  }

  @Test
  void aTruthWithItsKindsExchangedIsFoundHalfAsOftenAtMost() {
    List<TrueTarget> exchanged =
        truth.targets().stream()
            .map(
                target ->
                    with(
                        target,
                        target.kind() == TargetKind.PLANTATION
                            ? TargetKind.STRUCTURE
                            : TargetKind.PLANTATION,
                        target.areas()))
            .toList();

    // Not by luck alone: a plot is odd as well, so something odd is found on it now and then.
    assertThat(recall(Comparison.of(with(truth, exchanged), run)))
        .isLessThanOrEqualTo(recall(Comparison.of(truth, run)) / 2);
  }
}

package org.qyran.evaluation.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.qyran.evaluation.figure.OutlineFigures;
import org.qyran.evaluation.figure.PositionFigures;
import org.qyran.evaluation.match.Touch;
import org.qyran.evaluation.run.FoundTarget;
import org.qyran.evaluation.stat.Share;
import org.qyran.evaluation.truth.TargetKind;
import org.qyran.evaluation.truth.TrueTarget;

/** Measures hits: outlines, areas, positions. */
final class HitTally {

  private static final double[] OFF_NADIR_EDGES = {0, 15, 30, 45, 90};
  private static final double[] SLOPE_EDGES = {0, 5, 15, 30, 90};

  /** A true target, the found one that hits it, and how. */
  record Hit(TrueTarget truth, FoundTarget found, Touch touch) {

    double areaError() {
      return (found.areaSquareMeters() - truth.areaSquareMeters()) / truth.areaSquareMeters();
    }

    boolean areaInside() {
      return truth.areaSquareMeters() >= found.areaLowSquareMeters()
          && truth.areaSquareMeters() <= found.areaHighSquareMeters();
    }

    boolean positionInside() {
      return touch.offsetMeters() <= found.ce90Meters();
    }
  }

  private final List<Hit> hits = new ArrayList<>();

  HitTally(List<Judged> judged) {
    for (Judged one : judged) {
      for (Touch touch : one.verdict().hits()) {
        hits.add(
            new Hit(
                one.survey().truths().get(touch.truth()).target(),
                one.survey().found().get(touch.found()).target(),
                touch));
      }
    }
  }

  List<OutlineFigures> outlines() {
    return List.of(
        outline("plantations", hit -> hit.truth().kind() == TargetKind.PLANTATION),
        outline(
            "plantations of 100 m² and more",
            hit ->
                hit.truth().kind() == TargetKind.PLANTATION
                    && hit.truth().areaSquareMeters() >= 100),
        outline("structures", hit -> hit.truth().kind() == TargetKind.STRUCTURE));
  }

  private OutlineFigures outline(String group, Predicate<Hit> wanted) {
    List<Hit> chosen = hits.stream().filter(wanted).toList();
    return new OutlineFigures(
        group,
        mean(chosen, hit -> hit.touch().overlap()),
        mean(chosen, Hit::areaError),
        mean(chosen, hit -> Math.abs(hit.areaError())),
        share(chosen, Hit::areaInside));
  }

  PositionFigures position() {
    List<PositionFigures.Bin> bins = new ArrayList<>();
    addBins(bins, "off nadir", OFF_NADIR_EDGES, Touch::offNadirDegrees);
    addBins(bins, "slope", SLOPE_EDGES, Touch::slopeDegrees);
    List<Double> offsets = hits.stream().map(hit -> hit.touch().offsetMeters()).sorted().toList();
    return new PositionFigures(
        share(hits, Hit::positionInside),
        offsets.isEmpty() ? Double.NaN : offsets.get(offsets.size() / 2),
        bins,
        hits.stream()
            .filter(hit -> hit.found().ce90Meters() > 0)
            .map(hit -> hit.touch().offsetMeters() / hit.found().ce90Meters())
            .sorted()
            .toList());
  }

  private void addBins(
      List<PositionFigures.Bin> bins,
      String by,
      double[] edges,
      ToDoubleFunction<Touch> angleDegrees) {
    for (int i = 0; i + 1 < edges.length; i++) {
      double from = edges[i];
      double to = edges[i + 1];
      List<Hit> inside =
          hits.stream()
              .filter(hit -> angleDegrees.applyAsDouble(hit.touch()) >= from)
              .filter(hit -> angleDegrees.applyAsDouble(hit.touch()) < to)
              .toList();
      if (!inside.isEmpty()) {
        bins.add(
            new PositionFigures.Bin(
                by,
                String.format(Locale.ROOT, "%.0f to %.0f°", from, to),
                share(inside, Hit::positionInside)));
      }
    }
  }

  private static Share share(List<Hit> hits, Predicate<Hit> counted) {
    return new Share((int) hits.stream().filter(counted).count(), hits.size());
  }

  private static double mean(List<Hit> hits, ToDoubleFunction<Hit> value) {
    return hits.stream().mapToDouble(value).average().orElse(Double.NaN);
  }
}

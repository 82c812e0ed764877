package org.qyran.geo.cover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.qyran.geo.look.LooksAtCell;
import org.qyran.model.CoveragePatch.SizedProbability;
import org.qyran.model.CoveragePatch.Viewing;

/**
 * How a patch was looked at, summed up over its cells, each of which stands for as much ground.
 *
 * @param cells none only until something is asked of them
 */
record PatchLooks(List<LooksAtCell> cells) {

  PatchLooks {
    cells = List.copyOf(cells);
  }

  /** Without the cells that were hidden from all: at an edge one may stand for ground of both. */
  PatchLooks seen() {
    return new PatchLooks(cells.stream().filter(cell -> cell.looks() > 0).toList());
  }

  String flights() {
    TreeSet<String> flights = new TreeSet<>();
    cells.forEach(cell -> flights.addAll(cell.flights()));
    return String.join("+", flights);
  }

  boolean estimated() {
    return cells.stream().anyMatch(LooksAtCell::estimated);
  }

  Instant firstSeen() {
    return cells.stream().map(LooksAtCell::firstSeen).min(Comparator.naturalOrder()).orElseThrow();
  }

  Instant lastSeen() {
    return cells.stream().map(LooksAtCell::lastSeen).max(Comparator.naturalOrder()).orElseThrow();
  }

  double finestStatedMeters() {
    return cells.stream().mapToDouble(LooksAtCell::finestStatedMeters).min().orElseThrow();
  }

  Viewing viewing(AssumedDetectionCurve curve) {
    return new Viewing(
        cells.stream().mapToDouble(LooksAtCell::bestSamplingMeters).min().orElseThrow(),
        median(LooksAtCell::medianSamplingMeters),
        median(LooksAtCell::medianOffNadirDegrees),
        median(LooksAtCell::medianSunDegrees),
        occludedFraction(),
        mean(cell -> cell.forPlants().looks() > 0 ? 1 : 0),
        mean(cell -> cell.forStructures() > 0 ? 1 : 0),
        mean(cell -> curve.ceiling(cell.leastOffNadirDegrees())));
  }

  /** The chance that a plot at some place of the patch would have been flagged. */
  List<SizedProbability> bySize(AssumedDetectionCurve curve) {
    List<SizedProbability> bySize = new ArrayList<>();
    for (double size : AssumedDetectionCurve.SIZES) {
      bySize.add(
          new SizedProbability(size, mean(cell -> probability(cell.forPlants(), size, curve))));
    }
    return bySize;
  }

  private static double probability(
      LooksAtCell.ForPlants looks, double size, AssumedDetectionCurve curve) {
    return looks.looks() == 0
        ? 0
        : curve.probability(
            size, looks.medianSamplingMeters(), looks.looks(), looks.leastOffNadirDegrees());
  }

  private double occludedFraction() {
    long hidden = cells.stream().mapToLong(LooksAtCell::hidden).sum();
    long looks = cells.stream().mapToLong(LooksAtCell::looks).sum();
    return hidden / (double) (hidden + looks);
  }

  /** Of an even number the upper one. */
  private double median(ToDoubleFunction<LooksAtCell> number) {
    double[] sorted = cells.stream().mapToDouble(number).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private double mean(ToDoubleFunction<LooksAtCell> number) {
    double sum = 0;
    for (LooksAtCell cell : cells) {
      sum += number.applyAsDouble(cell);
    }
    return Math.min(1, sum / cells.size());
  }
}

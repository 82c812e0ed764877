package org.qyran.evaluation.set.kampala;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.qyran.evaluation.set.outline.OutlineMatching;
import org.qyran.evaluation.set.result.Row;
import org.qyran.model.GeoPoint;

/** The figures of all mosaics together. */
final class RoofTally {

  private static final double STRICT = 0.5;
  private static final double LOOSE = 0.25;

  private int roofs;
  private int findings;
  private int excused;
  private int cut;
  private int roofsWithCentre;
  private int findingsWithCentre;
  private final List<Double> strict = new ArrayList<>();
  private final List<Double> loose = new ArrayList<>();
  private final List<Double> strictOffsets = new ArrayList<>();
  private final List<Double> looseOffsets = new ArrayList<>();
  private final List<Row> roofRows = new ArrayList<>();
  private final Map<Row, Double> best = new LinkedHashMap<>();

  void add(MosaicScore score, List<RoofTruth> truths) {
    roofs += score.roofs().size();
    findings += score.findings().size();
    excused += score.excused().size();
    cut += truths.size() - score.roofs().size();
    roofsWithCentre += score.roofsWithCentre().size();
    findingsWithCentre += score.findingsWithCentre().size();
    for (OutlineMatching.Pair pair : score.matched(STRICT).pairs()) {
      strict.add(pair.overlap());
      strictOffsets.add(score.offsetMeters(pair));
    }
    for (OutlineMatching.Pair pair : score.matched(LOOSE).pairs()) {
      loose.add(pair.overlap());
      looseOffsets.add(score.offsetMeters(pair));
    }
    double squareMeters = Math.pow(score.corner().groundMeters(), 2);
    for (Geometry roof : score.roofs()) {
      double overlap =
          score.findings().stream()
              .mapToDouble(finding -> OutlineMatching.overlap(roof, finding))
              .max()
              .orElse(0);
      GeoPoint place = score.corner().place(roof.getCentroid().getX(), roof.getCentroid().getY());
      Row row =
          Row.of("lat", place.latitudeDegrees(), 7)
              .with("lon", place.longitudeDegrees(), 7)
              .with("area_m2", roof.getArea() * squareMeters, 1)
              .with("best_overlap", overlap, 3);
      roofRows.add(row);
      best.put(row, overlap);
    }
  }

  List<Row> roofRows() {
    roofRows.sort(Comparator.comparingDouble(row -> best.getOrDefault(row, 0.0)));
    return roofRows;
  }

  List<Row> rows() {
    return List.of(
        pairs("overlap_0.50", strict, strictOffsets),
        pairs("overlap_0.25", loose, looseOffsets),
        Row.of("rule", "centre_in_roof")
            .with("roofs", roofs)
            .with("roofs_cut_away", cut)
            .with("findings", findings)
            .with("findings_excused", excused)
            .with("found", roofsWithCentre)
            .with("precision", (double) findingsWithCentre / findings, 3)
            .with("recall", (double) roofsWithCentre / roofs, 3));
  }

  private Row pairs(String rule, List<Double> overlaps, List<Double> offsets) {
    return Row.of("rule", rule)
        .with("roofs", roofs)
        .with("roofs_cut_away", cut)
        .with("findings", findings)
        .with("findings_excused", excused)
        .with("found", overlaps.size())
        .with("precision", (double) overlaps.size() / findings, 3)
        .with("recall", (double) overlaps.size() / roofs, 3)
        .with(
            "mean_overlap",
            overlaps.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN),
            3)
        .with("offset_median_m", quantile(offsets, 0.5), 2)
        .with("offset_p90_m", quantile(offsets, 0.9), 2);
  }

  /** The smallest value that at least this share does not exceed. */
  private static double quantile(List<Double> values, double share) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return Arrays.stream(sorted)
        .skip(Math.max(0, (long) Math.ceil(share * sorted.length) - 1))
        .findFirst()
        .orElse(Double.NaN);
  }
}

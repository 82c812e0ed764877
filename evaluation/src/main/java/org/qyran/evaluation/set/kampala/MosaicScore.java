package org.qyran.evaluation.set.kampala;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.qyran.evaluation.set.outline.OutlineMatching;
import org.qyran.evaluation.set.tile.WebMapTile;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.model.GeoPoint;

/**
 * The roofs that count, and the findings that are not excused, of one mosaic.
 *
 * @param corner whose pixels all areas are in
 * @param roofs that count
 * @param findings of the detector that do not lie on roofs that do not count
 * @param excused findings that do
 */
record MosaicScore(
    WebMapTile corner, List<Geometry> roofs, List<Geometry> findings, List<Geometry> excused) {

  private static final double EXCUSED = 0.5;

  static MosaicScore of(WebMapTile corner, List<RoofTruth> truths, List<Geometry> found) {
    List<Geometry> roofs = truths.stream().filter(RoofTruth::counts).map(RoofTruth::area).toList();
    List<Geometry> cut =
        truths.stream().filter(roof -> !roof.counts()).map(RoofTruth::area).toList();
    List<Geometry> findings = new ArrayList<>();
    List<Geometry> excused = new ArrayList<>();
    for (Geometry finding : found) {
      double on =
          cut.stream().mapToDouble(roof -> OutlineMatching.shareWithin(finding, roof)).sum();
      (on >= EXCUSED ? excused : findings).add(finding);
    }
    return new MosaicScore(corner, roofs, findings, excused);
  }

  OutlineMatching matched(double leastOverlap) {
    return OutlineMatching.of(roofs, findings, leastOverlap);
  }

  /** Roofs in which the centre of a finding lies. */
  Set<Integer> roofsWithCentre() {
    Set<Integer> hit = new HashSet<>();
    for (int roof = 0; roof < roofs.size(); roof++) {
      Geometry area = roofs.get(roof);
      if (findings.stream().anyMatch(finding -> area.contains(finding.getCentroid()))) {
        hit.add(roof);
      }
    }
    return hit;
  }

  /** Findings whose centre lies in a roof. */
  Set<Integer> findingsWithCentre() {
    Set<Integer> right = new HashSet<>();
    IntStream.range(0, findings.size())
        .filter(
            finding ->
                roofs.stream().anyMatch(roof -> roof.contains(findings.get(finding).getCentroid())))
        .forEach(right::add);
    return right;
  }

  /** How far apart the centres of a pair are on the ground. */
  double offsetMeters(OutlineMatching.Pair pair) {
    GeoPoint truth = centre(roofs.get(pair.truth()));
    Enu off = LocalAxes.at(truth, 0).toLocal(centre(findings.get(pair.finding())), 0);
    return Math.hypot(off.eastMeters(), off.northMeters());
  }

  private GeoPoint centre(Geometry area) {
    Point centre = area.getCentroid();
    return corner.place(centre.getX(), centre.getY());
  }
}

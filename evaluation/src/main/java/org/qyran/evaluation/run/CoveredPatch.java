package org.qyran.evaluation.run;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qyran.evaluation.geojson.GroundArea;

/**
 * Ground that the run says it has looked at.
 *
 * @param areas of it
 * @param detectionProbabilities that the run claims, by size in square metres
 */
public record CoveredPatch(
    List<GroundArea> areas, SortedMap<Double, Double> detectionProbabilities) {

  public CoveredPatch {
    areas = List.copyOf(areas);
    detectionProbabilities =
        Collections.unmodifiableSortedMap(new TreeMap<>(detectionProbabilities));
  }

  /**
   * The probability claimed for a thing of a size: that of the largest listed size which is not
   * larger, so that nothing is held against the run that it has not claimed; 0 below all of them.
   */
  public double probabilityFor(double areaSquareMeters) {
    SortedMap<Double, Double> smaller =
        detectionProbabilities.headMap(Math.nextUp(areaSquareMeters));
    return smaller.isEmpty() ? 0 : detectionProbabilities.getOrDefault(smaller.lastKey(), 0.0);
  }
}

package org.qyran.evaluation.run;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.qyran.evaluation.geojson.GroundArea;
import org.qyran.evaluation.truth.TargetKind;

/**
 * What a run flagged.
 *
 * @param id of the target
 * @param kind that it claims
 * @param type as the file writes it
 * @param score an order, from 0 to 1
 * @param probability of being right, below 0 where the run states none
 * @param areaSquareMeters of its outline
 * @param areaLowSquareMeters the 5th percentile of its area
 * @param areaHighSquareMeters the 95th percentile
 * @param ce90Meters of its middle
 * @param areas its outline
 * @param files of the frames it was flagged in
 * @param chips its pictures, below the run folder
 */
public record FoundTarget(
    String id,
    TargetKind kind,
    String type,
    double score,
    double probability,
    double areaSquareMeters,
    double areaLowSquareMeters,
    double areaHighSquareMeters,
    double ce90Meters,
    List<GroundArea> areas,
    Set<String> files,
    List<String> chips) {

  public FoundTarget {
    areas = List.copyOf(areas);
    files = Set.copyOf(files);
    chips = List.copyOf(chips);
  }

  /** The probability, where the run states one. */
  public OptionalDouble findProbability() {
    return probability < 0 ? OptionalDouble.empty() : OptionalDouble.of(probability);
  }
}

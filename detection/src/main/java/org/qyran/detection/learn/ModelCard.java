package org.qyran.detection.learn;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a model comes from and what it may be used for.
 *
 * @param name and version, {@code plantation-multispectral 1}
 * @param trainedOn surveys it was fitted to, each as {@code world seed month}; all simulated
 * @param validatedOn surveys its calibration and thresholds were fitted to
 * @param leastGsdMeters pictures that are finer are averaged down to this
 * @param mostGsdMeters pictures that are coarser are not looked at with it
 * @param standFeatures of a stand, in the order in which the forest asks for them
 * @param cellFeatures of a cell likewise
 * @param scores on the validation surveys, by name
 */
public record ModelCard(
    String name,
    List<String> trainedOn,
    List<String> validatedOn,
    double leastGsdMeters,
    double mostGsdMeters,
    List<String> cellFeatures,
    List<String> standFeatures,
    SortedMap<String, Double> scores) {

  public ModelCard {
    trainedOn = List.copyOf(trainedOn);
    validatedOn = List.copyOf(validatedOn);
    cellFeatures = List.copyOf(cellFeatures);
    standFeatures = List.copyOf(standFeatures);
    scores = new TreeMap<>(scores);
    if (!(leastGsdMeters > 0 && leastGsdMeters <= mostGsdMeters)) {
      throw new IllegalArgumentException(
          "no picture lies between %s and %s m".formatted(leastGsdMeters, mostGsdMeters));
    }
  }
}

package org.qyran.detection.learn;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * All that was learnt to tell cannabis from other plants with one kind of camera.
 *
 * @param card where it comes from
 * @param cells tells cells of some 0.3 m that may be cannabis from all others
 * @param cuts tells how well a stand is cut out: the log-odds of its overlap with a plot
 * @param stands tells stands of cannabis from all other stands
 * @param calibration of the log-odds of {@code stands}
 * @param kinds one forest for each kind of plant or ground: which of them a stand is most like
 */
public record PlantModel(
    ModelCard card,
    Forest cells,
    Forest cuts,
    Forest stands,
    PlattScaling calibration,
    SortedMap<String, Forest> kinds) {

  /** Whether a kind is cannabis, tended or wild: their names begin so. */
  public static boolean isCannabis(String kind) {
    return kind.startsWith("cannabis");
  }

  public PlantModel {
    kinds = new TreeMap<>(kinds);
  }

  /**
   * Kinds by how much a stand is like them.
   *
   * @param features of the stand
   * @return kinds and shares that add up to 1, largest first
   */
  public List<Likeness> likenesses(float[] features) {
    List<String> names = List.copyOf(kinds.keySet());
    double[] shares =
        kinds.values().stream().mapToDouble(forest -> forest.logOdds(features)).toArray();
    double most = IntStream.range(0, shares.length).mapToDouble(i -> shares[i]).max().orElse(0);
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = StrictMath.exp(shares[i] - most);
      sum += shares[i];
    }
    double total = sum;
    return IntStream.range(0, shares.length)
        .mapToObj(i -> new Likeness(names.get(i), shares[i] / total))
        .sorted(Comparator.comparingDouble(Likeness::share).reversed())
        .toList();
  }

  /**
   * How much a stand is like a kind.
   *
   * @param kind its name
   * @param share in [0, 1]
   */
  public record Likeness(String kind, double share) {}
}

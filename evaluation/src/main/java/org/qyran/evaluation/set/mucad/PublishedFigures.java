package org.qyran.evaluation.set.mucad;

import java.util.Map;
import java.util.Optional;

/**
 * Areas under the curve that were computed for these ten captures by another program before this
 * one (the project's test data sheet, {@code camouflage_mucad}): what the baselines must come out
 * near to.
 */
final class PublishedFigures {

  private static final Map<String, Double> GLOBAL_RX =
      Map.of(
          "grey", 0.999,
          "green", 0.965,
          "grass", 0.968,
          "car", 0.955,
          "hedge", 0.864,
          "net2d", 0.817,
          "net3d", 0.792,
          "person", 0.625);

  private static final Map<String, Double> LOCAL_RX = Map.of("green", 0.994, "net2d", 0.971);

  private PublishedFigures() {}

  static Optional<Double> findArea(String method, String target) {
    Map<String, Double> figures =
        switch (method) {
          case ScoreMethod.GLOBAL_RX -> GLOBAL_RX;
          case ScoreMethod.LOCAL_RX -> LOCAL_RX;
          default -> Map.of();
        };
    return Optional.ofNullable(figures.get(target));
  }
}

package org.qyran.detection.onnx;

import org.qyran.model.DetectionType;

/**
 * Which sizes count.
 *
 * @param standAtLeastSquareMeters smaller plants are left out
 * @param standAtMostSquareMeters larger plants are left out
 * @param structureAtLeastSquareMeters smaller structures are left out
 * @param structureAtMostSquareMeters larger structures are left out
 */
public record SizeLimits(
    double standAtLeastSquareMeters,
    double standAtMostSquareMeters,
    double structureAtLeastSquareMeters,
    double structureAtMostSquareMeters) {

  boolean holds(DetectionType type, double squareMeters) {
    return switch (type) {
      case CANNABIS_PLANTATION, VEGETATION_STAND ->
          squareMeters >= standAtLeastSquareMeters && squareMeters <= standAtMostSquareMeters;
      case STRUCTURE_OF_INTEREST ->
          squareMeters >= structureAtLeastSquareMeters
              && squareMeters <= structureAtMostSquareMeters;
    };
  }
}

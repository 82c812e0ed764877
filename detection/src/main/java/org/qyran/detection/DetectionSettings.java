package org.qyran.detection;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.qyran.detection.onnx.ModelManifest;
import org.qyran.detection.onnx.wire.ManifestFile;

/**
 * How closely frames are looked at, and which sizes count.
 *
 * @param workingGsdMeters ground size of a pixel on which detectors work; a frame that is coarser
 *     is taken as it is. Setting {@code detect.working-gsd}
 * @param tilePixels side of the piece that is held as floating point at one time, on the working
 *     grid. Setting {@code detect.tile}
 * @param imageLimitPixels a file with more pixels than this is refused before it is decoded.
 *     Setting {@code detect.image-limit}
 * @param standAtLeastSquareMeters smaller plant stands are left out. Setting {@code
 *     detect.stand-at-least}
 * @param standAtMostSquareMeters larger plant stands are left out. Setting {@code
 *     detect.stand-at-most}
 * @param structureAtLeastSquareMeters smaller structures are left out. Setting {@code
 *     detect.structure-at-least}
 * @param structureAtMostSquareMeters larger structures are left out. Setting {@code
 *     detect.structure-at-most}
 * @param by whose detectors look. Setting {@code detect.by}
 * @param model path of the manifest of a model from outside, which looks beside them; empty for
 *     none. Setting {@code detect.model}
 */
public record DetectionSettings(
    double workingGsdMeters,
    int tilePixels,
    long imageLimitPixels,
    double standAtLeastSquareMeters,
    double standAtMostSquareMeters,
    double structureAtLeastSquareMeters,
    double structureAtMostSquareMeters,
    DetectorChoice by,
    String model) {

  public DetectionSettings {
    requireInRange("workingGsdMeters", workingGsdMeters, 0.005, 10);
    requireInRange("tilePixels", tilePixels, 64, 16_384);
    requireInRange("imageLimitPixels", (double) imageLimitPixels, 1, 1_000_000_000);
    requireInRange("standAtLeastSquareMeters", standAtLeastSquareMeters, 0.1, 1e6);
    requireInRange(
        "standAtMostSquareMeters", standAtMostSquareMeters, standAtLeastSquareMeters, 1e6);
    requireInRange("structureAtLeastSquareMeters", structureAtLeastSquareMeters, 0.1, 1e6);
    requireInRange(
        "structureAtMostSquareMeters",
        structureAtMostSquareMeters,
        structureAtLeastSquareMeters,
        1e6);
    if (!model.isEmpty()) {
      manifest(model); // so that its mistakes are told with those of the other settings
    }
  }

  /** 8 cm pixels, stands of 2 to 5,000 m² and structures of 1.5 to 800 m², by our own detectors. */
  public static DetectionSettings defaults() {
    return new DetectionSettings(
        0.08, 2_048, 500_000_000, 2, 5_000, 1.5, 800, DetectorChoice.QYRAN, "");
  }

  /** What the model from outside is, where there is one. */
  public Optional<ModelManifest> findModel() {
    return model.isEmpty() ? Optional.empty() : Optional.of(manifest(model));
  }

  private static ModelManifest manifest(String model) {
    try {
      return ManifestFile.read(Path.of(model));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("model is '%s', must be a path".formatted(model), e);
    }
  }

  private static void requireInRange(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s is %s, must lie in [%s, %s]".formatted(name, value, least, most));
    }
  }
}

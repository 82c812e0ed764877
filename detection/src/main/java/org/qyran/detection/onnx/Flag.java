package org.qyran.detection.onnx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qyran.detection.find.Finding;
import org.qyran.model.Belief;
import org.qyran.model.DetectionType;
import org.qyran.model.Evidence;
import org.qyran.model.PixelPoint;

/** Makes findings of one class in one picture. */
final class Flag {

  private Flag() {}

  /**
   * A finding.
   *
   * @param ring in the model's pixels
   * @param score in [0, 1]; a probability where the class has a prior
   * @param areaPixels in the model's pixels
   */
  static Finding of(
      ModelPicture picture,
      ModelClass flagged,
      List<PixelPoint> ring,
      double score,
      double areaPixels,
      List<Evidence> measured) {
    List<Evidence> evidence = new ArrayList<>(measured);
    if (picture.gsdKnown()) {
      evidence.add(Evidence.measured("area_m2", picture.squareMeters(areaPixels)));
      evidence.add(Evidence.measured("model_gsd_m", picture.gsdMeters()));
    } else {
      evidence.add(Evidence.measured("area_px", areaPixels));
    }
    return new Finding(
        typeOf(flagged),
        flagged.name(),
        picture.inFrame(ring),
        score,
        belief(flagged, score),
        evidence,
        List.of());
  }

  static DetectionType typeOf(ModelClass flagged) {
    return flagged
        .findType()
        .orElseThrow(() -> new IllegalArgumentException(flagged.name() + " is not flagged"));
  }

  private static @Nullable Belief belief(ModelClass flagged, double score) {
    return flagged.findPrior().isPresent()
        ? new Belief(score, flagged.findPrior().getAsDouble())
        : null;
  }
}

package org.qyran.detection.onnx;

import java.util.Locale;

/** What a model answers. */
public enum ModelTask {
  /** How likely each pixel is each class. */
  SEMANTIC_SEGMENTATION,
  /** Boxes, each with a score and a class. */
  OBJECT_DETECTION;

  /** As a manifest says it, {@code semantic-segmentation}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

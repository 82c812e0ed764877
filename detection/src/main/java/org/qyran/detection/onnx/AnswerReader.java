package org.qyran.detection.onnx;

import java.util.List;
import org.qyran.detection.find.Finding;
import org.qyran.detection.onnx.Slicing.Slice;

/** Collects a model's answers over the slices of one picture, and makes findings of them. */
interface AnswerReader {

  /**
   * Takes the answer for one slice.
   *
   * @throws IllegalStateException when it holds what is no probability or no number
   */
  void take(Slice slice, ModelPicture.Shown shown, OnnxModel.Answer answer);

  /** What was found, best first. */
  List<Finding> findings();
}

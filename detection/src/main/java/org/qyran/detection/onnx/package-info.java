/**
 * Models from outside: a prepared picture and a neural network in a file in, findings out.
 *
 * <p>A model is a file in ONNX and a manifest beside it, which says what the model takes and what
 * its answers mean. Start with {@link org.qyran.detection.onnx.OnnxDetector}. The picture is cut
 * into slices, each with a margin as wide as the model looks, so that the answer does not depend on
 * where it was cut.
 *
 * <p>ONNX Runtime is seen here and nowhere else. Nothing here is trained, and nothing is fetched: a
 * model is a file that somebody chose and put there.
 */
@NullMarked
package org.qyran.detection.onnx;

import org.jspecify.annotations.NullMarked;

/** The manifest of a model from outside, as JSON by the STAC Machine Learning Model extension. */
@NullMarked
package org.qyran.detection.onnx.wire;

import org.jspecify.annotations.NullMarked;

/**
 * The JSON of labelled sets: labels and run folders in, {@code evaluation.json} out.
 *
 * <p>Start with {@link org.qyran.evaluation.set.wire.EvaluationJson}.
 */
@NullMarked
package org.qyran.evaluation.set.wire;

import org.jspecify.annotations.NullMarked;

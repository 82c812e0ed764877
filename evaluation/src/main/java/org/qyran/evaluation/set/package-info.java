/**
 * The detectors of today on real labelled sets: a set's name and folder in; {@code
 * evaluation.json}, {@code evaluation.html} and {@code scores/} out.
 *
 * <p>Start with {@link org.qyran.evaluation.set.SetEvaluation}. Detectors run as they are, with the
 * default settings; nothing may ever be tuned here, and figures are written as they come out.
 */
@NullMarked
package org.qyran.evaluation.set;

import org.jspecify.annotations.NullMarked;

/**
 * {@code evaluation.json}: the figures for programs, as {@code docs/EVALUATION.md} documents them.
 *
 * <p>Start with {@link org.qyran.evaluation.wire.EvaluationJson}. Units are in the names; what
 * cannot be said is null; the same figures give the same bytes.
 */
@NullMarked
package org.qyran.evaluation.wire;

import org.jspecify.annotations.NullMarked;

/**
 * What a scorecard says, as plain records: every figure with what it was counted from.
 *
 * <p>Start with {@link org.qyran.evaluation.figure.Figures}. Nothing is computed here but what a
 * share or a rate says of itself; {@code score} fills these, {@code wire} and {@code page} show
 * them.
 */
@NullMarked
package org.qyran.evaluation.figure;

import org.jspecify.annotations.NullMarked;

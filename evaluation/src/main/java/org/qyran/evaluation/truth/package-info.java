/**
 * What was really there, as {@code docs/SIMULATION.md} lays it out: targets, what looks like them,
 * where the cameras were, and what each frame could have seen.
 *
 * <p>A folder comes in, one {@link org.qyran.evaluation.truth.Truth} goes out; start with {@link
 * org.qyran.evaluation.truth.TruthReader}. Files that older truths lack are empty lists and a note,
 * never a guess. Nothing that looks for things may see this package.
 */
@NullMarked
package org.qyran.evaluation.truth;

import org.jspecify.annotations.NullMarked;

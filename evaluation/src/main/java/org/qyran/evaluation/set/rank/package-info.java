/**
 * How well a score puts the pixels of targets above those of the background.
 *
 * <p>Start with {@link org.qyran.evaluation.set.rank.Ranking}. Scores are an order and nothing else
 * here; thresholds, shapes and places belong elsewhere.
 */
@NullMarked
package org.qyran.evaluation.set.rank;

import org.jspecify.annotations.NullMarked;

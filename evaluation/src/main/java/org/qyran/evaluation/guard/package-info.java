/**
 * What light alone can tell, so that no result gets away with more: how well Gaussian classes of
 * band values come apart. Comes in: band values of kinds of plants, from a table or from pictures;
 * goes out: scores, and how many of each kind pass for the other.
 *
 * <p>A detector of a survey that beats the figure on closed canopies by far has seen something
 * else: rows, height, or the truth. Start with {@link
 * org.qyran.evaluation.guard.QuadraticDiscriminant}. Nothing here knows pictures, plants or runs.
 */
@NullMarked
package org.qyran.evaluation.guard;

import org.jspecify.annotations.NullMarked;
